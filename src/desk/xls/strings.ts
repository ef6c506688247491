import type { Cursor } from './records'

/** Where a run of a text begins, and which font it has. */
interface FontChange {
  start: number
  font: number
}

export interface RichText {
  text: string
  changes: readonly FontChange[]
}

const [WIDE, SPOKEN, RICH] = [1, 4, 8]

/** A text with the length before it; `isShort`: in one byte. */
export function readText(cursor: Cursor, isShort = false): RichText {
  const length = isShort ? cursor.byte() : cursor.word()
  const flags = cursor.byte()
  const runs = flags & RICH ? cursor.word() : 0
  const spoken = flags & SPOKEN ? cursor.long() : 0
  const text = cursor.characters(length, (flags & WIDE) !== 0)
  const changes: FontChange[] = []
  for (let run = 0; run < runs && !cursor.isAtEnd; run += 1) {
    changes.push({ start: cursor.word(), font: cursor.word() })
  }
  cursor.skip(spoken)
  return { text, changes }
}
