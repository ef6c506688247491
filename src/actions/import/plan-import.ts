/** 导入: writes the items that a person ticked. What has changed since the preview is left alone. */
import { importWords as words } from '../../words/import'
import { logRow, logWrite } from '../log'
import { keyLabel } from '../place-label'
import type { CellWrite } from '../plan'
import type { Stamp } from '../stamp'
import { undoId, undoWrite } from '../sidebar/stored-undo'
import { valueWrites, type CellContent } from '../sidebar/undo'
import { isWithYear, keyOfId, shownValue, type PlannedItem } from './items'
import { undoOfItems, type Prepared } from './preview'

export interface ImportInput {
  prepared: Prepared
  /** Ids of items. */
  ticks: readonly string[]
  log: string | null
  stamp: Stamp
}

export interface ImportResult {
  message: string
  /** How many were written, and how many of them held something else. */
  cells: number
  replaced: number
  /** Places of ticked items that are not there any more. */
  missed: string[]
  /** Name of what takes it back; null: it cannot be. */
  undo: string | null
}

const contentsOf = ({ tab, at, value, clears }: PlannedItem): CellContent[] => [
  { tab, at, value },
  ...clears.map((position) => ({ tab, at: { ...position, tab: at.tab }, value: '' })),
]

function detailOf({ name, unit, year, rows, totals, items }: Prepared, taken: readonly PlannedItem[]): string {
  const fresh = taken.filter(({ replaces, origin }) => !replaces && origin === '')
  const tabs = [...new Set(fresh.map(({ tab }) => tab))]
  const changes = taken.filter((item) => !fresh.includes(item))
  const kept = items.filter((item) => item.replaces && item.origin === '' && !taken.includes(item)).length
  return [
    words.source(name, unit, year),
    ...tabs.map((tab) => {
      const own = fresh.filter((item) => item.tab === tab)
      return words.logged.taken(tab, own.length, isWithYear(own))
    }),
    ...changes.map(({ place, stands, comes, origin }) => words.logged.change(place, shownValue(stands), comes, origin)),
    ...(kept > 0 ? [words.logged.kept(kept)] : []),
    ...rows.flatMap(({ message, options, chosen }) =>
      options.flatMap(({ id, label }) => (id === chosen ? [words.logged.chosen(message, label)] : [])),
    ),
    ...totals,
  ].join('\n')
}

/** No writes if nothing is ticked, or if no ticked item still stands as it did. */
export function planImport({ prepared, ticks, log, stamp }: ImportInput): {
  writes: CellWrite[]
  result: ImportResult
} {
  const { items, into, name } = prepared
  const taken = items.filter(({ id }) => ticks.includes(id))
  const missed = ticks.filter((id) => !taken.some((item) => item.id === id)).map((id) => keyLabel(keyOfId(id)))
  const missing = missed.length > 0 ? words.missed(missed) : ''
  if (taken.length === 0) {
    return { writes: [], result: { message: missing || words.nothing, cells: 0, replaced: 0, missed, undo: null } }
  }
  const caption = words.captions[into]
  const undo = undoOfItems(taken, { time: stamp.time, user: stamp.user, label: words.undoLabel(caption, name) })
  const entry = logRow(stamp, { event: caption, detail: detailOf(prepared, taken), files: name })
  const replaced = taken.filter(({ replaces }) => replaces).length
  const message = words.done(taken.length, isWithYear(taken), replaced, undo !== null) + missing
  return {
    writes: [undoWrite(undo), ...valueWrites(taken.flatMap(contentsOf)), ...logWrite(log, entry)],
    result: { message, cells: taken.length, replaced, missed, undo: undo && undoId(undo) },
  }
}
