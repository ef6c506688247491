/** Names in 【】 that no field has: slips in a name, or brackets of the text's own, such as 【图解】 and 【2024】12号. */
import { editDistance } from '../report'
import { fieldDefinitions } from './fields'
import type { TextRange } from './text-range'

/** The known name that is most like an unknown one. */
export function nearestField(name: string): string {
  const ranked = fieldDefinitions().map((field) => ({ name: field.name, edits: editDistance(name, field.name) }))
  return ranked.reduce((best, next) => (next.edits < best.edits ? next : best)).name
}

/** What only a number is followed by. */
const COUNTED = /^\s{0,4}(?:人次|件次|[余多]?[件条项起份宗例封次人](?![年民会员工额])|[亿万]?元|[%％])/
const DERIVED = /^(?:同比|上年)|占比$/
const DOCUMENT = /^[\d０-９\s年]*$/

/** So many signs of a name have to be right for one wrong sign. */
const RIGHT_FOR_ONE_WRONG = 2

/**
 * What an unknown name in 【】 most likely is. A field: a unit follows, or all but every third sign is that of a field.
 * A number, of a document or a year, is none.
 */
export function unknownKind(text: string, { name, end }: TextRange & { name: string }): 'field' | 'number' | 'words' {
  if (COUNTED.test(text.slice(end, end + 8)) || DERIVED.test(name)) return 'field'
  if (DOCUMENT.test(name)) return 'number'
  const edits = editDistance(name, nearestField(name))
  return edits * (RIGHT_FOR_ONE_WRONG + 1) <= name.length ? 'field' : 'words'
}
