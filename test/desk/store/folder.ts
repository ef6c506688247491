import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { newBook } from '../../../src/desk/book'
import type { Book } from '../../../src/desk/book'
import { openStore } from '../../../src/desk/store'
import type { NewEntry, Opened, Store } from '../../../src/desk/store'
import { bookToXlsx } from '../../../src/desk/xlsx'
import { keptBytes } from '../../support/kept'
import { fill } from '../support/books'
import type { Typed } from '../support/books'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-store-'))
  folders.push(folder)
  return folder
}

export function smallBook(typed: Typed = { A1: 1, B1: '=A1*2' }): Book {
  const book = newBook('年报', '表一')
  for (const sheet of book.sheets) {
    Object.assign(sheet, { rows: 40, columns: 12 })
    fill(sheet, typed)
  }
  return book
}

/** A workbook's file in a folder of its own. */
export async function workbookFile(book: Book = smallBook(), folder = newFolder()): Promise<string> {
  const path = join(folder, '年报.xlsx')
  writeFileSync(path, await keptBytes('workbook-file', book, () => bookToXlsx(book)))
  return path
}

export const clock = () => new Date('2026-01-05T02:00:00Z')

export const open = (path: string): Promise<Opened> => openStore(path, { who: '王', clock })

/** Writes the file, with nothing else going on. */
export const save = (store: Store, book: Book): Promise<void> =>
  store.save({ book: () => book, make: bookToXlsx, inTurn: async (work) => work() })

/** An edit of one cell of the first tab, as the office would hand it over. */
export function entry(
  row: number,
  column: number,
  value: string | number,
  from: string | number | null = null,
): NewEntry {
  return {
    by: 'li',
    who: '李',
    kind: 'edit',
    what: '',
    time: clock().toISOString(),
    cells: [{ sheet: 0, row, column, cell: `表一!${row},${column}`, from, to: value }],
    patch: { cells: { 0: { [`${row},${column}`]: { value } } } },
  }
}
