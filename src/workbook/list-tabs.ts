/** 校验结果 and 流程记录: lists that grow downwards under a header row. */
import { tabNames } from '../words/tabs'
import { workbookWords as words } from '../words/workbook'
import { rangeNames, tabTitle, textCell } from './tab-frame'
import type { LayoutCell, LookName, TabLayout } from './types'

/** Columns of 校验结果. */
export const findingsColumns = {
  number: 1,
  severity: 2,
  place: 3,
  message: 4,
  why: 5,
  advice: 6,
  source: 7,
  opinion: 8,
  fingerprint: 9,
} as const

/** Rows of 校验结果: the summary of the last check, whether figures have changed since, the column headers. */
export const findingsRows = { summary: 2, banner: 3, header: 5 } as const

/** The hidden copy of what was checked, on 校验结果: its first cell and its greatest width. */
export const checkedCopy = {
  row: findingsRows.header + 1,
  column: findingsColumns.fingerprint + 1,
  columns: 15,
} as const

/** Columns of 流程记录. */
export const logColumns = { time: 1, person: 2, event: 3, detail: 4, files: 5, digest: 6 } as const
const LOG_HEADER = 3

const headers = (labels: Readonly<Record<string, string>>, row: number): LayoutCell[] =>
  Object.values(labels).map((label, i) => textCell('columnHeader', label, row, i + 1))

const FINDINGS_ROWS = 240
const LOG_ROWS = 200
const shared = { validations: [], rowHeights: { 1: 36 } }
const landscape = { orientation: 'landscape', fitToHeight: 0 } as const

export function findingsTab(): TabLayout {
  const { columns, notRun, hint } = words.findings
  const { summary, banner, header } = findingsRows
  const first = header + 1
  const last = Object.keys(columns).length
  const shown = findingsColumns.opinion
  const copies = Array.from({ length: checkedCopy.columns }, (_, i) => checkedCopy.column + i)
  const look = (column: number): LookName => (column === findingsColumns.opinion ? 'textInput' : 'machine')
  return {
    ...shared,
    key: 'findings',
    name: tabNames.findings,
    rows: FINDINGS_ROWS,
    columns: checkedCopy.column + checkedCopy.columns - 1,
    frozenRows: header,
    columnWidths: [60, 60, 190, 380, 260, 260, 200, 200, ...Array.from({ length: 1 + copies.length }, () => 60)],
    cells: [
      textCell('title', tabTitle('findings'), 1, 1, shown),
      { row: summary, column: 1, rows: 1, columns: shown, look: 'plain', isInput: false },
      textCell('hint', notRun, banner, 1, shown),
      textCell('hint', hint, banner + 1, 1, shown),
      ...headers(columns, header),
    ],
    listLooks: [
      ...Array.from({ length: last }, (_, i) => ({ column: i + 1, from: first, look: look(i + 1) })),
      ...copies.map((column) => ({ column, from: first, look: 'exactText' as const })),
    ],
    names: [{ name: rangeNames.findings, area: { row: header, column: 1, rows: 1, columns: last } }],
    open: [{ row: first, column: findingsColumns.opinion, rows: FINDINGS_ROWS - header, columns: 1 }],
    hiddenColumns: [findingsColumns.fingerprint, ...copies],
    print: { ...landscape, repeatRows: header },
  }
}

export function logTab(): TabLayout {
  const { columns, hint } = words.log
  const last = Object.keys(columns).length
  return {
    ...shared,
    key: 'log',
    name: tabNames.log,
    rows: LOG_ROWS,
    columns: last,
    frozenRows: LOG_HEADER,
    columnWidths: [150, 150, 150, 360, 300, 300],
    cells: [
      textCell('title', tabTitle('log'), 1, 1, last),
      textCell('hint', hint, 2, 1, last),
      ...headers(columns, LOG_HEADER),
    ],
    listLooks: Array.from({ length: last }, (_, i) => ({
      column: i + 1,
      from: LOG_HEADER + 1,
      look: 'machine' as const,
    })),
    names: [{ name: rangeNames.log, area: { row: LOG_HEADER, column: 1, rows: 1, columns: last } }],
    open: [],
    hiddenColumns: [],
    print: { ...landscape, repeatRows: LOG_HEADER },
  }
}
