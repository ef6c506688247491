/** What stands in a Word document as a file of its own (`altChunk`): pages, texts and other documents. */
import { strFromU8 } from 'fflate'
import type { Finding } from '../../checks'
import { Flow, type SourceLine } from '../grid/flow'
import { pageLines } from '../html/html-blocks'
import { UnreadableSourceError } from '../unreadable-error'
import type { Parts } from '../zip'
import { partFinding } from './other-parts'

export interface ReadLines {
  lines: SourceLine<null>[]
  findings: Finding[]
}

const PAGE = /<(?:html|body|p|table|div)\b/i
const COMPOUND = '\u00d0\u00cf\u0011\u00e0'
/** What a decoder puts for bytes that are no UTF-8. */
const UNDECODED = '\ufffd'

/** As a paragraph of Word is taken: a tab at the beginning is a cell that is blank. */
function textLines(text: string): SourceLine<null>[] {
  const flow = new Flow<null>()
  for (const line of text.split(/[\r\n]+/)) flow.paragraph(line, null)
  return flow.lines
}

/** The text of UTF-8; undefined for bytes that are none, as of a page in GB 18030. */
function decodedText(bytes: Uint8Array): string | undefined {
  try {
    const text = strFromU8(bytes)
    return text.includes(UNDECODED) ? undefined : text.replace(/^\ufeff/, '')
  } catch {
    return undefined
  }
}

/** A page or a plain text; undefined for another kind. */
export function textChunk(bytes: Uint8Array): ReadLines | undefined {
  const isCompound = strFromU8(bytes.subarray(0, 4), true) === COMPOUND
  const text = isCompound ? undefined : decodedText(bytes)
  if (text === undefined || text.startsWith('{\\rtf') || /^MIME-Version/i.test(text)) return undefined
  if (!PAGE.test(text)) return { lines: textLines(text), findings: [] }
  const { lines, findings } = pageLines(text)
  return { lines: lines.map((line) => ({ ...line, origin: null })), findings }
}

/** Reads each of them once, however often the document names it. What cannot be read is told, and the rest goes on. */
export class Chunks {
  private readonly known = new Map<string, ReadLines>()

  /** @param lines undefined for a kind that is not read; may throw an UnreadableSourceError */
  constructor(private readonly lines: (bytes: Uint8Array) => ReadLines | undefined) {}

  read(parts: Parts, name: string): ReadLines {
    const known = this.known.get(name)
    if (known) return { lines: known.lines, findings: [] }
    const read = this.linesOf(parts, name) ?? { lines: [], findings: [partFinding('chunk')] }
    this.known.set(name, read)
    return read
  }

  private linesOf(parts: Parts, name: string): ReadLines | undefined {
    try {
      const bytes = parts.part(name)
      return bytes && this.lines(bytes)
    } catch (error) {
      if (error instanceof UnreadableSourceError) return undefined
      throw error
    }
  }
}
