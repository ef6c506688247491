import type { Finding } from '../checks'
import { intakeWords as words } from '../words/intake'
import { fileFinding } from './file-findings'

const AROUND = 10

/** `READ.ENCODING`: places of a text whose bytes are characters in no encoding that it can have; none where all are. */
export function encodingFindings(text: string): Finding[] {
  const first = text.indexOf('\ufffd')
  if (first < 0) return []
  let count = 0
  for (let at = first; at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1
  const quote = text
    .slice(Math.max(0, first - AROUND), first + AROUND)
    .replace(/\s+/g, ' ')
    .trim()
  const message = words.undecoded(count, quote)
  return [fileFinding('READ.ENCODING', 'warning', { message, rests: [String(count), quote], quote })]
}
