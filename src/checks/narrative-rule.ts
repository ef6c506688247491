import { edition2021 as form, type CellId, type NarrativeId } from '../form'
import { readNarrative, type ClaimKind, type NarrativeReading, type Said, type Statement } from '../narrative'
import { plainDigits } from '../report'
import { ruleSources, ruleWords, type RuleId } from '../words/checks'
import { narrativeMessages as words } from '../words/narrative-checks'
import { tabNames } from '../words/tabs'
import { positionOf } from './equations'
import type { Finding, FindingCell, Severity } from './finding'
import { quoterOf } from './narrative-quote'
import { withoutWider } from './narrative-scope'
import { findingOf, type Fault, type Rule } from './rule'
import type { Subject } from './subject'

/** What a section of the narrative says. */
export interface SectionReading extends NarrativeReading {
  section: NarrativeId
  text: string
}

/** A statement and the section it stands in. */
export interface Placed extends Statement {
  section: NarrativeId
}

const SECTIONS: readonly NarrativeId[] = ['overview', 'problems', 'other']

/** Kept for each subject, because several rules read the same narrative. */
const readings = new WeakMap<Subject, readonly SectionReading[]>()
const statements = new WeakMap<Subject, readonly Placed[]>()

/** The three texts of a report, twice. Most edits change a figure, and the texts are as they were when last read. */
const MOST_TEXTS = 6

const readTexts = new Map<string, NarrativeReading>()

function readingOf(text: string, year: number | null): NarrativeReading {
  const key = `${year ?? ''}|${text}`
  const known = readTexts.get(key)
  if (known) return known
  const reading = readNarrative(text, year)
  const [oldest] = readTexts.keys()
  if (oldest !== undefined && readTexts.size >= MOST_TEXTS) readTexts.delete(oldest)
  readTexts.set(key, reading)
  return reading
}

export const yearOf = ({ year }: Subject): number | null => (typeof year === 'number' ? year : null)

export function sectionReadings(subject: Subject): readonly SectionReading[] {
  const known = readings.get(subject)
  if (known) return known
  const read = SECTIONS.filter((section) => subject.narrative[section] !== '').map((section) => {
    const text = subject.narrative[section]
    const reading = readingOf(text, yearOf(subject))
    return { ...reading, section, text, statements: withoutWider(reading.statements, subject.unit) }
  })
  readings.set(subject, read)
  return read
}

export function statementsOf(subject: Subject): readonly Placed[] {
  const known = statements.get(subject)
  if (known) return known
  const placed = sectionReadings(subject).flatMap((reading) =>
    reading.statements.map((statement): Placed => ({ ...statement, section: reading.section })),
  )
  statements.set(subject, placed)
  return placed
}

/** The number of a cell; null where it is blank or unreadable, or where a person has yet to place its row. */
export function numberAt(subject: Subject, cell: CellId): number | null {
  const number = subject.numbers[positionOf(cell)] ?? NaN
  return Number.isNaN(number) || subject.open.has(cell) ? null : number
}

/** A quotation for a message: without whitespace, a long one without its middle. */
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

/** Whether the words agree with the number; an approximate one may be off by a fifth, or by its last round place. */
export function agrees({ value, approximate }: { value: number; approximate: boolean }, actual: number): boolean {
  if (!approximate) return value === actual
  let step = 1
  while (step < value && value % (step * 10) === 0) step *= 10
  return Math.abs(value - actual) <= Math.max(value * 0.2, step)
}

/** A fault in the narrative, with the words that show it. */
export interface NarrativeFault extends Omit<Fault, 'cells' | 'values'> {
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

function narrativeFinding(
  head: Required<Omit<Head, 'cells'>>,
  fault: NarrativeFault,
  quoted: (words: string) => string,
): Finding {
  const { section, said, cells = [], expected, actual, ...rest } = fault
  const quote = said.quote
  const details = {
    section,
    quote: quoted(quote),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  }
  return findingOf(head, { ...rest, cells, values: [{ raw: quote }, expected ?? null, actual ?? null], details })
}

/** A rule about the narrative. It does no work for a report without a narrative, and a blank cell gives no finding. */
export function narrativeRule(head: Head, find: (subject: Subject) => NarrativeFault[]): Rule {
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
      if (sectionReadings(subject).length === 0) return []
      const quoters = new Map(SECTIONS.map((section) => [section, quoterOf(subject.narrative[section])]))
      return find(subject).map((fault) =>
        narrativeFinding({ id, severity, source }, fault, quoters.get(fault.section) ?? String),
      )
    },
  }
}
