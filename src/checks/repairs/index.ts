import { figures, type CellId } from '../../form'
import { plainDigits, writtenForm } from '../../report'
import { repairLabels } from '../../words/checks'
import { repairWords } from '../../words/repairs'
import { equations, equationsOf, positionOf, sidesOf } from '../equations'
import type { CellChange, Finding, Repair } from '../finding'
import { placeOf } from '../place'
import type { Rule } from '../rule'
import type { Subject } from '../subject'
import { holds, isSound, knownFigures, noNumbers } from './known-figures'
import { leftOut, leftOutRepairs, type LeftOut } from './left-out'
import { deducedNumber } from './deduced'
import type { Evidence } from './evidence'
import { alikeIn, numbersAfter, partsOf, together, type Part } from './ranked'
import { isDoubtful } from './explain'
import type { Explanation } from './search'
import { isMadeNothing, readingRepairs } from './readings'
import { told } from './tell'

export { evidenceOf, type Evidence } from './evidence'

const isWritingFault = (finding: Finding) => finding.rule.startsWith('V.') && finding.outcome === 'fail'

/** Whether a finding is about this one figure alone: it is resolved once the figure is a proper number. */
const isAboutOnly = (finding: Finding, cell: CellId): boolean =>
  isWritingFault(finding) && finding.cells.length === 1 && finding.cells[0]?.id === cell

/** Equations by family and figure. The figure a finding names first is read by one equation of the family only. */
const equationAt: ReadonlyMap<string, number> = new Map(
  equations.flatMap(({ identity, terms }, equation) =>
    terms
      .filter(({ isLastYear }) => !isLastYear)
      .map(({ position }) => [`${identity.family} ${figures[position]?.id}`, equation] as const),
  ),
)

/** The equation that a finding is about; −1 for any other finding. */
const equationIn = ({ rule, outcome, cells }: Finding): number =>
  outcome === 'fail' ? (equationAt.get(`${rule} ${cells[0]?.id}`) ?? -1) : -1

/** Fingerprints of the findings about identities, or about how figures are written, that these numbers resolve. */
function resolvedBy(
  subject: Subject,
  findings: readonly Finding[],
  numbers: Float64Array,
  changed: ReadonlySet<CellId>,
) {
  const isResolved = (finding: Finding) => {
    const equation = equationIn(finding)
    if (equation >= 0) return holds(subject, numbers, equation)
    return isWritingFault(finding) && finding.cells.every(({ id }) => changed.has(id))
  }
  return findings.filter(isResolved).map(({ fingerprint }) => fingerprint)
}

interface Alike {
  /** How many of the repairs offered are as likely as the best, the best included. */
  offered: number
  /** Whether more are as likely than are offered. */
  isCut: boolean
}

function repairOf(subject: Subject, findings: readonly Finding[], { slips }: Explanation, alike: Alike | null): Repair {
  const numbers = numbersAfter(subject, slips)
  const positions = slips.flatMap(({ cells }) => cells).sort((a, b) => a - b)
  const changes = positions.flatMap((position) => {
    const id = figures[position]?.id
    return id === undefined ? [] : [{ cell: id, from: subject.values[position] ?? null, to: numbers[position] ?? null }]
  })
  const resolves = resolvedBy(subject, findings, numbers, new Set(changes.map(({ cell }) => cell)))
  const label = told(subject, slips)
  if (!alike || alike.offered < 2) return { kind: 'ask', label, changes, resolves }
  const others = alike.offered - 1
  return { kind: 'ask', label: label + repairWords.alike(others, alike.isCut), changes, resolves, alike: others }
}

/** A person can compare no more repairs of several slips than this. The label says when there are more. */
const MOST_OFFERED = 12
/** Every single slip is offered, for one of them is what happened: a column has no more figures than this. */
const MOST_SINGLE = 30

function offeredOf(ranked: readonly Explanation[]): readonly Explanation[] {
  const single = ranked.filter(({ slips }) => slips.length === 1).length
  return ranked.slice(0, Math.max(MOST_OFFERED, Math.min(single, MOST_SINGLE)))
}

/** Whether a repair that fits alone has to be told to be no more than a possibility. */
function isLoneDoubt({ verdicts }: Subject, ranked: readonly Explanation[]): boolean {
  const [only, second] = ranked
  return only !== undefined && !second && isDoubtful(only, verdicts.filter(({ state }) => state === 'fails').length)
}

function repairsOf(subject: Subject, findings: readonly Finding[], ranked: readonly Explanation[]): Repair[] {
  const all = alikeIn(ranked)
  const offered = offeredOf(ranked)
  const isDoubt = isLoneDoubt(subject, ranked)
  const alike = { offered: Math.min(all, offered.length), isCut: all > offered.length }
  return offered
    .map((explanation, index) => repairOf(subject, findings, explanation, index < all ? alike : null))
    .map((repair) =>
      isDoubt ? { ...repair, label: repair.label + repairWords.doubtful(repair.changes.length) } : repair,
    )
}

