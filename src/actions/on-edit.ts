/** What an edit changes about the marks of its tab; the rest waits for the next 校验. */
import { a1, contains, layout, type Area, type TabKey, type TabSnapshot, type WorkbookSnapshot } from '../workbook'
import { checkWords as words } from '../words/actions'
import { boundingArea, matrix, readAt } from './areas'
import { assess } from './check/assess'
import { editWrites } from './check/mark-writes'
import { layoutColours, marksOf, type Mark, type MarkColour, type Marks } from './check/marked-cells'
import { markedTabs } from './check/plan-check'
import { markLines } from './note-mark'
import type { CellWrite } from './plan'

const keyOf = (name: string): TabKey | undefined => layout().tabs.find((tab) => tab.name === name)?.key

/** The table tab of a name, or null for a tab whose edits mark no figure. */
export const markedTab = (name: string): TabKey | null => markedTabs.find((key) => key === keyOf(name)) ?? null

/** The tab of a text by its name, or null. */
export function textTab(name: string): TextTab | null {
  const key = keyOf(name)
  return textTabs.find((one) => one === key) ?? null
}

const textTabs = ['overview', 'problems', 'other'] as const
export type TextTab = (typeof textTabs)[number]

export interface TouchedFigures {
  /** The smallest part of the tab that holds the figures whose marks may change. */
  area: Area
  /** The writes, given the notes of that area. */
  plan: (notes: readonly (readonly string[])[]) => CellWrite[]
}

/** What a mark says that may not hold any more. */
const older = (line: string): string => (line.startsWith(words.older) ? line : words.older + line)

const severityOf = (line: string): MarkColour | null => {
  const told = line.replace(words.older, '')
  return (['error', 'warning'] as const).find((one) => told.startsWith(words.severities[one])) ?? null
}

/** Cells that the edit did not touch: what of their marks the tab alone does not say again is told to be of before. */
function marksBeside(notes: readonly (readonly string[])[], edited: Area, { row, column }: Area, own: Marks): Marks {
  const beside = new Map<string, Mark>()
  notes.forEach((line, down) =>
    line.forEach((note, across) => {
      const at = { row: row + down, column: column + across }
      const before = contains(edited, at.row, at.column) ? [] : markLines(note)
      if (before.length === 0) return
      const still = new Set(own.get(a1(at))?.lines)
      const lines = before.map((one) => (still.has(one) ? one : older(one)))
      const colours = lines.map(severityOf)
      beside.set(a1(at), { ...at, lines, colour: colours.includes('error') ? 'error' : (colours[0] ?? null) })
    }),
  )
  return beside
}

/**
 * Null where the edit touched no figure; `snapshot` holds the edited tab alone. `isRenewed`: the host looks after the
 * other marks of the tab.
 */
export function touchedFigures(
  snapshot: WorkbookSnapshot,
  tab: TabKey,
  edited: Area,
  isRenewed: boolean,
): TouchedFigures | null {
  const { reading, findings } = assess(snapshot)
  const name = reading.tabs.get(tab)
  const figures = [...reading.places.values()].filter((place) => place.tab === tab)
  const touched = boundingArea(figures.filter((place) => contains(edited, place.row, place.column)))
  const area = isRenewed ? touched : boundingArea(figures)
  if (name === undefined || !touched || !area) return null
  const own = marksOf(findings, reading).get(tab) ?? new Map<string, Mark>()
  const fresh = [...own].filter(([, mark]) => contains(touched, mark.row, mark.column))
  const plan = (notes: readonly (readonly string[])[]) => {
    const end = { row: 1, column: 1, rows: area.row + area.rows - 1, columns: area.column + area.columns - 1 }
    const present = matrix(end, (at) => notes[at.row - area.row]?.[at.column - area.column] ?? '')
    const wanted = new Map([...fresh, ...(isRenewed ? [] : marksBeside(notes, touched, area, own))])
    const marks = { tab: name, notes: present, wanted, coloured: {} }
    // Most edits change no mark, and so no colour.
    return editWrites({ ...marks, base: () => layoutColours(reading, tab) }, touched)
  }
  return { area, plan }
}

/** The hint above a text that was edited is of the last check: it is told so, once. */
export function editedText(snapshot: TabSnapshot, key: TextTab, edited: Area): CellWrite[] {
  const { spots, hints } = assess({ tabs: [snapshot], names: [] }).reading
  const [text, hint] = [spots.get(key), hints.get(key)]
  if (!text || !hint || edited.row + edited.rows <= text.row) return []
  const told = readAt(snapshot.values, hint)
  if (typeof told !== 'string' || told === '' || told.startsWith(words.older)) return []
  const values = [[words.older + told]]
  return [{ kind: 'values', tab: snapshot.name, row: hint.row, column: hint.column, values }]
}
