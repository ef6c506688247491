import { strFromU8, strToU8 } from 'fflate'
import { parseReference } from '../../../workbook'
import { attributeOf } from './attributes'
import { ROWS_MARK } from './parts'

type Files = Readonly<Record<string, Uint8Array>>

const NUMBER = /^xl\/worksheets\/sheet(\d+)\.xml$/
const COMMENT = /<comment(?=[\s/>])[^<>]*>/g
const HEADER = /<headerFooter(?=[\s/>])[^<>]*?(?:\/>|>[^]*?<\/headerFooter>)/g

/** Rows with a cell for each note: without a cell the library passes over its note. */
function rowsForNotes(comments: Uint8Array | undefined): string {
  const rows = new Map<number, string>()
  for (const [tag] of comments ? strFromU8(comments).matchAll(COMMENT) : []) {
    const address = attributeOf(tag, 'ref') ?? ''
    const row = parseReference(address)?.first.row
    if (row) rows.set(row, `${rows.get(row) ?? ''}<c r="${address}"><v>0</v></c>`)
  }
  return [...rows].map(([row, cells]) => `<row r="${row}">${cells}</row>`).join('')
}

/** The number of its part as a sheet's printed header: of what is not used otherwise, this the library hands over. */
function withNumber(sheet: string, number: string): string {
  const end = sheet.lastIndexOf('</worksheet>')
  const header = `<headerFooter><oddHeader>${number}</oddHeader></headerFooter>`
  return end < 0 ? sheet : sheet.slice(0, end).replace(HEADER, '') + header + sheet.slice(end)
}

/** Sheets without rows in the form in which the library opens them: with cells for notes, and the number of their part. */
export function partsToOpen(parts: Files): Record<string, Uint8Array> {
  const sheets = Object.entries(parts).flatMap(([name, bytes]) => {
    const number = NUMBER.exec(name)?.[1]
    if (number === undefined) return []
    const rows = rowsForNotes(parts[`xl/comments${number}.xml`])
    const sheet = strFromU8(bytes).replace(ROWS_MARK, () => `<sheetData>${rows}</sheetData>`)
    return [[name, strToU8(withNumber(sheet, number))] as const]
  })
  return { ...parts, ...Object.fromEntries(sheets) }
}
