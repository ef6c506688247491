import type { Finding } from '../../checks'
import { intakeWords as words } from '../../words/intake'
import type { Block } from '../blocks'
import { sourceFinding } from '../findings'
import type { Outline } from '../sections'
import { titlesAmong, titlesInFront, type TitleCandidate, type TitlePlace } from './title-lines'
import { readTitle } from './title-text'
import { decided, isSameOffice, Votes, type Choice, type Voice } from './votes'
import { yearVoices, type YearVoices } from './years'

/** What a source says of itself beside its lines. */
export interface SourceHead {
  titles: readonly string[]
  published: string | undefined
}

/** Unit and year by all that speaks for them: the unit is empty and the year null where nothing decides. */
export interface ReportTitle {
  unit: string
  year: number | null
  quote: string
  findings: Finding[]
}

const WEIGHT: Readonly<Record<TitlePlace, number>> = { heading: 4, head: 3, label: 3, near: 3, line: 2, list: 1 }
const VOICE: Readonly<Record<TitlePlace, Voice>> = {
  heading: 'heading',
  head: 'head',
  label: 'label',
  near: 'lines',
  line: 'lines',
  list: 'lines',
}
const OF_YEAR: Readonly<Record<Exclude<keyof YearVoices, 'isOnce'>, number>> = {
  narrative: 3,
  period: 2,
  tables: 2,
  published: 1,
}
/** A year that no title names is taken from the text if so much speaks for it. */
const ENOUGH_WITHOUT_TITLE = 5
/** A rival is only a hint where so many times its weight speaks for what was chosen. */
const CLEARLY = 2
const MENTIONED = 1

interface Source {
  blocks: readonly Block[]
  outline: Outline
  head: SourceHead
  /** The year of the part that was chosen where a source compares years. */
  chosenYear: number | null
}

/** More different titles than these are an index of reports, of which the heaviest and last count. */
const MOST_TITLES = 60

/** Each title once for each place; the heaviest where there are very many. */
function heaviest(titles: readonly TitleCandidate[]): TitleCandidate[] {
  const distinct = [
    ...new Map(titles.map((title) => [[title.from, title.unit, title.year].join('\n'), title])).values(),
  ]
  if (distinct.length <= MOST_TITLES) return distinct
  return distinct
    .reverse()
    .sort((a, b) => WEIGHT[b.from] - WEIGHT[a.from])
    .slice(0, MOST_TITLES)
}

function candidatesOf({ blocks, outline, head }: Source): { titles: TitleCandidate[]; others: string[] } {
  const { titles, others } = titlesInFront(outline.front)
  const inFront = new Set(outline.front)
  const headings = titlesAmong(
    blocks.filter((block) => block.kind === 'heading' && !inFront.has(block)),
    'heading',
  )
  const named = head.titles.flatMap((text): TitleCandidate[] => {
    const title = readTitle(text)
    return title ? [{ ...title, from: 'head' }] : []
  })
  const all = heaviest([...named, ...titles, ...headings])
  const isSilent = all.every(({ unit, year }) => unit === '' && year === null)
  return { titles: isSilent ? heaviest([...all, ...titlesAmong(blocks, 'line')]) : all, others }
}

const voicesOf = ({ voices }: Choice<unknown>): string[] => [...voices.keys()].map((voice) => words.titleVoices[voice])

function yearFindings(choice: Choice<number> | undefined, all: readonly Choice<number>[]): Finding[] {
  const told = (value: Choice<number>) => words.titleYear(value.value, voicesOf(value), value.quote)
  const rests = ['year', ...all.map(({ value }) => String(value))]
  if (!choice) {
    const tied = all.filter(({ weight }) => weight === all[0]?.weight)
    return [sourceFinding('READ.TITLE', 'warning', { message: words.yearOpen(tied.map(told)), rests })]
  }
  const rivals = all.filter((other) => other !== choice && !(other.voices.size === 1 && other.voices.has('published')))
  const [heaviest] = rivals
  if (!heaviest) return []
  const severity = choice.weight >= CLEARLY * heaviest.weight ? 'info' : 'warning'
  const message = words.yearRivals(told(choice), rivals.map(told))
  return [sourceFinding('READ.TITLE', severity, { message, rests, ...(heaviest.quote && { quote: heaviest.quote }) })]
}

function decideYear(
  titles: readonly TitleCandidate[],
  voices: YearVoices,
): { year: number | null; findings: Finding[] } {
  const votes = new Votes<number>()
  for (const { year, from, quote } of titles) if (year !== null) votes.add(year, VOICE[from], WEIGHT[from], quote)
  const isNamed = votes.ranked().length > 0
  for (const voice of ['narrative', 'period', 'tables', 'published'] as const) {
    const year = voices[voice]
    if (year !== null) votes.add(year, voice, OF_YEAR[voice] - (voice === 'narrative' && voices.isOnce ? 1 : 0))
  }
  const all = votes.ranked()
  const choice = decided(all)
  if (isNamed) return { year: choice?.value ?? null, findings: yearFindings(choice, all) }
  if (!choice || choice.weight < ENOUGH_WITHOUT_TITLE) return { year: null, findings: [] }
  const message = words.yearByText(choice.value, voicesOf(choice))
  const finding = sourceFinding('READ.TITLE', 'info', { message, rests: ['text', String(choice.value)] })
  return { year: choice.value, findings: [finding, ...yearFindings(choice, all)] }
}

