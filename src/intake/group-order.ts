/** The order of the figures of a table 4 that is printed group by group, the groups below each other. */
import {
  disputes,
  isComplete,
  isOfOtherYears,
  mayBeInOrder,
  named,
  OTHER,
  outcomes,
  partsOf,
  placesAcross,
  type ColumnOrder,
  type Lines,
} from './column-order'

/** A row of figures of one group or of several. */
export interface GroupRow {
  groups: number
  /** The nearest names of outcomes above it. */
  lines: Lines
  /** All that stands between it and the row of figures above it. */
  between: Lines
}

const upTo = (count: number, from = 0): number[] => Array.from({ length: count }, (_, i) => from + i)

/** Which groups are in a row: as the names above it say, else in the form's order. */
function groupsIn({ groups, between }: GroupRow, before: number): number[] | undefined {
  const places = placesAcross(between, disputes)
  if (places?.length === 0) return upTo(groups, before)
  return places?.length === groups ? places : undefined
}

/** The order of the outcomes within each group of a row. */
function outcomesIn({ groups, lines }: GroupRow): number[][] | undefined {
  const width = outcomes.length
  const parts = partsOf(placesAcross(lines, outcomes) ?? [])
  const [first] = parts
  if (first && parts.every((part) => isComplete(part, width))) {
    if (parts.length === groups) return parts
    if (parts.length === 1) return upTo(groups).map(() => first)
  }
  return lines.every(mayBeInOrder) ? upTo(groups).map(() => upTo(width)) : undefined
}

export function orderOfGroups(rows: readonly GroupRow[]): ColumnOrder {
  if (rows.some(({ lines }) => lines.some((cells) => cells.some(isOfOtherYears)))) return OTHER
  const at: number[] = []
  for (const row of rows) {
    const groups = groupsIn(row, at.length / outcomes.length)
    const inGroup = outcomesIn(row)
    if (!groups || !inGroup) return OTHER
    for (const [i, group] of groups.entries()) {
      for (const place of inGroup[i] ?? []) at.push(group * outcomes.length + place)
    }
  }
  return isComplete(at, disputes.length * outcomes.length) ? named(at) : OTHER
}
