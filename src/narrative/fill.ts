/** Fields in a text, and the text with their values in their place. */
import { narrativeIds } from '../form'
import { plainDigits, type Report } from '../report'
import { fieldNamed, unitWords, writtenValue, type FieldDefinition, type FieldUnit } from './fields'
import type { FieldInText } from './field-in-text'
import type { TextRange } from './text-range'
import { zeroWordings } from './zero-wording'

/** 【…】 of at most 80 characters. The limit keeps reading linear in the length of the text. */
const FIELD = /【([^【】\n]{0,80})】/g
/** 【＿＿：…】, a gap to be filled in by hand. */
const GAP = /^\s*[＿_]{2,}\s*[:：]?\s*/

const LINE_BEFORE = /(?:^|\n)[^\S\n]*$/
const LINE_AFTER = /^[^\S\n]*[：:]?[^\S\n]*\n\s*\S/
/** How many characters before and after a field are searched for the ends of its line. */
const AROUND = 20

/** Whether a 【…】 is alone on its line: 【行政许可】 is then a heading and no figure. */
function isHeading(text: string, { start, end }: TextRange): boolean {
  const before = text.slice(Math.max(0, start - AROUND), start)
  return LINE_BEFORE.test(before) && LINE_AFTER.test(text.slice(end, end + AROUND))
}

const isFigure = ({ unit }: FieldDefinition): boolean => unit !== 'text' && unit !== 'year'

interface Source {
  report: Report
  lastYear: Report | null
}

function fieldInText(text: string, name: string, place: TextRange, { report, lastYear }: Source): FieldInText {
  const common = { ...place, name, unit: 'text' as const, value: null }
  if (GAP.test(name)) return { ...common, name: name.replace(GAP, ''), problem: 'gap' }
  const field = fieldNamed(name)
  if (!field) return { ...common, problem: 'unknown' }
  if (isFigure(field) && isHeading(text, place)) return { ...common, problem: 'heading' }
  const value = field.valueOf(report, lastYear)
  const named = { ...place, name: field.name, unit: field.unit }
  return typeof value === 'object' ? { ...named, value: null, problem: value.missing } : { ...named, value }
}

export function fieldsIn(text: string, report: Report, lastYear: Report | null): FieldInText[] {
  return [...text.matchAll(FIELD)].map((match) => {
    const start = match.index
    return fieldInText(text, match[1] ?? '', { start, end: start + match[0].length }, { report, lastYear })
  })
}

export const gapOf = (what: string): string => `【＿＿：${what}】`

/** A unit typed after the field. */
const TYPED_UNIT: Readonly<Record<FieldUnit, RegExp>> = {
  count: /^\s{0,4}(?:[余多]|[人条件]次|[件起项条份宗例封次个部]|%|％)/,
  amount: /^\s{0,4}(?:亿元|万元|元)/,
  percent: /^\s{0,4}(?:%|％|个?百分点)/,
  year: /^\s{0,4}年/,
  text: /^/,
}

const LONGEST_UNIT = 8

/** An amount in 万元, converted to the unit typed after it. */
function inUnit(value: number, typed: string): string {
  if (typed.endsWith('亿元')) return plainDigits(Number((value / 1e4).toFixed(10)))
  return plainDigits(typed.trim() === '元' ? Number((value * 1e4).toFixed(4)) : value)
}

function printed({ name, unit, value, end }: FieldInText, text: string): string {
  if (value === null) return gapOf(name)
  const typed = TYPED_UNIT[unit].exec(text.slice(end, end + LONGEST_UNIT))?.[0]
  if (typed === undefined) return writtenValue(value) + unitWords[unit]
  return unit === 'amount' && typeof value === 'number' ? inUnit(value, typed) : writtenValue(value)
}

/** A part of the typed text, and the part of the printed text that replaced it. */
interface Span {
  typed: TextRange
  printed: TextRange
}

export interface FilledText {
  text: string
  /** Names that no field has, as typed. */
  unknown: string[]
  spans: readonly Span[]
}

interface Replacement extends TextRange {
  to: string
}

function replaced(text: string, replacements: readonly Replacement[]): Omit<FilledText, 'unknown'> {
  const spans: Span[] = []
  let result = ''
  let done = 0
  for (const { start, end, to } of replacements) {
    result += text.slice(done, start)
    spans.push({ typed: { start, end }, printed: { start: result.length, end: result.length + to.length } })
    result += to
    done = end
  }
  return { text: result + text.slice(done), spans }
}

/** Whether a 【…】 is printed as typed. */
const isLeft = ({ problem }: FieldInText): boolean =>
  problem === 'unknown' || problem === 'gap' || problem === 'heading'

/**
 * The text as it is printed. Each field is replaced by its value and its unit; the unit is left out if one is typed
 * after the field. Some sentences get words for 0 (`zeroEdits`). A field without a value becomes a marked gap, never 0.
 * Gaps, headings and unknown names stay as typed.
 */
export function fillFields(text: string, report: Report, lastYear: Report | null): FilledText {
  if (!text.includes('【')) return { text, unknown: [], spans: [] }
  const fields = fieldsIn(text, report, lastYear)
  const zeros = zeroWordings(text, fields)
  const covered = (field: FieldInText) => zeros.some(({ start, end }) => field.start >= start && field.end <= end)
  const plain = fields
    .filter((field) => !isLeft(field) && !covered(field))
    .map((field) => ({ start: field.start, end: field.end, to: printed(field, text) }))
  const replacements = [...zeros, ...plain].sort((a, b) => a.start - b.start)
  const unknown = fields.flatMap(({ name, problem }) => (problem === 'unknown' ? [name] : []))
  return { ...replaced(text, replacements), unknown }
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
