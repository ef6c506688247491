/** Which words of a text are marked. Pure. */

export type MarkKind = 'error' | 'warning' | 'info' | 'comment' | 'found'

/** Words that are to be marked wherever they stand now. */
export interface Sought {
  /** Names what the mark is about: a finding or a comment. */
  id: string
  kind: MarkKind
  words: string
}

export interface Mark {
  id: string
  kind: MarkKind
  /** The first character, and the one after the last. */
  start: number
  end: number
}

/** The text from one change of marks to the next. */
export interface Piece {
  start: number
  end: number
  marks: readonly Mark[]
}

/** Said several times of the same words, each is a place further on; words that are gone have no mark. */
export function placed(text: string, sought: readonly Sought[]): Mark[] {
  const nextFrom = new Map<string, number>()
  const marks = sought.flatMap(({ id, kind, words }): Mark[] => {
    if (words === '') return []
    const key = `${kind} ${words}`
    const first = text.indexOf(words)
    const later = text.indexOf(words, nextFrom.get(key) ?? 0)
    const start = later >= 0 ? later : first
    if (start < 0) return []
    nextFrom.set(key, start + words.length)
    return [{ id, kind, start, end: start + words.length }]
  })
  return marks.sort((one, other) => one.start - other.start || one.end - other.end)
}

/** The part of the text, cut wherever a mark begins or ends. */
export function pieces(start: number, end: number, marks: readonly Mark[]): Piece[] {
  const own = marks.filter((mark) => mark.start < end && mark.end > start)
  const edges = own.flatMap((mark) => [mark.start, mark.end]).filter((edge) => edge > start && edge < end)
  const cuts = [...new Set([start, ...edges, end])].sort((one, other) => one - other)
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? end
    return { start: from, end: to, marks: own.filter((mark) => mark.start < to && mark.end > from) }
  })
}

/** Marks at a place between two characters; of words that end there, too. */
export const marksAt = (marks: readonly Mark[], at: number): Mark[] =>
  marks.filter((mark) => mark.start <= at && at <= mark.end)

/** The next mark after the place, or before it, round the end; null: there is none. */
export function nextMark(marks: readonly Mark[], at: number, isBack: boolean): Mark | null {
  const after = marks.filter((mark) => mark.start > at)
  const before = marks.filter((mark) => mark.start < at)
  if (isBack) return before[before.length - 1] ?? marks[marks.length - 1] ?? null
  return after[0] ?? marks[0] ?? null
}
