import { equations } from '../equations'
import type { Subject } from '../subject'
import { contradictions, departure, type Evidence } from './evidence'
import { explain } from './explain'
import { withoutFar } from './far'
import type { UndoneSlip, Explanation, Search } from './search'

/** Explanations of one part of a report, best first. */
export interface Part {
  ranked: readonly Explanation[]
  /** Each explanation mends all that is broken in the part; only such parts can explain the whole report together. */
  isWhole: boolean
}

/** Explanations whose likelihoods differ by less than a factor of two count as equally likely. */
const EQUAL = Math.log(2)

const numberOfSlips = ({ slips }: Explanation) => slips.length

/** How many of the ranked explanations are as good as the first, the first included. */
export function alikeIn([first, ...others]: readonly Explanation[]): number {
  if (!first) return 0
  const isAlike = (other: Explanation) =>
    numberOfSlips(other) === numberOfSlips(first) && other.cost - first.cost < EQUAL
  return 1 + others.filter(isAlike).length
}

const byWorth = (a: Explanation, b: Explanation): number => numberOfSlips(a) - numberOfSlips(b) || a.cost - b.cost

/** The figures after the slips. */
export function numbersAfter({ numbers }: Subject, slips: readonly UndoneSlip[]): Float64Array {
  const after = numbers.slice()
  for (const { cells, values } of slips) cells.forEach((cell, i) => (after[cell] = values[i] ?? NaN))
  return after
}

/** The cost of the slips, plus what the narrative and last year's report say against the figures. */
function weighed(subject: Subject, evidence: readonly Evidence[], { slips, cost }: Explanation): Explanation {
  const told = evidence.length > 0 ? contradictions(evidence, numbersAfter(subject, slips)) : 0
  const before = slips.reduce((sum, { cells, values }) => sum + departure(subject, cells, values), 0)
  return { slips, cost: cost + told + before }
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
 * What explains the table. Where no simple explanation agrees with last year's report, that report may be wrong: then
 * what explains the rest without it.
 */
function accounted(subject: Subject, judged: readonly number[], table: Search['table']): Explained {
  const all = explain(subject, judged, table)
  const fewest = Math.min(...all.explanations.map(numberOfSlips), Infinity)
  const doubtful = failsIn(subject, judged).filter(isCarry)
  if (doubtful.length === 0 || (all.isComplete && fewest <= MOST_WITH_LAST_YEAR)) return all
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

/** The equations of a table that can be judged now, or once a blank is filled. */
function judgedOf(
  { verdicts }: Subject,
  table: Search['table'],
  isAccountedFor: (equation: number) => boolean,
): number[] {
  return byTable[table].filter((equation) => verdicts[equation]?.state !== 'silent' && !isAccountedFor(equation))
}

/** More of one kind and likelihood than these only say that it may be any cell. */
const MOST_OF_A_KIND = 3

const isPairWithTotals = ({ slips }: Explanation) =>
  slips.length > 1 && slips.some(({ followers = 0 }) => followers > 0)

/**
 * Explanations, best first. Beside one slip that is found, an input whose totals follow may be any of the row's: where
 * nothing tells these apart they help nobody to choose, and are left out.
 */
function withoutCrowds(ranked: readonly Explanation[]): Explanation[] {
  const [best] = ranked
  const kindOf = ({ slips }: Explanation) => slips.map(({ slip }) => slip).join()
  return ranked.filter((one) => {
    if (!isPairWithTotals(one)) return true
    const kind = kindOf(one)
    const alike = ranked.filter((other) => Math.abs(other.cost - one.cost) < EQUAL && kindOf(other) === kind)
    return alike.length <= MOST_OF_A_KIND || alike.some((other) => other === best)
  })
}

function partOf(
  subject: Subject,
  evidence: readonly Evidence[],
  judged: readonly number[],
  table: Search['table'],
): Part {
  const { explanations, isComplete } = accounted(subject, judged, table)
  const ranked = explanations.map((explanation) => weighed(subject, evidence, explanation))
  // Incomplete explanations come ordered by how much they mend.
  const ordered = isComplete ? withoutCrowds(ranked.sort(byWorth)) : ranked
  return { ranked: withoutFar(subject, table, ordered), isWhole: isComplete }
}

/** The explanations of each broken table. `stocks`: of table 2, kept apart because a stock may have been corrected. */
export function partsOf(
  subject: Subject,
  evidence: () => readonly Evidence[],
  isAccountedFor: (equation: number) => boolean,
): { parts: Part[]; stocks: Part[] } {
  const tables = ['table3', 'table4'] as const
  const broken = (judged: readonly number[]) => failsIn(subject, judged).length > 0
  return {
    parts: tables.flatMap((table) => {
      const judged = judgedOf(subject, table, isAccountedFor)
      return broken(judged) ? [partOf(subject, evidence(), judged, table)] : []
    }),
    stocks: failsIn(subject, judgedOf(subject, 'table2', isAccountedFor)).map((equation) =>
      partOf(subject, [], [equation], 'table2'),
    ),
  }
}

const MOST_OF_A_PART = 6

/** Explanations of the whole report, best first: each joins one explanation of every part. */
export function together(parts: readonly Part[]): Explanation[] {
  const combined = parts.reduce<Explanation[]>(
    (before, { ranked }) =>
      before.flatMap((one) =>
        ranked
          .slice(0, MOST_OF_A_PART)
          .map((other) => ({ slips: [...one.slips, ...other.slips], cost: one.cost + other.cost })),
      ),
    [{ slips: [], cost: 0 }],
  )
  return combined.sort(byWorth)
}
