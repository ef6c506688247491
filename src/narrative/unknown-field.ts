/** Names in 【】 that no field has: misspelt fields, or brackets that are no field, such as 【图解】 and 【2024】12号. */
import { editDistance } from '../report'
import { fieldDefinitions } from './fields'
import type { TextRange } from './text-range'

/** The field whose name is most like an unknown one. */
export function nearestField(name: string): string {
  let best = { name: '', distance: Infinity }
  for (const field of fieldDefinitions()) {
    // The lengths alone differ by so much: most fields are ruled out without working out their distance.
    if (Math.abs(field.name.length - name.length) >= best.distance) continue
    const distance = editDistance(name, field.name)
    if (distance < best.distance) best = { name: field.name, distance }
  }
  return best.name
}

/** Units that follow only numbers. */
const COUNTED = /^\s{0,4}(?:人次|件次|[余多]?[件条项起份宗例封次人](?![年民会员工额])|[亿万]?元|[%％])/
const DERIVED = /^(?:同比|上年)|占比$/
const DOCUMENT = /^[\d０-９\s年]*$/

/** For each wrong character of a name, so many have to be right. */
const RIGHT_FOR_ONE_WRONG = 2

/**
 * What an unknown name in 【】 most likely is. `field`: a unit follows, or two thirds of the characters are those of a
 * field. `number`: a document's number or a year. `words`: anything else.
 */
export function unknownKind(text: string, { name, end }: TextRange & { name: string }): 'field' | 'number' | 'words' {
  if (COUNTED.test(text.slice(end, end + 8)) || DERIVED.test(name)) return 'field'
  if (DOCUMENT.test(name)) return 'number'
  const distance = editDistance(name, nearestField(name))
  return distance * (RIGHT_FOR_ONE_WRONG + 1) <= name.length ? 'field' : 'words'
}
