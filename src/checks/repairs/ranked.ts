import { equations } from '../equations'
import type { Subject } from '../subject'
import { contradictions, departure, type Evidence } from './evidence'
import { explain } from './explain'
import type { Edit, Explanation, Search } from './search'

/** Explanations of one part of a report, best first. */
export interface Part {
  ranked: readonly Explanation[]
  /** Each explanation accounts for all that is broken in the part, as one for the whole report has to. */
  isWhole: boolean
}

/** Explanations whose likelihoods differ by less than a factor of two are told to be equally likely. */
const EQUAL = Math.log(2)

const numberOfEdits = ({ edits }: Explanation) => edits.length

/** How many explanations, ranked, are as good as the first. */
export function alikeIn([first, ...others]: readonly Explanation[]): number {
  if (!first) return 0
  const isAlike = (other: Explanation) =>
    numberOfEdits(other) === numberOfEdits(first) && other.cost - first.cost < EQUAL
  return 1 + others.filter(isAlike).length
}

const byWorth = (a: Explanation, b: Explanation): number => numberOfEdits(a) - numberOfEdits(b) || a.cost - b.cost

/** The figures with the edits made. */
export function numbersAfter({ numbers }: Subject, edits: readonly Edit[]): Float64Array {
  const after = numbers.slice()
  for (const { cells, values } of edits) cells.forEach((cell, i) => (after[cell] = values[i] ?? NaN))
  return after
}

/** Likeness to what was typed, then what last year's report and the narrative say, in one sum. */
function weighed(subject: Subject, evidence: readonly Evidence[], { edits, cost }: Explanation): Explanation {
  const told = evidence.length > 0 ? contradictions(evidence, numbersAfter(subject, edits)) : 0
  const before = edits.reduce((sum, { cells, values }) => sum + departure(subject, cells, values), 0)
  return { edits, cost: cost + told + before }
}

type Family = (typeof equations)[number]['identity']['family']

const familiesOf: Readonly<Record<Search['table'], readonly Family[]>> = {
  table2: ['Y.INFORCE'],
  table3: ['T3.ROW', 'T3.CONCLUDED', 'T3.BALANCE', 'Y.CARRY'],
  table4: ['T4.TOTAL'],
}

const failsIn = ({ verdicts }: Subject, judged: readonly number[]): number[] =>
  judged.filter((equation) => verdicts[equation]?.state === 'fails')

const isCarry = (equation: number): boolean => equations[equation]?.identity.family === 'Y.CARRY'

/**
 * What accounts for the table; where last year's report is in the way of any simple account, what accounts for the
 * rest, for it may be last year's report that is wrong.
 */
function accounted(subject: Subject, judged: readonly number[], table: Search['table']): Explained {
  const all = explain(subject, judged, table)
  const edits = Math.min(...all.explanations.map(numberOfEdits), Infinity)
  const doubtful = failsIn(subject, judged).filter(isCarry)
  if (doubtful.length === 0 || (all.isComplete && edits <= MOST_WITH_LAST_YEAR)) return all
  const rest = explain(
    subject,
    judged.filter((equation) => !doubtful.includes(equation)),
    table,
  )
  return rest.explanations.length > 0 && rest.isComplete ? rest : all
}

const MOST_WITH_LAST_YEAR = 2

type Explained = ReturnType<typeof explain>

const equationsIn = (table: Search['table']): number[] =>
  equations.flatMap(({ identity }, equation) => (familiesOf[table].includes(identity.family) ? [equation] : []))

const byTable = { table2: equationsIn('table2'), table3: equationsIn('table3'), table4: equationsIn('table4') }

/** The equations of a table that can be judged, or could be if a blank were filled. */
function judgedOf({ verdicts }: Subject, table: Search['table'], isSettled: (equation: number) => boolean): number[] {
  return byTable[table].filter((equation) => verdicts[equation]?.state !== 'silent' && !isSettled(equation))
}

function partOf(
  subject: Subject,
  evidence: readonly Evidence[],
  judged: readonly number[],
  table: Search['table'],
): Part {
  const { explanations, isComplete } = accounted(subject, judged, table)
  const ranked = explanations.map((explanation) => weighed(subject, evidence, explanation))
  // What settles only some of what is broken stands in the order of how much it settles.
  return { ranked: isComplete ? ranked.sort(byWorth) : ranked, isWhole: isComplete }
}

/** The explanations for each table that is broken. A stock in force may have been corrected: it never is part of a whole. */
export function partsOf(
  subject: Subject,
  evidence: () => readonly Evidence[],
  isSettled: (equation: number) => boolean,
): { parts: Part[]; stocks: Part[] } {
  const tables = ['table3', 'table4'] as const
  const broken = (judged: readonly number[]) => failsIn(subject, judged).length > 0
  return {
    parts: tables.flatMap((table) => {
      const judged = judgedOf(subject, table, isSettled)
      return broken(judged) ? [partOf(subject, evidence(), judged, table)] : []
    }),
    stocks: failsIn(subject, judgedOf(subject, 'table2', isSettled)).map((equation) =>
      partOf(subject, [], [equation], 'table2'),
    ),
  }
}

const MOST_OF_A_PART = 6

/** Explanations of the whole report: one of each part together, best first. */
export function together(parts: readonly Part[]): Explanation[] {
  const combined = parts.reduce<Explanation[]>(
    (before, { ranked }) =>
      before.flatMap((one) =>
        ranked
          .slice(0, MOST_OF_A_PART)
          .map((other) => ({ edits: [...one.edits, ...other.edits], cost: one.cost + other.cost })),
      ),
    [{ edits: [], cost: 0 }],
  )
  return combined.sort(byWorth)
}
