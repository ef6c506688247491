/** The figures on which repairs are sought: as far as they are known, whatever a sheet has computed without them. */
import { totalIdentities } from '../../form'
import { exactDifference, positionOf } from '../equations'
import { verdictsOf, type Subject } from '../subject'
import { sumsWith, type LeftOut } from './left-out'

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
export function basisOf(subject: Subject, { texts }: LeftOut): Subject {
  const unknown = totalsWithout(subject)
  const sums = texts.size > 0 ? sumsWith(subject, texts) : []
  if (unknown.size === 0 && sums.length === 0) return subject
  const numbers = subject.numbers.slice()
  for (const { cell, to } of sums) numbers[positionOf(cell)] = typeof to === 'number' ? to : NaN
  for (const position of unknown) numbers[position] = NaN
  return { ...subject, numbers, verdicts: verdictsOf({ ...subject, numbers }) }
}

/** Whether the identity is off by as much as in the report: then what mends it on this basis mends it there. */
export function isOffAlike(basis: Subject, subject: Subject, equation: number): boolean {
  const [known, written] = [basis.verdicts[equation], subject.verdicts[equation]]
  return !!known && !!written && exactDifference(known) === exactDifference(written)
}
