/** Tables as web pages, Word and WPS put them on the clipboard. */
import { readHtml } from '../page-html'

const lineEnds = new Set(['P', 'DIV', 'LI', 'H1', 'H2', 'H3', 'H4'])

/** As it is read: blanks of the source are one blank, paragraphs and breaks are lines. */
function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/[ \t\r\n]+/g, ' ')
  if (node.nodeName === 'BR') return '\n'
  if (node.nodeName === 'STYLE' || node.nodeName === 'SCRIPT') return ''
  const inner = [...node.childNodes].map(textOf).join('')
  return lineEnds.has(node.nodeName) ? `\n${inner}\n` : inner
}

const cellText = (cell: Node): string =>
  textOf(cell)
    .replace(/ *\n */g, '\n')
    .replace(/\n\n+/g, '\n')
    .replace(/^[\n ]+|[\n ]+$/g, '')

/** Cells that another one covers are blank, as in a merge. */
function gridOf(table: HTMLTableElement): string[][] {
  const rows: string[][] = []
  const put = (row: number, column: number, text: string) => ((rows[row] ??= [])[column] = text)
  const isTaken = (row: number, column: number) => rows[row]?.[column] !== undefined
  ;[...table.rows].forEach((line, row) => {
    rows[row] ??= []
    let column = 0
    for (const cell of [...line.cells]) {
      while (isTaken(row, column)) column += 1
      const down = Math.min(cell.rowSpan || 1, table.rows.length - row)
      for (let y = 0; y < down; y++) for (let x = 0; x < cell.colSpan; x++) put(row + y, column + x, '')
      put(row, column, cellText(cell))
      column += cell.colSpan
    }
  })
  const width = Math.max(0, ...rows.map((row) => row.length))
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''))
}

/** Null: no table, or nothing but one cell. */
export function readTableHtml(html: string): string[][] | null {
  const tables = [...readHtml(html).querySelectorAll('table')]
  const [table] = tables
  if (!table || tables.length > 1) return null
  const rows = gridOf(table)
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : null
}
