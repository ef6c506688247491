/** Ranges given in words: A1 notation, with or without a tab, or a name. */
import { areaOf, parseReference } from '../../workbook'
import type { Corner, Reference } from '../../workbook'
import { sheetNamed } from '../book'
import type { NamedArea, Sheet } from '../book'
import { rangeFace } from './range'
import { running } from './running'

type GoogleRange = GoogleAppsScript.Spreadsheet.Range

function named(name: string): NamedArea | undefined {
  return running().book.names.find((one) => one.name.toLowerCase() === name.toLowerCase())
}

export function rangeOfName({ sheet: id, area }: NamedArea): GoogleRange {
  const sheet = running().book.sheets.find((one) => one.id === id)
  if (!sheet) throw new Error('Range not found')
  return rangeFace(sheet, area)
}

export function rangeByName(name: string): GoogleRange | null {
  const found = named(name)
  return found ? rangeOfName(found) : null
}

const r1c1 = /^R([0-9]+)C([0-9]+)(?::R([0-9]+)C([0-9]+))?$/i

/** `R2C3:R4C5`: absolute only, as `getRange` takes it. */
function r1c1Reference(notation: string): Reference | null {
  const parts = r1c1
    .exec(notation)
    ?.slice(1)
    .map((digits) => (digits === undefined ? null : Number(digits)))
  if (!parts) return null
  const corner = (row = null as number | null, column = null as number | null): Corner => {
    return { row, column, fixedRow: true, fixedColumn: true }
  }
  return { sheet: null, first: corner(parts[0], parts[1]), last: parts[2] ? corner(parts[2], parts[3]) : null }
}

/** `A1`, `A1:B2`, `R1C1:R2C2`, `A:C`, `2:3`, `'tab'!A1`, or a named range; `sheet` is the one meant where none is named. */
export function notedRange(sheet: Sheet, notation: string): GoogleRange {
  const reference = parseReference(notation) ?? r1c1Reference(notation)
  if (!reference) {
    const byName = rangeByName(notation)
    if (byName) return byName
    throw new Error('Range not found')
  }
  const on = reference.sheet === null ? sheet : sheetNamed(running().book, reference.sheet)
  if (!on) throw new Error('Range not found')
  const end = reference.last ?? reference.first
  const isOpen = [reference.first.row, reference.first.column, end.row, end.column].includes(null)
  const open = isOpen ? notation.slice(notation.lastIndexOf('!') + 1).toUpperCase() : undefined
  return rangeFace(on, areaOf(reference, on), open)
}
