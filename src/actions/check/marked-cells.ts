/** Which cells the findings are marked on, what their notes say and in which colour. */
import type { Finding } from '../../checks'
import { a1, layout, looks } from '../../workbook'
import type { Place, Position, TabKey, WorkbookReading } from '../../workbook'
import { checkWords as words } from '../../words/actions'

export type MarkColour = 'error' | 'warning'

export const markColours: Readonly<Record<MarkColour, string>> = { error: '#F4B6B6', warning: '#FFD966' }

export interface Mark extends Position {
  /** What the note says, a line for each finding. */
  lines: string[]
  /** Null for what is only worth a note. */
  colour: MarkColour | null
}

/** Marks of one tab by A1 notation. */
export type Marks = ReadonlyMap<string, Mark>

const MOST_CELLS = 7

/**
 * The cells to mark for a finding: the figures it is about, or only the first cell if it is about a sum or about more
 * than seven figures. `cannotJudge` marks nothing: the blank or unreadable figure has a finding of its own.
 */
function shownAt({ cells, outcome }: Finding): string[] {
  if (outcome === 'cannotJudge') return []
  const own = cells.filter(({ role }) => role === 'figure')
  const shown = own.length > 0 && own.length <= MOST_CELLS ? own : cells.slice(0, 1)
  return shown.flatMap(({ id, role }) => (role === 'lastYear' ? [] : [id]))
}

function worse(one: MarkColour | null, other: MarkColour | null): MarkColour | null {
  if (one === 'error' || other === 'error') return 'error'
  return one ?? other
}

const placesOf = (place: Place | undefined): Place[] => (place ? [place] : [])

/** The marks that the findings ask for, by tab. */
export function marksOf(findings: readonly Finding[], { places }: WorkbookReading): ReadonlyMap<TabKey, Marks> {
  const tabs = new Map<TabKey, Map<string, Mark>>()
  for (const finding of findings) {
    const cells = shownAt(finding).flatMap((id) => placesOf(places.get(id)))
    for (const { tab, row, column } of cells) {
      const marks = tabs.get(tab) ?? new Map<string, Mark>()
      const mark = marks.get(a1({ row, column })) ?? { row, column, lines: [], colour: null }
      const colour = finding.severity === 'info' ? null : finding.severity
      const lines = [...mark.lines, words.noteLine(words.severities[finding.severity], finding.message)]
      marks.set(a1({ row, column }), { ...mark, lines, colour: worse(mark.colour, colour) })
      tabs.set(tab, marks)
    }
  }
  return tabs
}

/** The colour that the layout gives to each cell of a tab that holds a figure, by A1 notation. */
export function layoutColours({ places }: WorkbookReading, tab: TabKey): ReadonlyMap<string, string | null> {
  const cells = layout().tabs.find(({ key }) => key === tab)?.cells ?? []
  return new Map(
    cells.flatMap(({ figure, look }): [string, string | null][] => {
      const place = figure === undefined ? undefined : places.get(figure)
      return place ? [[a1(place), looks[look].background]] : []
    }),
  )
}
