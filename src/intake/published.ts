import {
  edition2019,
  edition2021,
  figures,
  oneRowOtherwise,
  type CellId,
  type NarrativeId,
  type TableId,
} from '../form'
import { numberOf, readFigure, type Narrative, type Report } from '../report'
import { raggedRows, type Finding } from '../checks'
import { documentWords } from '../words/document'
import { intakeWords as words } from '../words/intake'
import { tabNames } from '../words/tabs'
import { isRow, type Block } from './blocks'
import { chooseTable, type Candidate, type Named } from './choose-table'
import { readDisputeTables } from './dispute-table'
import { EmptySourceError } from './empty-source-error'
import { sourceFinding } from './findings'
import { captionsOf } from './instances'
import { readLabelledTables } from './labelled-table'
import { leftOutText } from './left-out'
import { leftOutFindings } from './mark-findings'
import { choosePart } from './parts'
import { isHeaderRow, marksOf2019 } from './rows-of-form'
import { numberFindings, orderFindings, sectionFindings, tableFindings } from './section-findings'
import { outlineOf, type Outline } from './sections'
import { confirmOrder } from './confirm-order'
import { placeUnplacedRows } from './place-unplaced-rows'
import type { TableReading } from './table-reading'
import { findTitle, type SourceHead } from './title/find-title'

/** A report as read, and what was found about its source. */
export interface Reading {
  report: Report
  findings: Finding[]
  /** Figures whose table or row was not found; a finding says so. Give them to `check` as its option `unread`. */
  unread: ReadonlySet<CellId>
}

type Edition = '2021' | '2019'

const readTables = (table: TableId, blocks: readonly Block[], edition: Edition): TableReading[] =>
  table === 'table4' ? readDisputeTables(blocks) : readLabelledTables(table, blocks, edition)

/** Below the title of another section, a table counts only with so many figures: fewer may be rows that look like it. */
const FEWEST_FIGURES_ELSEWHERE = 15

/** The lines of a source with what every table is looked for in. */
interface Source {
  blocks: readonly Block[]
  positions: ReadonlyMap<Block, number>
  outline: Outline
  edition: Edition
}

/** Reads a table in its own section, and elsewhere if the section does not have it. */
function locateTable(table: TableId, source: Source, named: Named, taken: ReadonlySet<Block>): TableReading {
  const { outline, edition, blocks, positions } = source
  const isOwn = ({ section }: Outline['sections'][number]) =>
    'table' in section.content && section.content.table === table
  const own = outline.sections.filter(isOwn).flatMap((section) => section.blocks)
  const others = [
    ...outline.front,
    ...outline.sections.filter((section) => !isOwn(section)).flatMap((section) => section.blocks),
  ]
  const readings = readTables(table, own, edition)
  const free = others.filter((block) => !taken.has(block))
  const elsewhere = readTables(table, free, edition).filter(
    ({ figures: read }) =>
      readings.length === 0 || Object.values(read).filter((v) => v !== null).length >= FEWEST_FIGURES_ELSEWHERE,
  )
  const candidate =
    (isOwn: boolean) =>
    (reading: TableReading): Candidate => ({
      reading,
      captions: captionsOf(reading.first, blocks, positions),
      isOwn,
    })
  return chooseTable(table, [...readings.map(candidate(true)), ...elsewhere.map(candidate(false))], named)
}

/** The lines without the tables that were read: without every run of rows of which one was used. */
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
      .flatMap(({ text }) => (text === '' ? [] : [text === documentWords.blankParagraph ? '' : text]))
      .join('\n')
  return { overview: text('overview'), problems: text('problems'), other: text('other') }
}

const hasNumber = (block: Block) => block.cells.some((cell) => numberOf(readFigure(cell)) !== null)

/** More rows than this get one finding together. */
const MOST_TOLD = 20

