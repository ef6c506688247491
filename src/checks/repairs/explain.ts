import type { Subject } from '../subject'
import { Ledger } from './ledger'
import { findFollowed } from './live-totals'
import { findOneSlip } from './one-slip'
import { costOf, type Explanation, type Search } from './search'
import { findFigureAndSlip, findFigures, findIndependent, findTwoLines, separateFigures } from './several-slips'
import { findTableSlip } from './table-slips'

/** What accounts for the broken identities of one table. */
export interface Explained {
  explanations: readonly Explanation[]
  /** Each accounts for all that is broken; otherwise each settles some of it. */
  isComplete: boolean
}

/** Sets of more figures than this that happen to satisfy every identity say nothing any more. */
const MOST_FIGURES = 5

type Stage = (search: Search) => void

const figuresTogether = [3, 4, MOST_FIGURES].map(
  (most): Stage =>
    (search) =>
      findFigures(search, most),
)

/** From one slip to many: what comes first and finds something is the answer. */
const stages: Readonly<Record<Search['table'], readonly Stage[]>> = {
  table2: [findOneSlip],
  table3: [
    findOneSlip,
    findFollowed,
    findTableSlip,
    findFigureAndSlip,
    findTwoLines,
    findIndependent,
    ...figuresTogether,
  ],
  // One identity a group: beyond a single slip, one figure in each group that is off.
  table4: [findOneSlip, (search) => findFigures(search, search.ledger.broken)],
}

/** A stage ends here whatever it has found: a few milliseconds, where most reports need a hundredth of that. */
const MOST_OPERATIONS = 40_000

function separately(search: Search): Explanation[] {
  return separateFigures(search)
    .sort((a, b) => b.settles - a.settles || a.edit.cost - b.edit.cost)
    .map(({ edit }) => ({ edits: [edit], cost: costOf([edit]) }))
}

/** Explanations of what is broken among the equations given, unordered. */
export function explain(subject: Subject, judged: readonly number[], table: Search['table']): Explained {
  const ledger = new Ledger(subject, judged)
  const search: Search = { subject, ledger, judged, table, path: [], found: new Map(), until: 0 }
  if (ledger.broken === 0) return { explanations: [], isComplete: true }
  for (const find of stages[table]) {
    search.until = ledger.operations + MOST_OPERATIONS
    find(search)
    if (search.found.size > 0) return { explanations: [...search.found.values()], isComplete: true }
  }
  return { explanations: separately(search), isComplete: false }
}
