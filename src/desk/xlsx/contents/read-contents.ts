/** What stands in a workbook, read without the library that opens it for editing. */
import { openPackage } from '../unpack'
import { isDoubtful, renewResults, usedSize } from '../../book'
import type { Book, NamedArea, Sheet, StaleResult } from '../../book'
import { CARRIED_SHEET, readCarried } from '../carried'
import type { Carried } from '../carried'
import { toldAsXlsx, unreadable } from '../error'
import { USUAL_SIZES } from '../large/sizes'
import type { Sizes } from '../large/sizes'
import { Uncuttable } from '../large/splitter'
import { readNames } from '../names'
import { carriedSheets, idsOf, isOurs } from '../ownership'
import { scaledText, showsAnotherNumber } from './scaled'
import { SheetParts } from './sheet-parts'
import type { Tab, TabFrame } from './tab'

/** Results of formulas that were not those of the formulas; all were calculated anew then. */
interface Renewed {
  stale: readonly StaleResult[]
}

/** A workbook of ours as far as a report needs it, or the tabs of any other one. */
export type Contents = Renewed & ({ kind: 'ours'; book: Book } | { kind: 'foreign'; tabs: Tab[] })

/** Formulas may read beyond the last cell of a tab. */
const ROOM = { rows: 1000, columns: 64 }

const hasMissing = ({ sheets }: Book): boolean =>
  sheets.some(({ cells }) =>
    Object.values(cells).some(({ formula, value }) => formula !== undefined && value === undefined),
  )

/** Calculates the formulas where their results are missing or doubtful. */
const renewed = (book: Book): Renewed => ({
  stale: hasMissing(book) || isDoubtful(book) ? renewResults(book) : [],
})

/**
 * In a workbook of ours a number counts as it was typed, whatever its format, but where the format shows another one: then
 * nobody knows which of them is meant, and the text with both stands in the cell.
 */
function showScaled({ sheet, looks }: Tab): void {
  for (const [key, { format, mayScale }] of looks) {
    if (!mayScale) continue
    const cell = sheet.cells[key]
    if (format === undefined || typeof cell?.value !== 'number' || !showsAnotherNumber(cell.value, format)) continue
    sheet.cells[key] = { ...cell, value: scaledText(cell.value, format) ?? cell.value }
  }
}

/** A tab is read as whole rows: a slip in the last row there can be would make millions of blanks. */
const MOST_PLACES = 4_000_000

function refuseFarCells({ sheets }: Book): void {
  const isFar = (sheet: Sheet): boolean => {
    const { rows, columns } = usedSize(sheet)
    return rows * columns > MOST_PLACES
  }
  if (sheets.some(isFar)) throw unreadable('tooLarge')
}

/** A tab of a file, read when its frame is known. */
export interface TabSource {
  name: string
  isHidden: boolean
  read: (frame: TabFrame, isForeign: boolean) => Tab
}

function carriedIn(sources: readonly TabSource[]): Carried | null {
  const source = sources.find(({ name }) => name === CARRIED_SHEET)
  if (!source) return null
  const { sheet } = source.read({ id: 0, name: CARRIED_SHEET, hidden: true, rows: 1, columns: 1 }, false)
  const texts: string[] = []
  for (let column = 1; ; column += 1) {
    const value = sheet.cells[`1,${column}`]?.value
    if (typeof value !== 'string') return readCarried(texts)
    texts.push(value)
  }
}

/** What stands in the tabs of a file; `namesIn` gives its names of areas by the ids of the tabs. Throws an XlsxError. */
export function contentsOf(
  all: readonly TabSource[],
  namesIn: (ids: ReadonlyMap<string, number>) => NamedArea[],
): Contents {
  const carried = carriedIn(all)
  const sources = all.filter(({ name }) => name !== CARRIED_SHEET)
  const names = sources.map(({ name }) => name)
  const noted = carriedSheets(names, carried)
  const ids = idsOf(names, noted)
  const isForeign = !carried && !isOurs(names)
  const tabs = sources.map(({ name, isHidden, read }) => {
    const { rows, columns } = noted.get(name) ?? (isForeign ? ROOM : { rows: 1, columns: 1 })
    return read({ id: ids.get(name) ?? 0, name, hidden: isHidden, rows, columns }, isForeign)
  })
  const book: Book = {
    title: carried?.title ?? '',
    sheets: tabs.map(({ sheet }) => sheet),
    names: namesIn(ids),
    properties: carried?.properties ?? {},
  }
  if (!isForeign) refuseFarCells(book)
  const { stale } = renewed(book)
  if (!isForeign) for (const tab of tabs) showScaled(tab)
  return isForeign ? { kind: 'foreign', tabs, stale } : { kind: 'ours', book, stale }
}

function xlsxContents(parts: SheetParts): Contents {
  const sources = parts.sheets.map((entry) => ({
    name: entry.name,
    isHidden: entry.isHidden,
    read: (frame: TabFrame, isForeign: boolean) => parts.read(entry, frame, isForeign),
  }))
  return contentsOf(sources, (ids) => readNames(parts.workbook, ids))
}

/**
 * Reads values, formulas with their results, and what is hidden or struck out, of any .xlsx file. Throws an XlsxError
 * for one that cannot be read.
 */
export function readXlsx(bytes: Uint8Array, sizes: Pick<Sizes, 'xml'> = USUAL_SIZES): Contents {
  try {
    const { zip, large } = openPackage(bytes, sizes.xml)
    return xlsxContents(new SheetParts(zip, large))
  } catch (error) {
    if (error instanceof Uncuttable) return readXlsx(bytes, { xml: Infinity })
    throw toldAsXlsx(error)
  }
}