/** `READ.ROW_UNKNOWN`: rows with figures in a table's section that belong to no row of the form. */
function unknownRows({ sections }: Outline, used: ReadonlySet<Block>): Finding[] {
  return sections.flatMap(({ section: { content }, blocks }) => {
    if (!('table' in content)) return []
    const lost = blocks.filter(
      (block) => isRow(block) && !used.has(block) && !isHeaderRow(block.cells) && hasNumber(block),
    )
    const tab = tabNames[content.table]
    const more = lost.length - MOST_TOLD
    const [first] = lost.slice(MOST_TOLD)
    const rest = first
      ? [
          sourceFinding('READ.ROW_UNKNOWN', 'warning', {
            message: words.moreUnknown(tab, first.place, more),
            rests: [tab, first.place],
          }),
        ]
      : []
    const told = lost.slice(0, MOST_TOLD).map((block) => {
      const message = words.rowUnknown(tabNames[content.table], block.place)
      return sourceFinding('READ.ROW_UNKNOWN', 'warning', {
        message,
        rests: [block.place, block.text],
        quote: block.text,
      })
    })
    return [...told, ...rest]
  })
}

const FEWEST_MARKS = 2

/** The edition: 2019 if table 2 has names that only this edition has. */
function editionOf({ sections }: Outline): { edition: Edition; findings: Finding[] } {
  const blocks = sections.flatMap(({ section: { content }, blocks }) =>
    'table' in content && content.table === 'table2' ? blocks : [],
  )
  const marks = [...new Set(blocks.flatMap(({ cells, text }) => marksOf2019([...cells, ...text.split(/\s+/)])))]
  if (marks.length < FEWEST_MARKS) return { edition: '2021', findings: [] }
  const message = words.edition(edition2019.source)
  return { edition: '2019', findings: [sourceFinding('READ.EDITION', 'warning', { message, rests: marks })] }
}

function unreadFigures({ edition, figures: read }: Report): Set<CellId> {
  if (edition !== edition2021.edition) return new Set()
  const isOneRow = oneRowOtherwise.some(({ id }) => id in read)
  return new Set(
    figures.flatMap(({ id, row }) => (id in read || (isOneRow && row.startsWith('otherwise.')) ? [] : [id])),
  )
}

const NO_HEAD: SourceHead = { titles: [], published: undefined }

/** A published report out of the lines of a source, whatever the source was. Throws an EmptySourceError. */
export function readPublished(given: readonly Block[], head: SourceHead = NO_HEAD): Reading {
  const { blocks, year: yearOfPart, findings: partFindings } = choosePart(given)
  const outline = outlineOf(blocks)
  const title = findTitle({ blocks, outline, head, chosenYear: yearOfPart })
  const { edition, findings: editionFindings } = editionOf(outline)
  const positions = new Map(blocks.map((block, position) => [block, position]))
  const source: Source = { blocks, positions, outline, edition }
  const named = { unit: title.unit, year: title.year }
  // A line is a row of one table only, first of that in whose section it stands.
  const taken = new Set<Block>()
  const tables = (['table2', 'table3', 'table4'] as const).map((table) => {
    const reading = locateTable(table, source, named, taken)
    for (const block of reading.used) taken.add(block)
    return reading
  })
  const readings = confirmOrder(tables)
  const used = new Set(readings.flatMap((reading) => [...reading.used]))
  const hasSections = outline.sections.some(({ titles }) => titles.length > 0)
  if (!title.isFound && !hasSections && used.size === 0) throw new EmptySourceError(words.empty)
  const unplaced = readings.flatMap((reading) => reading.unplaced)
  const completed = placeUnplacedRows({
    edition,
    ...named,
    figures: Object.assign({}, ...readings.map((reading) => reading.figures)),
    narrative: narrativeOf(outline, used),
    ...(unplaced.length > 0 && { unplaced }),
  })
  const findings = [
    ...partFindings,
    ...title.findings,
    ...editionFindings,
    ...outline.sections.flatMap((section) => sectionFindings(section, readings)),
    ...numberFindings(outline),
    ...orderFindings(outline, blocks),
    ...readings.flatMap((reading) => tableFindings(reading)),
    ...unknownRows(outline, used),
    ...leftOutFindings(blocks, used),
    ...leftOutText(outline, used, title.quote),
    ...completed.findings,
    ...raggedRows(completed.report),
  ]
  return { report: completed.report, findings, unread: unreadFigures(completed.report) }
}
