import { edition2021, grids, type GridCell, type TableId } from '../../../src/form'
import type { Report } from '../../../src/report'

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function written(report: Report, { figure, text }: GridCell): string {
  if (figure === undefined) return text
  const value = report.figures[figure]
  if (value === null || value === undefined) return ''
  return typeof value === 'number' ? String(value) : value.raw
}

function tableRows(table: TableId, report: Report): string[][] {
  const { rows, columns, cells } = grids[table]
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''))
  for (const cell of cells) {
    const row = grid[cell.row]
    if (row) row[cell.column] = written(report, cell)
  }
  return grid
}

/** A report as Excel saves a sheet in which all of it stands. */
export function csvOf(report: Report): string {
  const { overview, problems, other } = report.narrative
  const narratives: Readonly<Record<string, string>> = { overview, problems, other }
  const sections = edition2021.sections.flatMap(({ ordinal, title, content }) => [
    [`${ordinal}、${title}`],
    ...('table' in content ? tableRows(content.table, report) : [[narratives[content.narrative] ?? '']]),
  ])
  const rows = [[`${report.unit}${report.year}年政府信息公开工作年度报告`], ...sections]
  return rows.map((row) => row.map(quoted).join(',')).join('\r\n')
}
