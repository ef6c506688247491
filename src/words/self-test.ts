/** What users read in 自检. A file of its own: only that part of the bundle needs it. */
import { helpWords } from './actions'

/** A probe: what the program rests on, and what follows for the office where Google does it otherwise. */
interface ProbeWords {
  assumes: string
  differs: string
  /** What follows where the permission is missing; most probes have the same. */
  refused?: string
}

const wrongFigures = '请把这份结果发给维护程序的人：从单元格读到的数可能与看到的不同，在弄清以前请用工作台。'
const wrongLayout = '“初始化模板”建出的工作表可能不完整，请把这份结果发给维护程序的人。'
const noFiles = '“生成年度报告”可能存不了文件，请改用工作台生成，并把这份结果发给维护程序的人。'
const slow = '菜单会慢：校验可能要十几秒，不影响结果。'

/** What the probes make and take away again: names that nobody else gives. */
export const temporaryNames = {
  tabNames: { main: 'nianbao自检（临时）', copy: 'nianbao自检（副本）', gone: 'nianbao自检（将删除）' },
  rangeName: 'nianbao_self_test',
  fileName: 'nianbao自检',
} as const

export const probeWords = {
  scopes: {
    assumes: '四项授权都已经给程序',
    differs: '谷歌没有说明给了哪些授权，以下各项会分别说明。',
    refused: '请再点一次菜单，在授权窗口勾选全部四项；窗口不出现的，请管理员查看是否禁止了这个程序。',
  },
  person: {
    assumes: '谷歌告诉程序操作人的邮箱',
    differs: '谷歌没有告诉操作人的邮箱（单位的规定，或者不是同一个单位的账号）。程序改用运行账号的邮箱，见下一项。',
  },
  effectivePerson: {
    assumes: '谷歌告诉程序运行账号的邮箱',
    differs:
      '谷歌没有告诉运行账号的邮箱（没有同意这项授权）。两个邮箱都没有的，程序会问一次姓名，“流程记录”里标明未核实身份。',
  },
  locale: {
    assumes: '表格的语言区域是中国，时区是北京时间',
    differs: '日期会按别的习惯读。请在“文件”→“设置”里把语言区域改为中国、时区改为上海。',
  },
  lock: { assumes: '表格有自己的锁', differs: '两个人同时点菜单时不会排队，请约定一次一个人操作。' },
  properties: {
    assumes: '表格能记下 8 KB 的属性',
    differs: '撤销、没有做完的操作可能记不下来，点菜单以后请不要马上关闭表格。',
  },
  parts: {
    assumes: '程序的每个部分都完整，一个字不差',
    differs: '程序没有推送完整，或者推送以后改动过。请运行 npm run google:push。',
  },
  fraction: { assumes: '键入 3/4 得到日期', differs: wrongFigures },
  chineseDay: { assumes: '键入 2024年1月31日 得到日期', differs: wrongFigures },
  shortDay: { assumes: '键入 12-1 得到日期', differs: wrongFigures },
  padded: { assumes: '键入带空格的 8 得到数 8', differs: wrongFigures },
  fullWidth: { assumes: '键入全角 ８ 仍是文字，由校验指出', differs: wrongFigures },
  asText: { assumes: '文本格式（@）的格子里键入 8 仍是文字', differs: wrongFigures },
  numberAsText: { assumes: '程序写进文本格式格子的 8 读回来仍是 8（数或者文字）', differs: wrongFigures },
  apostrophe: { assumes: '单引号开头的时间存为文字', differs: '“流程记录”的时间会变成日期，写法可能改变，内容不丢。' },
  dayZone: {
    assumes: '日期从表格所在时区的零点开始',
    differs: '日期可能读成前一天或后一天，请在“文件”→“设置”里把时区改为上海，并核对填成日期的格子。',
  },
  localeTakes: {
    assumes: '程序改了语言区域，随后写入的内容就按新的习惯读',
    differs: '“初始化模板”改了语言区域的，请再运行一次“初始化模板”，再开始填报。',
  },
  general: { assumes: '格式 General 就是自动格式', differs: wrongFigures },
  link: { assumes: '跳转链接显示为文字', differs: '“校验结果”里点位置不能跳转，请用“校验结果侧栏”。' },
  emptyTab: {
    assumes: '空白工作表没有最后一行',
    differs: '“初始化模板”可能认不出空白表格，请先建一份新的空白表格再试。',
  },
  frozen: { assumes: '在冻结的首行以上插入的行也冻结', differs: '只影响显示，不影响数字。' },
  goneTab: {
    assumes: '引用的工作表删除以后公式里是 #REF!',
    differs: '删除工作表以后校验可能说得不准，请运行“初始化模板”。',
  },
  copy: { assumes: '复制工作表带着合并、备注、校验规则，原表的名称仍指原表', differs: wrongLayout },
  protect: {
    assumes: '重复保护得到同一个保护',
    differs: '工作表可能有几层保护，请在“数据”→“保护工作表和范围”里删掉多余的。',
  },
  namePlace: { assumes: '命名范围说得出自己在哪个工作表', differs: wrongLayout },
  brokenName: {
    assumes: '单元格已删除的名称仍列出，逐个可读可删',
    differs: '有失效的名称时菜单可能停下，请在“数据”→“已命名的范围”里删掉 #REF! 的。',
  },
  covered: { assumes: '整块写入合并的单元格，第一格正确', differs: wrongLayout },
  validation: { assumes: '校验规则读回来与写进去的相同', differs: '填错时单元格不提示，“校验”仍会指出。' },
  select: {
    assumes: '程序能选中一格，并把它的工作表翻到前面',
    differs: '侧栏里点结果不能跳转，请按写明的位置自己找。',
  },
  create: { assumes: '程序能在云端硬盘建文件', differs: noFiles },
  list: { assumes: '程序列得出自己建的文件', differs: '每次生成都会另建新文件，旧链接不更新。' },
  update: { assumes: '更新两次仍是同一个文件', differs: '每次生成以后链接会变，请以“流程记录”里最后的链接为准。' },
  convert: {
    assumes: '.docx 变成谷歌文档，再次更新仍是同一个文档',
    differs: '谷歌文档可能没有更新，报送和公开请用 Word 文件。',
  },
  bin: { assumes: '放进回收站的文件不再算作程序的文件', differs: '删掉的旧报告可能被再次更新，请到回收站清空。' },
  documentComments: {
    assumes: '读得到程序所建谷歌文档的批注',
    differs: '生成报告时不列出谷歌文档的批注，请打开文档看。',
  },
  keptComments: {
    assumes: '更新谷歌文档的内容以后，批注还在',
    differs: '重新生成报告会清掉谷歌文档里的批注。没有解决的批注已写进“流程记录”，请以那里为准。',
  },
  sheetComments: {
    assumes: '读得到这份表格的批注',
    differs: '生成报告时不列出表格的批注，请打开表格看。',
    refused:
      '在只有四项授权时本来如此：生成报告时会请您自己看表格的批注。单位允许的，管理员可以用 npm run google:push -- --with-comments 加上这项授权。',
  },
  timeRange: { assumes: '取一块单元格不必等谷歌', differs: slow },
  timeName: { assumes: '问工作表的名称不必等谷歌', differs: slow },
  timeNames: { assumes: '列出命名范围等一次谷歌', differs: slow },
  timeNotes: { assumes: '读备注等一次谷歌', differs: slow },
  page: { assumes: '窗口与程序之间能传 100 KB', differs: '导入很长的文本可能失败，请分几次粘贴，或者用工作台。' },
  paste: { assumes: '粘贴一块单元格，程序知道整块', differs: '粘贴以后格子上的标记可能不更新，请运行“校验”。' },
} as const satisfies Record<string, ProbeWords>

