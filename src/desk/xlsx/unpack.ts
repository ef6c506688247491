import { strFromU8, unzipSync } from 'fflate'
import { unreadable, XlsxError } from './error'

/** A whole workbook of ours is under 1 MB unpacked; a file beyond this is a mistake or a trap. */
const MAX_UNPACKED = 64 * 1024 * 1024
const MAX_PARTS = 2000

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

/** Where the central directory ends; a file without it was cut off. */
const END_OF_DIRECTORY = [0x50, 0x4b, 0x05, 0x06]

/** Pictures, charts, macros, pivot tables, printer settings: they hold no cell of ours and are never unpacked. */
const WITHOUT_CELLS = /^(customXml|xl\/(media|charts|embeddings|printerSettings|pivot|externalLinks|diagrams|vba))/

function unpackGuarded(bytes: Uint8Array): Record<string, Uint8Array> {
  let unpacked = 0
  let parts = 0
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (WITHOUT_CELLS.test(name)) return false
      unpacked += originalSize
      parts += 1
      if (unpacked > MAX_UNPACKED || parts > MAX_PARTS) throw unreadable('tooLarge')
      return true
    },
  })
}

/** The parts of an .xlsx file by name. Throws an XlsxError for anything that is not a whole Excel workbook. */
export function unpackXlsx(bytes: Uint8Array): Record<string, Uint8Array> {
  refuseForeignFormats(bytes)
  if (!holds(bytes, END_OF_DIRECTORY)) throw unreadable('truncated')
  const parts = unpacked(bytes)
  if (parts['word/document.xml']) throw unreadable('word')
  if (!parts['xl/workbook.xml']) throw unreadable('notWorkbook')
  return parts
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unpackGuarded(bytes)
  } catch (error) {
    throw error instanceof XlsxError ? error : unreadable('damaged')
  }
}

/** A part as text. */
export const textOf = (part: Uint8Array | undefined): string => (part ? strFromU8(part) : '')
