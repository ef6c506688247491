/** What is typed into a tab of the form: no text becomes a day there, and none but a numeral a number. */
import { enteredFigure, figureCells } from '../../actions'
import { cellAt, readEntry } from '../book'
import { numberInWords } from '../../report'
import type { Scalar, Sheet } from '../book'
import { valuesOf } from './read'

/** A text in a figure's cell that stands for a number. */
export interface Understood {
  row: number
  column: number
  typed: string
  value: number
  /** The number was written; else the text stands, and the person may want the number. */
  isWritten: boolean
}

const PLAIN_NUMBER = /^-?[0-9]+(?:\.[0-9]+)?$/
/** `00012` and `-0`: the number has another look than what was typed. */
const ZEROS_FIRST = /^-?0+[0-9]|^-0+(?:\.0+)?$/

/** A text that may mean more than its characters: a number in other characters, a day, a percentage. */
const isRead = (value: Scalar | null): value is string =>
  typeof value === 'string' &&
  !/^[=']/.test(value) &&
  (/\p{Nd}/u.test(value) || numberInWords(value) !== null) &&
  (!PLAIN_NUMBER.test(value) || ZEROS_FIRST.test(value))

/** `'` keeps a text a text. */
const asText = (text: string): string => `'${text}`

/** Nothing that is wrong with the tab stops a person who types: then the text stands, and the next check tells it. */
function figuresOn(sheet: Sheet): ReturnType<typeof figureCells> {
  try {
    return figureCells({ name: sheet.name, values: valuesOf(sheet) })
  } catch {
    return () => false
  }
}

/** Of one edit. */
export class FormEntries {
  readonly understood: Understood[] = []
  private isFigure: ReturnType<typeof figureCells> | null = null

  constructor(
    private readonly sheet: Sheet,
    private readonly year: number,
  ) {}

  /** What is written into the cell. */
  entered(row: number, column: number, typed: Scalar | null): Scalar | null {
    if (!isRead(typed)) return typed
    this.isFigure ??= figuresOn(this.sheet)
    if (!this.isFigure({ row, column })) return this.isChanged(row, column, typed) ? asText(typed) : typed
    const { value, understood } = enteredFigure(typed)
    const isWritten = typeof value === 'number'
    if (understood !== null) this.understood.push({ row, column, typed, value: understood, isWritten })
    return isWritten ? value : asText(value)
  }

  /** Whether the text would become a day, a time, a number with a format, or lose zeros, as of a telephone. */
  private isChanged(row: number, column: number, typed: string): boolean {
    const { value, numberFormat } = readEntry(typed, cellAt(this.sheet, row, column)?.style?.numberFormat, this.year)
    return (
      typeof value === 'object' || numberFormat !== undefined || (typeof value === 'number' && ZEROS_FIRST.test(typed))
    )
  }
}
