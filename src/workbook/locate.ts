/** Finds labelled rows or columns on a tab, in any order. A line here is a row or a column, by the search's axis. */
import type { LabelSpec } from './labels'
import { columnsOf, positionsIn, rowsOf, type SheetView } from './sheet-view'
import type { Area } from './types'

export interface Located {
  /** Row or column number by key. */
  at: Map<string, number>
  /** Columns of the label cells. */
  labelColumns: number[]
  missing: LabelSpec[]
  doubled: { spec: LabelSpec; lines: number[] }[]
  /** Their label was overwritten, but their neighbours leave only one possible line. */
  guessed: LabelSpec[]
  /** Out of the official order. */
  moved: LabelSpec[]
}

export interface Search {
  view: SheetView
  axis: 'row' | 'column'
  /** Where the labels belong. */
  area: Area
  /** Where to search for a label that is not in the area. */
  reach: Area
  /** The last line before the first labelled one, and the first line after the last. */
  before: number
  after: number
  /** All cells of the lines, figures included. */
  extent: Area
  /** Texts that a line may hold without being in use. */
  known: ReadonlySet<string>
}

interface Hit {
  line: number
  column: number
}

function hitsIn(search: Search, specs: readonly LabelSpec[], area: Area): Map<string, Hit[]> {
  const hits = new Map<string, Hit[]>()
  for (const position of positionsIn(area)) {
    const label = search.view.labelAt(position)
    const spec = label === '' ? undefined : specs.find(({ names }) => names.has(label))
    if (!spec) continue
    const hit = { line: position[search.axis], column: position.column }
    hits.set(spec.key, [...(hits.get(spec.key) ?? []), hit])
  }
  return hits
}

const linesOf = (hits: readonly Hit[] | undefined): number[] => [...new Set((hits ?? []).map(({ line }) => line))]

/** Positions of the longest rising run of numbers, not necessarily adjacent. */
function inOrder(lines: readonly number[]): Set<number> {
  const best: number[][] = []
  lines.forEach((line, i) => {
    const before = best.filter((run) => (lines[run[run.length - 1] ?? 0] ?? 0) < line)
    const longest = before.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
    best.push([...longest, i])
  })
  return new Set(best.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []))
}

/** Whether some of the lines still hold something; empty ones may be new lines in place of deleted ones. */
function holdSomething({ view, axis, extent, known }: Search, first: number, last: number): boolean {
  const lines = axis === 'row' ? rowsOf(extent, first, last) : columnsOf(extent, first, last)
  return positionsIn(lines).some((position) => view.valueAt(position) !== '' && !known.has(view.labelAt(position)))
}

/** Places a missing label if its two neighbours leave exactly its own lines between them. */
function guess(specs: readonly LabelSpec[], search: Search, located: Located): void {
  const taken = new Set([...located.at.values(), ...located.doubled.flatMap(({ lines }) => lines)])
  for (const spec of [...located.missing]) {
    const i = specs.indexOf(spec)
    const [previous, next] = [specs[i - 1], specs[i + 1]]
    const before = previous ? located.at.get(previous.key) : search.before
    const after = next ? located.at.get(next.key) : search.after
    if (before === undefined || after === undefined) continue
    const line = before + (previous?.span ?? 1)
    if (line + spec.span !== after || taken.has(line)) continue
    if (holdSomething(search, line, after - 1)) located.guessed.push(spec)
  }
  for (const spec of located.guessed) located.missing.splice(located.missing.indexOf(spec), 1)
}

function place(specs: readonly LabelSpec[], search: Search, located: Located): void {
  for (const spec of located.guessed) {
    const previous = specs[specs.indexOf(spec) - 1]
    const before = previous ? (located.at.get(previous.key) ?? 0) : search.before
    located.at.set(spec.key, before + (previous?.span ?? 1))
  }
}

/** Finds the line of every label; missing and doubled labels are listed and have none. */
export function locate(specs: readonly LabelSpec[], search: Search): Located {
  const inside = hitsIn(search, specs, search.area)
  const beyond = hitsIn(search, specs, search.reach)
  const located: Located = { at: new Map(), labelColumns: [], missing: [], doubled: [], guessed: [], moved: [] }
  for (const spec of specs) {
    const hits = inside.get(spec.key) ?? beyond.get(spec.key) ?? []
    const lines = linesOf(hits)
    const [line] = lines
    if (line === undefined) located.missing.push(spec)
    else if (lines.length > 1) located.doubled.push({ spec, lines })
    else {
      located.at.set(spec.key, line)
      located.labelColumns.push(...hits.map(({ column }) => column))
    }
  }
  const labelled = specs.filter(({ key }) => located.at.has(key))
  const ordered = inOrder(labelled.map(({ key }) => located.at.get(key) ?? 0))
  located.moved = labelled.filter((_, i) => !ordered.has(i))
  guess(specs, search, located)
  place(specs, search, located)
  return located
}

/** Rows of the area that hold one of the labels. */
export function rowsWith(view: SheetView, area: Area, specs: readonly LabelSpec[]): number[] {
  const rows = positionsIn(area).flatMap((position) => {
    const label = view.labelAt(position)
    return label !== '' && specs.some(({ names }) => names.has(label)) ? [position.row] : []
  })
  return [...new Set(rows)]
}
