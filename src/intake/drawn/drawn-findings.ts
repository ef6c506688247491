import type { Finding } from '../../checks'
import { drawnWords } from '../../words/drawn'
import { intakeWords as words } from '../../words/intake'
import { encodingFindings } from '../encoding-finding'
import { fileFinding } from '../file-findings'
import { sourceFinding } from '../findings'
import { UnreadableSourceError } from '../unreadable-error'
import { heightOf, widthOf } from './box'
import type { SeenPage } from './seen'

/** A picture that takes up so much of a page may hold what should be read. */
const LARGE = 0.06
/** A page of nothing but pictures that take up so much is scanned. */
const SCANNED = 0.4
const FEWEST_GLYPHS = 10

const isFilled = ({ text }: { text: string }): boolean => text.trim() !== ''

function pictured({ pictures, width, height }: SeenPage): number {
  return pictures.reduce(
    (most, picture) => Math.max(most, (widthOf(picture) * heightOf(picture)) / (width * height)),
    0,
  )
}

const isScanned = (page: SeenPage): boolean =>
  pictured(page) >= SCANNED && page.glyphs.filter(isFilled).length < FEWEST_GLYPHS

/**
 * `READ.PART`: pages that are scanned, and pictures among the text. Throws an UnreadableSourceError for a source in which
 * nothing else is.
 */
export function pictureFindings(pages: readonly SeenPage[]): Finding[] {
  const scanned = pages.filter(isScanned)
  const filled = pages.filter((page) => page.glyphs.filter(isFilled).length >= FEWEST_GLYPHS)
  if (filled.length === 0) throw new UnreadableSourceError(scanned.length > 0 ? 'scanned' : 'noText')
  const withPictures = pages.filter((page) => !scanned.includes(page) && pictured(page) >= LARGE)
  const told = (message: (pages: readonly number[]) => string, of: readonly SeenPage[]): Finding[] => {
    if (of.length === 0) return []
    const numbers = of.map(({ number }) => number)
    return [fileFinding('READ.PART', 'warning', { message: message(numbers), rests: numbers.map(String) })]
  }
  return [...told(drawnWords.scanned, scanned), ...told(drawnWords.pictures, withPictures)]
}

const SHORTEST = 4
const LONGEST = 200

/** `READ.HIDDEN`, `READ.ENCODING`: what is in the file and not to be seen, and what nobody can tell the characters of. */
export function unseenFinding(pages: readonly SeenPage[]): Finding[] {
  const hidden = pages.flatMap(({ number, unseen }) => {
    const text = unseen.map((glyph) => glyph.text).join('')
    return text.length >= SHORTEST ? [{ number, text: text.slice(0, LONGEST) }] : []
  })
  const [first] = hidden
  const unknown = pages
    .flatMap(({ glyphs }) => glyphs.map((glyph) => (glyph.isUnknown && isFilled(glyph) ? '\ufffd' : glyph.text)))
    .join('')
  const encoding = encodingFindings(unknown)
  if (!first) return encoding
  const where = words.places(drawnWords.page(first.number), hidden.length)
  const message = words.hidden(where, hidden.map(({ text }) => text).join('；'))
  const rests = ['pdf', ...hidden.map(({ text }) => text)]
  return [
    sourceFinding('READ.HIDDEN', 'info', { message, rests, quote: hidden.map(({ text }) => text).join('\n') }),
    ...encoding,
  ]
}
