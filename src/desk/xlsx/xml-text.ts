import { strFromU8 } from 'fflate'

/** A part as text; empty where there is none. */
export const textOf = (part: Uint8Array | undefined): string => (part ? strFromU8(part) : '')

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi
const LAST_CHARACTER = 0x10ffff

function characterOf(whole: string, code: number): string {
  return code <= LAST_CHARACTER ? String.fromCodePoint(code) : whole
}

/** Text of XML with its references decoded, each once; what is none stays as it is written. */
export function decodedXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name = '') => {
    if (hex !== undefined) return characterOf(whole, Number.parseInt(hex, 16))
    if (decimal !== undefined) return characterOf(whole, Number(decimal))
    return ENTITIES[name] ?? whole
  })
}
