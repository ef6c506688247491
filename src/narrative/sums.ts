import { has } from './clauses'
import type { Frame } from './spot'
import type { Token } from './tokens'
import type { Count, Walk } from './walk'

/** 公开采购信息48条、工程信息26条，合计74条: two subjects do not make the whole. */
const isOfSubjects = ({ isNamed, parts }: NonNullable<Walk['run']>, left: readonly Token[]): boolean =>
  isNamed && parts === 2 && !has(left, 'publish')

/** 一季度88条，二季度102条，三季度95条，全年285条 */
const isOfYear = ({ parts }: NonNullable<Walk['run']>, left: readonly Token[]): boolean =>
  parts > 2 && left.length === 1 && has(left, 'now')

/** 收到信函申请5件、快递3件，合计8件: 8 has the kind of the numbers before it if they add up to it. */
export function sumOf({ run, topic }: Walk, left: readonly Token[], value: number): Frame | null {
  const isSum =
    run !== null &&
    run.parts > 1 &&
    run.sum === value &&
    (has(left, 'total') || isOfYear(run, left)) &&
    !isOfSubjects(run, left)
  // 予以公开9件，不予公开2件，共计11件
  return isSum ? { kinds: [run.kind === 'outcome' ? 'concluded' : run.kind], topic } : null
}

/** A number whose kind nothing names may be one more part of a sum. */
export function addToRun(
  walk: Walk,
  kind: Count['kind'] | undefined,
  value: number,
  { isNamed, column }: Pick<NonNullable<Walk['run']>, 'isNamed' | 'column'>,
): void {
  const { run } = walk
  if (run && (kind === undefined || kind === run.kind))
    walk.run = { ...run, sum: run.sum + value, parts: run.parts + 1 }
  else walk.run = kind === undefined ? null : { kind, sum: value, parts: 1, isNamed, column }
}

/** 收到申请11件，涉及征收的6件，涉及拆迁的5件: what is left of the number received once its parts are named. */
export function divide(walk: Walk, kind: Count['kind'] | undefined, value: number): void {
  if (kind === 'received' || kind === 'concluded') walk.undivided = value
  else if (kind === undefined) walk.undivided -= value
}
