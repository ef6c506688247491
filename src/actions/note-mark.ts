/**
 * The check's part of a cell's note. A note belongs to people: it may hold guidance or what they wrote. Each line of
 * ours starts with a sign, so that a new run takes away its own lines and no other.
 */
import { noteSign } from '../words/actions'
import { clipped, oneLine } from '../words/one-line'

/** A message quotes what stands in a cell, which may be of any length. */
const MOST_IN_LINE = 1_000

export function hasMark(note: string): boolean {
  return note.split('\n').some((line) => line.startsWith(noteSign))
}

/** What a check says in the note, a line for each finding. */
export const markLines = (note: string): string[] =>
  note.split('\n').flatMap((line) => (line.startsWith(noteSign) ? [line.slice(noteSign.length)] : []))

/** What people and the layout have written, to the letter. */
export function withoutMark(note: string): string {
  if (!hasMark(note)) return note
  return note
    .split('\n')
    .filter((line) => !line.startsWith(noteSign))
    .join('\n')
}

/** The note with our lines in place of those of an earlier run; without lines, the note of the people alone. */
export function withMark(note: string, lines: readonly string[]): string {
  const own = lines.map((line) => noteSign + clipped(oneLine(line), MOST_IN_LINE))
  const theirs = withoutMark(note)
  return [...(theirs === '' ? [] : [theirs]), ...own].join('\n')
}
