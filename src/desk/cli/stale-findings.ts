import { fileFinding } from '../../intake'
import type { Finding } from '../../checks'
import { a1 } from '../../workbook'
import { xlsxResultWords as words } from '../../words/xlsx'
import { displayValue } from '../book'
import type { StaleResult } from '../book'

/** `READ.RESULT`: results that the file has and its formulas do not give. */
export function staleFindings(stale: readonly StaleResult[]): Finding[] {
  const [first] = stale
  if (!first) return []
  const { tab, kept, computed } = first
  const place = words.cellOf(tab, a1(first))
  const message = words.stale(place, displayValue(kept), displayValue(computed), stale.length)
  const rests = stale.map((one) => `${one.tab}!${a1(one)}`)
  return [fileFinding('READ.RESULT', 'warning', { message, rests })]
}
