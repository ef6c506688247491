import { strFromU8, strToU8 } from 'fflate'
import { ROWS_MARK } from './parts'

type Files = Readonly<Record<string, Uint8Array>>

const NUMBER = /^xl\/worksheets\/sheet(\d+)\.xml$/
const HEADER = /<headerFooter(?=[\s/>])[^<>]*?(?:\/>|>[^]*?<\/headerFooter>)/g

/** The number of its part as a sheet's printed header: of what is not used otherwise, this the library hands over. */
function withNumber(sheet: string, number: string): string {
  const end = sheet.lastIndexOf('</worksheet>')
  const header = `<headerFooter><oddHeader>${number}</oddHeader></headerFooter>`
  return end < 0 ? sheet : sheet.slice(0, end).replace(HEADER, '') + header + sheet.slice(end)
}

/** Sheets without rows in the form in which the library opens them: with the number of their part. */
export function partsToOpen(parts: Files): Record<string, Uint8Array> {
  const sheets = Object.entries(parts).flatMap(([name, bytes]) => {
    const number = NUMBER.exec(name)?.[1]
    if (number === undefined) return []
    const sheet = strFromU8(bytes).replace(ROWS_MARK, () => '<sheetData/>')
    return [[name, strToU8(withNumber(sheet, number))] as const]
  })
  return { ...parts, ...Object.fromEntries(sheets) }
}
