import { edition2021 as form, type CellId, type NarrativeId } from '../form'
import { readNarrative, type ClaimKind, type Reading, type Said, type Statement } from '../narrative'
import { plainDigits } from '../report'
import { ruleSources, ruleWords, type RuleId } from '../words/checks'
import { narrativeMessages as words } from '../words/narrative-checks'
import { tabNames } from '../words/tabs'
import { positionOf } from './equations'
import type { Finding, FindingCell, Severity } from './finding'
import { quoterOf } from './narrative-quote'
import { findingOf, type Found, type Rule } from './rule'
import type { Subject } from './subject'

/** What a section of the narrative says. */
export interface SectionReading extends Reading {
  section: NarrativeId
  text: string
}

/** A statement and the section it stands in. */
export interface Placed extends Statement {
  section: NarrativeId
}

const SECTIONS: readonly NarrativeId[] = ['overview', 'problems', 'other']

/** Several rules read the same narrative. */
const readings = new WeakMap<Subject, readonly SectionReading[]>()
const statements = new WeakMap<Subject, readonly Placed[]>()

export const yearOf = ({ year }: Subject): number | null => (typeof year === 'number' ? year : null)

export function readingsOf(subject: Subject): readonly SectionReading[] {
  const known = readings.get(subject)
  if (known) return known
  const read = SECTIONS.filter((section) => subject.narrative[section] !== '').map((section) => {
    const text = subject.narrative[section]
    return { section, text, ...readNarrative(text, yearOf(subject)) }
  })
  readings.set(subject, read)
  return read
}

export function statementsOf(subject: Subject): readonly Placed[] {
  const known = statements.get(subject)
  if (known) return known
  const placed = readingsOf(subject).flatMap((reading) =>
    reading.statements.map((statement): Placed => ({ ...statement, section: reading.section })),
  )
  statements.set(subject, placed)
  return placed
}

/** The number of a cell; null where it is blank, unreadable, or a person has yet to place its row. */
export function numberAt(subject: Subject, cell: CellId): number | null {
  const number = subject.numbers[positionOf(cell)] ?? NaN
  return Number.isNaN(number) || subject.open.has(cell) ? null : number
}

/** A quotation for a message: the words on one line, the middle of long ones left out. */
export function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, '')
  return line.length > 60 ? `${line.slice(0, 36)}…${line.slice(-20)}` : line
}

export const saidIn = (section: NarrativeId, quote: string): string => words.said(tabNames[section], shortened(quote))

export function claimText({
  kind,
  value,
  approximate,
}: {
  kind: ClaimKind
  value: number
  approximate: boolean
}): string {
  return words.claim(words.kinds[kind], value, approximate, words.units[kind] ?? '件')
}

export const digits = (value: number): string => plainDigits(value)

/** A round number written for one nearby: 70余条 for 76. */
export function agrees({ value, approximate }: { value: number; approximate: boolean }, actual: number): boolean {
  if (!approximate) return value === actual
  let step = 1
  while (step < value && value % (step * 10) === 0) step *= 10
  return Math.abs(value - actual) <= Math.max(value * 0.2, step)
}

/** What a narrative rule found, with the words it rests on. */
export interface NarrativeFound extends Omit<Found, 'cells' | 'values'> {
  section: NarrativeId
  said: Pick<Said, 'quote'>
  cells?: FindingCell[]
  expected?: number
  actual?: number
}

interface Head {
  id: RuleId
  severity: Severity
  source?: string
  /** The figures the rule reads. */
  cells?: readonly CellId[]
}

function foundOf(
  head: Required<Omit<Head, 'cells'>>,
  found: NarrativeFound,
  quoted: (words: string) => string,
): Finding {
  const { section, said, cells = [], expected, actual, ...rest } = found
  const quote = said.quote
  const details = {
    section,
    quote: quoted(quote),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  }
  return findingOf(head, { ...rest, cells, values: [{ raw: quote }, expected ?? null, actual ?? null], details })
}

/** A rule about the narrative. A report without one costs nothing, and a blank cell says nothing. */
export function narrativeRule(head: Head, find: (subject: Subject) => NarrativeFound[]): Rule {
  const { id, severity, source = ruleSources.contents, cells = [] } = head
  return {
    id,
    severity,
    source,
    cells,
    edition: form.edition,
    why: ruleWords[id].why,
    onBlank: 'silent',
    check: (subject) => {
      if (readingsOf(subject).length === 0) return []
      const quoters = new Map(SECTIONS.map((section) => [section, quoterOf(subject.narrative[section])]))
      return find(subject).map((found) =>
        foundOf({ id, severity, source }, found, quoters.get(found.section) ?? String),
      )
    },
  }
}