/** Slips that explain what is broken: those for the whole report first, then table by table. */
function slipRepairs(
  subject: Subject,
  findings: readonly Finding[],
  evidence: () => readonly Evidence[],
  omission: LeftOut,
) {
  const known = knownFigures(subject, omission)
  const found = partsOf(known, evidence, (equation) => omission.equations.has(equation))
  const sound = (part: Part): Part[] => {
    const ranked = part.ranked.filter(({ slips }) => isSound(subject, known, omission, slips))
    return ranked.length > 0 ? [{ ...part, ranked }] : []
  }
  const [parts, stocks] = [found.parts.flatMap(sound), found.stocks.flatMap(sound)]
  const whole = parts.filter(({ isWhole }) => isWhole)
  const lists = [...(whole.length > 1 ? [together(whole)] : []), ...[...parts, ...stocks].map(({ ranked }) => ranked)]
  return lists.flatMap((ranked) => repairsOf(subject, findings, ranked))
}

/** The repair for text that totals left out. */
function omissionRepairs(subject: Subject, findings: readonly Finding[], omission: LeftOut): Repair[] {
  return leftOutRepairs(subject, omission, (cells) =>
    findings.filter(
      (finding) => cells.some((cell) => isAboutOnly(finding, cell)) || omission.equations.has(equationIn(finding)),
    ),
  )
}

/** For a figure that is blank or no number: the number that the identities require. */
function deducedRepairs(subject: Subject, findings: readonly Finding[], omission: LeftOut): Repair[] {
  const known = knownFigures(subject, omission)
  return findings.filter(isWritingFault).flatMap((finding) => {
    const [only, second] = finding.cells
    const position = only && !second ? positionOf(only.id) : -1
    if (!only || !Number.isNaN(subject.numbers[position] ?? 0)) return []
    const to = deducedNumber(known, position)
    if (to === null || isMadeNothing(subject, position, to)) return []
    const changes = [{ cell: only.id, from: subject.values[position] ?? null, to }]
    const label = repairLabels.deduced(placeOf(only.id), plainDigits(to))
    return [{ kind: 'ask', label, changes, resolves: [finding.fingerprint] }]
  })
}

/** Whether the changes make no identity fail that does not fail already. */
function breaksNothing(subject: Subject, changes: readonly CellChange[]): boolean {
  const numbers = subject.numbers.slice()
  for (const { cell, to } of changes) numbers[positionOf(cell)] = typeof to === 'number' ? to : NaN
  const concerned = new Set(
    changes.flatMap(({ cell }) => (equationsOf[positionOf(cell)] ?? []).map((at) => at.equation)),
  )
  return [...concerned].every((index) => {
    const equation = equations[index]
    if (!equation || subject.verdicts[index]?.state === 'fails') return true
    const { left, right } = sidesOf(equation, numbers, subject.lastYear?.numbers ?? noNumbers)
    return Number.isNaN(left - right) || left === right
  })
}

/** What the rules themselves offer for their findings. */
function ownRepairs(subject: Subject, rules: readonly Rule[], findings: readonly Finding[]): Repair[] {
  return rules.flatMap((rule) => {
    if (!rule.repairs) return []
    const own = findings.filter((finding) => finding.rule === rule.id)
    return own.flatMap((finding) => rule.repairs?.(subject, finding) ?? [])
  })
}

const keyOf = ({ changes }: Repair): string => changes.map(({ cell, to }) => `${cell} ${writtenForm(to)}`).join('\n')

function withoutDoubles(repairs: readonly Repair[]): Repair[] {
  const seen = new Set<string>()
  return repairs.filter((repair) => {
    const key = keyOf(repair)
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

/** What the rules themselves offer for their findings and breaks nothing else. */
export function soundRepairs(subject: Subject, rules: readonly Rule[], findings: readonly Finding[]): Repair[] {
  const own = ownRepairs(subject, rules, findings)
  return own.filter(({ kind, changes }) => kind === 'safe' || breaksNothing(subject, changes))
}

const isFailed = ({ verdicts }: Subject): boolean => verdicts.some(({ state }) => state === 'fails')

/**
 * What would resolve the findings, best first for the report as a whole: repairs that keep the meaning, then slips that
 * explain all broken identities, then what resolves most of the rest. `evidence` is called only if an identity fails.
 */
export function repairsFor(
  subject: Subject,
  rules: readonly Rule[],
  findings: readonly Finding[],
  evidence: () => readonly Evidence[],
): Repair[] {
  if (findings.length === 0) return []
  const sound = soundRepairs(subject, rules, findings)
  const omission = leftOut(subject)
  const others = [
    ...readingRepairs(subject, findings),
    ...deducedRepairs(subject, findings, omission),
    ...sound.filter(({ kind }) => kind === 'ask'),
  ]
  return withoutDoubles([
    ...sound.filter(({ kind }) => kind === 'safe'),
    ...omissionRepairs(subject, findings, omission),
    ...(isFailed(subject) ? slipRepairs(subject, findings, evidence, omission) : []),
    ...others.sort((a, b) => b.resolves.length - a.resolves.length),
  ])
}
