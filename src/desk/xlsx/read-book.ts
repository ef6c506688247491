import { Workbook } from '@cj-tech-master/excelts'
import type { Worksheet } from '@cj-tech-master/excelts'
import { tabNames } from '../../words/tabs'
import { cellKey } from '../book'
import type { Book, Sheet } from '../book'
import { takeComments } from './comments'
import { CARRIED_SHEET, readCarried } from './carried'
import type { Carried, CarriedSheet } from './carried'
import { toldAsXlsx, unreadable } from './error'
import { partsToOpen } from './large/opened-parts'
import { LargeReader } from './large/read-large'
import { USUAL_SIZES } from './large/sizes'
import type { Sizes } from './large/sizes'
import { Uncuttable } from './large/splitter'
import { readNames } from './names'
import { prepared, WORKBOOK_PART } from './prepare'
import type { Lines, Origin } from './read-lines'
import { readSheet } from './read-sheet'
import { textOf, unpackXlsx } from './unpack'
import type { Unpacked } from './unpack'

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

/** Rows of a sheet that was opened without them; undefined for one that has its rows. */
type LinesOf = (tab: Worksheet, origin: Origin) => Promise<Lines | undefined>

/** The texts of a row, up to the first blank. */
function textsIn({ cells }: Lines, row: number): string[] {
  const texts: string[] = []
  for (let column = 1; ; column++) {
    const value = cells[cellKey(row, column)]?.value
    if (typeof value !== 'string') return texts
    texts.push(value)
  }
}

async function carriedBy(workbook: Workbook, linesOf: LinesOf): Promise<Carried | null> {
  const tab = workbook.getWorksheet(CARRIED_SHEET)
  if (!tab) return null
  const lines = await linesOf(tab, { ids: new Map(), isForeign: true })
  if (lines) return readCarried(textsIn(lines, 1))
  const row = tab.getRow(1)
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

async function opened({ parts, large }: Unpacked, piece: number): Promise<OpenedXlsx> {
  const workbook = await loaded(large ? partsToOpen(parts) : parts)
  const reader = large && new LargeReader(large, parts, piece)
  const linesOf: LinesOf = async (tab, origin) => reader?.lines(tab, origin)
  const carried = await carriedBy(workbook, linesOf)
  const tabs = workbook.worksheets.filter(({ name }) => name !== CARRIED_SHEET)
  const names = tabs.map(({ name }) => name)
  const noted = carriedSheets(names, carried)
  const ids = idsOf(names, noted)
  const isForeign = !carried && !isOurs(names)
  const origin = { ids, isForeign }
  const sheets: Sheet[] = []
  for (const tab of tabs) {
    sheets.push(readSheet(tab, ids.get(tab.name) ?? 0, noted.get(tab.name), origin, await linesOf(tab, origin)))
  }
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

async function carriedIn({ parts, large }: Unpacked, piece: number): Promise<Carried | null> {
  const workbook = await loaded(large ? partsToOpen(parts) : parts)
  const reader = large && new LargeReader(large, parts, piece)
  return carriedBy(workbook, async (tab, origin) => reader?.lines(tab, origin))
}

/**
 * The properties that a workbook carries, without its tabs being read; none of a file that is not ours. Throws an
 * XlsxError for one that cannot be read.
 */
export async function xlsxProperties(bytes: Uint8Array): Promise<Book['properties']> {
  try {
    return (await carriedIn(unpackXlsx(bytes, 0), USUAL_SIZES.read))?.properties ?? {}
  } catch (error) {
    if (error instanceof Uncuttable) return (await carriedIn(unpackXlsx(bytes, Infinity), Infinity))?.properties ?? {}
    throw toldAsXlsx(error)
  }
}

/** Opens any .xlsx file. Throws an XlsxError for one that cannot be read. */
export async function openXlsx(bytes: Uint8Array, sizes: Sizes = USUAL_SIZES): Promise<OpenedXlsx> {
  try {
    return await opened(unpackXlsx(bytes, sizes.xml), sizes.read)
  } catch (error) {
    if (error instanceof Uncuttable) return openXlsx(bytes, { ...sizes, xml: Infinity })
    throw toldAsXlsx(error)
  }
}

/**
 * The workbook an .xlsx file holds: one written by `bookToXlsx`, also after Excel, WPS or LibreOffice saved it, or one
 * downloaded from Google. Throws an XlsxError for any other file.
 */
export async function xlsxToBook(bytes: Uint8Array, sizes?: Sizes): Promise<Book> {
  const found = await openXlsx(bytes, sizes)
  if (found.kind === 'foreign') throw unreadable('notOurs')
  return found.book
}
