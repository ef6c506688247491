/** What 校验结果 should hold, and the writes that get it there. */
import { checkedCopy, findingsColumns, findingsRows, freshness } from '../../workbook'
import type { Freshness, ReadRows, ReadValue, WorkbookSnapshot } from '../../workbook'
import { checkWords as words } from '../../words/actions'
import { clipped } from '../../words/one-line'
import { workbookWords } from '../../words/workbook'
import { readAt } from '../areas'
import type { CellWrite } from '../plan'
import type { Stamp } from '../stamp'
import { countsOf, type Assessment } from './assess'
import { findingRows, type FindingRow } from './finding-rows'

const WIDTH = checkedCopy.column + checkedCopy.columns - 1

/** A message quotes what stands in a cell, which may be of any length. */
const MOST_IN_MESSAGE = 2_000

/** Puts a blank before `=`, so that no host reads the text as a formula. */
const inert = (text: string): string => (text.startsWith('=') ? ` ${text}` : text)

const inQuotes = (text: string): string => `"${text.replace(/"/g, '""')}"`

function linkTo({ place, target }: FindingRow, sheetIds: Readonly<Record<string, number>>): string {
  const id = target && sheetIds[target.tab]
  if (id === null || id === undefined) return inert(place)
  return `=HYPERLINK(${inQuotes(`#gid=${id}&range=${target?.cell ?? ''}`)},${inQuotes(place)})`
}

/** A row as it is written, and as it is read back: a link is read as its label. */
interface BlockRow {
  written: ReadValue[]
  shown: ReadValue[]
}

function lineOf(row: FindingRow, index: number, sheetIds: Readonly<Record<string, number>>): BlockRow {
  const cells: Record<keyof typeof findingsColumns, ReadValue> = {
    number: row.fingerprint === '' ? '' : index + 1,
    severity: row.severity,
    place: inert(row.place),
    message: clipped(inert(row.message), MOST_IN_MESSAGE),
    why: inert(row.why),
    advice: inert(row.advice),
    source: inert(row.source),
    opinion: inert(row.opinion),
    fingerprint: row.fingerprint,
  }
  const names = Object.keys(findingsColumns) as (keyof typeof findingsColumns)[]
  const inOrder = names.sort((a, b) => findingsColumns[a] - findingsColumns[b])
  const shown = inOrder.map((name) => cells[name])
  const written = inOrder.map((name) => (name === 'place' ? linkTo(row, sheetIds) : cells[name]))
  return { written, shown }
}

const padded = (cells: readonly ReadValue[], width: number): ReadValue[] => [
  ...cells,
  ...Array.from({ length: width - cells.length }, () => ''),
]

export interface FindingsBlock {
  tab: string
  /** The rows below the header, down to the last one that an earlier check filled. */
  lines: BlockRow[]
  /** The first row below the header. */
  top: number
  banner: string
  summary: string
  isSame: boolean
  /** How many of the lines have to be written: those with a finding, and all down to the last one that differs. */
  stale: number
}

/** Whether a copy is the one that stands on 校验结果. */
export function holdsCopy(
  values: ReadRows,
  { copy, row, column }: Pick<Freshness, 'copy' | 'row' | 'column'>,
): boolean {
  return copy.every((line, r) =>
    line.every((text, c) => inert(text) === String(readAt(values, { row: row + r, column: column + c }))),
  )
}

export interface FindingsInput {
  assessment: Assessment
  snapshot: WorkbookSnapshot
  sheetIds: Readonly<Record<string, number>>
  stamp: Stamp
}

/** Null where the tab is missing. */
export function findingsBlock({ assessment, snapshot, sheetIds, stamp }: FindingsInput): FindingsBlock | null {
  const { reading, findings } = assessment
  const tab = reading.tabs.get('findings')
  const values = snapshot.tabs.find(({ name }) => name === tab)?.values
  if (tab === undefined || !values) return null
  const { copy, banner, row: top } = freshness(reading, snapshot)
  const rows = findingRows(assessment, values).map((row, index) => lineOf(row, index, sheetIds))
  const length = Math.max(1, rows.length, copy.length, values.length - top + 1)
  const left = checkedCopy.column - 1
  const lines = Array.from({ length }, (_, index): BlockRow => {
    const own = (copy[index] ?? []).map(inert)
    const line = (cells: readonly ReadValue[] = []) => padded([...padded(cells, left), ...own], WIDTH)
    return { written: line(rows[index]?.written), shown: line(rows[index]?.shown) }
  })
  const differs = ({ shown }: BlockRow, r: number): boolean =>
    shown.some((cell, c) => cell !== readAt(values, { row: top + r, column: c + 1 }))
  const different = lines.flatMap((line, r) => (differs(line, r) ? [r + 1] : []))
  const isSame = different.length === 0 && readAt(values, banner) === workbookWords.findings.fresh
  const stale = Math.max(1, rows.length, ...different.slice(-1))
  const summary = words.summary(countsOf(findings), stamp)
  return { tab, lines, top, banner: banner.formula, summary, isSame, stale }
}

/** Always writes the time of the check; everything else only if it differs from what is there. */
export function findingsWrites(block: FindingsBlock, isLinked: boolean): CellWrite[] {
  const { tab, top, lines, stale } = block
  const head = { kind: 'values', tab, row: top - 1 - findingsRows.header + findingsRows.summary, column: 1 } as const
  if (block.isSame && isLinked) return [{ ...head, values: [[block.summary]] }]
  const written = (isLinked ? lines.slice(0, stale) : lines).map((line) => line.written)
  const list: CellWrite = { kind: 'values', tab, row: top, column: 1, values: written }
  const room: CellWrite = { kind: 'grow', tab, rows: top + lines.length - 1, columns: WIDTH }
  return [room, list, { ...head, values: [[block.summary], [block.banner]] }]
}
