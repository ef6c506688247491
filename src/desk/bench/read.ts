/** Reads the bench as commands ask for it. */
import { tabsToRead } from '../../actions'
import type { ReadRequest, ReadTab, ReadValue, TabKey, WorkbookRead } from '../../actions'
import { cellAt, mapCells, ofCells, positionOf, toR1C1, usedSize, wallTimeOf } from '../book'
import type { Area, Book, Cell, Sheet } from '../book'

const two = (value: number): string => String(value).padStart(2, '0')

/** A date as its text: it is never a figure. */
export function readValue(value: Cell['value']): ReadValue {
  if (typeof value !== 'object') return value ?? ''
  const { year, month, day } = wallTimeOf(value.date)
  return `${year}-${two(month)}-${two(day)}`
}

const wholeOf = (sheet: Sheet): Area => ({ row: 1, column: 1, ...usedSize(sheet) })

type Size = Readonly<Record<'rows' | 'columns', number>>

/** One thing of each cell of a tab, as rows. After an edit only the cells that it replaced are read again. */
function remembered<T>(sizeOf: (sheet: Sheet) => Size, read: (cell: Cell | undefined) => T): (sheet: Sheet) => T[][] {
  return ofCells({
    make: (sheet) => mapCells(sheet, { row: 1, column: 1, ...sizeOf(sheet) }, read),
    renew: (lines, sheet, keys) => {
      const { rows, columns } = sizeOf(sheet)
      if (rows < lines.length || columns !== lines[0]?.length) return null
      while (lines.length < rows) lines.push(Array.from({ length: columns }, () => read(undefined)))
      for (const key of keys) {
        const { row, column } = positionOf(key)
        const line = lines[row - 1]
        if (line && column <= columns) line[column - 1] = read(sheet.cells[key])
      }
      return lines
    },
  })
}

const values = remembered(usedSize, (cell) => readValue(cell?.value))

/** Notes also stand on cells without a value. */
const notes = remembered(
  ({ rows, columns }) => ({ rows, columns }),
  (cell) => cell?.note ?? '',
)

/** Up to the last used row and column. The rows are the caller's own. */
export const valuesOf = (sheet: Sheet): ReadValue[][] => values(sheet).map((row) => row.slice())

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
  const [plain, formulas, relative, noted, sized] = [
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
      ...(noted.has(name) && { notes: notesOf(sheet) }),
      ...(sized.has(name) && { size: { rows, columns } }),
    }
  })
  const ids = Object.fromEntries(book.sheets.map(({ name, id }) => [name, id]))
  return { tabs, names, properties: { ...book.properties }, ids }
}

function notesOf(sheet: Sheet): string[][] {
  return notes(sheet).map((line) => line.slice())
}
