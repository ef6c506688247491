import type { NamedArea } from '../book'
import { chained, guard } from './guard'
import type { Has } from './kinds'
import { rangeOfName } from './notation'
import { insideRange } from './range'
import { running } from './running'

type GoogleNamedRange = GoogleAppsScript.Spreadsheet.NamedRange

/** A name as Google takes it: no spaces, not starting with a digit, not like a cell. */
export function checkName(name: string): void {
  if (!/^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name) || /^(?:[A-Za-z]{1,3}[0-9]+|true|false)$/i.test(name)) {
    throw new Error(`The name "${name}" is not valid for a named range.`)
  }
}

class DeskNamedRange implements Pick<GoogleNamedRange, Has<'NamedRange'>> {
  constructor(private readonly named: NamedArea) {}

  getName(): string {
    return this.named.name
  }
  getRange(): GoogleAppsScript.Spreadsheet.Range {
    return rangeOfName(this.named)
  }
  setName(name: string): GoogleNamedRange {
    checkName(name)
    this.named.name = name
    return this.changed()
  }
  setRange(range: GoogleAppsScript.Spreadsheet.Range): GoogleNamedRange {
    const { sheet, area } = insideRange(range, 'setRange')
    Object.assign(this.named, { sheet: sheet.id, area })
    return this.changed()
  }
  remove(): void {
    const { book } = running()
    book.names = book.names.filter((name) => name !== this.named)
    this.changed()
  }

  private changed(): GoogleNamedRange {
    running().calculator.touchAll()
    return chained(this)
  }
}

export function namedRangeFace(named: NamedArea): GoogleNamedRange {
  return guard('NamedRange', new DeskNamedRange(named))
}
