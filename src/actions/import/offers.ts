/** What last year's report says about this year: 上年结转 and 现行有效, with where each comes from. */
import { figureOf, yearlyIdentities, type CellId, type Term } from '../../form'
import { numberOf, plainDigits, sumExactly, type Report } from '../../report'
import type { Entry, WorkbookReading } from '../../workbook'
import { importWords } from '../../words/import'

const words = importWords.offers

export interface Offer extends Entry {
  origin: string
}

const isInput = (cell: CellId): boolean => figureOf(cell).kind === 'input'

interface Known {
  /** The number of each term on the right side, in order, without its sign. */
  numbers: number[]
  terms: readonly Term[]
}

function originOf({ numbers, terms }: Known, year: string): string {
  const [first, ...others] = numbers.map(plainDigits)
  const [term] = terms
  if (others.length > 0) return words.inForceOrigin(year, first ?? '', others[0] ?? '', others[1] ?? '')
  const { rowLabel, columnLabel } = figureOf(term?.cell ?? '')
  return words.carriedInOrigin(year, rowLabel, columnLabel)
}

/** One offer for each yearly identity whose right side is known. A figure that would be below 0 is none. */
export function offersOf(last: Report, { report, places }: WorkbookReading): Offer[] {
  const year = words.year(last.year)
  return yearlyIdentities.flatMap(({ left, right }): Offer[] => {
    const cell = left[0]?.cell ?? ''
    const numbers = right.flatMap((term) => numberOf((term.lastYear ? last : report).figures[term.cell]) ?? [])
    if (numbers.length < right.length || !isInput(cell)) return []
    const given = sumExactly(numbers.map((value, index) => value * (right[index]?.sign ?? 1)))
    if (given < 0) return []
    const stands = report.figures[cell] ?? null
    return [{ what: cell, place: places.get(cell), stands, given, origin: originOf({ numbers, terms: right }, year) }]
  })
}
