/** What the editor of narratives says. */
import { fieldWords } from './fields'
import { quoted } from './one-line'

export const textWords = {
  writing: (place: string): string => `编写 ${place}`,
  reading: (place: string): string => `阅读 ${place}`,
  hint: '写完按 Ctrl+Enter；Esc 放弃修改；F8 到下一处提示或批注。',
  readingHint: '选中几个字，按 Ctrl+Alt+M 可以对它们写批注；F8 到下一处提示或批注；Esc 关闭。',
  count: (count: number): string => `${count} 字（一般约 1000 字）`,
  insertField: '插入数据项',
  comment: '批注所选文字',
  commentKeys: '批注所选文字（Ctrl+Alt+M）',
  selectFirst: '请先选中要批注的文字。',
  giveUp: '放弃修改',
  done: '完成',
  side: '提示和批注',
  findings: '校验提示',
  comments: '批注',
  /** Of findings about the text as it was. */
  findingsOf: (state: string): string => `校验提示：${state}`,
  checking: '正在校验…',
  notChecked: '连接不上服务，暂时没有校验；写的内容不受影响。',
  noFindings: '没有发现问题。',
  noComments: '没有批注。',
  kinds: { error: '错误', warning: '警告', info: '提示', comment: '批注' },
  gone: '（这些字已经改了）',
  fields: '插入数据项：生成报告时填入表中的数',
  fieldSought: '按名称查找，Enter 插入第一项',
  noField: '没有这样的数据项。',
  noValue: '还没有数',
  field: fieldWords.written,
  titled: (title: string, count: number): string => (count > 0 ? `${title}（${count}）` : title),
  said: (who: string, text: string): string => `${who}：${text}`,
  /** What is marked at one place. */
  together: (messages: readonly string[]): string => messages.join('　'),
  commentOn: (words: string): string => `批注${quoted(words.length > 40 ? `${words.slice(0, 40)}…` : words)}`,
  look: '看不同',
  givenUp: (place: string): string => `${place}：已放弃刚才的修改。`,
  bringBack: '恢复刚才的修改',
} as const
