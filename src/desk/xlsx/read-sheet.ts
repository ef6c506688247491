import type { Cell as FileCell, DataValidation, Worksheet, WorksheetView } from '@cj-tech-master/excelts'
import { parseArea } from '../../workbook'
import { cellKey, positionOf } from '../book'
import type { Area, Cell, Protection, Sheet, Validation } from '../book'
import type { CarriedSheet } from './carried'
import { fromFileLink } from './links'
import { isLocked, rectangles } from './locks'
import { fromFileStyle, isOpen } from './styles'
import { DEFAULT_HEIGHT, DEFAULT_WIDTH, heightOf, widthOf } from './units'
import { plainValue, struckText } from './values'

type FileModel = Worksheet['model']

function noteText(note: FileCell['note']): string | undefined {
  const text = typeof note === 'string' ? note : (note?.texts ?? []).map((run) => run.text).join('')
  return text === '' ? undefined : text
}

interface Reading {
  /** The tabs by name. */
  ids: ReadonlyMap<string, number>
  /** What is struck out in another workbook is no part of its report. In ours every value stays, as it is written back. */
  isForeign: boolean
}

function readCell(cell: FileCell, { ids, isForeign }: Reading): Cell {
  const isFirst = !cell.isMerged || cell.master.address === cell.address
  const isStruck = isForeign && cell.font?.strike === true && !cell.formula
  const written = isFirst ? plainValue(cell.value) : undefined
  const value =
    isStruck && (typeof written === 'number' || typeof written === 'string') ? struckText(String(written)) : written
  const formula = isFirst ? cell.formula : undefined
  const style = fromFileStyle(cell.style)
  const note = noteText(cell.note)
  return {
    ...(value !== undefined && { value }),
    ...(formula && { formula: fromFileLink(`=${formula}`, ids) }),
    ...(note && { note }),
    ...(Object.keys(style).length > 0 && { style }),
  }
}

interface LockState {
  row: number
  column: number
  locked: boolean
}

function readCells(source: Worksheet, model: FileModel, reading: Reading) {
  const cells: Record<string, Cell> = {}
  const locks: LockState[] = []
  for (const { address } of (model.rows ?? []).flatMap((row) => row.cells)) {
    const fileCell = source.getCell(address)
    const at = { row: fileCell.row, column: fileCell.col }
    const cell = readCell(fileCell, reading)
    if (Object.keys(cell).length > 0) cells[cellKey(at.row, at.column)] = cell
    locks.push({ ...at, locked: !isOpen(fileCell.style) })
  }
  return { cells, locks }
}

/** The protections that were written, if the file's locks still agree with them; else what the locks say. */
function readProtections(
  model: FileModel,
  locks: readonly LockState[],
  carried: CarriedSheet | undefined,
): Protection[] {
  const written = carried?.protections ?? []
  const whole = written.find(({ area }) => !area)
  const areas = written.filter(({ area }) => area)
  if (!model.sheetProtection?.sheet) return areas
  if (whole && locks.every(({ row, column, locked }) => isLocked(written, row, column) === locked)) return written
  const open = rectangles(locks.filter(({ locked }) => !locked))
  return [{ open, description: whole?.description ?? '', warningOnly: whole?.warningOnly ?? false }, ...areas]
}

function ruleOf(validation: DataValidation): Validation['rule'] | null {
  if (validation.type === 'any') return null
  const first: unknown = validation.formulae?.[0]
  const isMinimum = validation.operator === 'greaterThanOrEqual' && typeof first === 'number'
  if (validation.type === 'whole' && isMinimum) return { kind: 'wholeNumber', min: first }
  if (validation.type === 'decimal' && isMinimum) return { kind: 'decimal', min: first }
  if (typeof first !== 'string') return null
  if (validation.type === 'custom') return { kind: 'formula', formula: `=${first}` }
  const isList = validation.type === 'list' && /^".*"$/s.test(first)
  return isList ? { kind: 'list', values: first.slice(1, -1).split(',') } : null
}

function readValidations(model: FileModel): Validation[] {
  return Object.entries(model.dataValidations).flatMap(([address, validation]) => {
    const area = parseArea(address.replace(/^range:/, ''))?.area
    const rule = validation && ruleOf(validation)
    if (!area || !rule) return []
    const allowInvalid = !validation.showErrorMessage || (validation.errorStyle ?? 'stop') !== 'stop'
    const help = validation.prompt ?? validation.error
    return [{ area, rule, allowInvalid, ...(help && { help }) }]
  })
}

function readColumns(model: FileModel, columns: number) {
  const columnWidths: Record<number, number> = {}
  const hiddenColumns: number[] = []
  for (const { min, max, width, hidden } of model.cols ?? []) {
    const pixels = widthOf(width ?? 0)
    for (let column = min; column <= Math.min(max, columns); column++) {
      if (pixels > 0 && pixels !== DEFAULT_WIDTH) columnWidths[column] = pixels
      if (hidden) hiddenColumns.push(column)
    }
  }
  return { columnWidths, hiddenColumns }
}

function readRows(model: FileModel) {
  const rowHeights: Record<number, number> = {}
  const hiddenRows: number[] = []
  for (const { number, height, customHeight, hidden } of model.rows ?? []) {
    const pixels = customHeight ? heightOf(height ?? 0) : 0
    if (pixels > 0 && pixels !== DEFAULT_HEIGHT) rowHeights[number] = pixels
    if (hidden) hiddenRows.push(number)
  }
  return { rowHeights, hiddenRows }
}

const mergesOf = (model: FileModel): Area[] =>
  [...(model.merges ?? model.mergeCells ?? [])].flatMap((address) => parseArea(address)?.area ?? [])

/** The library gives no list at all for a file that has no views. */
function readViews(views: readonly Partial<WorksheetView>[] | undefined) {
  const view = views?.[0]
  const frozen = view?.state === 'frozen' ? view : undefined
  return {
    frozenRows: frozen?.ySplit ?? 0,
    frozenColumns: frozen?.xSplit ?? 0,
    ...(view?.showGridLines === false && { hiddenGridlines: true }),
  }
}

function extent(cells: Record<string, Cell>, carried: CarriedSheet | undefined) {
  const size = { rows: carried?.rows ?? 1, columns: carried?.columns ?? 1 }
  for (const { row, column } of Object.keys(cells).map(positionOf)) {
    size.rows = Math.max(size.rows, row)
    size.columns = Math.max(size.columns, column)
  }
  return size
}

/** A tab from a worksheet of the file; `carried` is what was noted about it when it was written. */
export function readSheet(source: Worksheet, id: number, carried: CarriedSheet | undefined, reading: Reading): Sheet {
  const { model } = source
  const { cells, locks } = readCells(source, model, reading)
  const size = extent(cells, carried)
  const tab = source.properties.tabColor?.argb?.slice(-6).toLowerCase()
  return {
    id,
    name: source.name,
    ...size,
    ...readViews(source.views),
    hidden: source.state !== 'visible',
    ...(tab && { tabColor: `#${tab}` }),
    ...readColumns(model, size.columns),
    ...readRows(model),
    cells,
    merges: mergesOf(model),
    validations: readValidations(model),
    protections: readProtections(model, locks, carried),
  }
}
