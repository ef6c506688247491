import { strFromU8 } from 'fflate'
import type { Block } from '../blocks'
import { blocksOf, withoutCaptions } from '../grid/flow'
import { markupTokens } from '../markup/tokens'
import { UnreadableSourceError } from '../unreadable-error'
import { readBody } from './read-body'
import { local, Numbering } from './numbering'
import { openZip, type Parts } from '../zip'

/** The text of a report is a few hundred kilobytes as XML; a document beyond this is a mistake or a trap. */
const MOST_BYTES = 32 * 1024 * 1024

const ZIP = 'PK\u0003\u0004'
/** Compound file: Word up to 2003, and the wrapping of every encrypted .docx. */
const COMPOUND = '\u00d0\u00cf\u0011\u00e0'
const ENCRYPTED = [...'EncryptedPackage'].join('\0')

const latin = (bytes: Uint8Array): string => strFromU8(bytes, true)

function refuseForeignFormats(bytes: Uint8Array): void {
  const start = latin(bytes.subarray(0, 4))
  if (bytes.length === 0) throw new UnreadableSourceError('empty')
  // The directory that names the streams of a compound file stands near its start or its end.
  const named = () => latin(bytes.subarray(0, 65536)) + latin(bytes.subarray(-65536))
  if (start === COMPOUND) throw new UnreadableSourceError(named().includes(ENCRYPTED) ? 'encrypted' : 'oldFormat')
  if (start !== ZIP) throw new UnreadableSourceError('notWord')
}

const textOf = (parts: Parts, name: string): string => {
  const part = parts.part(name)
  return part ? strFromU8(part) : ''
}

/** The package says where its document is; all programs but a few put it in the same place. */
function mainPart(parts: Parts): string {
  for (const token of markupTokens(textOf(parts, '_rels/.rels'))) {
    if (token.kind !== 'open' || local(token.name) !== 'relationship') continue
    const { attributes } = token
    const isMain = attributes.get('type')?.endsWith('/officeDocument') === true
    if (isMain) return (attributes.get('target') ?? '').replace(/^\//, '')
  }
  return 'word/document.xml'
}

/**
 * A .docx as blocks: its paragraphs with their automatic numbers and the rows of its tables, as they stand with all
 * tracked changes taken. Headers, footers, notes and hidden text are no part of it. Throws an UnreadableSourceError.
 */
export function docxBlocks(bytes: Uint8Array): Block[] {
  refuseForeignFormats(bytes)
  const parts = openZip(bytes, MOST_BYTES)
  const main = mainPart(parts)
  if (!parts.has(main) || parts.has('xl/workbook.xml')) throw new UnreadableSourceError('notWord')
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const numbering = new Numbering(textOf(parts, `${folder}numbering.xml`), textOf(parts, `${folder}styles.xml`))
  return blocksOf(withoutCaptions(readBody(textOf(parts, main), numbering)))
}
