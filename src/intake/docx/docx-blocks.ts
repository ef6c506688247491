import { strFromU8 } from 'fflate'
import type { Finding } from '../../checks'
import type { Block } from '../blocks'
import { blocksOf, withoutCaptions } from '../grid/line-blocks'
import { folderOf, relationsIn, targetPath } from '../relations'
import { UnreadableSourceError } from '../unreadable-error'
import { readBody, type Chunk } from './read-body'
import { RunLooks } from './run-looks'
import { Numbering } from './numbering'
import { otherParts } from './other-parts'
import { Chunks, textChunk, type ReadLines } from './chunks'
import { openZip, type Budget, type Parts } from '../zip'

/** The text of a report is a few hundred kilobytes as XML; a document beyond this is a mistake or a trap. */
const MOST_BYTES = 32 * 1024 * 1024
/** Documents inside documents inside the document. */
const MOST_DEEP = 1

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

/** Of a document inside a document: what is read of it, or undefined for a kind that is not read. */
function innerLines(bytes: Uint8Array, budget: Budget, depth: number): ReadLines | undefined {
  if (latin(bytes.subarray(0, 4)) !== ZIP) return textChunk(bytes)
  return depth > MOST_DEEP ? undefined : documentLines(openZip(bytes, budget), budget, depth + 1)
}

function documentLines(parts: Parts, budget: Budget, depth: number): ReadLines {
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
  const chunks = new Chunks((bytes) => innerLines(bytes, budget, depth))
  const chunk: Chunk = (id) => {
    const target = relations.find((relation) => relation.id === id)?.target ?? ''
    const read = chunks.read(parts, targetPath(folder, target))
    for (const finding of read.findings) findings.push(finding)
    return read.lines
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
  const budget = { left: MOST_BYTES }
  const { lines, findings } = documentLines(openZip(bytes, budget), budget, 0)
  return { blocks: blocksOf(withoutCaptions(lines)), findings }
}
