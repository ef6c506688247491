import { documentOf, toText } from '../../src/document'
import { edition2021, grids, type GridCell, type TableId } from '../../src/form'
import { writtenForm, type Report } from '../../src/report'

/** Prints any report in the shapes in which published reports arrive as text. */

export type Print = (report: Report) => string

type Cell = GridCell & { text: string }

const cellsOf = (table: TableId, { figures }: Report): Cell[] =>
  grids[table].cells.map((cell) => ({ ...cell, text: cell.figure ? writtenForm(figures[cell.figure]) : cell.text }))

/** The cells of each printed row, each in the row in which it begins. */
function rowsOf(table: TableId, report: Report): Cell[][] {
  const rows: Cell[][] = Array.from({ length: grids[table].rows }, () => [])
  for (const cell of cellsOf(table, report)) rows[cell.row]?.push(cell)
  return rows
}

type PrintTable = (table: TableId, report: Report) => string[]
type PrintProse = (paragraph: string) => string[]

const sections = (report: Report, table: PrintTable, prose: PrintProse): string[] => [
  `${report.unit}${report.year ?? ''}年政府信息公开工作年度报告`,
  '',
  ...edition2021.sections.flatMap(({ ordinal, title, content }) => [
    `${ordinal}、${title}`,
    '',
    ...('table' in content
      ? table(content.table, report)
      : report.narrative[content.narrative].split('\n').filter(Boolean).flatMap(prose)),
    '',
  ]),
]
const printed = (table: PrintTable, prose: PrintProse = (text) => [text, '']): Print => {
  return (report) => sections(report, table, prose).join('\n')
}

/** Every column of the printed table; what a merged cell covers is blank. */
function matrix(table: TableId, report: Report): string[][] {
  const lines = Array.from({ length: grids[table].rows }, () => Array.from({ length: grids[table].columns }, () => ''))
  for (const { row, column, text } of cellsOf(table, report)) {
    const line = lines[row]
    if (line) line[column] = text
  }
  return lines
}

export const tabbed: Print = (report) => toText(documentOf(report))

const escaped = (text: string) => text.replaceAll('|', '\\|')

export const markdown: Print = printed((table, report) => {
  const [head = [], ...rest] = matrix(table, report).map((cells) => `| ${cells.map(escaped).join(' | ')} |`)
  return [head, `|${'---|'.repeat(grids[table].columns)}`, ...rest] as string[]
})

/** One cell a line, a blank line for a blank figure, as a table copied from a web page may come. */
export const stacked: Print = printed((table, report) =>
  rowsOf(table, report).flatMap((cells) => cells.map(({ text }) => text)),
)

/** One cell a line with a blank line below each. */
export const spacedStacked: Print = printed((table, report) =>
  rowsOf(table, report).flatMap((cells) => cells.flatMap(({ text }) => [text, ''])),
)

const LABEL_AT = 16
const LABEL_LENGTH = 11
const FIGURES_AT = 34

/** A line with texts at given columns, a text that is too long pushing on what follows. */
function laidOut(pieces: readonly { at: number; text: string }[]): string {
  return pieces.reduce((line, { at, text }) => {
    const start = line === '' ? line.padEnd(at) : line.padEnd(Math.max(at, line.length + 2))
    return text === '' ? line : start + text
  }, '')
}

const broken = (label: string): string[] => {
  const lines = []
  for (let i = 0; i < label.length; i += LABEL_LENGTH) lines.push(label.slice(i, i + LABEL_LENGTH))
  return lines
}

/** A row of table 3 with its label broken over lines, the figures beside the middle one. */
function layoutRow(cells: readonly Cell[], lead: string, pitch: number): string[] {
  const label = cells.filter(({ role }) => role === 'rowHeader').pop()
  const figures = cells.filter(({ role }) => role === 'figure')
  const lines = label && label.column > 0 ? broken(label.text) : [label?.text ?? '']
  const middle = Math.floor((lines.length - 1) / 2)
  const pieces = figures.map(({ text }, i) => ({ at: FIGURES_AT + i * pitch, text }))
  return lines.map((line, i) => {
    const at = label && label.column > 0 ? LABEL_AT : 0
    const head = lead === '' || at === 0 ? [] : [{ at: 0, text: lead }]
    return laidOut([...head, { at, text: line }, ...(i === middle ? pieces : [])])
  })
}

const layoutTable =
  (pitch: number): PrintTable =>
  (table, report) => {
    if (table !== 'table3') {
      return rowsOf(table, report).map((cells) =>
        laidOut(cells.map(({ column, text }) => ({ at: column * pitch, text }))),
      )
    }
    const [, ...rows] = rowsOf(table, report)
    const vertical = [...edition2021.table3.outcomesHeading]
    return rows.flatMap((cells, i) => {
      const heading = cells.find(({ role, column }) => role === 'rowHeader' && column === 1)
      const group = heading && heading.rowSpan > 1 ? heading.text : ''
      const lead = group || (i > 5 && i < 5 + vertical.length ? (vertical[i - 5] ?? '') : '')
      const page = i === 14 ? ['', '                    -2-', ''] : []
      const isHeader = !cells.some(({ role }) => role === 'figure')
      return [
        ...page,
        ...(isHeader
          ? [laidOut(cells.map(({ column, text }) => ({ at: FIGURES_AT + (column - 3) * pitch, text })))]
          : layoutRow(cells, lead, pitch)),
      ]
    })
  }

const WRAPPED = 28

/** A line is not broken beside a blank: a blank at its end is not printed, so nobody could read it back. */
function breakAt(text: string, width: number): number {
  let at = width
  while (at > 1 && at < text.length && (text[at] === ' ' || text[at - 1] === ' ')) at -= 1
  return at
}

const wrapped: PrintProse = (paragraph) => {
  const lines = []
  for (let rest = paragraph; rest !== '';) {
    const at = breakAt(rest, lines.length === 0 ? WRAPPED - 2 : WRAPPED)
    lines.push(lines.length === 0 ? `  ${rest.slice(0, at)}` : rest.slice(0, at))
    rest = rest.slice(at)
  }
  return lines
}

/**
 * As `pdftotext -layout` prints: columns apart by blanks, labels and prose broken over lines, page numbers. A text as
 * wide as a column pushes the ones after it out of theirs.
 */
const columns = (pitch: number): Print => printed(layoutTable(pitch), wrapped)
export const layout = columns(12)
export const narrowLayout = columns(7)
/** No text is as wide as a column. */
export const wideLayout = columns(24)

/** Changes to a text that change no figure. */
export const slips: Readonly<Record<string, (text: string) => string>> = {
  'full-width digits of labels': (text) =>
    text.replace(/(\d)\.(?=\p{L})/gu, (_, digit: string) => `${String.fromCharCode(digit.charCodeAt(0) + 0xfee0)}．`),
  'half-width brackets': (text) => text.replaceAll('（', '(').replaceAll('）', ')'),
  'no lead cells': (text) =>
    text.replaceAll(/三、本年度办理结果|（[三四五六]）(?:不予公开|无法提供|不予处理|其他处理)/g, ''),
  'a typo in a label': (text) => text.replace('其他法律行政法规禁止公开', '其他法律行政止公开'),
  'another typo': (text) => text.replace('无正当理由大量反复申请', '无正当理由大量反复申清'),
  规范性文件: (text) => text.replace('行政规范性文件', '规范性文件'),
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
}
