import {
  edition2019,
  edition2021,
  figures,
  oneRowOtherwise,
  type CellId,
  type NarrativeId,
  type TableId,
} from '../form'
import type { Narrative, Report } from '../report'
import { raggedRows, type Finding } from '../checks'
import { documentWords } from '../words/document'
import { intakeWords as words } from '../words/intake'
import { isRow, type Block } from './blocks'
import { chooseTable, type Candidate, type Named } from './choose-table'
import { readDisputeTables } from './dispute-table'
import { EmptySourceError } from './empty-source-error'
import { sourceFinding } from './findings'
import { captionsOf } from './instances'
import { readLabelledTables } from './labelled-table'
import { leftOutText } from './left-out'
import { doubtedFindings, leftOutFindings } from './mark-findings'
import { choosePart } from './parts'
import { namesOf2019 } from './rows-of-form'
import { numberFindings, orderFindings, sectionFindings, tableFindings } from './section-findings'
import { outlineOf, type Outline, type SourceSection } from './sections'
import { confirmOrder } from './confirm-order'
import { placeUnplacedRows } from './place-unplaced-rows'
import type { TableReading } from './table-reading'
import { findTitle, type SourceHead } from './title/find-title'
import { unknownRows } from './unknown-rows'

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

const TABLES = ['table2', 'table3', 'table4'] as const

const isOf = (table: TableId, { section: { content } }: SourceSection): boolean =>
  'table' in content && content.table === table

/** What is read of a table in its own section. */
const readOwn = (table: TableId, { outline, edition }: Source): TableReading[] =>
  readTables(
    table,
    outline.sections.filter((section) => isOf(table, section)).flatMap(({ blocks }) => blocks),
    edition,
  )

/** What is read of a table in other places: all of it where its own section has none, else only whole tables. */
function readElsewhere(table: TableId, source: Source, hasOwn: boolean, taken: ReadonlySet<Block>): TableReading[] {
  const { outline, edition } = source
  const others = [
    ...outline.front,
    ...outline.sections.filter((section) => !isOf(table, section)).flatMap(({ blocks }) => blocks),
  ]
  const free = others.filter((block) => !taken.has(block))
  return readTables(table, free, edition).filter(
    ({ figures: read }) => !hasOwn || Object.values(read).filter((v) => v !== null).length >= FEWEST_FIGURES_ELSEWHERE,
  )
}

/** The tables. A line is a row of one table only, first of that in whose section it stands. */
function readAllTables(source: Source, named: Named): TableReading[] {
  const { blocks, positions } = source
  const own = TABLES.map((table) => readOwn(table, source))
  const taken = new Set(own.flat().flatMap(({ used }) => [...used]))
  const candidate =
    (isOwn: boolean) =>
    (reading: TableReading): Candidate => ({
      reading,
      captions: captionsOf(reading.first, blocks, positions),
      isOwn,
    })
  return TABLES.map((table, i) => {
    const readings = own[i] ?? []
    const elsewhere = readElsewhere(table, source, readings.length > 0, taken)
    for (const { used } of elsewhere) for (const block of used) taken.add(block)
    return chooseTable(table, [...readings.map(candidate(true)), ...elsewhere.map(candidate(false))], named)
  })
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

const FEWEST_NAMES = 2

/** The edition: 2019 if table 2, wherever it stands without a title, has names that only this edition has. */
function editionOf({ sections }: Outline, all: readonly Block[]): { edition: Edition; findings: Finding[] } {
  const own = sections.find(({ section: { content } }) => 'table' in content && content.table === 'table2')
  const blocks = own && own.titles.length > 0 ? own.blocks : all.filter(isRow)
  const names = [...new Set(blocks.flatMap(({ cells, text }) => namesOf2019([...cells, ...text.split(/\s+/)])))]
  if (names.length < FEWEST_NAMES) return { edition: '2021', findings: [] }
  const message = words.edition(edition2019.source)
  return { edition: '2019', findings: [sourceFinding('READ.EDITION', 'warning', { message, rests: names })] }
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
  const { edition, findings: editionFindings } = editionOf(outline, blocks)
  const positions = new Map(blocks.map((block, position) => [block, position]))
  const source: Source = { blocks, positions, outline, edition }
  const named = { unit: title.unit, year: title.year }
  const readings = confirmOrder(readAllTables(source, named))
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
    ...doubtedFindings(used),
    ...leftOutFindings(blocks, used),
    ...leftOutText(outline, used, title.quote),
    ...completed.findings,
    ...raggedRows(completed.report),
  ]
  return { report: completed.report, findings, unread: unreadFigures(completed.report) }
}
