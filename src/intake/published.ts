import { figures, type CellId, type NarrativeId, type TableId } from '../form'
import { numberOf, readFigure, type Narrative, type Report } from '../report'
import { raggedRows, type Finding } from '../checks'
import { intakeWords as words } from '../words/intake'
import { tabNames } from '../words/tabs'
import { isRow, type Block } from './blocks'
import { readDisputeTable } from './dispute-table'
import { EmptySourceError } from './empty-source-error'
import { sourceFinding } from './findings'
import { readLabelledTable } from './labelled-table'
import { settleRows } from './settle-rows'
import { isHeaderRow } from './rows-of-form'
import { orderFindings, sectionFindings, tableFindings, titleFindings } from './section-findings'
import { outlineOf, type Outline } from './sections'
import type { TableReading } from './table-reading'
import { findTitle } from './title'

/** A report as read, and what was found about its source. */
export interface Reading {
  report: Report
  findings: Finding[]
  /** Figures whose table or row was not found, as a finding tells; `check` takes them as its option. */
  unread: ReadonlySet<CellId>
}

const readTable = (table: TableId, blocks: readonly Block[]): TableReading =>
  table === 'table4' ? readDisputeTable(blocks) : readLabelledTable(table, blocks)

/** A table stands in its own section; where nothing of it is there, it is looked for everywhere else. */
function locateTable(table: TableId, { front, sections }: Outline): TableReading {
  const isOwn = ({ section }: Outline['sections'][number]) =>
    'table' in section.content && section.content.table === table
  const own = readTable(
    table,
    sections.filter(isOwn).flatMap(({ blocks }) => blocks),
  )
  if (own.used.size > 0) return own
  const others = sections.filter((found) => !isOwn(found)).flatMap(({ blocks }) => blocks)
  return readTable(table, [...front, ...others])
}

/** The lines less every run of rows of which one was read as part of a table. */
function withoutTables(blocks: readonly Block[], used: ReadonlySet<Block>): Block[] {
  const kept: Block[] = []
  let run: Block[] = []
  const endRun = () => {
    if (!run.some((block) => used.has(block))) run.forEach((block) => kept.push(block))
    run = []
  }
  for (const block of blocks) {
    if (isRow(block)) run.push(block)
    else {
      endRun()
      kept.push(block)
    }
  }
  endRun()
  return kept
}

function narrativeOf({ sections }: Outline, used: ReadonlySet<Block>): Narrative {
  const text = (id: NarrativeId) =>
    sections
      .filter(({ section }) => 'narrative' in section.content && section.content.narrative === id)
      .flatMap(({ blocks }) => withoutTables(blocks, used))
      .flatMap((block) => (block.text === '' ? [] : [block.text]))
      .join('\n')
  return { overview: text('overview'), problems: text('problems'), other: text('other') }
}

const hasNumber = (block: Block) => block.cells.some((cell) => numberOf(readFigure(cell)) !== null)

/** `READ.ROW_UNKNOWN`: rows with figures in a table's section that no table took. */
function unknownRows({ sections }: Outline, used: ReadonlySet<Block>): Finding[] {
  return sections.flatMap(({ section: { content }, blocks }) => {
    if (!('table' in content)) return []
    const lost = blocks.filter(
      (block) => isRow(block) && !used.has(block) && !isHeaderRow(block.cells) && hasNumber(block),
    )
    return lost.map((block) => {
      const message = words.rowUnknown(tabNames[content.table], block.place)
      return sourceFinding('READ.ROW_UNKNOWN', 'warning', {
        message,
        rests: [block.place, block.text],
        quote: block.text,
      })
    })
  })
}

/** A published report out of the lines of a source, whatever the source was. Throws an EmptySourceError. */
export function readPublished(blocks: readonly Block[]): Reading {
  const outline = outlineOf(blocks)
  const title = findTitle(outline.front)
  const readings = (['table2', 'table3', 'table4'] as const).map((table) => locateTable(table, outline))
  const used = new Set(readings.flatMap((reading) => [...reading.used]))
  const hasSections = outline.sections.some(({ titles }) => titles.length > 0)
  if (!title && !hasSections && used.size === 0) throw new EmptySourceError(words.empty)
  const unplaced = readings.flatMap((reading) => reading.unplaced)
  const settled = settleRows({
    edition: '2021',
    unit: title?.unit ?? '',
    year: title?.year ?? null,
    figures: Object.assign({}, ...readings.map(({ figures }) => figures)),
    narrative: narrativeOf(outline, used),
    ...(unplaced.length > 0 && { unplaced }),
  })
  const findings = [
    ...titleFindings(title),
    ...outline.sections.flatMap((found) => sectionFindings(found, readings)),
    ...orderFindings(outline, blocks),
    ...readings.flatMap((reading) => tableFindings(reading, blocks)),
    ...unknownRows(outline, used),
    ...settled.findings,
    ...raggedRows(settled.report),
  ]
  const unread = figures.flatMap(({ id }) => (id in settled.report.figures ? [] : [id]))
  return { report: settled.report, findings, unread: new Set(unread) }
}
