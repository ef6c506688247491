import { figures, type CellId } from '../../form'
import { plainDigits, writtenForm } from '../../report'
import { repairLabels } from '../../words/checks'
import { equations, equationsOf, positionOf, sidesOf } from '../equations'
import type { CellChange, Finding, Repair } from '../finding'
import { placeOf } from '../place'
import type { Rule } from '../rule'
import type { Subject } from '../subject'
import { leftOut, leftOutRepairs, type LeftOut } from './left-out'
import { deducedNumber, singleChanges, type SingleChange } from './localise'

const isWritingFault = (finding: Finding) => finding.rule.startsWith('V.') && finding.outcome === 'fail'

/** A finding about one figure alone: it is settled whenever the figure gets a proper number. */
const isAboutOnly = (finding: Finding, cell: CellId): boolean =>
  isWritingFault(finding) && finding.cells.length === 1 && finding.cells[0]?.id === cell

/** The finding about a failed identity: within its family, no other identity reads the cell that it names first. */
function isAbout(finding: Finding, equation: number): boolean {
  const { identity } = equations[equation] ?? {}
  const first = finding.cells[0]?.id
  if (!identity || finding.rule !== identity.family || finding.outcome !== 'fail') return false
  return [...identity.left, ...identity.right].some((term) => term.cell === first && !term.lastYear)
}

function labelOf({ cell, from, to, isTotal }: SingleChange): string {
  const label = isTotal ? repairLabels.toTotal : repairLabels.toNumber
  return label(placeOf(cell), writtenForm(from), plainDigits(to))
}

/** Changes of one figure each that settle broken identities; an addend is not to blame for what a total left out. */
function identityRepairs(subject: Subject, findings: readonly Finding[], { equations: omitting }: LeftOut): Repair[] {
  const likely = singleChanges(subject).filter(
    ({ isTotal, settles }) => isTotal || !settles.every((index) => omitting.has(index)),
  )
  return likely.map((change) => ({
    kind: 'ask',
    label: labelOf(change),
    changes: [{ cell: change.cell, from: change.from, to: change.to }],
    resolves: findings
      .filter((found) => isAboutOnly(found, change.cell) || change.settles.some((index) => isAbout(found, index)))
      .map((found) => found.fingerprint),
  }))
}

/** What counts the text that totals left out. */
function omissionRepairs(subject: Subject, findings: readonly Finding[], omission: LeftOut): Repair[] {
  return leftOutRepairs(subject, omission, (cells) =>
    findings.filter(
      (found) =>
        cells.some((cell) => isAboutOnly(found, cell)) ||
        [...omission.equations].some((index) => isAbout(found, index)),
    ),
  )
}

/** For a figure that is blank or no number: the number that the identities ask for. */
function deducedRepairs(subject: Subject, findings: readonly Finding[]): Repair[] {
  return findings.filter(isWritingFault).flatMap((finding) => {
    const [only, second] = finding.cells
    const position = only && !second ? positionOf(only.id) : -1
    if (!only || !Number.isNaN(subject.numbers[position] ?? 0)) return []
    const to = deducedNumber(subject, position)
    if (to === null) return []
    const changes = [{ cell: only.id, from: subject.values[position] ?? null, to }]
    const label = repairLabels.deduced(placeOf(only.id), plainDigits(to))
    return [{ kind: 'ask', label, changes, resolves: [finding.fingerprint] }]
  })
}

/** A change that makes an identity fail which did not fail before is no repair. */
function breaksNothing(subject: Subject, changes: readonly CellChange[]): boolean {
  const numbers = subject.numbers.slice()
  for (const { cell, to } of changes) numbers[positionOf(cell)] = typeof to === 'number' ? to : NaN
  const concerned = new Set(
    changes.flatMap(({ cell }) => (equationsOf[positionOf(cell)] ?? []).map((at) => at.equation)),
  )
  const unknown = new Float64Array(figures.length).fill(NaN)
  return [...concerned].every((index) => {
    const equation = equations[index]
    if (!equation || subject.verdicts[index]?.state === 'fails') return true
    const { left, right } = sidesOf(equation, numbers, subject.lastYear?.numbers ?? unknown)
    return Number.isNaN(left - right) || left === right
  })
}

/** What a rule itself offers for its findings; a reading of a row has been held against the identities already. */
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

/**
 * What would settle the findings, best first for the report as a whole: what keeps the meaning, then what settles most
 * failures. The order in which repairs of equal worth were found stays.
 */
export function repairsFor(subject: Subject, rules: readonly Rule[], findings: readonly Finding[]): Repair[] {
  const own = ownRepairs(subject, rules, findings)
  const sound = own.filter(({ kind, changes }) => kind === 'safe' || breaksNothing(subject, changes))
  const omission = leftOut(subject)
  const repairs = [
    ...omissionRepairs(subject, findings, omission),
    ...identityRepairs(subject, findings, omission),
    ...deducedRepairs(subject, findings),
    ...sound,
  ]
  const worth = ({ kind, resolves }: Repair) => (kind === 'safe' ? Infinity : resolves.length)
  return withoutDoubles(repairs)
    .map((repair) => ({ repair, worth: worth(repair) }))
    .sort((a, b) => (a.worth === b.worth ? 0 : b.worth - a.worth))
    .map(({ repair }) => repair)
}
