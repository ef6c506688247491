import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Zippable } from 'fflate'

const VML = /^xl\/drawings\/vmlDrawing\d+\.vml$/
/** First moment a zip entry can be dated at; fixed, so that the same workbook gives the same bytes. */
export const FIXED_TIME = new Date(1980, 0, 1)

/** The library draws every note 98 points wide and 59 high, which cuts the guidance off after some thirty characters. */
const SMALL_BOX = /width:97\.8pt;height:59\.1pt/g
const ANCHOR = /(<x:Anchor>)(\d+), \d+, (\d+), \d+, \d+, \d+, \d+, \d+(<\/x:Anchor>)/g

function roomy(vml: string): string {
  return vml
    .replace(SMALL_BOX, 'width:240pt;height:110pt')
    .replace(ANCHOR, (_, open: string, column: string, row: string, close: string) => {
      const rect = [column, 6, row, 4, Number(column) + 3, 6, Number(row) + 7, 4]
      return `${open}${rect.join(', ')}${close}`
    })
}

/** A part of the file; in one that draws notes the boxes show a few sentences. */
export const withRoomyNotes = (name: string, bytes: Uint8Array): Uint8Array =>
  VML.test(name) ? strToU8(roomy(strFromU8(bytes))) : bytes

/** The file with boxes for its notes that show a few sentences, packed without a clock. */
export function roomyNotes(xlsx: Uint8Array): Uint8Array {
  const parts: Zippable = {}
  for (const [name, bytes] of Object.entries(unzipSync(xlsx))) {
    parts[name] = withRoomyNotes(name, bytes)
  }
  return zipSync(parts, { level: 6, mtime: FIXED_TIME })
}
