/** Fields in a text, and the text with their values in their place. */
import { narrativeIds } from '../form'
import { plainDigits, type Report } from '../report'
import { fieldNamed, unitWords, writtenValue, type FieldDefinition, type FieldUnit } from './fields'
import type { FoundField } from './found-field'
import type { TextRange } from './text-range'
import { zeroEdits } from './zero-wording'

/** 【…】 without what no name holds; written over and over it is still read once. */
const FIELD = /【([^【】\n]{0,80})】/g
/** 【＿＿：…】, to be filled in by hand. */
const GAP = /^\s*[＿_]{2,}\s*[:：]?\s*/

const LINE_BEFORE = /(?:^|\n)[^\S\n]*$/
const LINE_AFTER = /^[^\S\n]*[：:]?[^\S\n]*\n\s*\S/
/** Wider blanks around a heading are none that anybody types. */
const AROUND = 20

/** A line of its own over another one: 【行政许可】 says what follows, and no figure. */
function isHeading(text: string, { start, end }: TextRange): boolean {
  const before = text.slice(Math.max(0, start - AROUND), start)
  return LINE_BEFORE.test(before) && LINE_AFTER.test(text.slice(end, end + AROUND))
}

const isFigure = ({ unit }: FieldDefinition): boolean => unit !== 'text' && unit !== 'year'

interface Source {
  report: Report
  lastYear: Report | null
}

function foundField(text: string, name: string, place: TextRange, { report, lastYear }: Source): FoundField {
  const found = { ...place, name, unit: 'text' as const, value: null }
  if (GAP.test(name)) return { ...found, name: name.replace(GAP, ''), problem: 'gap' }
  const field = fieldNamed(name)
  if (!field) return { ...found, problem: 'unknown' }
  if (isFigure(field) && isHeading(text, place)) return { ...found, problem: 'heading' }
  const value = field.valueOf(report, lastYear)
  const named = { ...place, name: field.name, unit: field.unit }
  return typeof value === 'object' ? { ...named, value: null, problem: value.missing } : { ...named, value }
}

export function fieldsIn(text: string, report: Report, lastYear: Report | null): FoundField[] {
  return [...text.matchAll(FIELD)].map((match) => {
    const start = match.index
    return foundField(text, match[1] ?? '', { start, end: start + match[0].length }, { report, lastYear })
  })
}

export const gapOf = (what: string): string => `【＿＿：${what}】`

/** A unit that the writer has typed behind the field. */
const TYPED_UNIT: Readonly<Record<FieldUnit, RegExp>> = {
  count: /^\s{0,4}(?:[余多]|[人条件]次|[件起项条份宗例封次个部]|%|％)/,
  amount: /^\s{0,4}(?:亿元|万元|元)/,
  percent: /^\s{0,4}(?:%|％|个?百分点)/,
  year: /^\s{0,4}年/,
  text: /^/,
}

const LONGEST_UNIT = 8

/** 万元 in the unit that is typed behind it. */
function inUnit(value: number, typed: string): string {
  if (typed.endsWith('亿元')) return plainDigits(Number((value / 1e4).toFixed(10)))
  return plainDigits(typed.trim() === '元' ? Number((value * 1e4).toFixed(4)) : value)
}

function printed({ name, unit, value, end }: FoundField, text: string): string {
  if (value === null) return gapOf(name)
  const typed = TYPED_UNIT[unit].exec(text.slice(end, end + LONGEST_UNIT))?.[0]
  if (typed === undefined) return writtenValue(value) + unitWords[unit]
  return unit === 'amount' && typeof value === 'number' ? inUnit(value, typed) : writtenValue(value)
}

/** A part of the typed text and where that which replaced it stands in the printed one. */
interface Span {
  typed: TextRange
  printed: TextRange
}

export interface FilledText {
  text: string
  /** Names that are no field, as typed. */
  unknown: string[]
  spans: readonly Span[]
}

interface Edit extends TextRange {
  to: string
}

function edited(text: string, edits: readonly Edit[]): Omit<FilledText, 'unknown'> {
  const spans: Span[] = []
  let result = ''
  let done = 0
  for (const { start, end, to } of edits) {
    result += text.slice(done, start)
    spans.push({ typed: { start, end }, printed: { start: result.length, end: result.length + to.length } })
    result += to
    done = end
  }
  return { text: result + text.slice(done), spans }
}

/** What stays as it is typed. */
const isLeft = ({ problem }: FoundField): boolean => problem === 'unknown' || problem === 'gap' || problem === 'heading'

/**
 * The text as it is printed: each field replaced by its value with its unit, unless the writer typed one behind it;
 * where the sentence asks for it, 0 in words (`zeroEdits`). A field without a value becomes a marked gap, never 0; gaps,
 * headings and unknown names stay as they are.
 */
export function fillFields(text: string, report: Report, lastYear: Report | null): FilledText {
  if (!text.includes('【')) return { text, unknown: [], spans: [] }
  const fields = fieldsIn(text, report, lastYear)
  const zeros = zeroEdits(text, fields)
  const covered = (field: FoundField) => zeros.some(({ start, end }) => field.start >= start && field.end <= end)
  const plain = fields
    .filter((field) => !isLeft(field) && !covered(field))
    .map((field) => ({ start: field.start, end: field.end, to: printed(field, text) }))
  const edits = [...zeros, ...plain].sort((a, b) => a.start - b.start)
  const unknown = fields.flatMap(({ name, problem }) => (problem === 'unknown' ? [name] : []))
  return { ...edited(text, edits), unknown }
}

/** The typed words that a part of the printed text comes from. */
export function typedRange({ spans }: FilledText, { start, end }: TextRange): TextRange {
  const before = (position: number) => spans.filter(({ printed }) => printed.end <= position).pop()
  const shifted = (position: number) => {
    const last = before(position)
    return last ? position - last.printed.end + last.typed.end : position
  }
  const inside = (position: number) => spans.find(({ printed }) => printed.start < position && position < printed.end)
  const first = spans.find(({ printed }) => printed.start <= start && start < printed.end)
  return { start: first ? first.typed.start : shifted(start), end: inside(end)?.typed.end ?? shifted(end) }
}

/** The report as it is printed: its narrative with the fields filled in. */
export function filledReport(report: Report, lastYear: Report | null): Report {
  const { narrative } = report
  if (!narrativeIds.some((id) => narrative[id].includes('【'))) return report
  const filled = narrativeIds.map((id) => [id, fillFields(narrative[id], report, lastYear).text] as const)
  return { ...report, narrative: { ...narrative, ...Object.fromEntries(filled) } }
}
