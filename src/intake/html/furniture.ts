import { isRow, type Block } from '../blocks'
import { blocksOf } from '../grid/line-blocks'
import { isRowLabel } from '../rows-of-form'
import { outlineOf } from '../sections'
import type { Holder, PageLine } from './page'

const LONGEST_CRUMBS = 120
const CRUMBS = /^.{0,12}(?:首页|主页|当前位置|所在位置).{0,100}[>›»＞]/

/** What sites print below an article. */
export const AFTER_ARTICLE =
  /^[【[（(\s]*(?:打印|关闭|分享到|扫一扫|上一篇|下一篇|上一条|下一条|返回顶部|责任编辑|浏览次数|主办单位|版权所有|网站标识码|网站地图|相关(?:链接|文章|信息))/

/** Links in a row are a menu; the way to the page is none of its text. */
function withoutMenus(lines: readonly PageLine[]): PageLine[] {
  const isLink = (line: PageLine | undefined) => line?.table === undefined && line?.origin.isLink === true
  return lines.filter((line, i) => {
    const text = line.cells[0] ?? ''
    if (line.table) return true
    if (isLink(line) && (isLink(lines[i - 1]) || isLink(lines[i + 1]))) return false
    return text.length > LONGEST_CRUMBS || !CRUMBS.test(text)
  })
}

function outermostFurniture(holder: Holder): Holder | undefined {
  let outermost: Holder | undefined
  for (let at: Holder | undefined = holder; at; at = at.parent) if (at.isFurniture) outermost = at
  return outermost
}

function common(one: Holder, other: Holder): Holder {
  let [a, b] = [one, other]
  while (a !== b) {
    const deeper: 'a' | 'b' = a.depth >= b.depth ? 'a' : 'b'
    const parent = deeper === 'a' ? a.parent : b.parent
    if (!parent) return deeper === 'a' ? a : b
    if (deeper === 'a') a = parent
    else b = parent
  }
  return a
}

function isWithin(holder: Holder, outer: Holder): boolean {
  let at: Holder | undefined = holder
  while (at && at.depth > outer.depth) at = at.parent
  return at === outer
}

const isRowOfForm = (block: Block) => isRow(block) && block.cells.slice(0, 3).some(isRowLabel)

/** Which lines are section titles, and which those or rows of the form. */
function landmarks(lines: readonly PageLine[]): { titles: number[]; all: number[] } {
  // Drafts carry a notice that is no block: every line is kept in step by being a block of its own.
  const blocks = lines.map((line): Block => blocksOf([line])[0] ?? { text: '', cells: [''], place: '' })
  const titles = new Set(outlineOf(blocks).sections.flatMap((section) => section.titles))
  const indices = (isOne: (block: Block) => boolean) => blocks.flatMap((block, i) => (isOne(block) ? [i] : []))
  return { titles: indices((block) => titles.has(block)), all: indices((b) => titles.has(b) || isRowOfForm(b)) }
}

/** The lines below the article: those outside the element that holds all of the report, and what sites print there. */
function articleEnd(lines: readonly PageLine[], { titles, all }: { titles: number[]; all: number[] }): number {
  const last = titles[titles.length - 1]
  if (last === undefined || titles.length < 2) return lines.length
  const holders = all.flatMap((i) => lines[i]?.origin.holder ?? [])
  const article = holders.reduce(common)
  const outside = lines.findIndex(({ origin }, i) => i > last && !isWithin(origin.holder, article))
  const printed = lines.findIndex(
    ({ table, cells }, i) => i > last && table === undefined && AFTER_ARTICLE.test(cells[0] ?? ''),
  )
  // A title without a line of its own below it was not where the article ends.
  const ends = [outside > last + 1 ? outside : -1, printed].filter((end) => end >= 0)
  return Math.min(lines.length, ...ends)
}

/** The lines of a page that may be a report: without menus, headers and footers of the site around it. */
export function withoutFurniture(lines: readonly PageLine[]): PageLine[] {
  const first = withoutMenus(lines)
  const { all } = landmarks(first)
  const kept = new Set(all.map((i) => first[i] && outermostFurniture(first[i].origin.holder)))
  const second = first.filter(({ origin }) => {
    const furniture = outermostFurniture(origin.holder)
    return furniture === undefined || kept.has(furniture)
  })
  return second.slice(0, articleEnd(second, landmarks(second)))
}
