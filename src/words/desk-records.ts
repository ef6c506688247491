/** What the page says about what was done, in a cell and in the whole workbook. */

export const historyWords = {
  title: '单元格历史',
  of: (place: string): string => `${place} 的修改历史`,
  none: '这个单元格还没有修改记录。',
  change: (from: string, to: string): string => `${from} → ${to}`,
  kinds: { edit: '填写', run: '菜单操作', undo: '撤销', redo: '重做', comment: '批注', import: '打开文件' },
  formula: '（公式）',
  failed: (why: string): string => `历史没有读到：${why}`,
  /** Of an undo: what it took back. */
  ofStep: (name: string, what: string): string => `${name}：${what}`,
  /** Who, where it was nobody. */
  desk: '程序',
  gone: '删去：',
  fresh: '新写：',
  first: (value: string): string => `最早的内容：${value}`,
  restore: (value: string): string => `恢复成“${value}”`,
  newer: {
    title: '这一格后来又改过',
    question: (place: string, now: string, value: string): string =>
      `${place} 现在是“${now}”，比这条记录新。\n仍要恢复成“${value}”吗？现在的内容会留在历史里。`,
    anyway: '恢复',
    keep: '不恢复',
  },
} as const

export const trailWords = {
  title: '记录',
  ofCell: '这一格',
  ofAll: '整个工作簿',
  none: '还没有修改记录。',
  goto: '转到',
  gotoCell: (place: string): string => `转到 ${place}`,
  back: (value: string): string => `恢复成“${value}”`,
  backTo: (place: string, value: string): string => `恢复成“${value}”，${place}`,
  others: (count: number): string => `另外 ${count} 格`,
  changed: (count: number): string => `改动 ${count} 格`,
  left: (count: number): string => `还有 ${count} 格没有列出。`,
  earlier: '更早的记录',
} as const
