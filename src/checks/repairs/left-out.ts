import { figures, totalIdentities } from '../../form'
import { repairLabels } from '../../words/checks'
import { equations, exactDifference, positionOf } from '../equations'
import type { CellChange, Finding, Repair } from '../finding'
import { placeInTable } from '../place'
import type { Subject } from '../subject'

const totalFamilies: readonly string[] = ['T3.ROW', 'T3.CONCLUDED', 'T4.TOTAL']

/** Whether a number is written as text: a spreadsheet's SUM leaves such a number out. */
function isText(subject: Subject, position: number): boolean {
  const kind = subject.meanings[position]?.kind
  return kind === 'rewritten' || kind === 'annotated'
}

/** The addends written as text, if a total is wrong by exactly their sum; none for any other identity. */
function leftOutOf(subject: Subject, equation: number): number[] {
  const { identity, terms = [] } = equations[equation] ?? {}
  const verdict = subject.verdicts[equation]
  if (!identity || verdict?.state !== 'fails' || !totalFamilies.includes(identity.family)) return []
  const texts = terms.filter(({ isLeft, position }) => isLeft && isText(subject, position))
  const sum = texts.reduce((before, { position, sign }) => before + sign * (subject.numbers[position] ?? NaN), 0)
  return exactDifference(verdict) === exactDifference({ left: sum, right: 0 })
    ? texts.map(({ position }) => position)
    : []
}

export interface LeftOut {
  /** Positions in `equations` of the totals that are wrong only because text was left out. */
  equations: ReadonlySet<number>
  /** Positions in `figures` of that text. */
  texts: ReadonlySet<number>
}

/** Totals that are wrong only because their sheet did not add numbers written as text. */
export function leftOut(subject: Subject): LeftOut {
  const omissions = equations.map((_, index) => ({ index, texts: leftOutOf(subject, index) }))
  const concerned = omissions.filter(({ texts }) => texts.length > 0)
  return {
    equations: new Set(concerned.map(({ index }) => index)),
    texts: new Set(concerned.flatMap(({ texts }) => texts)),
  }
}

/** The new sums of the totals that have the text among their addends, and of the totals above those. */
export function sumsWith(subject: Subject, texts: ReadonlySet<number>): CellChange[] {
  const numbers = subject.numbers.slice()
  const touched = new Set(texts)
  return totalIdentities.flatMap(({ left, right }) => {
    const addends = left.map(({ cell }) => positionOf(cell))
    const total = right[0]?.cell
    if (total === undefined || !addends.some((position) => touched.has(position))) return []
    const position = positionOf(total)
    const sum = addends.reduce((before, addend) => before + (numbers[addend] ?? NaN), 0)
    if (!Number.isSafeInteger(sum) || sum === numbers[position]) return []
    numbers[position] = sum
    touched.add(position)
    return [{ cell: total, from: subject.values[position] ?? null, to: sum }]
  })
}

/** The text rewritten as numbers where that keeps its meaning; annotated figures keep their annotation. */
function rewrites(subject: Subject, texts: ReadonlySet<number>): CellChange[] {
  return [...texts].flatMap((position) => {
    const figure = figures[position]
    if (!figure || subject.meanings[position]?.kind !== 'rewritten') return []
    return [{ cell: figure.id, from: subject.values[position] ?? null, to: subject.numbers[position] ?? null }]
  })
}

/** One repair for all that totals left out: the text becomes numbers, the totals become their sums. */
export function leftOutRepairs(
  subject: Subject,
  { texts }: LeftOut,
  resolvedBy: (cells: readonly string[]) => Finding[],
): Repair[] {
  const totals = texts.size > 0 ? sumsWith(subject, texts) : []
  if (totals.length === 0) return []
  const changes = [...rewrites(subject, texts), ...totals]
  const names = [...texts].map((position) => placeInTable(figures[position]?.id ?? ''))
  const label = repairLabels.leftOut(
    names,
    totals.map(({ cell, to }) => ({ place: placeInTable(cell), to: String(to) })),
  )
  const resolves = resolvedBy(changes.map(({ cell }) => cell)).map(({ fingerprint }) => fingerprint)
  return [{ kind: 'ask', label, changes, resolves }]
}
