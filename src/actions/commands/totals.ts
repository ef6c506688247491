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
  stillTyped,
  totalTabs,
  type Decision,
  type TotalsReading,
  type TypedTotals,
} from '../totals/plan-totals'

/** Named ranges, values and formulas of two tabs, the properties: six reads at Google. */
function readTotals(host: Host): TotalsReading {
  const { tabs, names, properties } = host.read({ values: totalTabs, formulas: totalTabs, properties: true })
  const log = tabNamed(
    tabs.map(({ name }) => name),
    names,
    'log',
  )
  return { snapshot: { tabs, names }, properties, log }
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
  return apply(host, planTotals(reading, { restored: typed.harmless, kept: [] }, typed.placed, host.stamp()))
}

/** Others may have worked on while the person was asked: what has changed meanwhile is left alone. */
function conclude(host: Host, { reading, typed }: Asking, isAgreed: boolean): { message: string } {
  const { tabs, names } = host.read({ values: totalTabs })
  const now = { tabs, names }
  const differing = stillTyped(typed.differing, now)
  const decision: Decision = {
    restored: [...stillTyped(typed.harmless, now), ...(isAgreed ? differing : [])],
    kept: isAgreed ? [] : differing,
  }
  return apply(host, planTotals(reading, decision, typed.placed, host.stamp()))
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
