/** 计算合计. */
import { menuWords, runWords, totalsWords } from '../../words/actions'
import { done, type Host, type Progress } from '../host'
import type { Plan } from '../plan'
import { tabNamed } from '../tabs'
import {
  findTypedTotals,
  isInterrupted,
  planTotals,
  planUnfinished,
  readingNow,
  stillTyped,
  typedTabs,
  totalTabs,
  type Decision,
  type TotalsReading,
  type TypedTotals,
} from '../totals/plan-totals'

/** Named ranges, values and formulas of two tabs, the properties: six reads at Google. */
function readTotals(host: Host): TotalsReading {
  const { tabs, names, properties, ids } = host.read({
    values: totalTabs,
    formulas: totalTabs,
    properties: true,
    ids: true,
  })
  const log = tabNamed(
    tabs.map(({ name }) => name),
    names,
    'log',
  )
  return { snapshot: { tabs, names }, properties, ids, log }
}

function apply(host: Host, plan: Plan): { message: string } {
  host.apply(plan.writes)
  host.tell(plan.message, menuWords.totals)
  return { message: plan.message }
}

function finish(host: Host, reading: TotalsReading): { message: string } {
  const { log } = reading
  const logged = log === null ? [] : (host.readAgain([log]).get(log) ?? [])
  return apply(host, planUnfinished(reading, logged))
}

interface Asking {
  reading: TotalsReading
  typed: TypedTotals
}

/** Everything is done here unless a person has to be asked. */
function begin(host: Host): Asking | { message: string } {
  const reading = readTotals(host)
  if (isInterrupted(reading.properties)) return finish(host, reading)
  const typed = findTypedTotals(reading)
  if (typed.differing.length > 0) return { reading, typed }
  return apply(
    host,
    planTotals(reading, { restored: typed.harmless, kept: [], changed: 0 }, typed.placed, host.stamp()),
  )
}

/**
 * Others may have gone on working while the question stood there: tabs are found again by their ids, two reads at
 * Google, and what has changed meanwhile is left alone and told.
 */
function conclude(host: Host, { reading, typed }: Asking, isAgreed: boolean): { message: string } {
  const now = readingNow(reading, host.readTabs(typedTabs(reading, typed)))
  const harmless = stillTyped(typed.harmless, now)
  const differing = stillTyped(typed.differing, now)
  const decision: Decision = {
    restored: [...harmless, ...(isAgreed ? differing : [])],
    kept: isAgreed ? [] : differing,
    changed: typed.harmless.length + typed.differing.length - harmless.length - differing.length,
  }
  return apply(host, planTotals(now, decision, typed.placed, host.stamp()))
}

export function restoreTotals(host: Host): Progress<{ message: string }> {
  const begun = host.alone(menuWords.totals, () => begin(host), runWords.interrupted)
  if (!('typed' in begun)) return done(begun)
  return {
    question: { title: totalsWords.title, message: begun.typed.question, kind: 'yesNo' },
    next: (then, reply) =>
      done(then.alone(menuWords.totals, () => conclude(then, begun, reply === 'yes'), runWords.interrupted)),
  }
}
