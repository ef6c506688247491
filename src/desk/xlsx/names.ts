import { parseArea } from '../../workbook'
import type { NamedArea } from '../book'
import { decodedXml } from './xml-text'

const NAME = /<definedName\s([^>]*)>([^<]*)<\/definedName>/g

function namedArea(attributes: string, text: string, ids: ReadonlyMap<string, number>): NamedArea[] {
  const name = /\bname="([^"]*)"/.exec(attributes)?.[1]
  const reference = parseArea(decodedXml(text))
  const isOwn = name !== undefined && !name.startsWith('_xlnm.') && !/\blocalSheetId=/.test(attributes)
  const sheet = ids.get(reference?.sheet ?? '')
  return isOwn && reference && sheet !== undefined ? [{ name: decodedXml(name), sheet, area: reference.area }] : []
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