export type ProbeId = keyof typeof probeWords

const states = { passed: '通过', differs: '不同', refused: '没有授权', waiting: '待做' } as const

type Count = Readonly<Record<'passed' | 'differs' | 'refused', number>>

const PASSED = '与程序所依据的相同。'
const REFUSED = '程序没有得到这项授权。请再点一次菜单，在授权窗口勾选全部权限。'

export const selfTestWords = {
  title: helpWords.selfTest,
  states,
  meaning(id: ProbeId, state: keyof Count): string {
    const words: ProbeWords = probeWords[id]
    if (state === 'passed') return PASSED
    return state === 'differs' ? words.differs : (words.refused ?? REFUSED)
  },
  line: (state: string, assumes: string, seen: string, meaning: string) =>
    `${state}　${assumes}。实际：${seen}。${meaning}`,
  head: (time: string, version: string) => `nianbao ${version} 自检，${time}`,
  count: ({ passed, differs, refused }: Count) =>
    `${states.passed} ${passed}，${states.differs} ${differs}，${states.refused} ${refused}`,
  left: (things: readonly string[]) => `没有清理干净，请手工删除：${things.join('；')}`,
  clean: '临时工作表和文件已经删除。',
  tabNamed: (name: string) => `工作表“${name}”`,
  rangeNamed: (name: string) => `命名范围“${name}”`,
  fileNamed: (name: string) => `云端硬盘文件“${name}”`,

  waitingPage: '正在传送……',
  pageCut: '没有传完，原因见最下面。',
  waitingPaste: '要由人做：点“准备粘贴”，按新工作表里的说明粘贴，再点“看结果”。',
  preparePaste: '准备粘贴',
  seePaste: '看结果',
  pastePrepared: '请在新工作表里按说明粘贴，再点“看结果”。',
  pasteHelp: '选中 A3:B5，复制，粘贴到 D3，再回到自检窗口点“看结果”。',
  copy: '复制',
  copied: '已复制，可以粘贴到邮件里。',
  textLabel: '可以复制的全文',
  failed: '没有做完：',

  day: (day: string) => `日期 ${day}`,
  number: (value: number) => `数 ${value}`,
  text: (value: string) => (value === '' ? '空白' : `文字“${value}”`),
  boolean: (value: boolean) => (value ? '是' : '否'),
  nothing: '没有',
  missing: (names: readonly string[]) => `缺 ${names.join('、')}`,
  all: (count: number) => `${count} 项都在`,
  speed: (calls: number, each: string) => `${calls} 次，每次 ${each} 毫秒`,
  found: (count: number) => `读到 ${count} 条`,
  letters: (count: number) => `收到 ${count} 个字`,
  pasted: (area: string) => (area === '' ? '程序没有得到通知' : `程序得知 ${area}`),
  copyLacks: { merge: '合并', note: '备注', validation: '校验规则', name: '原表的名称', protection: '保护' },
  brokenRange: (told: string) => `名称仍列出，读它的位置得到 ${told}`,
} as const
