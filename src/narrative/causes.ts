import { isTime, wordOf, type Context } from './phrases'
import type { Token } from './tokens'

/** Words for what led to a case, from its first token to the one before the case. */
export interface Cause {
  from: number
  to: number
}

const CAUSE = /^(?:[未无]?因|由于)$/
const LEADS_TO = /^(?:引发|引起|产生|提起|导致|致使|被)/
/** 2023年度的政府信息公开申请: so many tokens may stand between the year and what it dates. */
const NEAR = 4

/** 2023年度申请引发行政复议1件: a year that dates the applications, not the cases. */
function datedRequest(tokens: readonly Token[], context: Context): number {
  const verb = tokens.findIndex((token) => LEADS_TO.test(wordOf(context, token)))
  const ask = tokens.findIndex(({ tag }) => tag === 'ask' || tag === 'apply')
  if (verb < 0 || ask < 0 || ask > verb) return -1
  return tokens.findIndex((token, at) => isTime(token) && at < ask && ask - at <= NEAR)
}

/** The cause of a review or lawsuit; null where none is told. 因 without a case begins one as well. */
export function causeIn(tokens: readonly Token[], context: Context): Cause | null {
  const court = tokens.findIndex(({ tag }) => tag === 'review' || tag === 'lawsuit')
  const to = court < 0 ? tokens.length : court
  const before = tokens.slice(0, to)
  const named = before.findIndex((token) => CAUSE.test(wordOf(context, token)))
  if (named >= 0) return { from: named, to }
  if (court < 0) {
    // 其中3件由上年申请引发
    const dated = datedRequest(before, context)
    return dated < 0 ? null : { from: dated, to }
  }
  const objection = before.findIndex(({ tag }) => tag === 'because')
  const from = objection >= 0 ? objection : datedRequest(before, context)
  return from < 0 ? null : { from, to }
}

export const withoutCause = (tokens: readonly Token[], cause: Cause | null): readonly Token[] =>
  cause ? [...tokens.slice(0, cause.from), ...tokens.slice(cause.to)] : tokens
