/** Turns the marks that a tab has into those it should have: notes and colours, in as few writes as possible. */
import { a1, contains, firstCellOf, type Area } from '../../workbook'
import { boundingArea, matrix, readAt } from '../areas'
import { hasMark, withMark, withoutMark } from '../note-mark'
import type { CellWrite } from '../plan'
import { markColours, type MarkColour, type Marks } from './marked-cells'

/** Colours of an earlier check by A1 notation. */
export type ColouredCells = Readonly<Record<string, MarkColour>>

export interface TabMarks {
  /** The tab's name as it is now. */
  tab: string
  notes: readonly (readonly string[])[]
  wanted: Marks
  coloured: ColouredCells
  /** The layout's colour of each figure cell. */
  base: () => ReadonlyMap<string, string | null>
}

interface NoteChange {
  row: number
  column: number
  note: string
}

function noteChanges({ notes, wanted }: TabMarks): NoteChange[] {
  const marked = notes.flatMap((line, r) =>
    // Most rows have no note, and joining a row is the fastest way to see that.
    line.join('') === '' ? [] : line.flatMap((note, c) => (hasMark(note) ? [{ row: r + 1, column: c + 1 }] : [])),
  )
  const gone = marked.filter((position) => !wanted.has(a1(position)))
  return [
    ...gone.map((position) => ({ ...position, note: withoutMark(readAt(notes, position)) })),
    ...[...wanted.values()].map(({ row, column, lines }) => {
      return { row, column, note: withMark(readAt(notes, { row, column }), lines) }
    }),
  ].filter(({ note, ...position }) => note !== readAt(notes, position))
}

/** One write for the smallest rectangle around the notes that change; the others in it are written as they are. */
function noteWrites(marks: TabMarks, changes: readonly NoteChange[]): CellWrite[] {
  const area = boundingArea(changes)
  if (!area) return []
  const changed = new Map(changes.map(({ note, ...position }) => [a1(position), note]))
  const notes = matrix(area, (position) => changed.get(a1(position)) ?? readAt(marks.notes, position))
  return [{ kind: 'notes', tab: marks.tab, row: area.row, column: area.column, notes }]
}

export function colouredCells(wanted: Marks): ColouredCells {
  return Object.fromEntries([...wanted].flatMap(([cell, { colour }]) => (colour ? [[cell, colour]] : [])))
}

const isSame = (one: ColouredCells, other: ColouredCells) => {
  const cells = Object.keys(one)
  return cells.length === Object.keys(other).length && cells.every((cell) => one[cell] === other[cell])
}

/** The cells to paint, by colour: marked cells in the colour of their mark, no longer marked ones in the layout's. */
function paintsOf(marks: TabMarks, changes: readonly NoteChange[]): Map<string | null, string[]> {
  const wanted = colouredCells(marks.wanted)
  if (changes.length === 0 && isSame(marks.coloured, wanted)) return new Map()
  const before = [...Object.keys(marks.coloured), ...changes.map((change) => a1(change))]
  const base = marks.base()
  const restored = [...new Set(before)].filter((cell) => !(cell in wanted) && base.has(cell))
  const paints = new Map<string | null, string[]>()
  const add = (colour: string | null, cell: string) => paints.set(colour, [...(paints.get(colour) ?? []), cell])
  for (const [cell, colour] of Object.entries(wanted)) add(markColours[colour], cell)
  for (const cell of restored) add(base.get(cell) ?? null, cell)
  return paints
}

function paintWrites(tab: string, paints: ReadonlyMap<string | null, string[]>): CellWrite[] {
  return [...paints].map(([colour, cells]) => ({ kind: 'paint', tab, cells, colour }))
}

/** All colours of the figures in an area in one write. */
function areaPaint({ tab, wanted, base }: TabMarks, area: Area): CellWrite {
  const plain = base()
  const colours = matrix(area, (position) => {
    const mark = wanted.get(a1(position))
    return mark?.colour ? markColours[mark.colour] : (plain.get(a1(position)) ?? null)
  })
  return { kind: 'backgrounds', tab, row: area.row, column: area.column, colours }
}

/** The colours of a tab in one write, for when too many writes would be needed. */
export function foldedPaint(marks: TabMarks, writes: readonly CellWrite[]): CellWrite[] {
  const paints = writes.flatMap((write) => (write.kind === 'paint' ? [write] : []))
  const area = boundingArea(paints.flatMap(({ cells }) => cells.flatMap((cell) => firstCellOf(cell) ?? [])))
  if (!area || paints.length < 2) return [...writes]
  return [...writes.filter(({ kind }) => kind !== 'paint'), areaPaint(marks, area)]
}

/** After an edit: the cells whose note changes, in one write of notes, and in one the colours of those in `edited`. */
export function editWrites(marks: TabMarks, edited: Area): CellWrite[] {
  const changes = noteChanges(marks)
  const area = boundingArea(changes.filter(({ row, column }) => contains(edited, row, column)))
  return [...noteWrites(marks, changes), ...(area ? [areaPaint(marks, area)] : [])]
}

/** Notes first: a mark whose note stands is known to the next run, even if this one is cut off before the colour. */
export function markWrites(marks: TabMarks): CellWrite[] {
  const changes = noteChanges(marks)
  return [...noteWrites(marks, changes), ...paintWrites(marks.tab, paintsOf(marks, changes))]
}