/** The names of one office put together under the fullest of them. */
function unitVotes(titles: readonly TitleCandidate[]): Votes<string> {
  const names = [...new Set(titles.map(({ unit }) => unit))].sort((a, b) => b.length - a.length)
  const fullest = (unit: string) => names.find((name) => isSameOffice(name, unit)) ?? unit
  const votes = new Votes<string>()
  for (const { unit, from, quote } of titles) votes.add(fullest(unit), VOICE[from], WEIGHT[from], quote)
  return votes
}

function decideUnit(
  titles: readonly TitleCandidate[],
  year: number | null,
  body: () => string,
): { unit: string; findings: Finding[] } {
  const named = titles.filter(({ unit }) => unit !== '')
  const ofYear = named.filter((title) => title.year === null || year === null || title.year === year)
  const votes = unitVotes(ofYear.length > 0 ? ofYear : named)
  const names = votes.ranked().map(({ value }) => value)
  if (names.length > 1) {
    const whole = body().replace(/[ \u3000]+/g, '')
    for (const name of names) if (whole.includes(name)) votes.add(name, 'narrative', MENTIONED)
  }
  const all = votes.ranked()
  const choice = decided(all)
  const others = [...new Set(named.map(({ unit }) => unit))].filter(
    (unit) => !names.some((name) => isSameOffice(name, unit)),
  )
  const told = (value: Choice<string>) => words.titleUnit(value.value, voicesOf(value))
  const rests = ['unit', ...all.map(({ value }) => value), ...others]
  const rivals = [
    ...all.filter((other) => other !== choice).map(told),
    ...others.map((unit) => words.titleUnit(unit, [])),
  ]
  if (!choice && all.length > 0) {
    return {
      unit: '',
      findings: [sourceFinding('READ.TITLE', 'warning', { message: words.unitOpen(all.map(told)), rests })],
    }
  }
  if (!choice || rivals.length === 0) return { unit: choice?.value ?? '', findings: [] }
  const isClear = choice.weight >= CLEARLY * (all[1]?.weight ?? 0)
  const message = words.unitRivals(told(choice), rivals)
  return {
    unit: choice.value,
    findings: [sourceFinding('READ.TITLE', isClear ? 'info' : 'warning', { message, rests })],
  }
}

/** `READ.TITLE`: what no title says. */
function missing(titles: readonly TitleCandidate[], unit: string, year: number | null, isTold: boolean): Finding[] {
  const quote = titles[0]?.quote ?? ''
  const find = (message: string, what: string) =>
    sourceFinding('READ.TITLE', 'info', { message, rests: [what, quote], ...(quote && { quote }) })
  if (titles.length === 0)
    return year === null ? [find(words.noUnitAndYear, 'title')] : [find(words.noTitleUnit, 'title')]
  const isUnitSaid = titles.some((title) => title.unit !== '')
  const isYearSaid = titles.some((title) => title.year !== null)
  return [
    ...(unit === '' && !isUnitSaid ? [find(words.noUnit(quote), 'unit')] : []),
    ...(year === null && !isYearSaid && !isTold ? [find(words.noYear(quote), 'year')] : []),
  ]
}

const bestQuote = (titles: readonly TitleCandidate[], unit: string, year: number | null): string =>
  titles.find((title) => title.from !== 'head' && title.year === year && isSameOffice(title.unit, unit))?.quote ??
  titles.find((title) => title.from !== 'head')?.quote ??
  ''

/**
 * Unit and year of a report by the evidence of its titles, its head, its text and its tables. What agrees decides; a
 * rival is told, and where two are equal nothing is chosen. `isFound` is false where nothing is like a title.
 */
export function findTitle(source: Source): ReportTitle & { isFound: boolean } {
  const { titles, others } = candidatesOf(source)
  const voices = yearVoices(source.outline, others, source.head.published)
  const decision = source.chosenYear === null ? decideYear(titles, voices) : { year: source.chosenYear, findings: [] }
  const { year } = decision
  const body = () =>
    [...others, ...source.outline.sections.flatMap(({ blocks }) => blocks.map((block) => block.text))].join('\n')
  const { unit, findings } = decideUnit(titles, year, body)
  return {
    unit,
    year,
    quote: bestQuote(titles, unit, year),
    findings: [...missing(titles, unit, year, decision.findings.length > 0), ...decision.findings, ...findings],
    isFound: titles.length > 0,
  }
}
