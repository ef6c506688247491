import { extname } from 'node:path'
import { decoded } from './decode'
import { isCsv } from '../../intake'
import type { LoadedKind } from './loaded-kinds'

/** What a file holds, whatever its name is. `refused`: a kind that is recognised only to tell the user what to do. */
export type FileKind =
  | { kind: 'xlsx' }
  | { kind: 'docx' }
  | { kind: LoadedKind }
  | { kind: 'json' | 'html' | 'text' | 'csv'; text: string }
  | { kind: 'refused'; as: Refused }

type Refused = 'encrypted' | 'openDocument' | 'ofd' | 'officeXml' | 'webArchive' | 'picture' | 'binary'

const SAMPLE = 65536

const RICH_TEXT = /^(?:\xef\xbb\xbf)?\s*\{\\rtf/

/** An archive ends with the names of its parts. */
const DIRECTORY = 262_144

const PICTURES = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'BM', 'II*\0', 'MM\0*']
const utf16 = (name: string): Buffer => Buffer.from(name, 'utf16le')

/** Excel and Word up to 2003, their like of WPS, and what is locked with a password. */
function compoundKind(bytes: Buffer, extension: string): FileKind {
  if (bytes.includes(utf16('EncryptedPackage'))) return { kind: 'refused', as: 'encrypted' }
  if (bytes.includes(utf16('WordDocument'))) return { kind: 'doc' }
  const isBook =
    bytes.includes(utf16('Workbook')) || bytes.includes(utf16('Book')) || /^\.(?:xlsx?|et)$/.test(extension)
  return { kind: isBook ? 'xls' : 'doc' }
}

const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.'

/** What stands first in such an archive says what it is. */
function openDocumentKind(start: string): FileKind {
  const of = (kind: string) => start.includes(OPEN_DOCUMENT + kind)
  if (of('spreadsheet')) return { kind: 'ods' }
  return of('text') ? { kind: 'odt' } : { kind: 'refused', as: 'openDocument' }
}

/** An archive has the names of its parts uncompressed. */
function zipKind(bytes: Buffer, extension: string): FileKind {
  const directory = bytes.subarray(-DIRECTORY).toString('latin1').toLowerCase()
  const names = (part: string) => bytes.includes(part) || directory.includes(part)
  if (names('xl/workbook.xml') || names('xl/worksheets/')) return { kind: 'xlsx' }
  if (names('word/document')) return { kind: 'docx' }
  const start = bytes.subarray(0, SAMPLE).toString('latin1')
  if (start.includes(OPEN_DOCUMENT)) return openDocumentKind(start)
  // Packed by something that does not know that this name stands unpacked.
  if (names('content.xml') && names('mimetype')) return { kind: extension === '.odt' ? 'odt' : 'ods' }
  if (names('ofd.xml')) return { kind: 'refused', as: 'ofd' }
  if (extension === '.xlsx') return { kind: 'xlsx' }
  return extension === '.docx' ? { kind: 'docx' } : { kind: 'refused', as: 'binary' }
}

const TAG =
  /^<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|h[1-6]|span|center|article|section|main|ul|ol|font|style|script)\b/i
/** What may stand before a page's first tag. */
const BEFORE_TAG = /^\s*(?:<\?xml[^>]*>|<!--(?:(?!-->)[^])*-->)/

function startsAsPage(text: string): boolean {
  let rest = text
  for (let before = BEFORE_TAG.exec(rest); before; before = BEFORE_TAG.exec(rest)) rest = rest.slice(before[0].length)
  return TAG.test(rest.trimStart())
}

const HAS_TABLE = /<(?:table|tr|td)\b[^<>]*>/i

function textKind(text: string, extension: string): FileKind {
  const start = text.slice(0, SAMPLE)
  if (/^\s*(?:MIME-Version|From|Subject):/i.test(start) && /multipart\/related/i.test(start)) {
    return { kind: 'refused', as: 'webArchive' }
  }
  if (/<\?mso-application|<pkg:package|<office:document/.test(start)) return { kind: 'refused', as: 'officeXml' }
  if (extension === '.json' || /^\s*\{\s*"/.test(start)) return { kind: 'json', text }
  const isPage = /^\.x?html?$/.test(extension) || startsAsPage(start) || HAS_TABLE.test(text)
  if (isPage) return { kind: 'html', text }
  return { kind: /^\.(?:csv|tsv)$/.test(extension) || isCsv(text) ? 'csv' : 'text', text }
}

function isText(text: string): boolean {
  return !text.includes('\0')
}

const PDF = '%PDF-'
/** So much at either end of a PDF holds an object of it, or where its list of objects is. */
const PDF_ENDS = 4096

/** A mail or a server may have put something before a PDF; a text that only mentions one holds none of its objects. */
function isPdf(start: string, bytes: Buffer): boolean {
  const at = start.indexOf(PDF)
  if (at < 0) return false
  const isFirst = start.slice(0, at).replace('\xef\xbb\xbf', '').trim() === ''
  const ends = [bytes.subarray(0, PDF_ENDS), bytes.subarray(-PDF_ENDS)].map((end) => end.toString('latin1'))
  return isFirst || ends.some((end) => /\d \d+ obj\b|\bstartxref\b/.test(end))
}

/** The kind of a file by its content. The name decides only if the content does not. */
export function fileKind(path: string, bytes: Buffer): FileKind {
  const extension = extname(path).toLowerCase()
  const start = bytes.subarray(0, 1024).toString('latin1')
  if (start.startsWith('\xd0\xcf\x11\xe0')) return compoundKind(bytes, extension)
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return zipKind(bytes, extension)
  if (isPdf(start, bytes)) return { kind: 'pdf' }
  if (RICH_TEXT.test(start)) return { kind: 'rtf' }
  if (PICTURES.some((mark) => start.startsWith(mark))) return { kind: 'refused', as: 'picture' }
  const text = decoded(bytes)
  if (!isText(text)) return { kind: 'refused', as: 'binary' }
  // Plain text under these names is a file that has lost its content.
  if (extension === '.xlsx' && textKind(text, '').kind !== 'html') return { kind: 'xlsx' }
  if (extension === '.docx' && textKind(text, '').kind !== 'html') return { kind: 'docx' }
  return textKind(text, extension)
}
