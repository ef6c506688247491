import { twoPeopleWords, understoodWords } from './desk-edits'
import { menuWords } from './actions'
import { quoted } from './one-line'
import { historyWords, trailWords } from './desk-records'
import { savingWords } from './desk-saving'
import { startWords } from './desk-start'
import { switchedWords } from './desk-switched'
import { textWords } from './desk-text'

/** What becomes of a narrative that two people write at once. */
const bothTexts = (key: string): string =>
  `按 ${key} 完成：各人改的段落都保留，合在一起；同一段两人都改了的，这一段用您写的，可以再恢复 TA 的。按 Esc 放弃您的修改。`

/** What a person reads on the desk's page, beside the bundle's own menus, dialogs and messages. */
export const pageWords = {
  product: '政务公开年报工作台',
  loading: '正在打开工作簿…',
  loadingTab: '正在读取工作表…',
  cannotOpen: '工作簿打不开',
  tryAgain: '重试',
  close: '关闭',
  cancel: '取消',

  locked: (reason: string): string => (reason ? `已锁定，不能修改。${reason}` : '已锁定，不能修改。'),
  lockedFormula: '这里由公式自动计算，不用填写。',
  lockedTotal: '合计，由公式自动计算，不用填写。',
  typedTotal: '合计，现在是手工填写的数。要恢复公式，请用菜单“计算合计”。',
  lockedLayout: '这里是固定的标题、说明或程序填写的内容。',
  total: {
    title: '合计由公式计算',
    why: (place: string): string => `${place} 是合计，由公式自动计算，所以锁定。`,
    typed: (value: string): string => `手工填写“${value}”以后，它不再随明细变化。要恢复公式，请用菜单“计算合计”。`,
    anyway: '仍要手工填写',
  },
  typing: {
    overtaken: (who: string, value: string, key: string): string =>
      `${who}刚把这一格改为“${value}”。按 ${key} 用您填的，按 Esc 保留 TA 的。`,
    undone: (who: string, value: string, key: string): string =>
      `${who}刚撤销或重做了一步，这一格是“${value}”。按 ${key} 用您填的，按 Esc 保留它。`,
    /** Of a narrative: paragraphs that only one of the two has changed are put together when it is taken. */
    overtakenText: (who: string, value: string, key: string): string =>
      `${who}刚改了这篇文字：“${value}”。${bothTexts(key)}`,
    undoneText: (who: string, value: string, key: string): string =>
      `${who}刚撤销或重做了一步，这篇文字是“${value}”。${bothTexts(key)}`,
    invalidTitle: '不符合填写要求',
    invalid: (place: string, text: string, why: string): string => `${place} 填的是“${text}”。${why}`,
    correct: '继续修改',
    giveUp: '放弃这次填写',
    resumed: (count: number, cells: string): string => `上次离开本页时没有保存的 ${count} 处修改正接着保存：${cells}。`,
    resumedCell: (place: string, value: string): string => `${place}“${value}”`,
    /** `all`: how many there are; those named are the first. */
    resumedCells: (named: readonly string[], all: number): string =>
      named.join('、') + (all > named.length ? ` 等 ${all} 格` : ''),
    /** Another has changed the cell since the text was begun on an earlier page. */
    outdated: (value: string, key: string): string =>
      `您上次没有填完，在这以后这一格改为“${value}”。按 ${key} 用您填的，按 Esc 保留现在的。`,
    outdatedText: (value: string, key: string): string =>
      `您上次没有写完，在这以后这篇文字改过：“${value}”。${bothTexts(key)}`,
    both: {
      title: (place: string): string => `看不同：${place}`,
      lead: '从现在的文字到您没写完的：划去的字您那里没有，画线的字是您写的。',
      same: '两边一样。',
      goOn: '接着写我的',
      take: '用现在的',
    },
    back: (place: string, text: string): string => `${place}：上次离开本页时${quoted(text)}还没有填完。`,
  },
  text: textWords,
  /** What is said of a cell. */
  ofCell: (place: string, said: string): string => `${place}：${said}`,
  skipped: (count: number, reason: string): string =>
    `有 ${count} 个锁定的单元格没有改动${reason ? `（${reason.replace(/。$/, '')}）` : ''}，其余已写入。`,
  reviewerLock: '您以审核人身份打开，只能查看和批注，不能修改。',

  bar: {
    label: '工具栏',
    menu: '菜单',
    undo: '撤销',
    redo: '重做',
    undoKeys: '撤销（Ctrl+Z）',
    redoKeys: '重做（Ctrl+Y）',
    download: '下载 .xlsx',
    print: '打印',
    printKeys: '打印当前表（Ctrl+P）',
    find: '查找',
    findKeys: '查找和替换（Ctrl+F）',
    findings: '校验结果',
    /** 撤销 or 重做, and what it was. */
    stepped: (way: string, what: string): string => `${way}：${what}`,
    steppedPartly: (stepped: string, left: string): string => `${stepped}。${left}`,
    /** Part of the caption of the menu item that opens the bundle's sidebar. */
    sidebarSign: '侧栏',
    comments: '批注',
    history: '单元格历史',
    files: '文件',
    start: '打开其他工作簿',
    openComments: (count: number): string => (count > 0 ? `批注，${count} 条未解决` : '批注'),
  },
  role: { editor: '填报人', reviewer: '审核人' },
  people: {
    label: '正在使用的人',
    me: (name: string): string => `${name}（我）`,
    at: (name: string, role: string, place: string): string => `${name}，${role}${place ? `，在${place}` : ''}`,
    someone: '别人',
    here: (names: readonly string[]): string => `${names.join('、')}在这一格`,
    more: (count: number): string => `另外 ${count} 人`,
  },
  tabs: '工作表',
  grid: '表格',
  gridCorner: '行号和列标',
  covered: '这里被合并的单元格盖住，写了也看不见。',
  zoom: { label: '显示比例', out: '缩小', in: '放大', percent: (percent: number): string => `${percent}%` },
  find: {
    label: '查找和替换',
    sought: '查找内容',
    other: '替换为',
    previous: '上一个',
    next: '下一个',
    replacing: '替换…',
    replace: '替换',
    replaceAll: '全部替换',
    none: '没有找到',
    count: (count: number): string => `共 ${count} 格`,
    at: (at: number, count: number): string => `第 ${at} 格，共 ${count} 格`,
    replaceable: (count: number, all: number): string =>
      count === all ? '，都可以替换' : `，可替换 ${count} 格，其余 ${all - count} 格是数字、公式或者已锁定`,
    replaced: (count: number, left: number): string =>
      `已替换 ${count} 格${left > 0 ? `，另外 ${left} 格是数字、公式或者已锁定，没有改动` : ''}`,
  },
  cell: {
    label: '当前单元格',
    name: '名称框：填写地址（如 D7）或者行名，按 Enter 前往',
    noName: (text: string): string => `没有找到“${text}”。可以填写地址（如 D7、三、依申请公开!D7）或者行名里的文字。`,
    content: '内容',
    blank: '（空）',
    locked: '已锁定',
    input: '可填写',
    note: (note: string): string => `说明：${note}`,
    hint: '填写要求',
    wrong: '不符合填写要求',
    wrongFor: (hint: string): string => `不符合填写要求：${hint}`,
    /** As a cell is read aloud: address, row, column, content. */
    spoken: (parts: readonly string[]): string => parts.join('，'),
    formula: '公式',
    commented: (count: number): string => `这一格 ${count} 条批注`,
  },

  saving: savingWords,

  /** Two people in one cell. */
  both: twoPeopleWords,

  understood: understoodWords,
  zeros: { caption: menuWords.zeros, title: '把这张表里空白的格子填 0，先说明有几格、在哪里' },

  switched: switchedWords,

  update: {
    soon: '工作台已更新，本页马上自动重新打开。还没保存的修改会带过去接着保存；正在填写的内容请先填完。',
    done: (unsent: number, cells: string): string =>
      `工作台已更新，本页已重新打开。${unsent > 0 ? `更新前没保存的 ${unsent} 处修改正接着保存：${cells}。` : ''}`,
    still:
      '本页与工作台的版本不同，重新打开后仍然不同。请先把没保存的内容抄下来，再关闭本页，用启动窗口里的链接重新进入。',
    notKept: '工作台已更新，但浏览器留不住没保存的修改。请先把它们抄下来，再刷新本页。',
  },

  run: {
    running: (name: string): string => `正在运行：${name}`,
    byOther: (who: string, name: string): string => `${who}正在运行：${name}`,
    failed: (name: string): string => `${name}没有完成`,
    offline: '连接不上服务，请稍后再试。',
    ok: '确定',
    yes: '是',
    no: '否',
    nothingToUndo: '没有可以撤销的操作。',
  },

  files: {
    title: '生成的文件',
    ready: '文件已生成',
    download: '下载',
    preview: '预览',
    print: '打印',
    pdf: 'PDF',
    none: '还没有生成文件。运行“生成年度报告”后在这里下载。',
    size: (bytes: number): string => (bytes < 1024 ? `${bytes} 字节` : `${Math.round(bytes / 1024)} KB`),
  },

  comments: {
    title: '批注',
    none: '还没有批注。选中单元格，在上面写批注。',
    noneOpen: '没有未解决的批注。',
    blank: '请先填写批注内容。',
    add: '添加批注',
    addAt: (place: string): string => `在 ${place} 添加批注`,
    remark: '回复',
    remarkTo: (who: string): string => `回复${who}`,
    resolve: '标为已解决',
    reopen: '重新打开',
    resolved: '已解决',
    open: '未解决',
    showResolved: '显示已解决的批注',
    text: '批注内容',
    goto: (place: string): string => `转到 ${place}`,
    failed: '批注没有保存',
    begun: (place: string, text: string): string => `${place}：上次离开本页时，批注${quoted(text)}还没有写完。`,
    /** On words of a text. */
    begunOn: (place: string, words: string, text: string): string =>
      `${place}：上次离开本页时，对${quoted(words)}的批注${quoted(text)}还没有写完。`,
    goOn: '接着写',
  },

  history: historyWords,
  trail: trailWords,

  /** The line of messages below the cells. */
  messages: { more: (count: number): string => `还有 ${count} 条`, all: '全文', fewer: '收起' },

  sidebar: { close: '关闭侧栏', message: '消息', more: '在侧栏看全文', seen: '知道了' },

  name: {
    title: '请问怎么称呼您？',
    hint: '姓名会写在修改历史和批注里，也让同时使用的人知道您在哪个单元格。',
    label: '姓名',
    go: '进入',
    need: '请填写姓名。',
    /** Of the name that was given in this browser before. */
    known: (name: string): string => `您的姓名是“${name}”，这个浏览器上次填的。`,
    other: '不是我，换姓名',
  },
  notLetIn: '请用管理员给您的链接打开本页。',

  start: startWords,
} as const
