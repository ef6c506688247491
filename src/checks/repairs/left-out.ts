import { figures, totalIdentities } from '../../form'
import { repairLabels } from '../../words/checks'
import { equations, exactDifference, positionOf } from '../equations'
import type { CellChange, Finding, Repair } from '../finding'
import { placeInTable } from '../place'
import type { Subject } from '../subject'

const totalFamilies: readonly string[] = ['T3.ROW', 'T3.CONCLUDED', 'T4.TOTAL']

/** A spreadsheet's SUM leaves out a number that is written as text. */
function isText(subject: Subject, position: number): boolean {
  const kind = subject.meanings[position]?.kind
  return kind === 'rewritten' || kind === 'annotated'
}

/** The addends written as text of a total that fails by exactly their sum; none for any other identity. */
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
  /** Positions in `equations` of the totals that merely leave text out. */
  equations: ReadonlySet<number>
  /** Positions in `figures` of that text. */
  texts: ReadonlySet<number>
}

/** Totals that are wrong only because their sheet did not add what is written as text. */
export function leftOut(subject: Subject): LeftOut {
  const found = equations.map((_, index) => ({ index, texts: leftOutOf(subject, index) }))
  const concerned = found.filter(({ texts }) => texts.length > 0)
  return {
    equations: new Set(concerned.map(({ index }) => index)),
    texts: new Set(concerned.flatMap(({ texts }) => texts)),
  }
}

/** The totals that the text belongs to, and those they add up to in turn, as their sums. */
function sumsWith(subject: Subject, texts: ReadonlySet<number>): CellChange[] {
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

/** The text as numbers where that keeps its meaning; what an annotation says is not dropped on the way. */
function rewrites(subject: Subject, texts: ReadonlySet<number>): CellChange[] {
  return [...texts].flatMap((position) => {
    const figure = figures[position]
    if (!figure || subject.meanings[position]?.kind !== 'rewritten') return []
    return [{ cell: figure.id, from: subject.values[position] ?? null, to: subject.numbers[position] ?? null }]
  })
}

/** Counts what the totals left out: the text becomes numbers and the totals their sums, all in one repair. */
export function leftOutRepairs(
  subject: Subject,
  { texts }: LeftOut,
  settled: (cells: readonly string[]) => Finding[],
): Repair[] {
  const totals = texts.size > 0 ? sumsWith(subject, texts) : []
  if (totals.length === 0) return []
  const changes = [...rewrites(subject, texts), ...totals]
  const names = [...texts].map((position) => placeInTable(figures[position]?.id ?? ''))
  const label = repairLabels.leftOut(
    names,
    totals.map(({ cell, to }) => ({ place: placeInTable(cell), to: String(to) })),
  )
  const resolves = settled(changes.map(({ cell }) => cell)).map(({ fingerprint }) => fingerprint)
  return [{ kind: 'ask', label, changes, resolves }]
}
