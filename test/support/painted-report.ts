import { edition2021, grids, type CellId, type GridCell, type TableId } from '../../src/form'
import type { Report } from '../../src/report'
import { PdfPage } from './pdf-file'

/** Where a cell of a painted table is. */
export interface PaintedCell {
  page: PdfPage
  left: number
  right: number
  top: number
  bottom: number
  /** The base line of its text. */
  base: number
}

/** Paints the figure of a cell in another way; false leaves it as it is. */
export type PaintCell = (id: CellId, written: string, cell: PaintedCell) => boolean

const LEFT = 60
const ROW = 16
const SIZE = 8

const columnsOf: Readonly<Record<TableId, readonly number[]>> = {
  table2: [150, 100, 100, 100],
  table3: [20, 50, 160, ...Array<number>(7).fill(36)],
  table4: Array<number>(15).fill(32),
}

function written(report: Report, { figure, text }: GridCell): string {
  if (figure === undefined) return text
  const value = report.figures[figure]
  if (value === null || value === undefined) return ''
  return typeof value === 'number' ? String(value) : value.raw
}

/** A long label in lines that fit. */
function linesIn(text: string, width: number): string[] {
  const count = Math.max(1, Math.floor((width - 2) / SIZE))
  return Array.from({ length: Math.ceil(text.length / count) }, (_, i) => text.slice(i * count, (i + 1) * count))
}

function paintTable(page: PdfPage, table: TableId, top: number, report: Report, paint: PaintCell): number {
  const widths = columnsOf[table]
  const xs = widths.reduce((all, width) => [...all, (all[all.length - 1] ?? 0) + width], [LEFT])
  const heightOf = (row: number) => (table === 'table3' && row < 3 ? ROW * 1.6 : ROW)
  const ys = [top]
  for (let row = 0; row < grids[table].rows; row += 1) ys.push((ys[row] ?? 0) + heightOf(row))
  for (const cell of grids[table].cells) {
    const [left, right] = [xs[cell.column] ?? 0, xs[cell.column + cell.columnSpan] ?? 0]
    const [above, below] = [ys[cell.row] ?? 0, ys[cell.row + cell.rowSpan] ?? 0]
    page.line(left, above, right, above).line(left, below, right, below)
    page.line(left, above, left, below).line(right, above, right, below)
    const text = written(report, cell)
    const base = (above + below) / 2 + SIZE / 3
    const place = { page, left, right, top: above, bottom: below, base }
    if (cell.figure !== undefined && paint(cell.figure, text, place)) continue
    if (cell.figure !== undefined) page.figure(right - 6, base, text, { size: SIZE })
    else paintLabel(place, text)
  }
  return ys[ys.length - 1] ?? top
}

/** Labels of the form are long: the small ones of a narrow row are painted smaller instead of broken. */
function paintLabel({ page, left, right, top, bottom }: PaintedCell, text: string): void {
  const lines = linesIn(text, right - left)
  const size = Math.min(SIZE, (bottom - top - 2) / lines.length)
  lines.forEach((line, i) => page.text(left + 1, top + size * (i + 0.9) + 1, line, { size }))
}

const LINE = 34

function paintParagraph(page: PdfPage, text: string, top: number): number {
  const indented = `\u3000\u3000${text}`
  const lines = Array.from({ length: Math.ceil(indented.length / LINE) }, (_, i) =>
    indented.slice(i * LINE, (i + 1) * LINE),
  )
  lines.forEach((line, i) => page.text(LEFT, top + 20 * (i + 1), line, { size: 14 }))
  return top + 20 * lines.length
}

const asIs: PaintCell = () => false

/** A report on three pages, its tables ruled. */
export function paintedReport(report: Report, paint: PaintCell = asIs): PdfPage[] {
  const pages = [new PdfPage(), new PdfPage(), new PdfPage()] as const
  const [first, second, third] = pages
  const titles = edition2021.sections.map(({ ordinal, title }) => `${ordinal}、${title}`)
  const { overview, problems, other } = report.narrative
  const paragraphs = (page: PdfPage, texts: readonly string[], top: number) =>
    texts.reduce((at, text) => paintParagraph(page, text, at), top)
  first.text(150, 60, report.unit, { size: 20 }).text(150, 90, `${report.year}年政府信息公开工作年度报告`, { size: 20 })
  const end = paragraphs(first, [titles[0] ?? '', ...overview.split('\n'), titles[1] ?? ''], 110)
  paintTable(first, 'table2', end + 12, report, paint)
  paragraphs(second, [titles[2] ?? ''], 30)
  paintTable(second, 'table3', 66, report, paint)
  paragraphs(third, [titles[3] ?? ''], 30)
  const below = paintTable(third, 'table4', 66, report, paint)
  paragraphs(third, [titles[4] ?? '', ...problems.split('\n'), titles[5] ?? '', ...other.split('\n')], below + 20)
  pages.forEach((page, i) => page.text(290, 820, `- ${i + 1} -`, { size: 9 }))
  return [...pages]
}
