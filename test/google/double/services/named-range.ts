import type { NamedArea } from '../../../../src/desk/book'
import { guard } from './guard'
import type { Has } from './kinds'
import { rangeFace } from './range'
import { running } from './running'

type GoogleNamedRange = GoogleAppsScript.Spreadsheet.NamedRange

/** A name as Google takes it: no spaces, not starting with a digit, not like a cell. */
export function checkName(name: string): void {
  if (!/^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name) || /^(?:[A-Za-z]{1,3}[0-9]+|true|false)$/i.test(name)) {
    throw new Error(`The name "${name}" is not valid for a named range.`)
  }
}

/** Of deleted cells: all that is known of it is how the list of names shows it. */
class BrokenRange {
  getA1Notation(): string {
    return '#REF!'
  }
}

class DoubleNamedRange implements Pick<GoogleNamedRange, Has<'NamedRange'>> {
  constructor(private readonly named: NamedArea) {}

  get subject(): string {
    return this.named.name
  }
  getName(): string {
    return this.named.name
  }
  remove(): void {
    const { book, calculator } = running()
    book.names = book.names.filter((one) => one !== this.named)
    calculator.touchAll()
  }
  getRange(): GoogleAppsScript.Spreadsheet.Range {
    const broken = running().setup.brokenNames[this.named.name]
    if (broken === 'throws') throw new Error('Range not found')
    if (broken === 'null') return null as unknown as GoogleAppsScript.Spreadsheet.Range
    if (broken === '#REF!') return guard('Range', new BrokenRange())
    const sheet = running().book.sheets.find(({ id }) => id === this.named.sheet)
    if (!sheet) throw new Error('Range not found')
    return rangeFace(sheet, this.named.area)
  }
}

export const namedRangeFace = (named: NamedArea): GoogleNamedRange => guard('NamedRange', new DoubleNamedRange(named))
