const nothingToUndo = '没有可以撤销的修改。'
const nothingToRedo = '没有可以重做的修改。'

const stepWords = (way: string, nothing: string) => ({
  /** `next`: what the next press takes; null: nothing. */
  skipped: (what: string, why: string, next: string | null) =>
    `不能${way}“${what}”：${why}。已跳过这一步；${next === null ? nothing : `再按一次，${way}的是“${next}”。`}`,
  left: (count: number, named: readonly string[]) =>
    `其中 ${count} 处没有${way}，保持现在的内容：${named.join('、')}${count > named.length ? ' 等' : ''}。`,
  event: way,
  /** Of 流程记录; `count` and `cells`: of the form, not of what the program writes for itself. */
  detail: (what: string, count: number, cells: string, isAll: boolean, left: string) =>
    `${way}“${what}”${count > 0 ? `，改动 ${count} 格：${cells}${isAll ? '' : ' 等'}` : ''}。${left}`,
})

/** What the desk says to the people who work in a workbook together. */
export const officeWords = {
  reviewer: '您是审核人，只能批注，不能修改。',
  noSheet: '这张工作表已经不在了，请刷新页面。',
  outside: (rows: number, columns: number) => `超出了表格的范围（共 ${rows} 行、${columns} 列），没有写入。`,
  lockedLabel: (reason: string) =>
    reason ? `这里已锁定，不能修改：${reason}` : '这里已锁定，不能修改：是固定的标题、说明，或由程序填写。',
  lockedTotal: '这里是合计，由公式自动计算，所以锁定。确要手工填写，请单独填写这一格并确认。',
  totalIsFigure: '合计只能填数字或公式，没有写入。',
  ragged: '粘贴的内容各行长短不一，没有写入。',
  tooMany: (most: number) => `一次最多修改 ${most} 个单元格，没有写入。`,
  longText: (most: number) => `一个单元格最多 ${most} 字，没有写入。`,
  covered: (cell: string, first: string) =>
    `${cell} 是合并单元格的一部分，那里不能单独填写，没有写入。请填在合并单元格的第一格 ${first}。`,
  sameName: '这次修改的编号已经用在另一次修改上，没有写入。请重新填写一次。',
  cleaned: '填写的内容里有看不见的控制字符，表格文件存不下，已去掉，其余照写。',
  onlyUnwritable:
    '填写的内容只有看不见的控制字符或者不完整的字，表格文件存不下，没有写入，原来的内容不变。请重新填写。',
  newer: (count: number) => `有 ${count} 格在您填写以后别人又改过，还没有写入，请先看过再决定。`,
  edited: (cell: string, count: number) => (count > 1 ? `修改 ${cell} 等 ${count} 格` : `修改 ${cell}`),
  nothingToUndo,
  nothingToRedo,
  steps: {
    changed: (who: string, cell: string) => `${cell}（${who ? `${who}后来又改过` : '后来又改过'}）`,
    locked: (cell: string, reason: string) => `${cell}（已锁定${reason ? `：${reason}` : ''}）`,
    sheetChanged: (sheet: string) => `工作表“${sheet}”（后来又有改动）`,
    gone: '已经不在的工作表',
    /** Of a run that changed nothing but 流程记录. */
    kept: (hasFiles: boolean) => `${hasFiles ? '文件已经生成' : '“流程记录”里的一行留着'}，填写的内容没有改动`,
    undo: stepWords('撤销', nothingToUndo),
    redo: stepWords('重做', nothingToRedo),
  },
  logged: {
    event: '填写',
    what: '记录填写',
    cells: (tabs: readonly (readonly [tab: string, names: readonly string[]])[]): string =>
      tabs.map(([tab, names]) => `${tab} ${names.join('、')}`).join('；'),
    /** `cells`: of each tab, the first ones. */
    detail: (since: string, count: number, cells: string, isAll: boolean) =>
      `${since} 起修改 ${count} 格：${cells}${isAll ? '' : ' 等'}`,
  },
  /** What an edit is called that puts back what stood there. */
  restored: '恢复',
  /** What the program does after a change of a checked workbook. */
  renewed: '更新校验标记',
  commentBlank: '批注没有内容。',
  commentLong: (most: number) => `批注最多 ${most} 字。`,
  commentGone: '这条批注已经不在了，请刷新页面。',
  resolved: '已解决',
  reopened: '重新打开',
  noCommand: (name: string) => `没有“${name}”这项操作，请刷新页面。`,
  badArguments: (name: string) => `“${name}”收到的内容不对，什么都没有改动。请刷新页面后重试。`,
  questionGone: (action: string) => `“${action}”的这个问题已经过期，什么都没有改动。请重新运行。`,
  /** The role stands beside the name: a reviewer may have given the name of another. */
  reviewerNamed: (name: string) => `${name}（审核人）`,
  someone: '别人',
} as const
