import { isRow, type Block } from './blocks'
import type { RowItem, RowItems } from './row-items'
import { isHeaderRow, type FormRowCells } from './rows-of-form'

/** One table of a source: rows of which none has to be another one's repetition. */
export interface Instance {
  items: RowItem[]
  after: readonly string[]
  labelled: Set<FormRowCells>
}

/** A table repeats at least so many rows of the one before; fewer are rows printed twice. */
const FEWEST_REPEATED = 3

function begin(): Instance {
  return { items: [], after: [], labelled: new Set() }
}

function add(instance: Instance, item: RowItem): void {
  instance.items.push(item)
  if (item.row && item.how === 'exact') instance.labelled.add(item.row)
}

function repeatedRows(one: Instance, next: Instance): number {
  let count = 0
  for (const row of next.labelled) if (one.labelled.has(row)) count += 1
  return count
}

/** The rows of a source by tables: a table begins where labels return that stand above already. */
export function instancesOf({ items, after }: RowItems): Instance[] {
  const starts: Instance[] = [begin()]
  for (const item of items) {
    const current = starts[starts.length - 1] ?? begin()
    if (item.row && item.how === 'exact' && current.labelled.has(item.row)) {
      const next = begin()
      add(next, item)
      starts.push(next)
    } else add(current, item)
  }
  const tables: Instance[] = []
  for (const part of starts) {
    const before = tables[tables.length - 1]
    if (before && repeatedRows(before, part) < FEWEST_REPEATED) part.items.forEach((item) => add(before, item))
    else tables.push(part)
  }
  return tables.map((table, i) => ({ ...table, after: tables[i + 1]?.items[0]?.before ?? after }))
}

const CAPTION_BLOCKS = 12
const CAPTIONS = 4
const LONGEST_CAPTION = 80

/** The lines of text above a table, the nearest first: they say whose and of which year it is. */
export function captionsOf(
  first: Block | undefined,
  blocks: readonly Block[],
  positions: ReadonlyMap<Block, number>,
): string[] {
  const end = (first && positions.get(first)) ?? 0
  const captions: string[] = []
  for (let i = end - 1; i >= 0 && i >= end - CAPTION_BLOCKS && captions.length < CAPTIONS; i -= 1) {
    const block = blocks[i]
    if (!block || block.text.length > LONGEST_CAPTION) break
    if (!isRow(block)) captions.push(block.text)
    else if (!isHeaderRow(block.cells)) break
  }
  return captions
}

const YEAR = /([12]\d{3})\s*年/

/** The year that a table's captions name, 上年 being the one before the report's. */
export function yearOfCaptions(captions: readonly string[], year: number | null): number | null {
  for (const caption of captions) {
    const named = YEAR.exec(caption.normalize('NFKC'))?.[1]
    if (named !== undefined) return Number(named)
    if (year !== null && /上年|去年|上一年度/.test(caption) && !/结转/.test(caption)) return year - 1
    if (year !== null && /本年度?(?:数据|情况|表)|今年/.test(caption)) return year
  }
  return null
}
