import { grids } from '../../src/form'
import { writtenForm, type Report } from '../../src/report'
import type { MarkupCell } from './markup'

type SpannedText = Pick<MarkupCell, 'text' | 'rowSpan' | 'columnSpan'>

/** The tables as the form and the report have them: rows of cells that begin there. */
export function expectedTables(report: Report): SpannedText[][][] {
  return Object.values(grids).map((grid) =>
    Array.from({ length: grid.rows }, (_, row) =>
      grid.cells
        .filter((cell) => cell.row === row)
        .map(({ figure, text, rowSpan, columnSpan }) => ({
          text: figure === undefined ? text : writtenForm(report.figures[figure]),
          rowSpan,
          columnSpan,
        })),
    ),
  )
}

/** Tables as found, reduced to what the form and the report say. */
export function spansOf(tables: MarkupCell[][][]): SpannedText[][][] {
  return tables.map((rows) =>
    rows.map((cells) => cells.map(({ text, rowSpan, columnSpan }) => ({ text, rowSpan, columnSpan }))),
  )
}
