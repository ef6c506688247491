/** Listing as a person reads them, and as the text to copy. */
import { probeWords, selfTestWords as words } from '../../words/self-test'
import type { Result } from './probe'

export interface Line {
  id: string
  state: string
  /** As shown and copied. */
  text: string
}

export function lineOf({ id, state, seen }: Result): Line {
  const text = words.line(words.states[state], probeWords[id].assumes, seen, words.meaning(id, state))
  return { id, state, text }
}

export interface Listing {
  head: string
  lines: Line[]
  /** What could not be cleaned up, or that all was. */
  end: string
}

/** When, and by which program. */
interface Made {
  time: string
  version: string
}

export function listingOf(results: readonly Result[], left: readonly string[], { time, version }: Made): Listing {
  const of = (state: Result['state']) => results.filter((result) => result.state === state).length
  const count = words.count({ passed: of('passed'), differs: of('differs'), refused: of('refused') })
  return {
    head: `${words.head(time, version)}\n${count}`,
    lines: results.map(lineOf),
    end: left.length > 0 ? words.left(left) : words.clean,
  }
}

export const textOf = ({ head, lines, end }: Listing): string =>
  [head, ...lines.map(({ text }) => text), end].join('\n')
