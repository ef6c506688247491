import { strToU8 } from 'fflate'
import { CHINESE_FORMATS } from './contents/formats'
import { textOf } from './xml-text'

export const WORKBOOK_PART = 'xl/workbook.xml'
/** Font sizes are handed over in hundredths of a point, because the library reads whole numbers only. */
export const SIZE_SCALE = 100

/** Flags as `1` and `0`, the only spelling that the library reads everywhere; LibreOffice writes `true` and `false`. */
const withPlainFlags = (xml: string): string =>
  xml.replace(/<[a-z][^<>]*>/gi, (tag) => tag.replaceAll('="true"', '="1"').replaceAll('="false"', '="0"'))

const withWholeSizes = (stylesXml: string): string =>
  stylesXml.replace(/(<sz val=")([\d.]+)(")/g, (_, before: string, size: string, after: string) => {
    return before + String(Math.round(Number(size) * SIZE_SCALE)) + after
  })

const FORMATS = /<numFmts\b[^>]*?(?:\/>|>)/

/** Formats of days that a Chinese program uses by number alone, written out: the library would read plain numbers. */
function withChineseFormats(stylesXml: string): string {
  const ids = new Set([...stylesXml.matchAll(/<xf\b[^>]*\bnumFmtId="(\d+)"/g)].map(([, id]) => Number(id)))
  const isWritten = (id: number) => new RegExp(`<numFmt\\b[^>]*\\bnumFmtId="${id}"`).test(stylesXml)
  const formats = Object.entries(CHINESE_FORMATS).filter(([id]) => ids.has(Number(id)) && !isWritten(Number(id)))
  if (formats.length === 0) return stylesXml
  const elements = formats.map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  )
  const list = FORMATS.exec(stylesXml)?.[0]
  const all = elements.join('')
  if (list === undefined) return stylesXml.replace(/<fonts\b/, `<numFmts>${all}</numFmts>$&`)
  return stylesXml.replace(list, list.endsWith('/>') ? `<numFmts>${all}</numFmts>` : list + all)
}

/** The library would unfold every named area into its cells; names are read apart from it. */
function withoutNames(workbookXml: string): string {
  const start = workbookXml.indexOf('<definedNames>')
  const end = start < 0 ? -1 : workbookXml.indexOf('</definedNames>', start)
  return end < 0 ? workbookXml : workbookXml.slice(0, start) + workbookXml.slice(end + '</definedNames>'.length)
}

function preparedPart(name: string, bytes: Uint8Array): Uint8Array {
  if (name === WORKBOOK_PART) return strToU8(withPlainFlags(withoutNames(textOf(bytes))))
  if (name === 'xl/styles.xml') return strToU8(withPlainFlags(withWholeSizes(withChineseFormats(textOf(bytes)))))
  return /^xl\/worksheets\/[^/]*\.xml$/.test(name) ? strToU8(withPlainFlags(textOf(bytes))) : bytes
}

/** The parts of a file in the dialect that the library reads in full. */
export function prepared(parts: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, preparedPart(name, bytes)]))
}
