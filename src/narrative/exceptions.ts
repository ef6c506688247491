import { wordOf, type Context } from './phrases'
import type { Token } from './tokens'

const EXCEPT = /^扣?除[去了开]?$/
const OUTSIDE = /^[之以]?外$/

/** Whether a number after these words is left out of what is said of all: 除3件…外. */
export const isExcepted = (left: readonly Token[], context: Context): boolean =>
  left.some((token) => token.tag === 'text' && EXCEPT.test(wordOf(context, token)))

/** The 外 that ends such words. */
export const isOutside = (token: Token | undefined, context: Context): boolean =>
  token?.tag === 'text' && OUTSIDE.test(wordOf(context, token))
