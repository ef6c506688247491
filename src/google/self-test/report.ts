/** Results as a person reads them, and as the text to copy. */
import { checkWords, selfTestWords as words } from '../../words/self-test'
import type { Result } from './check'

export interface Line {
  id: string
  state: string
  /** As shown and copied. */
  text: string
}

export function lineOf({ id, state, seen }: Result): Line {
  const text = words.line(words.states[state], checkWords[id].assumes, seen, words.meaning(id, state))
  return { id, state, text }
}

export interface Report {
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

export function reportOf(results: readonly Result[], left: readonly string[], { time, version }: Made): Report {
  const of = (state: Result['state']) => results.filter((result) => result.state === state).length
  const count = words.count({ passed: of('passed'), differs: of('differs'), refused: of('refused') })
  return {
    head: `${words.head(time, version)}\n${count}`,
    lines: results.map(lineOf),
    end: left.length > 0 ? words.left(left) : words.clean,
  }
}

export const textOf = ({ head, lines, end }: Report): string => [head, ...lines.map(({ text }) => text), end].join('\n')
