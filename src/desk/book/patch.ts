/** Patches: the difference between two books, and a book with a patch applied. */
import type { Book, BookPatch, Cell, Sheet } from './model'
import { noteChange, takeChanged } from './cells'
import { applyComments, commentsBack, diffComments, takeChangedThreads } from './comments'
import { same } from './same'

type Cells = Record<string, Cell>
type CellPatch = Record<string, Cell | null>

/** A tab without its cells. */
function frameOf(sheet: Sheet): Omit<Sheet, 'cells'> {
  const frame: Partial<Sheet> & Omit<Sheet, 'cells'> = { ...sheet }
  delete frame.cells
  return frame
}

/** Not `key in record`: `__proto__` may be the name of a property. */
const has = (record: object, key: string): boolean => Object.prototype.hasOwnProperty.call(record, key)

function put<T>(record: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(record, key, { value, configurable: true, enumerable: true, writable: true })
}

function diffRecords<T>(before: Record<string, T>, after: Record<string, T>): Record<string, T | null> | null {
  const changes: Record<string, T | null> = {}
  let isChanged = false
  const change = (key: string, value: T | null) => {
    put(changes, key, value)
    isChanged = true
  }
  for (const key in after) {
    const value = after[key] as T
    const old = before[key]
    if (old !== value && !(has(before, key) && same(old, value))) change(key, value)
  }
  for (const key in before) if (!has(after, key)) change(key, null)
  return isChanged ? changes : null
}

type FindCells = (old: Sheet, sheet: Sheet) => CellPatch | null

const diffCells: FindCells = (old, sheet) => (old.cells === sheet.cells ? null : diffRecords(old.cells, sheet.cells))

/** As `diffCells`, for when only cells with those keys can differ. */
function diffAt(keys: ReadonlySet<string>, before: Cells, after: Cells): CellPatch | null {
  const changed = [...keys].filter((key) => !same(before[key], after[key]))
  return changed.length ? Object.fromEntries(changed.map((key) => [key, after[key] ?? null])) : null
}

/** The fields of a patch that are about neither tabs nor comments. */
function diffRest(before: Book, after: Book): Pick<BookPatch, 'title' | 'names' | 'properties'> {
  const properties = diffRecords(before.properties, after.properties)
  return {
    ...(before.title !== after.title && { title: after.title }),
    ...(!same(before.names, after.names) && { names: after.names }),
    ...(properties && { properties }),
  }
}

interface TabChanges {
  cells: BookPatch['cells']
  sheets: Sheet[]
}

function diffSheet(old: Sheet | undefined, sheet: Sheet, changes: TabChanges, find: FindCells): void {
  if (old === sheet) return
  if (!old || !same(frameOf(old), frameOf(sheet))) {
    changes.sheets.push(sheet)
    return
  }
  const cells = find(old, sheet)
  if (cells) changes.cells[sheet.id] = cells
}

/** The patch that turns `before` into `after`. Parts that are the same object in both are not compared. */
export function diffBooks(before: Book, after: Book, find = diffCells, threads?: ReadonlySet<string>): BookPatch {
  const old = new Map(before.sheets.map((sheet) => [sheet.id, sheet]))
  const changes: TabChanges = { cells: {}, sheets: [] }
  for (const sheet of after.sheets) diffSheet(old.get(sheet.id), sheet, changes, find)
  const order = after.sheets.map(({ id }) => id)
  const isMoved = !same(
    before.sheets.map(({ id }) => id),
    order,
  )
  return {
    cells: changes.cells,
    ...(changes.sheets.length > 0 && { sheets: changes.sheets }),
    ...(isMoved && { order }),
    ...diffRest(before, after),
    ...diffComments(before, after, threads),
  }
}

function cellsBack(sheet: Sheet, cells: CellPatch): CellPatch {
  return Object.fromEntries(Object.keys(cells).map((key) => [key, sheet.cells[key] ?? null]))
}

/** The patch that turns `after` back into `before`, given the patch that made it. */
function patchBack(before: Book, after: Book, patch: BookPatch): BookPatch {
  if (patch.sheets || patch.order) return diffBooks(after, before)
  const changed = before.sheets.flatMap((sheet) => {
    const cells = patch.cells[sheet.id]
    return cells ? [[sheet.id, cellsBack(sheet, cells)] as const] : []
  })
  return { cells: Object.fromEntries(changed), ...diffRest(after, before), ...commentsBack(before, after, patch) }
}

export function isEmptyPatch(patch: BookPatch): boolean {
  return Object.keys(patch).length === 1 && Object.keys(patch.cells).length === 0
}

function patchRecord<T>(record: Record<string, T>, changes: Record<string, T | null>): void {
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) Reflect.deleteProperty(record, key)
    else put(record, key, value)
  }
}

