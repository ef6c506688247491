import type { DataValidation, Worksheet, WorksheetView } from '@cj-tech-master/excelts'
import { parseArea } from '../../workbook'
import { cellKey, eachCell } from '../book'
import type { Area, Cell, Protection, Sheet, Validation } from '../book'
import type { CarriedSheet } from './carried'
import { isLocked, rectangles } from './locks'
import { emptyLines, readLines, wholeReader } from './read-lines'
import type { Lines, LockState, Origin } from './read-lines'
import { DEFAULT_WIDTH, widthOf } from './units'

type FileModel = Worksheet['model']

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
  eachCell(cells, (_, row, column) => {
    size.rows = Math.max(size.rows, row)
    size.columns = Math.max(size.columns, column)
  })
  return size
}

/** A cell may have nothing but its note, and no place in the rows. */
function putNotes(cells: Record<string, Cell>, notes: ReadonlyMap<string, string>): void {
  for (const [address, note] of notes) {
    const at = parseArea(address)?.area
    if (!at) continue
    const key = cellKey(at.row, at.column)
    cells[key] = { ...cells[key], note }
  }
}

/** What is known of a tab beside its worksheet. */
export interface Beside {
  id: number
  /** What was noted about it when it was written. */
  carried: CarriedSheet | undefined
  notes: ReadonlyMap<string, string>
  /** Its rows, where the worksheet has been opened without them. */
  lines: Lines | undefined
}

/** A tab from a worksheet of the file. */
export function readSheet(source: Worksheet, origin: Origin, { id, carried, notes, lines: read }: Beside): Sheet {
  const { model } = source
  const lines = read ?? readLines(source, model.rows ?? [], wholeReader(model, origin), emptyLines())
  putNotes(lines.cells, notes)
  const { cells, locks, rowHeights, hiddenRows } = lines
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
    rowHeights,
    hiddenRows,
    cells,
    merges: mergesOf(model),
    validations: readValidations(model),
    protections: readProtections(model, locks, carried),
  }
}
