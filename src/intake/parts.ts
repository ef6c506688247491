import type { Finding } from '../checks'
import { intakeWords as words } from '../words/intake'
import type { Block } from './blocks'
import { sourceFinding } from './findings'

const YEAR = /([12]\d{3})\s*年/

const yearOf = (part: string): number => Number(YEAR.exec(part)?.[1] ?? NaN)

interface ChosenPart {
  blocks: readonly Block[]
  year: number | null
  findings: Finding[]
}

/**
 * Of reports printed side by side the one of the latest year: the other ones are there to compare it with. Lines of no
 * column belong to all.
 */
export function choosePart(blocks: readonly Block[]): ChosenPart {
  const parts = [...new Set(blocks.flatMap(({ part }) => part ?? []))]
  if (parts.length < 2) return { blocks, year: null, findings: [] }
  const latest = parts.reduce((a, b) => (yearOf(b) > yearOf(a) ? b : a))
  const message = words.sideBySide(parts, latest)
  return {
    blocks: blocks.filter(({ part }) => part === undefined || part === latest),
    year: yearOf(latest),
    findings: [sourceFinding('READ.TABLE_TWICE', 'warning', { message, rests: parts, quote: parts.join('　') })],
  }
}
