import { strFromU8 } from 'fflate'
import type { Finding } from '../../checks'
import type { Block } from '../blocks'
import { blocksOf, withoutCaptions, type SourceLine } from '../grid/flow'
import { pageLines } from '../html/html-blocks'
import { folderOf, relationsIn, targetPath } from '../relations'
import { UnreadableSourceError } from '../unreadable-error'
import { readBody, type Chunk } from './read-body'
import { RunLooks } from './run-looks'
import { Numbering } from './numbering'
import { otherParts, partFinding } from './other-parts'
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
  const main = relationsIn(parts, '').find(({ type }) => type === 'officeDocument')
  return main ? targetPath('', main.target) : 'word/document.xml'
}

/** A Word document as blocks, and what in it was not read. */
export interface DocxSource {
  blocks: Block[]
  findings: Finding[]
}

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

function documentLines(parts: Parts, depth: number): { lines: SourceLine<null>[]; findings: Finding[] } {
  const main = mainPart(parts)
  if (!parts.has(main) || parts.has('xl/workbook.xml')) throw new UnreadableSourceError('notWord')
  const folder = folderOf(main)
  const relations = relationsIn(parts, main)
  // Programs name these as they like; where no relation says how, the usual names count.
  const textBy = (type: string): string => {
    const relation = relations.find((one) => one.type === type)
    return textOf(parts, relation ? targetPath(folder, relation.target) : `${folder}${type}.xml`)
  }
  const styles = textBy('styles')
  const findings: Finding[] = []
  const chunk: Chunk = (id) => {
    const target = relations.find((relation) => relation.id === id)?.target ?? ''
    const bytes = parts.part(targetPath(folder, target))
    const read = bytes && chunkLines(bytes, depth)
    for (const finding of read?.findings ?? [partFinding('chunk')]) findings.push(finding)
    return read?.lines ?? []
  }
  const numbering = new Numbering(textBy('numbering'), styles)
  const lines = readBody(textOf(parts, main), numbering, new RunLooks(styles), chunk)
  const body = lines.flatMap(({ cells }) => cells).join('')
  return { lines, findings: [...findings, ...otherParts(parts, main, relations, body)] }
}

/**
 * A .docx as blocks: its paragraphs with their automatic numbers and the rows of its tables, as they stand with all
 * tracked changes taken, documents inside it too. What other parts say besides, and what is hidden, is told.
 * Throws an UnreadableSourceError.
 */
export function docxSource(bytes: Uint8Array): DocxSource {
  refuseForeignFormats(bytes)
  const { lines, findings } = documentLines(openZip(bytes, MOST_BYTES), 0)
  return { blocks: blocksOf(withoutCaptions(lines)), findings }
}
