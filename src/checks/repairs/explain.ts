import type { Subject } from '../subject'
import { findBlockSlip } from './block-slips'
import { findFollowedBlock } from './followed-blocks'
import { Trial } from './trial'
import { findFollowed } from './live-totals'
import { findOneSlip } from './one-slip'
import { costOf, type Explanation, type Search, type UndoneSlip } from './search'
import {
  findFigureAndFollowed,
  findFigureAndSlip,
  findFigures,
  findIndependent,
  findTwoLines,
  separateFigures,
} from './several-slips'
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
    findFigureAndFollowed,
    findTwoLines,
    findIndependent,
    ...[3, 4, MOST_FIGURES].map(figuresTogether),
  ],
  // Table 4 has one identity a group: without a single slip, one figure is wrong in each broken group.
  table4: [findOneSlip, (search) => findFigures(search, search.trial.broken)],
}

/** A change of more cells than this, for no more broken identities than that, may fit by chance. */
const MOST_SURE = 12
const FEW_BROKEN = 8

/** The whole table pasted one row or column off happens, and shows in every row or column. */
const isWholeTable = (slip: UndoneSlip): boolean =>
  (slip.slip === 'tableOn' || slip.slip === 'tableBack') && Math.min(...slip.at) === 0

export function isDoubtful({ slips }: Explanation, broken: number): boolean {
  const count = slips.flatMap(({ cells }) => cells).length
  return count > MOST_SURE && broken <= FEW_BROKEN && !slips.some(isWholeTable)
}

/** Whether the only explanation may fit by chance: then what the later stages find is offered as well. */
function isAloneInDoubt({ explanations }: Search, broken: number): boolean {
  const [only, second] = explanations.values()
  return only !== undefined && !second && isDoubtful(only, broken)
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
  const { broken } = trial
  for (const find of stages[table]) {
    search.until = trial.operations + MOST_OPERATIONS
    find(search)
    if (search.explanations.size > 0 && !isAloneInDoubt(search, broken)) break
  }
  if (search.explanations.size > 0) return { explanations: [...search.explanations.values()], isComplete: true }
  return { explanations: separately(search), isComplete: false }
}
