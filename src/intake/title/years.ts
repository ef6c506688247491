import { isRow, type Block } from '../blocks'
import type { Outline } from '../sections'
import { numberOfYear } from './title-text'

/** What a source says of its year beside its titles. */
export interface YearVoices {
  /** The year that the text names most often. */
  narrative: number | null
  /** Whether it names it once only. */
  isOnce: boolean
  /** The year from the first to the last day of which the figures were counted. */
  period: number | null
  /** The year above the tables. */
  tables: number | null
  /** The year before that in which it was published. */
  published: number | null
}

const BLANKS = /[\s\u3000]+/g
const YEAR = /([12]\d{3}|[一二][〇零○Ｏ一二三四五六七八九]{3})年(?!\d{1,2}月)/g
const PERIOD = /([12]\d{3})年0?1月0?1日起?(?:至|到|[-—–~～－])+(?:\1年)?12月31日/
const DATE = /(?:发布|发文|成文|公开|生成|印发|制发|登记)?(?:日\s*期|时\s*间)\s*[:：]?\s*[[（(]?([12]\d{3})\s*[-年./]/
const DATE_ALONE = /^\s*([12]\d{3})\s*[-年./]/
const LATER = /更新|修改/
const LONGEST_CAPTION = 80
const FEWEST = 2

const plain = (text: string) => text.normalize('NFKC').replace(BLANKS, '')

/** The one year that is clearly the commonest. */
function commonest(texts: readonly string[]): { narrative: number | null; isOnce: boolean } {
  const counts = new Map<number, number>()
  for (const [, written = ''] of texts.flatMap((text) => [...text.matchAll(YEAR)])) {
    const year = numberOfYear(written)
    if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  const isClear = first !== undefined && first[1] > (second?.[1] ?? 0)
  return { narrative: isClear ? first[0] : null, isOnce: isClear && first[1] < FEWEST }
}

function publishedIn(others: readonly string[], head: string | undefined): number | null {
  const written =
    DATE_ALONE.exec(head ?? '')?.[1] ??
    others.flatMap((text) => (LATER.test(text) ? [] : (DATE.exec(text)?.[1] ?? [])))[0]
  return written === undefined ? null : Number(written) - 1
}

const onlyOne = (years: readonly number[]): number | null => {
  const [first, ...others] = [...new Set(years)]
  return first !== undefined && others.length === 0 ? first : null
}

/** The years that the text, the period, the tables and the date of publication speak for. */
export function yearVoices(
  { sections }: Outline,
  others: readonly string[],
  published: string | undefined,
): YearVoices {
  const isProse = (block: Block) => !isRow(block)
  const overview = sections.flatMap(({ section: { content }, blocks }) =>
    'narrative' in content && content.narrative === 'overview' ? blocks.filter(isProse) : [],
  )
  const texts = [...others, ...overview.map(({ text }) => text)].map(plain)
  const captions = sections.flatMap(({ section: { content }, blocks }) =>
    'table' in content ? blocks.filter((block) => isProse(block) && block.text.length <= LONGEST_CAPTION) : [],
  )
  const captionYears = captions.flatMap(({ text }) =>
    [...plain(text).matchAll(YEAR)].map(([, year = '']) => numberOfYear(year) ?? []),
  )
  return {
    ...commonest(texts),
    period: onlyOne(texts.flatMap((text) => Number(PERIOD.exec(text)?.[1] ?? 0) || [])),
    tables: onlyOne(captionYears.flat()),
    published: publishedIn(others, published),
  }
}
