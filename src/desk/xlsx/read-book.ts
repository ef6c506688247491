import { Workbook } from '@cj-tech-master/excelts'
import { tabNames } from '../../words/tabs'
import type { Book, Sheet } from '../book'
import { takeComments } from './comments'
import { CARRIED_SHEET, readCarried } from './carried'
import type { Carried, CarriedSheet } from './carried'
import { unreadable } from './error'
import { readNames } from './names'
import { prepared, WORKBOOK_PART } from './prepare'
import { readSheet } from './read-sheet'
import { textOf, unpackXlsx } from './unpack'

/** A workbook downloaded from Google has only its tabs to tell that it is ours: so many of them must be there. */
const ENOUGH_TABS = 3

const NOTES = /^xl\/(?:comments\d+\.xml|worksheets\/_rels\/)/

/** The parts without notes and links, which must not keep a workbook from being opened; undefined where there are none. */
function withoutNotes(parts: Record<string, Uint8Array>): Record<string, Uint8Array> | undefined {
  const left = Object.entries(parts).filter(([name]) => !NOTES.test(name))
  return left.length < Object.keys(parts).length ? Object.fromEntries(left) : undefined
}

async function loaded(parts: Record<string, Uint8Array>): Promise<Workbook> {
  const workbook = new Workbook()
  try {
    await workbook.xlsx.loadFromFiles(prepared(parts))
    return workbook
  } catch {
    const left = withoutNotes(parts)
    // Whatever the library throws means the same to the user.
    if (!left) throw unreadable('damaged')
    return loaded(left)
  }
}

function carriedBy(workbook: Workbook): Carried | null {
  const row = workbook.getWorksheet(CARRIED_SHEET)?.getRow(1)
  if (!row) return null
  return readCarried(Array.from({ length: row.cellCount }, (_, index) => row.getCell(index + 1).text))
}

function isOurs(names: readonly string[]): boolean {
  const known: readonly string[] = Object.values(tabNames)
  return names.filter((name) => known.includes(name)).length >= ENOUGH_TABS
}

/** What was carried about each tab, by its present name. Renamed tabs get the rest, in order. */
function carriedSheets(names: readonly string[], carried: Carried | null): Map<string, CarriedSheet> {
  const noted = carried?.sheets ?? []
  const known = new Map(noted.map((sheet) => [sheet.name, sheet]))
  const left = noted.filter((sheet) => !names.includes(sheet.name))
  const renamed = names.filter((name) => !known.has(name))
  if (left.length === renamed.length) {
    renamed.forEach((name, index) => {
      const sheet = left[index]
      if (sheet) known.set(name, sheet)
    })
  }
  return known
}

/** Ids of the tabs by name: those they had, and new ones for tabs that were added. */
function idsOf(names: readonly string[], noted: ReadonlyMap<string, CarriedSheet>): Map<string, number> {
  let next = Math.max(0, ...[...noted.values()].map(({ id }) => id)) + 1
  return new Map(names.map((name) => [name, noted.get(name)?.id ?? next++]))
}

/** A workbook of ours with what it carries, or the sheets of any other one. */
export type OpenedXlsx = { kind: 'ours'; book: Book } | { kind: 'foreign'; sheets: Sheet[] }

/** Opens any .xlsx file. Throws an XlsxError for one that cannot be read. */
export async function openXlsx(bytes: Uint8Array): Promise<OpenedXlsx> {
  const parts = unpackXlsx(bytes)
  const workbook = await loaded(parts)
  const carried = carriedBy(workbook)
  const tabs = workbook.worksheets.filter(({ name }) => name !== CARRIED_SHEET)
  const names = tabs.map(({ name }) => name)
  const noted = carriedSheets(names, carried)
  const ids = idsOf(names, noted)
  const isForeign = !carried && !isOurs(names)
  const sheets = tabs.map((tab) => readSheet(tab, ids.get(tab.name) ?? 0, noted.get(tab.name), { ids, isForeign }))
  if (isForeign) return { kind: 'foreign', sheets }
  const comments = takeComments(sheets, carried?.comments ?? [])
  const book = {
    title: carried?.title ?? workbook.title,
    sheets,
    names: readNames(textOf(parts[WORKBOOK_PART]), ids),
    properties: carried?.properties ?? {},
    ...(comments.length > 0 && { comments }),
  }
  return { kind: 'ours', book }
}

/**
 * The workbook an .xlsx file holds: one written by `bookToXlsx`, also after Excel, WPS or LibreOffice saved it, or one
 * downloaded from Google. Throws an XlsxError for any other file.
 */
export async function xlsxToBook(bytes: Uint8Array): Promise<Book> {
  const opened = await openXlsx(bytes)
  if (opened.kind === 'foreign') throw unreadable('notOurs')
  return opened.book
}
