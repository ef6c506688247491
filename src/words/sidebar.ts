/** What users read in the sidebar of findings and about what is done from it. */
import { tabNames } from './tabs'

const DATA_CHANGED = '数据已有改动，什么都没有改。请看更新后的结果。'
/** Begins a 处理意见 that accepts its finding. */
const ACCEPTED = '已接受：'

/** So many changes are named; the log has them all. */
const NAMED = 8

export const sidebarWords = {
  /** Severities are told by word and by shape, not by colour alone. */
  signs: { error: '■', warning: '▲', info: '●' },
  count: (word: string, count: number) => `${word} ${count}`,
  accepted: '已接受',
  none: '没有需要处理的问题。',
  left: (count: number) =>
    `另有 ${count} 条没有列在这里，全部记在工作表“${tabNames.findings}”。处理上面的以后请重新校验。`,
  recheck: '重新校验',
  unlisted: `找不到工作表“${tabNames.findings}”，不能接受结果，请先运行“初始化模板”。`,
  goTo: '转到这一格',
  tabGone: (tab: string) => `找不到工作表“${tab}”，请重新校验。`,
  details: '原因和依据',
  source: '依据：',
  remark: '处理意见：',
  repair: '可选的修改',
  alternatives: (count: number, isFirstBest: boolean) =>
    `有 ${count} 种可能${isFirstBest ? '，较可能的在前' : ''}，请对照原始记录选一种`,
  from: (from: string) => (from === '' ? '空白' : from),
  to: (to: string, isFormula: boolean) => (to === '' ? '空白' : to) + (isFormula ? '（恢复公式）' : ''),
  apply: '应用这项修改',
  safe: (cells: number) => `只改写法、不改数值：${cells} 格`,
  applySafe: '全部应用',
  accept: '接受这一条…',
  reason: '理由',
  reasonMissing: '请写明理由。',
  acceptButton: '接受',
  withdraw: '撤回接受',
  undo: '撤销',
  lastRepair: (time: string, user: string, label: string) => `${time}${user === '' ? '' : ` ${user}`}：${label}`,
  several: (count: number) => `${count} 项修改`,
  wait: '正在处理……',
  otherAccount:
    '没有做成：浏览器里登录了几个谷歌账号，谷歌用了没有权限的那一个。请退出其他账号，或者在无痕窗口里只登录有权编辑这份表格的账号，再打开这个页面。',

  applied: (changes: readonly string[]) =>
    `已修改：${changes.slice(0, NAMED).join('；')}${changes.length > NAMED ? `等共 ${changes.length} 格` : ''}。可以撤销。`,
  undone: (left: readonly string[]) =>
    left.length === 0
      ? '已恢复为修改以前的内容。'
      : `已恢复为修改以前的内容；其中 ${left.length} 格后来又有改动，没有恢复：${left.slice(0, NAMED).join('；')}${left.length > NAMED ? ' 等' : ''}。`,
  leftAlone: (place: string) => `${place}：后来又有改动，没有恢复`,
  notUndone: '没有撤销：这些格子后来又有改动。什么都没有改。',
  nothingToUndo: '没有可以撤销的修改。',
  otherUndo: '没有撤销：这里显示的已经不是最近一次修改。什么都没有改，请看更新后的结果。',
  notApplied: `没有修改：${DATA_CHANGED}`,
  isFormula: '没有修改：这个总计由公式计算，请改组成它的数字。',
  tooLong: '没有修改：原来的内容太长，撤销时无法恢复。请在表中直接修改。',
  change: (place: string, from: string, to: string) => `${place}：${from} → ${to}`,
  applyEvent: '应用修改',
  undoEvent: '撤销修改',
  interrupted: (action: string, cause: string) =>
    `${action}没有完成：${cause}。请打开“校验结果侧栏”查看，没有做完的可以撤销。`,

  acceptance: (reason: string) => ACCEPTED + reason,
  acceptanceForm: /^\s*已接受\s*[：:]\s*(\S[^]*)$/,
  acceptEvent: '接受校验结果',
  withdrawEvent: '撤回接受',
  notListed: `没有记下：“${tabNames.findings}”里没有这一条，或者${DATA_CHANGED}`,
  verdict: (message: string, reason: string) => `${message}\n理由：${reason}`,
  acceptDone: '已接受，理由记在“处理意见”。',
  withdrawDone: '已撤回，理由留在“处理意见”。',
} as const