/** Changes the book itself, which nobody else may hold. It never changes the patch. */
export function applyPatch(book: Book, patch: BookPatch): void {
  const fresh = new Map((patch.sheets ?? []).map((sheet) => [sheet.id, copySheet(sheet)]))
  const sheets = new Map(book.sheets.map((sheet) => [sheet.id, fresh.get(sheet.id) ?? sheet]))
  for (const [id, sheet] of fresh) sheets.set(id, sheet)
  book.sheets = (patch.order ?? [...sheets.keys()]).flatMap((id) => sheets.get(id) ?? [])
  for (const sheet of book.sheets) {
    const cells = patch.cells[sheet.id]
    if (!cells) continue
    patchRecord(sheet.cells, cells)
    for (const key of Object.keys(cells)) noteChange(sheet, key)
  }
  if (patch.title !== undefined) book.title = patch.title
  if (patch.names) book.names = clone(patch.names)
  if (patch.properties) patchRecord(book.properties, patch.properties)
  applyComments(book, patch)
}

/** What has changed, and the patch that undoes it. */
export interface BookChange {
  patch: BookPatch
  back: BookPatch
}

/**
 * Tells what has changed in a book since it was last asked. A cell or a comment must never be changed itself, only
 * replaced by the operations on books; everything else may be changed in any way.
 */
export class Tracker {
  private seen: Book
  /** The `cells` object of each tab. If a tab has another object now, every cell may have changed. */
  private cells = new Map<Sheet, Sheet['cells']>()
  /** The list of comments. If the book has another list now, every comment may have changed. */
  private comments: Book['comments']

  constructor(private readonly book: Book) {
    this.seen = copyBook(book)
    this.startNoting()
  }

  /**
   * The changes since the last `take`, and the patch that undoes them. The caller owns both, except for their cells.
   */
  take(): BookChange {
    const patch = this.changed()
    const back = patchBack(this.seen, this.book, patch)
    // Without a copy, the next change of a tab or of names would change the patch as well.
    const change = { patch: copyPatch(patch), back: copyPatch(back) }
    if (!isEmptyPatch(patch)) this.seen = seenOf(this.book, this.seen, patch)
    this.startNoting()
    return change
  }

  private changed(): BookPatch {
    const threads = this.comments === this.book.comments ? takeChangedThreads(this.book) : undefined
    return diffBooks(this.seen, this.book, (old, sheet) => this.diffNoted(old, sheet), threads)
  }

  private startNoting(): void {
    this.cells = new Map(this.book.sheets.map((sheet) => [sheet, sheet.cells]))
    for (const sheet of this.book.sheets) takeChanged(sheet)
    this.comments = this.book.comments
    takeChangedThreads(this.book)
  }

  /** Compares only the cells noted as replaced; all of them if the tab has a new `cells` object. */
  private diffNoted(old: Sheet, sheet: Sheet): CellPatch | null {
    if (this.cells.get(sheet) !== sheet.cells) return diffCells(old, sheet)
    return diffAt(takeChanged(sheet), old.cells, sheet.cells)
  }
}

function clone<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

/** A copy of a patch that shares nothing with a book but cells and comments, which are never changed themselves. */
function copyPatch(patch: BookPatch): BookPatch {
  const { sheets, names, comments } = patch
  return {
    ...patch,
    ...(sheets && { sheets: sheets.map(copySheet) }),
    ...(names && { names: clone(names) }),
    ...(comments && { comments: [...comments] }),
  }
}

function copySheet(sheet: Sheet): Sheet {
  return { ...clone(frameOf(sheet)), cells: { ...sheet.cells } }
}

/** A copy that shares nothing with the book but cells and comments, which are never changed themselves. */
export function copyBook({ sheets, comments, ...rest }: Book): Book {
  return { ...clone(rest), sheets: sheets.map(copySheet), ...(comments && { comments: [...comments] }) }
}

/** As `copyBook`, but what the patch has not changed is taken from the copy `seen`. */
function seenOf(book: Book, seen: Book, patch: BookPatch): Book {
  const known = new Map(seen.sheets.map((sheet) => [sheet.id, sheet]))
  const rebuilt = new Set((patch.sheets ?? []).map(({ id }) => id))
  const sheetOf = (sheet: Sheet): Sheet => {
    const old = known.get(sheet.id)
    if (!old || rebuilt.has(sheet.id)) return copySheet(sheet)
    const cells = patch.cells[sheet.id]
    if (cells) patchRecord(old.cells, cells)
    return old
  }
  const { title, names, properties } = book
  applyComments(seen, patch)
  return {
    title,
    names: patch.names ? clone(names) : seen.names,
    properties: patch.properties ? { ...properties } : seen.properties,
    ...(seen.comments && { comments: seen.comments }),
    sheets: book.sheets.map(sheetOf),
  }
}
