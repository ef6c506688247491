import type { Finding } from '../checks'
import type { TableId } from '../form'
import { numberOf, readFigure } from '../report'
import { intakeWords as words } from '../words/intake'
import { tabNames } from '../words/tabs'
import { isRow, type Block } from './blocks'
import { sourceFinding } from './findings'
import { isHeaderRow } from './rows-of-form'
import type { Outline } from './sections'

const hasNumber = (block: Block) => block.cells.some((cell) => numberOf(readFigure(cell)) !== null)

/** The rows of a section that stand together, without a line between them. */
function runsOf(blocks: readonly Block[]): Block[][] {
  const runs: Block[][] = [[]]
  for (const block of blocks) {
    if (isRow(block)) runs[runs.length - 1]?.push(block)
    else runs.push([])
  }
  return runs
}

/** More rows of one table than this get one finding together. */
const MOST_TOLD = 20
/** A table of which no row was read is another one: more of its rows than this get one finding together. */
const MOST_OF_OTHER = 3

function told(table: TableId, lost: readonly Block[], isOther: boolean): Finding[] {
  const tab = tabNames[table]
  const [first] = lost
  if (isOther && first && lost.length > MOST_OF_OTHER) {
    const message = words.tableUnknown(tab, first.place, lost.length)
    return [sourceFinding('READ.ROW_UNKNOWN', 'warning', { message, rests: [tab, first.place], quote: first.text })]
  }
  const [next] = lost.slice(MOST_TOLD)
  const rows = lost.slice(0, MOST_TOLD).map(({ place, text }) => {
    const message = words.rowUnknown(tab, place)
    return sourceFinding('READ.ROW_UNKNOWN', 'warning', { message, rests: [place, text], quote: text })
  })
  if (!next) return rows
  const message = words.moreUnknown(tab, next.place, lost.length - MOST_TOLD)
  return [...rows, sourceFinding('READ.ROW_UNKNOWN', 'warning', { message, rests: [tab, next.place] })]
}

/** `READ.ROW_UNKNOWN`: rows with figures in a table's section that belong to no row of the form. */
export function unknownRows({ sections }: Outline, used: ReadonlySet<Block>): Finding[] {
  return sections.flatMap(({ section: { content }, blocks }) => {
    if (!('table' in content)) return []
    const runs = runsOf(blocks).map((run) => ({ run, isOther: !run.some((block) => used.has(block)) }))
    const lostOf = ({ run }: { run: readonly Block[] }) =>
      run.filter((block) => !used.has(block) && !isHeaderRow(block.cells) && hasNumber(block))
    const own = runs.filter(({ isOther }) => !isOther)
    const others = runs.filter(({ isOther }) => isOther)
    return [
      ...told(content.table, own.flatMap(lostOf), false),
      ...others.flatMap((one) => told(content.table, lostOf(one), true)),
    ]
  })
}
