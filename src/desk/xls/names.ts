/** Names that stand for one area of the workbook. */
import type { NamedArea } from '../book'
import { Cursor } from './records'

/** What a formula begins with that is nothing but one area, or one cell, of a sheet. */
const AREAS = new Set([0x3b, 0x5b, 0x7b])
const CELLS = new Set([0x3a, 0x5a, 0x7a])
const COLUMN = 0x3fff
const BUILT_IN = 0x20

interface WrittenName {
  name: string
  /** A place in the list of sheets that formulas name. */
  external: number
  area: NamedArea['area']
}

/** Undefined for a name that is the program's own, belongs to one sheet, or stands for something else. */
export function readName(data: Uint8Array): WrittenName | undefined {
  const cursor = new Cursor([data])
  const flags = cursor.word()
  cursor.skip(1)
  const length = cursor.byte()
  cursor.skip(4)
  const tab = cursor.word()
  cursor.skip(4)
  if (flags & BUILT_IN || tab !== 0) return undefined
  const name = cursor.characters(length, (cursor.byte() & 1) === 1)
  const token = cursor.byte()
  if (!AREAS.has(token) && !CELLS.has(token)) return undefined
  const external = cursor.word()
  const top = cursor.word()
  const bottom = AREAS.has(token) ? cursor.word() : top
  const left = cursor.word() & COLUMN
  const right = AREAS.has(token) ? cursor.word() & COLUMN : left
  const area = { row: top + 1, column: left + 1, rows: bottom - top + 1, columns: right - left + 1 }
  return area.rows > 0 && area.columns > 0 ? { name, external, area } : undefined
}

/** What stands for the workbook itself in the list of books that formulas name. */
const OWN_BOOK = 0x0401

/** Whether an entry of the list of books is another workbook, or a library of functions. */
export function isOtherBook(data: Uint8Array): boolean {
  const cursor = new Cursor([data])
  cursor.skip(2)
  return cursor.word() !== OWN_BOOK
}

/** Which sheet each place of the list means; undefined for sheets of other workbooks and for several sheets. */
export function readExternalSheets(data: Uint8Array, otherBooks: readonly boolean[]): (number | undefined)[] {
  const cursor = new Cursor([data])
  const count = Math.min(cursor.word(), data.length)
  return Array.from({ length: count }, () => {
    const [book, first, last] = [cursor.word(), cursor.word(), cursor.word()]
    return otherBooks[book] === true || first !== last ? undefined : first
  })
}
