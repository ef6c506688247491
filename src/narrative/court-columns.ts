/** Reviews and lawsuits told only by the columns of table 4: 维持3件、纠正1件; 未经复议直接起诉1件、复议后起诉3件. */
import { has } from './clauses'
import { courtFrame } from './court-frames'
import { wordOf } from './phrases'
import type { Column, Frame } from './spot'
import type { Token } from './tokens'
import type { Walk } from './walk'

export function columnOf(walk: Walk, left: readonly Token[]): Column | null {
  const results = left.filter(({ tag }) => tag === 'result')
  if (results.length === 0 || has(left, 'conclude', 'handle')) return null
  return results.some((token) => wordOf(walk, token).includes('复议')) ? 'way' : 'result'
}

/** The kind of case that the columns divide: the one named before the first of them, else that of the one before. */
function dividedKind({ run, before, ...walk }: Walk, left: readonly Token[], column: Column): Frame['kinds'] {
  const named = left.slice(
    0,
    left.findIndex(({ tag }) => tag === 'result'),
  )
  const words = has(named, 'review', 'lawsuit') ? named : before
  if (words === before && run?.column === column) return [run.kind]
  if (!has(words, 'review', 'lawsuit')) return []
  const { kinds } = courtFrame(words, walk)
  return column === 'way' ? kinds.filter((kind) => kind === 'litigationCases') : kinds
}

/** 因政府信息公开被提起的行政诉讼中，未经复议直接起诉1件、复议后起诉3件: no number of all cases comes before. */
export function columnFrame(walk: Walk, left: readonly Token[]): Frame | null {
  const column = columnOf(walk, left)
  const kinds = column ? dividedKind(walk, left, column) : []
  const [kind, ...others] = kinds
  if (column === null || kind === undefined || kind === 'outcome' || others.length > 0) return null
  // Other results may be left out, so that only a total (合计5件) is the whole.
  return { kinds: column === 'way' ? [kind] : [], topic: 'court', column, partOf: kind }
}
