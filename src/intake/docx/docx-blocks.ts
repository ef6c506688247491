import { strFromU8 } from 'fflate'
import type { Finding } from '../../checks'
import { intakeWords as words } from '../../words/intake'
import type { Block } from '../blocks'
import { sourceFinding } from '../findings'
import { blocksOf, withoutCaptions, type SourceLine } from '../grid/flow'
import { pageLines } from '../html/html-blocks'
import { markupTokens } from '../markup/tokens'
import { UnreadableSourceError } from '../unreadable-error'
import { readBody, type Chunk } from './read-body'
import { RunLooks } from './run-looks'
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

const relationsOf = (name: string) => name.replace(/([^/]*)$/, '_rels/$1.rels')

interface Relation {
  id: string
  type: string
  target: string
}

function relationsIn(parts: Parts, name: string): Relation[] {
  return [...markupTokens(textOf(parts, relationsOf(name)))].flatMap((token): Relation[] => {
    if (token.kind !== 'open' || local(token.name) !== 'relationship') return []
    const { attributes } = token
    const type = attributes.get('type') ?? ''
    return [
      {
        id: attributes.get('id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: attributes.get('target') ?? '',
      },
    ]
  })
}

/** The package says where its document is; all programs but a few put it in the same place. */
const mainPart = (parts: Parts): string =>
  relationsIn(parts, '')
    .find(({ type }) => type === 'officeDocument')
    ?.target.replace(/^\//, '') ?? 'word/document.xml'

const inFolder = (folder: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : folder + target

/** A Word document as blocks, and what in it was not read. */
export interface DocxSource {
  blocks: Block[]
  findings: Finding[]
}

const part = (name: string, quote = ''): Finding =>
  sourceFinding('READ.PART', 'warning', {
    message: words.partUnread(name),
    rests: [name, quote],
    ...(quote !== '' && { quote }),
  })

const PAGE = /<(?:html|body|p|table|div)\b/i

/** The lines of a document that stands in another one; undefined where it is of a kind that is not read. */
function chunkLines(bytes: Uint8Array, depth: number): { lines: SourceLine<null>[]; findings: Finding[] } | undefined {
  const start = latin(bytes.subarray(0, 4))
  if (start === ZIP) {
    if (depth > 1) return undefined
    return documentLines(openZip(bytes, MOST_BYTES), depth + 1)
  }
  const text = strFromU8(bytes)
  if (start === COMPOUND || text.startsWith('{\\rtf') || /^MIME-Version/i.test(text)) return undefined
  if (!PAGE.test(text)) return { lines: textLines(text), findings: [] }
  const { lines, findings } = pageLines(text)
  return { lines: lines.map((line) => ({ ...line, origin: null })), findings }
}

const textLines = (text: string): SourceLine<null>[] =>
  text
    .split(/[\r\n]+/)
    .flatMap((line) => (line.trim() === '' ? [] : [{ cells: line.trim().split('\t'), origin: null }]))

const NOTES = ['footnotes', 'endnotes'] as const
const SHORTEST_NOTE = 2

/** Notes at the foot of a page, and files inside the document: no figure of a table stands there, so they are told. */
function unreadParts(parts: Parts, folder: string): Finding[] {
  const notes = NOTES.flatMap((name) => {
    const texts = [...markupTokens(textOf(parts, `${folder}${name}.xml`))].flatMap((token) =>
      token.kind === 'text' ? token.text.trim() : [],
    )
    const text = texts.join('')
    return text.length < SHORTEST_NOTE ? [] : [{ ...part(words.docxParts[name], text), severity: 'info' as const }]
  })
  const embedded = parts.names.filter((name) => name.toLowerCase().startsWith(`${folder}embeddings/`))
  return [...notes, ...(embedded.length > 0 ? [part(words.docxParts.embedded)] : [])]
}

function documentLines(parts: Parts, depth: number): { lines: SourceLine<null>[]; findings: Finding[] } {
  const main = mainPart(parts)
  if (!parts.has(main) || parts.has('xl/workbook.xml')) throw new UnreadableSourceError('notWord')
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const styles = textOf(parts, `${folder}styles.xml`)
  const relations = relationsIn(parts, main)
  const findings = unreadParts(parts, folder)
  const chunk: Chunk = (id) => {
    const target = relations.find((relation) => relation.id === id)?.target ?? ''
    const bytes = parts.part(inFolder(folder, target))
    const read = bytes && chunkLines(bytes, depth)
    for (const finding of read?.findings ?? [part(words.docxParts.chunk)]) findings.push(finding)
    return read?.lines ?? []
  }
  if (relations.some(({ type }) => type === 'subDocument')) findings.push(part(words.docxParts.subDocument))
  const numbering = new Numbering(textOf(parts, `${folder}numbering.xml`), styles)
  return { lines: readBody(textOf(parts, main), numbering, new RunLooks(styles), chunk), findings }
}

/**
 * A .docx as blocks: its paragraphs with their automatic numbers and the rows of its tables, as they stand with all
 * tracked changes taken, documents inside it too. Headers, footers and hidden text are no part of it, notes are told.
 * Throws an UnreadableSourceError.
 */
export function docxSource(bytes: Uint8Array): DocxSource {
  refuseForeignFormats(bytes)
  const { lines, findings } = documentLines(openZip(bytes, MOST_BYTES), 0)
  return { blocks: blocksOf(withoutCaptions(lines)), findings }
}
