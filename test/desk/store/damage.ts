/** Journals with something wrong in them. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Book } from '../../../src/desk/book'
import { journalOf, openStore } from '../../../src/desk/store'
import type { Opened } from '../../../src/desk/store'
import { clock, entry, open, save, smallBook, workbookFile } from './folder'

export const valueAt = (book: Book, key: string) => book.sheets[0]?.cells[key]?.value

/** Column C of a workbook that was saved after two of four edits, and whose desk was killed then. */
export async function halfSaved(witnesses?: string): Promise<string> {
  const path = await workbookFile()
  const { store } = await openStore(path, { who: '王', clock, ...(witnesses !== undefined && { witnesses }) })
  await store.append([entry(1, 3, 'a')])
  await store.append([entry(2, 3, 'b')])
  await save(store, smallBook({ A1: 1, B1: '=A1*2', C1: 'a', C2: 'b' }))
  await store.append([entry(3, 3, 'c')])
  await store.append([entry(4, 3, 'd')])
  await store.close()
  return path
}

export const linesOf = (path: string): string[] => readFileSync(journalOf(path), 'utf8').split('\n').slice(0, -1)

export const writeLines = (path: string, lines: readonly string[]): void =>
  writeFileSync(journalOf(path), lines.map((line) => `${line}\n`).join(''))

/** Numbers of lines. */
export const lineOf = (lines: readonly string[], sign: string): number => {
  const at = lines.findIndex((line) => line.includes(sign))
  if (at < 0) throw new Error(`no line with ${sign}`)
  return at
}

export function changeLine(path: string, sign: string, change: (line: string) => string | null): void {
  const lines = linesOf(path)
  const at = lineOf(lines, sign)
  const changed = change(lines[at] ?? '')
  writeLines(path, changed === null ? lines.toSpliced(at, 1) : lines.with(at, changed))
}

export const withoutFile = (path: string): void => rmSync(path)

/** Opens, looks and lets go. */
export async function opened(path: string): Promise<Opened> {
  const found = await open(path)
  await found.store.close()
  return found
}
