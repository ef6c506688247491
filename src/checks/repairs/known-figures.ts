/** The figures on which repairs are sought: as far as they are known, whatever a sheet has computed without them. */
import { figures, totalIdentities } from '../../form'
import { equations, exactDifference, positionOf, sidesOf } from '../equations'
import { verdictsOf, type Subject } from '../subject'
import { sumsWith, type LeftOut } from './left-out'
import { numbersAfter } from './ranked'
import type { UndoneSlip } from './search'

const totals = totalIdentities.flatMap(({ left, right }) => {
  const total = right[0]?.cell
  return total === undefined ? [] : [{ total: positionOf(total), addends: left.map(({ cell }) => positionOf(cell)) }]
})

/** A sheet's SUM counts only what is a number and passes over everything else. */
const countedIn = ({ meanings }: Subject, position: number): number => {
  const meaning = meanings[position]
  return meaning?.kind === 'number' ? meaning.value : 0
}

/** Whether nobody knows the figure. What does not apply (`/`) is known to be nothing. */
const isUnknown = ({ meanings }: Subject, position: number): boolean =>
  meanings[position]?.kind === 'blank' || meanings[position]?.kind === 'unreadable'

/**
 * Totals that are the sum of the figures around an unknown one: a sheet has computed them without it, and so they say
 * nothing of it. Totals of such totals as well.
 */
function totalsWithout(subject: Subject): ReadonlySet<number> {
  const found = new Set<number>()
  const isWithout = ({ total, addends }: (typeof totals)[number]) =>
    !found.has(total) &&
    addends.some((position) => found.has(position) || isUnknown(subject, position)) &&
    addends.reduce((sum, position) => sum + countedIn(subject, position), 0) === subject.numbers[total]
  for (let next = totals.filter(isWithout); next.length > 0; next = totals.filter(isWithout)) {
    for (const { total } of next) found.add(total)
  }
  return found
}

/** The report with the totals as they are once left-out texts are counted, and without totals that nobody knows. */
export function knownFigures(subject: Subject, { texts }: LeftOut): Subject {
  const unknown = totalsWithout(subject)
  const sums = texts.size > 0 ? sumsWith(subject, texts) : []
  if (unknown.size === 0 && sums.length === 0) return subject
  const numbers = subject.numbers.slice()
  for (const { cell, to } of sums) numbers[positionOf(cell)] = typeof to === 'number' ? to : NaN
  for (const position of unknown) numbers[position] = NaN
  return { ...subject, numbers, verdicts: verdictsOf({ ...subject, numbers }) }
}

/** Of a year of which nothing is known. */
export const noNumbers = new Float64Array(figures.length).fill(NaN)

export function holds({ lastYear }: Subject, numbers: Float64Array, index: number): boolean {
  const equation = equations[index]
  return !!equation && exactDifference(sidesOf(equation, numbers, lastYear?.numbers ?? noNumbers)) === 0
}

/**
 * Whether slips that were found among the known figures can be undone in the report as it is: what they mend there holds
 * here, no total becomes a sum of which the sheet would still leave a part out, and no number is taken for nothing because
 * it is written as text.
 */
export function isSound(subject: Subject, known: Subject, { texts }: LeftOut, slips: readonly UndoneSlip[]): boolean {
  if (subject === known) return true
  const changed = new Set(slips.flatMap(({ cells }) => cells))
  const isOther = (position: number) => !Object.is(known.numbers[position], subject.numbers[position])
  const isPartial = totals.some(
    ({ total, addends }) =>
      changed.has(total) &&
      isOther(total) &&
      addends.some((one) => !changed.has(one) && (texts.has(one) || isOther(one))),
  )
  const isMadeNothing = slips.some(({ cells, values }) => cells.some((cell, i) => texts.has(cell) && values[i] === 0))
  if (isPartial || isMadeNothing) return false
  const [after, here] = [numbersAfter(known, slips), numbersAfter(subject, slips)]
  const isMended = (index: number) => known.verdicts[index]?.state === 'fails' && holds(known, after, index)
  return equations.every((_, index) => !isMended(index) || holds(subject, here, index))
}
