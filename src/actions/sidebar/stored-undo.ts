/** What the last repair or import replaced, kept in a property until it is undone or another one comes. */
import { fingerprintOf } from '../../checks'
import { figures } from '../../form'
import type { ReadValue } from '../../workbook'
import type { CellWrite } from '../plan'
import { propertyNames, storedObject, type Properties } from '../properties'
import { lastYearKey, spotNames } from '../place-label'

export interface UndoCell {
  /** A figure of this year, one of last year (`last:` in front), or a field or text by its name. */
  cell: string
  was: ReadValue
  /** R1C1; empty where a value stood. */
  formula: string
  now: ReadValue
}

export interface Undo {
  time: string
  user: string
  label: string
  cells: UndoCell[]
}

/** With its name: whoever takes it back says which one was shown, because another may stand there by now. */
export interface StoredUndo extends Undo {
  id: string
}

/** Most bytes stored, of the 9 KB that a property may hold. A character beyond ASCII takes up to three bytes. */
const MOST_BYTES = 8500

/** A cell is stored as its index in this list: so an import of all figures fits into the property. */
const keys: readonly string[] = [
  ...figures.map(({ id }) => id),
  ...figures.map(({ id }) => lastYearKey(id)),
  ...spotNames,
]

type Packed = [cell: number, now: ReadValue, was: ReadValue, formula: string]

const packed = ({ cell, now, was, formula }: UndoCell): Packed => [keys.indexOf(cell), now, was, formula]

const bytesOf = (text: string): number => text.replace(/[^\0-\x7f]/g, '...').length

function undoText(undo: Undo): string {
  const text = JSON.stringify(undo)
  return bytesOf(text) <= MOST_BYTES ? text : JSON.stringify({ ...undo, cells: undo.cells.map(packed) })
}

export const undoWrite = (undo: Undo | null): CellWrite => ({
  kind: 'property',
  name: propertyNames.undo,
  value: undo && undoText(undo),
})

export const fitsProperty = (undo: Undo): boolean => bytesOf(undoText(undo)) <= MOST_BYTES

const idOf = (text: string): string => fingerprintOf([text])

/** The name that it has once it is stored. */
export const undoId = (undo: Undo): string => idOf(undoText(undo))

function unpacked(cell: UndoCell | Packed): UndoCell {
  if (!Array.isArray(cell)) return cell
  const [key, now, was, formula] = cell
  return { cell: keys[key] ?? '', now, was, formula }
}

/** Null where there is nothing to undo, or the property is damaged. */
export function undoOf(properties: Properties): StoredUndo | null {
  const stored = storedObject(properties, propertyNames.undo)
  if (!stored || !Array.isArray(stored.cells)) return null
  const cells = (stored.cells as (UndoCell | Packed)[]).map(unpacked).filter(({ cell }) => keys.includes(cell))
  const id = idOf(properties[propertyNames.undo] ?? '')
  return { id, time: String(stored.time), user: String(stored.user), label: String(stored.label), cells }
}
