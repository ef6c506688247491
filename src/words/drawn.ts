import { intakeWords } from './intake'

/** What users read about painted pages, as a PDF has them. */

const NAMED = 3

/** Why the figure in a cell of a PDF cannot be trusted. */
export const doubtReasons = {
  unseen: '有看不见的数字：与底色同色、被遮盖或者没有画出',
  partSeen: '数字可能只露出一部分',
  watermark: '水印的数字压在这一格上',
  sideways: '数字是横放的',
  picture: '有图片，图片里的数字读不出',
  walls: '格子的边线不全，分不清属于哪一格',
  unknown: '有认不出的字符',
  struck: '数字上有一道线，可能已经划去',
  raised: '数字有大有小或者有高有低，可能有角标',
  overlapping: '数字重叠在一起',
  stacked: intakeWords.stacked,
  parted: '数字之间隔得很开，可能是两个数',
  colours: '数字的颜色不一样',
  crossed: '数字越过了格子的边线',
  turn: '这一格的数字是另外画上去的，可能是后来改的',
} as const

export type DoubtReason = keyof typeof doubtReasons

const pagesListed = (pages: readonly number[]): string =>
  `第 ${pages.slice(0, NAMED).join('、')} 页${pages.length > NAMED ? `等 ${pages.length} 页` : ''}`

export const drawnWords = {
  page: (page: number) => `第 ${page} 页`,
  paragraph: (page: number, paragraph: number) => `第 ${page} 页，第 ${paragraph} 段`,
  tableRow: (page: number, table: number, row: number) => `第 ${page} 页起的第 ${table} 张表第 ${row} 行`,
  line: (page: number, place: string) => `第 ${page} 页起，${place}`,
  scanned: (pages: readonly number[]) => `${pagesListed(pages)}是扫描的图片，其中的内容没有读取。`,
  pictures: (pages: readonly number[]) => `${pagesListed(pages)}有图片，图片里的内容没有读取。`,
}
