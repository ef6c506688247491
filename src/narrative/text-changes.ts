/** What has changed between two states of a text, and what two people have changed of one. */
import { diff3Merge, diffIndices } from 'node-diff3'

/** Paragraphs and the breaks between them, which keep changes of neighbouring paragraphs apart. */
const paragraphsOf = (text: string): string[] => text.split(/(\n)/)

/** Words and numbers whole; of Chinese each character. */
const wordsOf = (text: string): string[] => text.match(/[0-9]+(?:[.,][0-9]+)*|[A-Za-z]+|\s+|[^]/gu) ?? []

const whole = (text: string): string[] => (text === '' ? [] : [text])

/** The library keeps what it compares as keys of an object: so a paragraph `constructor` is no property of one. */
const keyed = (parts: readonly string[]): string[] => parts.map((part) => `=${part}`)
const joined = (parts: readonly string[]): string => parts.map((part) => part.slice(1)).join('')

/** Comparing takes as long as there are pairs of equal parts. */
const MOST_PAIRS = 1_000_000

function isCheap(from: readonly string[], to: readonly string[]): boolean {
  const counts = new Map<string, number>()
  for (const part of from) counts.set(part, (counts.get(part) ?? 0) + 1)
  return to.reduce((pairs, part) => pairs + (counts.get(part) ?? 0), 0) <= MOST_PAIRS
}

/** Both texts are the same where the two have changed different paragraphs. */
interface MergedTexts {
  /** A paragraph that both have changed is here as the first has it, */
  one: string
  /** and here as the other has it: which of them is right is for a person to say. */
  other: string
}

/**
 * The text with the changes of both: each paragraph that only one has changed is in it. Null where comparing would take
 * too long.
 *
 * @param base what both began with
 */
export function mergedTexts(base: string, one: string, other: string): MergedTexts | null {
  const [from, a, b] = [keyed(paragraphsOf(base)), keyed(paragraphsOf(one)), keyed(paragraphsOf(other))]
  if (!isCheap(from, a) || !isCheap(from, b)) return null
  const regions = diff3Merge(a, from, b, { excludeFalseConflicts: true })
  const as = (whose: 'a' | 'b') =>
    joined(regions.flatMap(({ ok, conflict }) => ok ?? (conflict ? (withAdded(conflict) ?? conflict[whose]) : [])))
  return { one: as('a'), other: as('b') }
}

interface Contested {
  a: string[]
  o: string[]
  b: string[]
}

/** What was put in before or behind the parts; null: they were changed as well. */
function addedTo(parts: readonly string[], to: readonly string[]): { before: string[]; behind: string[] } | null {
  const more = to.length - parts.length
  if (more <= 0) return null
  if (parts.every((part, at) => part === to[at])) return { before: [], behind: to.slice(parts.length) }
  return parts.every((part, at) => part === to[at + more]) ? { before: to.slice(0, more), behind: [] } : null
}

const isWords = (part: string): boolean => part.slice(1).trim() !== ''

/** Where one of them has only put paragraphs in, both stand; the other's first, who was there before. */
function withAdded({ a, o, b }: Contested): string[] | null {
  // The same paragraph put in by both would stand there twice.
  if (a.some((part) => isWords(part) && !o.includes(part) && b.includes(part))) return null
  const [one, other] = [addedTo(o, a), addedTo(o, b)]
  if (one) return around(b, one)
  return other && around(a, other)
}

const around = (parts: readonly string[], { before, behind }: { before: string[]; behind: string[] }): string[] => [
  ...before,
  ...parts,
  ...behind,
]

export interface TextPart {
  kind: 'same' | 'gone' | 'new'
  text: string
}

function partsOf(from: readonly string[], to: readonly string[]): TextPart[] {
  const parts: TextPart[] = []
  const add = (kind: TextPart['kind'], some: readonly string[]) => {
    if (some.length > 0) parts.push({ kind, text: joined(some) })
  }
  let at = 0
  for (const { buffer1, buffer1Content, buffer2Content } of diffIndices([...from], [...to])) {
    const [start, length] = buffer1
    add('same', from.slice(at, start))
    add('gone', buffer1Content)
    add('new', buffer2Content)
    at = start + length
  }
  add('same', from.slice(at))
  return parts
}

/**
 * The later text cut into what was there before and what is new, with what has gone at its place: by words, and where
 * there are too many of them by paragraphs.
 */
export function textChanges(from: string, to: string): TextPart[] {
  for (const cut of [wordsOf, paragraphsOf, whole]) {
    const [before, after] = [keyed(cut(from)), keyed(cut(to))]
    if (isCheap(before, after)) return partsOf(before, after)
  }
  return []
}
