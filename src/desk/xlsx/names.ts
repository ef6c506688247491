import { parseArea } from '../../workbook'
import type { NamedArea } from '../book'

const NAME = /<definedName\s([^>]*)>([^<]*)<\/definedName>/g

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16))
  })
}

function namedArea(attributes: string, text: string, ids: ReadonlyMap<string, number>): NamedArea[] {
  const name = /\bname="([^"]*)"/.exec(attributes)?.[1]
  const reference = parseArea(decodeXml(text))
  const isOwn = name !== undefined && !name.startsWith('_xlnm.') && !/\blocalSheetId=/.test(attributes)
  const sheet = ids.get(reference?.sheet ?? '')
  return isOwn && reference && sheet !== undefined ? [{ name: decodeXml(name), sheet, area: reference.area }] : []
}

/**
 * The workbook's own names that stand for one area. Read here and not by the library, which unfolds an area into its
 * cells: a name over a whole sheet would never end.
 */
export function readNames(workbookXml: string, ids: ReadonlyMap<string, number>): NamedArea[] {
  return [...workbookXml.matchAll(NAME)].flatMap(([, attributes = '', reference = '']) =>
    namedArea(attributes, reference, ids),
  )
}
