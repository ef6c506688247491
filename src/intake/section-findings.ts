import { tabNames } from '../words/tabs'
import { intakeWords as words } from '../words/intake'
import type { Finding } from '../checks'
import type { TableId } from '../form'
import type { Block } from './blocks'
import { sourceFinding } from './findings'
import type { SourceSection, Outline } from './sections'
import type { TableReading } from './table-reading'

/** `READ.SECTION_MISSING` and `READ.SECTION_TWICE`. A table that is missing as well is one finding, about the table. */
export function sectionFindings({ section, titles }: SourceSection, readings: readonly TableReading[]): Finding[] {
  const { content } = section
  const title = `${section.ordinal}、${section.title}`
  const about = 'narrative' in content ? { section: content.narrative } : {}
  if (titles.length > 1) {
    const places = titles.map(({ place }) => place)
    const message = words.sectionTwice(title, places)
    const quote = titles[1]?.text ?? title
    return [sourceFinding('READ.SECTION_TWICE', 'warning', { message, rests: [title, ...places], quote, ...about })]
  }
  const isTableLost = readings.some(
    ({ table, used }) => 'table' in content && content.table === table && used.size === 0,
  )
  if (titles.length === 1 || isTableLost) return []
  const message = words.sectionMissing(title)
  return [sourceFinding('READ.SECTION_MISSING', 'warning', { message, rests: [title], ...about })]
}

const WRITTEN_NUMBER =
  /^[#>*\s]*(?:第?([一二三四五六七八九十])\s*(?:[、.．:：]|部分|章)|[（(]([一二三四五六七八九十])[)）])/

/** `READ.SECTION_NUMBER`: titles with another number than the form's. The section is what its title says. */
export function numberFindings({ sections }: Outline): Finding[] {
  const wrong = sections.flatMap(({ section, titles }) =>
    titles.flatMap(({ text }) => {
      const match = WRITTEN_NUMBER.exec(text)
      const written = match?.[1] ?? match?.[2] ?? section.ordinal
      return written === section.ordinal ? [] : [{ section, quote: text.trim() }]
    }),
  )
  return wrong.map(({ section, quote }) => {
    const message = words.sectionNumber(quote, section.ordinal)
    const about = 'narrative' in section.content ? { section: section.content.narrative } : {}
    return sourceFinding('READ.SECTION_NUMBER', 'warning', {
      message,
      rests: [section.ordinal, quote],
      quote,
      ...about,
    })
  })
}

/** `READ.SECTION_ORDER`: titles that do not follow one another as the form has them. */
export function orderFindings({ sections }: Outline, blocks: readonly Block[]): Finding[] {
  const present = sections.flatMap(({ section, titles: [first] }) => (first ? [{ section, first }] : []))
  const position = new Map(blocks.map((block, i) => [block, i]))
  const standing = [...present].sort((a, b) => (position.get(a.first) ?? 0) - (position.get(b.first) ?? 0))
  const wrong = standing.find((entry, i) => entry !== present[i])
  if (!wrong) return []
  const ordinals = standing.map(({ section }) => section.ordinal)
  const message = words.sectionOrder(ordinals)
  return [sourceFinding('READ.SECTION_ORDER', 'warning', { message, rests: ordinals, quote: wrong.first.text })]
}

function tableMissing(table: TableId): Finding {
  return sourceFinding('READ.TABLE_MISSING', 'error', { message: words.tableMissing(tabNames[table]), rests: [table] })
}

/** Of more rows than this that a table prints twice one finding tells the rest together. */
const MOST_TOLD = 20

/** The rows printed twice that are not told one by one; their figures may be open. */
function moreTwice({ table, repeated }: TableReading): Finding[] {
  const more = repeated.slice(MOST_TOLD)
  const [next] = more
  if (!next) return []
  const other = more.filter(({ isSame }) => !isSame)
  const message = words.moreTwice(tabNames[table], next.block.place, more.length, other.length)
  const cells = other.flatMap((row) => row.cells)
  const rests = [table, next.block.place, ...more.map(({ label }) => label)]
  return [sourceFinding('READ.ROW_TWICE', other.length > 0 ? 'error' : 'warning', { message, rests, cells })]
}

/** `READ.TABLE_MISSING`, `READ.ROW_MISSING` and `READ.ROW_TWICE`. */
export function tableFindings(reading: TableReading): Finding[] {
  const { table, used, missing, repeated, findings, byOrder } = reading
  if (used.size === 0) return [tableMissing(table)]
  const tab = tabNames[table]
  const labels = missing.map(({ label }) => label)
  const cells = missing.flatMap((row) => row.cells)
  const lost =
    labels.length === 0
      ? []
      : [
          sourceFinding('READ.ROW_MISSING', 'warning', {
            message: words.rowsMissing(tab, labels),
            rests: labels,
            cells,
          }),
        ]
  const twice = repeated.slice(0, MOST_TOLD).map(({ label, block, isSame, cells }) => {
    const message = (isSame ? words.rowTwiceSame : words.rowTwiceOther)(tab, label, block.place)
    const rests = [label, block.place, block.text]
    return sourceFinding('READ.ROW_TWICE', isSame ? 'warning' : 'error', { message, rests, cells, quote: block.text })
  })
  return [...lost, ...twice, ...moreTwice(reading), ...findings, ...byOrder.map(({ finding }) => finding)]
}
