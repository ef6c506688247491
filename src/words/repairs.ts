/** What users read about slips of the hand and the changes that would mend them. */

/** What happened to one figure. */
export const figureSlips = {
  total: '总计没有随着更新',
  digit: '有一位数字填错了',
  transposed: '两位数字颠倒了',
  dropped: '漏了一位数字',
  doubled: '有一位数字重复了',
  inserted: '多了一位数字',
  lost: '漏填，成了 0',
  filled: '多填了一个数',
  other: '数字填错了',
} as const

/** Which way figures moved in a row and in a column. */
const ways = {
  row: { on: '右', back: '左', cell: '格', line: '列', nextTo: { on: '右边一列', back: '左边一列' } },
  column: { on: '下', back: '上', cell: '格', line: '行', nextTo: { on: '下一行', back: '上一行' } },
} as const

export type Along = keyof typeof ways
export type Direction = 'on' | 'back'

/** What happened along a row or a column, or to a whole table. */
export const lineSlips = {
  swapped: (one: string, other: string) => `“${one}”和“${other}”两格填反了`,
  moved: (from: string, along: Along, direction: Direction) => `“${from}”的数填到了${ways[along].nextTo[direction]}`,
  movedFar: (from: string, into: string) => `“${from}”的数填到了“${into}”`,
  shiftedOn: (first: string, along: Along) => `从“${first}”起各格${ways[along].on}移了一格`,
  shiftedBack: (lost: string, along: Along) => `漏填了“${lost}”，后面各格${ways[along].back}移了一格`,
  split: (whole: string, left: string, right: string, isMoved: boolean) =>
    `“${whole}”被拆成两格“${left}”“${right}”${isMoved ? '，后面各格右移一位' : ''}`,
  table: (along: Along, direction: Direction) => `整张表${ways[along][direction]}移了一${ways[along].line}`,
  /** Some rows, from one column to another. */
  rows: (first: string, last: string, from: string, into: string, direction: Direction) =>
    `从“${first}”到“${last}”各行，“${from}”到“${into}”的数${ways.row[direction]}移了一列`,
  /** Some columns, from one row to another. */
  block: (columns: readonly string[], first: string, last: string, direction: Direction) =>
    `${columns.length > 1 ? `“${columns[0] ?? ''}”至“${columns[columns.length - 1] ?? ''}”各列` : `“${columns[0] ?? ''}”一列`}从“${first}”到“${last}”，各数${ways.column[direction]}移了一行`,
  tableFrom: (first: string, along: Along, direction: Direction) =>
    `从“${first}”起各${ways[along].line}${ways[along][direction]}移了一${ways[along].line}`,
} as const

export type FigureSlipId = keyof typeof figureSlips
export type LineSlipId =
  'blockOn' | 'blockBack' | 'swapped' | 'moved' | 'shiftedOn' | 'shiftedBack' | 'split' | 'tableOn' | 'tableBack'

/** So many cells of a change are named; of more, how many there are. */
const NAMED = 4

export const repairWords = {
  block: (count: number) => `各数移回原位，被盖住的按勾稽关系推算，共改 ${count} 格`,
  total: (place: string, from: string, to: string) => `把${place}由 ${from} 改为各项之和 ${to}`,
  figure: (place: string, from: string, to: string) => `把${place}由 ${from} 改为 ${to}`,
  allHold: '，有关的勾稽关系全部成立',
  cell: (name: string, from: string, to: string) => `${name}由 ${from === '' ? '空白' : from} 改为 ${to}`,
  line: (place: string, cells: readonly string[]) =>
    `${place}，${cells.length > NAMED ? `${cells.slice(0, NAMED - 1).join('，')}等共改 ${cells.length} 格` : cells.join('，')}`,
  table: (tab: string, count: number) => `${tab}各数移回原位，移出表外的按勾稽关系推算，共改 ${count} 格`,
  followed: (count: number) => `，有关的 ${count} 个总计随着更新`,
  slip: (happened: string, change: string) => `${happened}：${change}`,
  several: (slips: readonly string[]) => slips.join('；另外，'),
  /** Ends the label of a lone repair of many cells. */
  doubtful: (count: number) => `（只是一种可能：要改 ${count} 格，请先对照原始记录确认各数确实移动过）`,
  /** Ends the label of a repair that is no better than others. */
  alike: (others: number, isCut: boolean) =>
    `（与另外${isCut ? '至少' : ''} ${others} 种改法同样可能，请对照原始记录）`,
} as const
