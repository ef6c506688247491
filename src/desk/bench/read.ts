/** Reads the bench as commands ask for it. */
import { tabsToRead } from '../../actions'
import type { ReadRequest, ReadTab, ReadRows, ReadValue, TabKey, WorkbookRead } from '../../actions'
import { cellAt, mapCells, ofCells, positionOf, toR1C1, usedSize, wallTimeOf } from '../book'
import type { Area, Book, Cell, Sheet } from '../book'

const two = (value: number): string => String(value).padStart(2, '0')

/** A date as its text: it is never a figure. */
function readValue(value: Cell['value']): ReadValue {
  if (typeof value !== 'object') return value ?? ''
  const { year, month, day } = wallTimeOf(value.date)
  return `${year}-${two(month)}-${two(day)}`
}

const wholeOf = (sheet: Sheet): Area => ({ row: 1, column: 1, ...usedSize(sheet) })

/** After an edit only the rows are new of which it replaced a cell; the others are those that were read before. */
const values = ofCells<ReadRows>({
  make: (sheet) => mapCells(sheet, wholeOf(sheet), (cell) => readValue(cell?.value)),
  renew: (before, sheet, keys) => {
    const { rows, columns } = usedSize(sheet)
    if (rows < before.length || columns !== before[0]?.length) return null
    const fresh = new Map<number, ReadValue[]>()
    for (let row = before.length + 1; row <= rows; row++) fresh.set(row, Array<ReadValue>(columns).fill(''))
    for (const key of keys) {
      const { row, column } = positionOf(key)
      if (row > rows || column > columns) continue
      const line = fresh.get(row) ?? before[row - 1]?.slice() ?? []
      line[column - 1] = readValue(sheet.cells[key]?.value)
      fresh.set(row, line)
    }
    return Array.from({ length: rows }, (_, index) => fresh.get(index + 1) ?? before[index] ?? [])
  },
})

/** Up to the last used row and column. By the same rows readers know that they have read the tab before. */
export const valuesOf: (sheet: Sheet) => ReadRows = values

export function formulasR1C1Of(sheet: Sheet, area: Area): string[][] {
  return Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (__, across) => {
      const at = { row: area.row + down, column: area.column + across }
      const formula = cellAt(sheet, at.row, at.column)?.formula
      return formula === undefined ? '' : toR1C1(formula, at)
    }),
  )
}

/** Named ranges; one whose tab is gone is left out. */
export function namesOf(book: Book): WorkbookRead['names'] {
  return book.names.flatMap(({ name, sheet, area }) => {
    const tab = book.sheets.find(({ id }) => id === sheet)?.name
    return tab === undefined ? [] : [{ name, tab, area }]
  })
}

export function readBook(book: Book, request: ReadRequest): Omit<WorkbookRead, 'selected' | 'settings'> {
  const sheets = book.sheets.map(({ name }) => name)
  const names = namesOf(book)
  const wanted = (keys: readonly TabKey[] = []) => new Set(keys.length > 0 ? tabsToRead(sheets, names, keys) : [])
  const [plain, formulas, relative, withNotes, sized] = [
    wanted(request.values),
    wanted(request.formulas),
    wanted(request.formulasR1C1),
    wanted(request.notes),
    wanted(request.sizes),
  ]
  const tabs = book.sheets.map((sheet): ReadTab => {
    const { name, rows, columns } = sheet
    return {
      name,
      values: plain.has(name) ? valuesOf(sheet) : [],
      ...(formulas.has(name) && { formulas: mapCells(sheet, wholeOf(sheet), (cell) => cell?.formula ?? '') }),
      ...(relative.has(name) && { formulasR1C1: formulasR1C1Of(sheet, wholeOf(sheet)) }),
      ...(withNotes.has(name) && { notes: notesOf(sheet) }),
      ...(sized.has(name) && { size: { rows, columns } }),
    }
  })
  const ids = Object.fromEntries(book.sheets.map(({ name, id }) => [name, id]))
  return { tabs, names, properties: { ...book.properties }, ids }
}

/** The cells with a note, which are few. */
const noted = ofCells<ReadonlySet<string>>({
  make: ({ cells }) => new Set(Object.keys(cells).filter((key) => cells[key]?.note !== undefined)),
  renew: (before, { cells }, keys) => {
    const after = new Set(before)
    for (const key of keys) {
      if (cells[key]?.note === undefined) after.delete(key)
      else after.add(key)
    }
    return after
  },
})

/** Up to the last row and column with a note. */
function notesOf(sheet: Sheet): string[][] {
  const at = [...noted(sheet)].map(positionOf)
  const rows = Math.max(0, ...at.map(({ row }) => row))
  const columns = Math.max(0, ...at.map(({ column }) => column))
  const notes = Array.from({ length: rows }, () => Array<string>(columns).fill(''))
  for (const { row, column } of at) {
    const line = notes[row - 1]
    if (line) line[column - 1] = cellAt(sheet, row, column)?.note ?? ''
  }
  return notes
}
