/** Reading a workbook of Excel up to 2003, or of WPS (.et), for its report. */
import { read as readCompound, find } from 'cfb'
import { UnreadableSourceError } from '../../intake'
import type { NamedArea } from '../book'
import { contentsOf } from '../xlsx/contents'
import type { Contents, TabSource } from '../xlsx/contents'
import { Looks } from './looks'
import { isOtherBook, readExternalSheets, readName } from './names'
import { Cursor, KIND, recordsFrom } from './records'
import { readSheet } from './sheet-rows'
import type { Workbook } from './sheet-rows'
import { readText } from './strings'
import type { RichText } from './strings'

const BIFF8 = 0x600
const DAYS_TO_1904 = 1462
/** The kind of a sheet that has cells. */
const WITH_CELLS = 0
/** A report has some four hundred. */
const MOST_TEXTS = 200_000
/** A workbook of ours has fourteen. */
const MOST_SHEETS = 1000

interface Entry {
  name: string
  isHidden: boolean
  start: number
  hasCells: boolean
}

/** The records before those of the first sheet. */
class Globals {
  readonly looks = new Looks()
  readonly entries: Entry[] = []
  readonly names: NonNullable<ReturnType<typeof readName>>[] = []
  externals: (number | undefined)[] = []
  dayShift = 0
  private readonly otherBooks: boolean[] = []
  private readonly texts: Uint8Array[] = []
  private isInTexts = false

  constructor(stream: Uint8Array) {
    for (const { kind, data } of recordsFrom(stream, 0)) {
      if (kind === KIND.end) break
      if (kind === KIND.locked) throw new UnreadableSourceError('encrypted')
      this.isInTexts = kind === KIND.texts || (kind === KIND.more && this.isInTexts)
      if (this.isInTexts) this.texts.push(data)
      else this.take(kind, data)
    }
  }

  /** The texts that cells share. */
  readTexts(): RichText[] {
    const cursor = new Cursor(this.texts)
    cursor.skip(4)
    const count = Math.min(cursor.long(), MOST_TEXTS)
    const texts: RichText[] = []
    while (texts.length < count && !cursor.isAtEnd) texts.push(readText(cursor))
    return texts
  }

  private take(kind: number, data: Uint8Array): void {
    if (kind === KIND.sheet) this.takeSheet(new Cursor([data]))
    else if (kind === KIND.font) this.looks.takeFont(data)
    else if (kind === KIND.format) this.looks.takeFormat(data)
    else if (kind === KIND.look) this.looks.takeLook(data)
    else if (kind === KIND.palette) this.looks.takePalette(data)
    else if (kind === KIND.dateMode) this.dayShift = data[0] === 1 ? DAYS_TO_1904 : 0
    else if (kind === KIND.book) this.otherBooks.push(isOtherBook(data))
    else if (kind === KIND.externalSheets) this.externals = readExternalSheets(data, this.otherBooks)
    else if (kind === KIND.name) this.takeName(data)
  }

  private takeSheet(cursor: Cursor): void {
    if (this.entries.length >= MOST_SHEETS) throw new UnreadableSourceError('tooLarge')
    const start = cursor.long()
    const isHidden = (cursor.byte() & 3) !== 0
    const hasCells = cursor.byte() === WITH_CELLS
    this.entries.push({ name: readText(cursor, true).text, isHidden, start, hasCells })
  }

  private takeName(data: Uint8Array): void {
    const name = readName(data)
    if (name) this.names.push(name)
  }
}

/** The stream of the workbook. Undefined for a file that is none, or one of Excel 95 and before. */
function workbookIn(bytes: Uint8Array): Uint8Array | undefined {
  let stream: Uint8Array
  try {
    const found = find(readCompound(bytes, { type: 'buffer' }), 'Workbook')
    if (!found) return undefined
    stream = Uint8Array.from(found.content)
  } catch {
    throw new UnreadableSourceError('damaged')
  }
  const first = recordsFrom(stream, 0).next().value
  const isRead = first?.kind === KIND.begin && new Cursor([first.data]).word() === BIFF8
  return isRead ? stream : undefined
}

/**
 * What stands in a workbook; undefined for one of Excel 95 and before, which is not read here. Throws an
 * UnreadableSourceError, or an XlsxError as reading .xlsx does.
 */
export function readXls(bytes: Uint8Array): Contents | undefined {
  const stream = workbookIn(bytes)
  if (!stream) return undefined
  const globals = new Globals(stream)
  const { looks, dayShift, entries, externals } = globals
  const workbook: Workbook = { stream, looks, texts: globals.readTexts(), dayShift }
  const sources = entries
    .filter(({ hasCells }) => hasCells)
    .map(({ name, isHidden, start }): TabSource => {
      return { name, isHidden, read: (frame, isForeign) => readSheet(workbook, start, frame, isForeign) }
    })
  if (sources.length === 0) throw new UnreadableSourceError('damaged')
  const namesIn = (ids: ReadonlyMap<string, number>): NamedArea[] =>
    globals.names.flatMap(({ name, external, area }) => {
      const sheet = ids.get(entries[externals[external] ?? -1]?.name ?? '')
      return sheet === undefined ? [] : [{ name, sheet, area }]
    })
  return contentsOf(sources, namesIn)
}
