/** What is written in a figure's cell without being a number, and what it may say. */
import { numberInWords, plainDigits, saysSomeNumber, writtenForm } from '../../report'
import { repairLabels } from '../../words/checks'
import { positionOf } from '../equations'
import type { Finding, Repair } from '../finding'
import { placeOf, rowPlaceOf } from '../place'
import type { Subject } from '../subject'

/** For 一二 or 十二件: the number that the characters say. A person has to look whether it is meant. */
export function readingRepairs({ values }: Subject, findings: readonly Finding[]): Repair[] {
  const unreadable = findings.filter(({ rule }) => rule === 'V.UNREADABLE')
  return unreadable.flatMap(({ cells, fingerprint }): Repair[] => {
    const changes = cells.flatMap(({ id }) => {
      const from = values[positionOf(id)] ?? null
      const to = numberInWords(writtenForm(from))
      return to === null ? [] : [{ cell: id, from, to }]
    })
    const [first, second] = changes
    if (!first) return []
    const place = second ? rowPlaceOf(first.cell) : placeOf(first.cell)
    const told = changes.map(({ from, to }) => ({ raw: writtenForm(from), number: plainDigits(to) }))
    return [{ kind: 'ask', label: repairLabels.reading(place, told), changes, resolves: [fingerprint] }]
  })
}

/** Whether the number would make nothing of a text that says some number. */
export const isMadeNothing = ({ values }: Subject, position: number, to: number): boolean =>
  to === 0 && saysSomeNumber(writtenForm(values[position]))
