import { edition2021 as form, grids, isCellId, type TableId } from '../form'
import { isBlank, writtenForm, type Report } from '../report'
import { documentWords as words } from '../words/document'
import type { DocumentElement, Document, Table } from './model'
import { narrativeElements } from './narrative'

function tableOf(report: Report, table: TableId, caption: string): Table {
  const grid = grids[table]
  const cells = grid.cells.map((cell) =>
    cell.figure === undefined ? cell : { ...cell, text: writtenForm(report.figures[cell.figure]) },
  )
  return { kind: 'table', ...grid, caption, cells }
}

function sectionElements(report: Report): DocumentElement[] {
  return form.sections.flatMap(({ ordinal, title, content }): DocumentElement[] => [
    { kind: 'heading', level: 1, text: `${ordinal}、${title}` },
    ...('table' in content
      ? [tableOf(report, content.table, title)]
      : narrativeElements(report.narrative[content.narrative])),
  ])
}

/** Figures that the form has no cell for: those of another edition, and （六）其他处理 in one row. */
const withoutCell = ({ figures }: Report): string[] =>
  Object.entries(figures).flatMap(([id, value]) =>
    isCellId(id) || isBlank(value) ? [] : [`${id} ${writtenForm(value)}`],
  )

/**
 * The finished report as a document: two title lines, then the six sections of the form (国办公开办函〔2021〕30号).
 * Figures stand exactly as written, blanks stay blank; where unit or year is not known the title shows a gap. Throws a
 * RangeError that names the figures for which the form has no cell; a draft leaves them out.
 */
export function documentOf(report: Report, options: { draft?: boolean } = {}): Document {
  const left = options.draft ? [] : withoutCell(report)
  if (left.length > 0) throw new RangeError(words.noCell(left))
  const unit = report.unit.replace(/\s+/g, ' ').trim()
  const year = words.year(report.year === null ? words.yearGap : String(report.year))
  const title = [unit || words.unitGap, year + form.title]
  return {
    meta: { edition: report.edition, unit, year: report.year, title: title.join('') },
    draft: options.draft ?? false,
    title,
    blocks: sectionElements(report),
  }
}
