import type { CellId } from '../../form'
import { positionOf } from '../equations'
import type { Subject } from '../subject'

/** Something outside the tables, such as the narrative, that states a sum of figures. */
export interface Evidence {
  /** Each is a list of cells whose sum may be meant. */
  sums: readonly (readonly CellId[])[]
  value: number
  /** `约`, `余`: the figure is near the value. */
  approximate: boolean
}

/** A number that the narrative states; a `Claim` is one. */
export interface Claimed {
  kind: string
  value: number
  approximate: boolean
}

const total3 = (row: string): CellId => `table3.${row}.total`
const total4 = (group: string): CellId => `table4.${group}.total`

/** 收到 and 受理 mean 本年新收 in most reports; in some they include 上年结转. */
const sumsByKind: Readonly<Record<string, Evidence['sums']>> = {
  received: [[total3('received')], [total3('received'), total3('carriedIn')]],
  concluded: [[total3('concluded')]],
  carriedIn: [[total3('carriedIn')]],
  carriedOut: [[total3('carriedOut')]],
  reviewCases: [[total4('review')]],
  litigationCases: [[total4('directLitigation'), total4('litigationAfterReview')]],
}

/** What the claims of a narrative say about the tables; claims of kinds that no table holds are left out. */
export function evidenceOf(claims: readonly Claimed[]): Evidence[] {
  return claims.flatMap(({ kind, value, approximate }) => {
    const sums = sumsByKind[kind]
    return sums ? [{ sums, value, approximate }] : []
  })
}

const CONTRADICTED = 4
const CONTRADICTED_ROUGHLY = 2
const NEAR = 0.1

function contradiction({ sums, value, approximate }: Evidence, numbers: Float64Array): number {
  const margin = approximate ? value * NEAR : 0
  const agrees = sums.some((cells) => {
    const sum = cells.reduce((before, cell) => before + (numbers[positionOf(cell)] ?? NaN), 0)
    return Math.abs(sum - value) <= margin
  })
  if (agrees) return 0
  return approximate ? CONTRADICTED_ROUGHLY : CONTRADICTED
}

/** The cost of all evidence that the figures contradict. */
export function contradictions(evidence: readonly Evidence[], numbers: Float64Array): number {
  return evidence.reduce((sum, told) => sum + contradiction(told, numbers), 0)
}

/** The cost of a change of scale, by its logarithm, and its limit for one figure. */
const BY_SCALE = 0.7
const MOST_BY_SCALE = 1.5

const distance = (value: number, other: number): number => Math.abs(Math.log((value + 1) / (other + 1)))

/** A cost above 0 where the changes lead away from last year's figures, below 0 where they lead towards them. */
export function departure({ lastYear, numbers }: Subject, cells: readonly number[], values: readonly number[]): number {
  if (!lastYear) return 0
  let sum = 0
  cells.forEach((cell, i) => {
    const before = lastYear.numbers[cell] ?? NaN
    const change = distance(values[i] ?? NaN, before) - distance(numbers[cell] ?? NaN, before)
    const counted = Math.min(MOST_BY_SCALE, Math.max(-MOST_BY_SCALE, change * BY_SCALE))
    if (!Number.isNaN(counted)) sum += counted
  })
  return sum
}
