import { Workbook } from '@cj-tech-master/excelts'
import type { Worksheet } from '@cj-tech-master/excelts'
import { cellKey } from '../book'
import type { Book, Sheet } from '../book'
import { xlsxNoteWords as words } from '../../words/xlsx'
import { takeComments } from './notes/comments'
import type { SheetNotes } from './notes/legacy'
import { CARRIED_SHEET, readCarried } from './carried'
import type { Carried, CarriedSheet } from './carried'
import { toldAsXlsx, unreadable } from './error'
import { partsToOpen } from './large/opened-parts'
import { LargeReader } from './large/read-large'
import { USUAL_SIZES } from './large/sizes'
import type { Sizes } from './large/sizes'
import { Uncuttable } from './large/splitter'
import { readNames } from './names'
import { carriedSheets, idsOf, isOurs } from './ownership'
import { prepared, WORKBOOK_PART } from './prepare'
import type { Lines, Origin } from './read-lines'
import { readSheet } from './read-sheet'
import { unpackXlsx } from './unpack'
import type { Unpacked } from './unpack'
import { textOf } from './xml-text'

async function loaded(parts: Record<string, Uint8Array>): Promise<Workbook> {
  const workbook = new Workbook()
  // Whatever the library throws means the same to the user.
  await workbook.xlsx.loadFromFiles(prepared(parts)).catch(() => {
    throw unreadable('damaged')
  })
  return workbook
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
  const lines = await linesOf(tab, { ids: new Map() })
  if (lines) return readCarried(textsIn(lines, 1))
  const row = tab.getRow(1)
  return readCarried(Array.from({ length: row.cellCount }, (_, index) => row.getCell(index + 1).text))
}

/** Notes of a tab that cannot be read. */
export interface UnreadNotes {
  tab: string
  /** Empty where not even that is known. */
  addresses: readonly string[]
  /** Tells it. */
  message: string
}

/** A workbook of ours with what it carries. */
export interface OwnXlsx {
  kind: 'ours'
  book: Book
  unreadNotes: UnreadNotes[]
}

/** A workbook of ours, or the sheets of any other one. */
export type OpenedXlsx = OwnXlsx | { kind: 'foreign'; sheets: Sheet[] }

function unreadNotesIn(notes: ReadonlyMap<string, SheetNotes>): UnreadNotes[] {
  return [...notes].flatMap(([tab, { unread }]) =>
    unread.length > 0 ? [{ tab, addresses: unread, message: words.unread(tab, unread) }] : [],
  )
}

const NO_NOTES: ReadonlyMap<string, string> = new Map()

/** What is the same for all tabs of a workbook. */
interface Frame {
  noted: ReadonlyMap<string, CarriedSheet>
  notes: ReadonlyMap<string, SheetNotes>
  origin: Origin
  linesOf: LinesOf
}

async function readTabs(tabs: readonly Worksheet[], { noted, notes, origin, linesOf }: Frame): Promise<Sheet[]> {
  const sheets: Sheet[] = []
  for (const tab of tabs) {
    const { name } = tab
    const lines = await linesOf(tab, origin)
    const own = notes.get(name)?.notes ?? NO_NOTES
    sheets.push(readSheet(tab, origin, { id: origin.ids.get(name) ?? 0, carried: noted.get(name), notes: own, lines }))
  }
  return sheets
}

async function opened({ parts, notes, large }: Unpacked, piece: number): Promise<OpenedXlsx> {
  const workbook = await loaded(large ? partsToOpen(parts) : parts)
  const reader = large && new LargeReader(large, parts, piece)
  const linesOf: LinesOf = async (tab, origin) => reader?.lines(tab, origin)
  const carried = await carriedBy(workbook, linesOf)
  const tabs = workbook.worksheets.filter(({ name }) => name !== CARRIED_SHEET)
  const names = tabs.map(({ name }) => name)
  const noted = carriedSheets(names, carried)
  const ids = idsOf(names, noted)
  const sheets = await readTabs(tabs, { noted, notes, origin: { ids }, linesOf })
  if (!carried && !isOurs(names)) return { kind: 'foreign', sheets }
  const comments = takeComments(sheets, carried?.comments ?? [])
  const book = {
    title: carried?.title ?? workbook.title,
    sheets,
    names: readNames(textOf(parts[WORKBOOK_PART]), ids),
    properties: carried?.properties ?? {},
    ...(comments.length > 0 && { comments }),
  }
  return { kind: 'ours', book, unreadNotes: unreadNotesIn(notes) }
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
export async function openOwnXlsx(bytes: Uint8Array, sizes?: Sizes): Promise<OwnXlsx> {
  const found = await openXlsx(bytes, sizes)
  if (found.kind === 'foreign') throw unreadable('notOurs')
  return found
}

/** The same for whoever has no use for what the notes lack. */
export async function xlsxToBook(bytes: Uint8Array, sizes?: Sizes): Promise<Book> {
  return (await openOwnXlsx(bytes, sizes)).book
}
