import type { Subject } from '../subject'
import { findBlockSlip } from './block-slips'
import { findFollowedBlock } from './followed-blocks'
import { Trial } from './trial'
import { findFollowed } from './live-totals'
import { findOneSlip } from './one-slip'
import { costOf, type Explanation, type Search } from './search'
import { findFigureAndSlip, findFigures, findIndependent, findTwoLines, separateFigures } from './several-slips'
import { findTableSlip } from './table-slips'

/** What explains the broken identities of one table. */
export interface Explained {
  explanations: readonly Explanation[]
  /** True: each explanation mends all that is broken. False: each mends some of it. */
  isComplete: boolean
}

/** Larger sets of figures can make every identity hold by chance, so they prove nothing. */
const MOST_FIGURES = 5

type Stage = (search: Search) => void

function figuresTogether(most: number): Stage {
  return (search) => findFigures(search, most)
}

/** From one slip to many. The first stage with an explanation gives the answer. */
const stages: Readonly<Record<Search['table'], readonly Stage[]>> = {
  table2: [findOneSlip],
  table3: [
    (search) => {
      findOneSlip(search)
      findBlockSlip(search)
    },
    (search) => {
      findFollowed(search)
      findFollowedBlock(search)
    },
    findTableSlip,
    figuresTogether(2),
    findFigureAndSlip,
    findTwoLines,
    findIndependent,
    ...[3, 4, MOST_FIGURES].map(figuresTogether),
  ],
  // Table 4 has one identity a group: without a single slip, one figure is wrong in each broken group.
  table4: [findOneSlip, (search) => findFigures(search, search.trial.broken)],
}

/** More changes than this may fit by chance: then what the later stages find is offered as well. */
const MOST_SURE = 12

function isDoubtful({ explanations }: Search): boolean {
  const [only, second] = explanations.values()
  return !second && (only?.slips.flatMap(({ cells }) => cells).length ?? 0) > MOST_SURE
}

/** A stage stops here, with or without a result: after a few milliseconds. Most reports need a hundredth of that. */
const MOST_OPERATIONS = 40_000

function separately(search: Search): Explanation[] {
  return separateFigures(search)
    .sort((a, b) => b.mends - a.mends || a.slip.cost - b.slip.cost)
    .map(({ slip }) => ({ slips: [slip], cost: costOf([slip]) }))
}

/** Explanations of what is broken among the judged equations (positions in `equations`), unordered. */
export function explain(subject: Subject, judged: readonly number[], table: Search['table']): Explained {
  const trial = new Trial(subject, judged)
  const search: Search = { subject, trial, judged, table, path: [], explanations: new Map(), until: 0 }
  if (trial.broken === 0) return { explanations: [], isComplete: true }
  for (const find of stages[table]) {
    search.until = trial.operations + MOST_OPERATIONS
    find(search)
    if (search.explanations.size > 0 && !isDoubtful(search)) break
  }
  if (search.explanations.size > 0) return { explanations: [...search.explanations.values()], isComplete: true }
  return { explanations: separately(search), isComplete: false }
}
