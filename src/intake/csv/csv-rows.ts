import { UnreadableSourceError } from '../unreadable-error'

const DELIMITERS = [',', '\t', ';'] as const
const SAMPLE = 65_536
/** A program may name the delimiter in the first line. */
const NAMED = /^sep=([,;\t])\r?\n/i

/** Cuts a text into rows of cells, in time linear in its length. */
class CsvScanner {
  private at = 0
  /** No quotation mark stands further on: the one that was opened is a sign like any other. */
  private isLastQuote = false

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
  ) {}

  rows(): string[][] {
    const { text } = this
    const rows: string[][] = []
    let row: string[] = []
    while (this.at < text.length) {
      row.push(this.cell())
      const sign = text.charAt(this.at)
      this.at += text.startsWith('\r\n', this.at) ? 2 : 1
      if (sign !== this.delimiter) {
        rows.push(row)
        row = []
      } else if (this.at >= text.length) row.push('')
    }
    if (row.length > 0) rows.push(row)
    return rows
  }

  /** A cell, up to the delimiter or the end of its line. */
  private cell(): string {
    const quoted = this.text.charAt(this.at) === '"' && !this.isLastQuote ? this.quoted() : ''
    const start = this.at
    while (this.at < this.text.length && !this.isEnd(this.text.charAt(this.at))) this.at += 1
    return quoted + this.text.slice(start, this.at)
  }

  private isEnd(sign: string): boolean {
    return sign === this.delimiter || sign === '\n' || sign === '\r'
  }

  /** What stands between quotation marks, lines and delimiters too; a doubled mark is one that belongs to the text. */
  private quoted(): string {
    let value = ''
    let start = this.at + 1
    for (;;) {
      const end = this.text.indexOf('"', start)
      if (end < 0) {
        this.isLastQuote = true
        return ''
      }
      value += this.text.slice(start, end)
      if (this.text.charAt(end + 1) !== '"') {
        this.at = end + 1
        return value
      }
      value += '"'
      start = end + 2
    }
  }
}

/** A report has some four hundred cells. */
const MOST_CELLS = 500_000

/** The delimiter that makes most cells of the first lines. */
function delimiterOf(text: string): string {
  const named = NAMED.exec(text)?.[1]
  if (named !== undefined) return named
  const sample = text.slice(0, SAMPLE)
  const counts = DELIMITERS.map((delimiter) => {
    const rows = new CsvScanner(sample, delimiter).rows()
    return { delimiter, cells: rows.reduce((cells, row) => cells + row.length - 1, 0) }
  })
  return counts.reduce((best, one) => (one.cells > best.cells ? one : best)).delimiter
}

/** The rows of a table whose cells are parted by commas, all of one width. Throws an UnreadableSourceError. */
export function csvRows(text: string): string[][] {
  const bare = text.replace(/^\ufeff/, '')
  const rows = new CsvScanner(bare.replace(NAMED, ''), delimiterOf(bare)).rows()
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (width * rows.length > MOST_CELLS) throw new UnreadableSourceError('tooLarge')
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
}

const FEWEST_ROWS = 8
const FEWEST_COMMAS = 3

/** True for a text of which most lines are rows of cells parted by commas: no prose has as many in a line. */
export function isCsv(text: string): boolean {
  const lines = text
    .slice(0, SAMPLE)
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
  const rows = lines.filter((line) => line.split(',').length > FEWEST_COMMAS)
  return rows.length >= FEWEST_ROWS && rows.length * 2 >= lines.length
}
