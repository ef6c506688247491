/** Figures typed by hand that a field can replace. */
import type { Report } from '../report'
import { fieldWords } from '../words/fields'
import { fieldNamed } from './fields'
import type { TextRange } from './text-range'

/** The parts of a claim that matter here. */
export interface StatedClaim extends TextRange {
  kind: string
  value: number
  approximate: boolean
  quote: string
}

/** The fields that a claim may mean; 收到 may or may not include those carried in. */
const fieldsOfKinds: Readonly<Partial<Record<string, readonly string[]>>> = {
  received: ['本年新收', '收到合计'],
  concluded: ['办结'],
  carriedIn: ['上年结转'],
  carriedOut: ['结转下年'],
  reviewCases: ['行政复议'],
  litigationCases: ['行政诉讼'],
}

/** The field whose value the claim states; null where there is none, or the claim is approximate. */
export function fieldForClaim({ kind, value, approximate }: StatedClaim, report: Report): string | null {
  if (approximate) return null
  const names = fieldsOfKinds[kind] ?? []
  return names.find((name) => fieldNamed(name)?.valueOf(report, null) === value) ?? null
}

/** A number to replace by a field. The printed text stays the same. */
export interface FieldSuggestion extends TextRange {
  field: string
  from: string
  to: string
}

const DIGITS = /[0-9０-９]+/g
const valueOf = (digits: string): number =>
  Number(digits.replace(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)))

/** Suggestions for claims whose words hold their number once, in digits. Numbers in words are left as they are. */
export function fieldSuggestions(text: string, claims: readonly StatedClaim[], report: Report): FieldSuggestion[] {
  const suggestions = claims.flatMap((claim): FieldSuggestion[] => {
    const field = fieldForClaim(claim, report)
    const words = text.slice(claim.start, claim.end)
    const numbers = [...words.matchAll(DIGITS)].filter(
      ({ 0: digits, index }) =>
        valueOf(digits) === claim.value && !/[\d.年〔]/.test(words.charAt(index + digits.length)),
    )
    const [number] = numbers
    if (field === null || numbers.length !== 1 || !number) return []
    const start = claim.start + number.index
    return [{ field, from: number[0], to: fieldWords.written(field), start, end: start + number[0].length }]
  })
  const isFirst = ({ start }: FieldSuggestion, index: number) =>
    suggestions.findIndex((one) => one.start === start) === index
  return suggestions.filter(isFirst)
}
