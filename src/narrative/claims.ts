import type { Claim, Statement } from './claim'
import { gather, type Gathered } from './read'
import { settle } from './settle'

export interface ClaimOptions {
  /** The year reported on; numbers of other years are no claims. Without it the first year named is taken. */
  year?: number | undefined
}

/** What was said in a text, and how. */
export interface Reading {
  statements: Statement[]
  gathered: Gathered
}

/** A text's claims with what the rules need beyond them. */
export function readNarrative(text: string, year: number | null): Reading {
  const gathered = gather(text, year)
  const { at } = gathered
  const place = (plain: number) => at[plain] ?? text.length
  const statements = settle(gathered).map(({ kind, value, approximate, start, end, manner, isFresh }): Statement => {
    const [from, to] = [place(start), place(end - 1) + 1]
    return { kind, value, approximate, quote: text.slice(from, to), start: from, end: to, manner, isFresh, lead: '' }
  })
  return { statements, gathered }
}

/**
 * The numbers that Chinese prose gives for what the tables or the form can hold, in the order of the text: applications
 * received, concluded and carried over, reviews, lawsuits, pieces of information disclosed, the fee in 元. Zero in words
 * (未收到), all in words (均已答复) and sums of outcomes are claims too; numbers of other years and offices, parts of a
 * total and rates are none. Any text can be read; nothing is thrown.
 */
export function claims(text: string, options: ClaimOptions = {}): Claim[] {
  return readNarrative(text, options.year ?? null).statements.map(({ kind, value, approximate, quote, start, end }) => {
    return { kind, value, approximate, quote, start, end }
  })
}
