import { openZip } from '../../intake'
import { canonicalParts } from './canonical'
import type { CanonicalParts } from './canonical'
import { unreadable } from './error'
import { unpacking } from './unpacking'
import { declaredXml, LargeParts } from './large/parts'
import type { PackageParts } from './package'
import { textOf } from './xml-text'

/** Of all parts that are held as a whole; of a large workbook its rows and texts are not among them. */
const MAX_UNPACKED = 64 * 1024 * 1024
const MAX_PARTS = 2000
/** For files that say they are small: the library takes a kilobyte and more for a cell. */
const MAX_CELLS = 400_000

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** Compound file: Excel up to 2003, and the wrapping of every encrypted .xlsx. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
const ENCRYPTED_STREAM = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])

const holds = (bytes: Uint8Array, sequence: readonly number[]): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(sequence))

function refuseForeignFormats(bytes: Uint8Array): void {
  if (bytes.length === 0) throw unreadable('empty')
  if (startsWith(bytes, COMPOUND)) throw unreadable(holds(bytes, ENCRYPTED_STREAM) ? 'encrypted' : 'oldFormat')
  if (!startsWith(bytes, ZIP)) throw unreadable('notZip')
}

/** The parts of a workbook by name; `large` has the rows and texts that are not among them. */
export interface Unpacked extends CanonicalParts {
  large?: LargeParts
}

/** The archive of a workbook; of one with more than `most` bytes of XML also the way to read it in pieces. */
export interface OpenedPackage {
  zip: PackageParts
  large: LargeParts | undefined
}

/** Throws an XlsxError for a file of another kind, or what the unpacking throws. */
export function openPackage(bytes: Uint8Array, most: number): OpenedPackage {
  refuseForeignFormats(bytes)
  const zip = openZip(bytes, { left: MAX_UNPACKED }, unpacking)
  if (zip.has('word/document.xml')) throw unreadable('word')
  if (zip.names.length > MAX_PARTS) throw unreadable('tooLarge')
  return { zip, large: declaredXml(zip) > most ? new LargeParts(zip) : undefined }
}

function opened(bytes: Uint8Array, most: number): Unpacked {
  const { zip, large } = openPackage(bytes, most)
  const canonical = canonicalParts(large ?? zip)
  if (!canonical) throw unreadable('notWorkbook')
  return { ...canonical, ...(large && { large }) }
}

/** Starts of cells and of rows in a tab, counted up to the limit. */
function countCells(bytes: Uint8Array): number {
  const tab = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let count = 0
  for (const mark of ['<c', '<row']) {
    for (let at = tab.indexOf(mark); at >= 0 && count <= MAX_CELLS; at = tab.indexOf(mark, at + 1)) count += 1
  }
  return count
}

function refuseMillions(parts: Readonly<Record<string, Uint8Array>>): void {
  const tabs = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/'))
  const cells = tabs.reduce((sum, [, tab]) => sum + countCells(tab), 0)
  if (cells > MAX_CELLS) throw unreadable('tooLarge')
}

const TEXT_CELL = /<c\b[^>]*\bt=["']s["'][^>]*>\s*<v>(\d+)<\/v>/g
const TEXT_ITEM = /<si[\s/>]/g

/** Cells say the number of their text. Without the texts these numbers would be read as figures. */
function refuseLostTexts(parts: Readonly<Record<string, Uint8Array>>): void {
  const count = textOf(parts['xl/sharedStrings.xml']).match(TEXT_ITEM)?.length ?? 0
  const tabs = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/sheet'))
  const isLost = tabs.some(([, tab]) => [...textOf(tab).matchAll(TEXT_CELL)].some(([, text]) => Number(text) >= count))
  if (isLost) throw unreadable('damaged')
}

/**
 * The parts of an .xlsx file. Of one with more than `most` bytes of XML the rows and texts are left to be read apart.
 * Throws an XlsxError for anything that is not a whole Excel workbook, or what the unpacking throws.
 */
export function unpackXlsx(bytes: Uint8Array, most: number): Unpacked {
  const unpacked = opened(bytes, most)
  if (unpacked.large) return unpacked
  refuseMillions(unpacked.parts)
  refuseLostTexts(unpacked.parts)
  return unpacked
}
