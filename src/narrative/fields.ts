/** The fields of a report with their values. */
import type { CellId, Figure } from '../form'
import { numberOf, plainDigits, sumExactly, type Report } from '../report'
import { fieldWords as words } from '../words/fields'
import { once } from './once'
import { quantities, SEPARATOR, shares, withoutThisYear, type Quantity, type Share } from './field-list'

/** The unit of a field's value; `year` and `text` are printed without one. */
export type FieldUnit = Figure['unit'] | 'percent' | 'year' | 'text'

/** Why a field has no value. */
export type Missing = 'figure' | 'lastYear' | 'zeroBase' | 'unit' | 'year'

/** A value, or why there is none. A number is exact; a text is as printed, without its unit. */
type FieldValue = number | string | { missing: Missing }

export interface FieldDefinition {
  name: string
  aliases: readonly string[]
  group: string
  unit: FieldUnit
  valueOf(report: Report, lastYear: Report | null): FieldValue
}

/** The exact sum of figures; null where one of them has no number. */
function sumOf(report: Report, cells: readonly CellId[]): number | null {
  const numbers = cells.flatMap((cell) => numberOf(report.figures[cell]) ?? [])
  return numbers.length === cells.length && numbers.every(Number.isFinite) ? sumExactly(numbers) : null
}

/** A percentage with one decimal, or as many more as keep it from showing as 0. */
function percentOf(part: number, whole: number): string {
  const ratio = (100 * part) / whole
  const places = [1, 2, 3, 4].find((digits) => Number(ratio.toFixed(digits)) !== 0) ?? 1
  return plainDigits(Number(ratio.toFixed(places)))
}

/** 增长12.5%, 下降…, 持平; where last year's figure is 0, by how many. */
function changeOf(now: number, before: number, unit: string): string {
  const difference = sumExactly([now, -before])
  if (difference === 0) return words.level
  const isMore = difference > 0
  const size = Math.abs(difference)
  if (before <= 0) return (isMore ? words.more : words.fewer) + plainDigits(size) + unit
  return `${isMore ? words.grown : words.fallen}${percentOf(size, before)}%`
}

export const unitWords: Readonly<Record<FieldUnit, string>> = {
  count: '件',
  amount: '万元',
  percent: '%',
  year: '年',
  text: '',
}

const figureField = ({ name, aliases, group, unit, cells }: Quantity): FieldDefinition => ({
  name,
  aliases,
  group,
  unit,
  valueOf: (report) => sumOf(report, cells) ?? { missing: 'figure' },
})

function yearlyFields({ name, aliases, unit, cells }: Quantity): FieldDefinition[] {
  const named = (prefix: string) => ({
    name: prefix + withoutThisYear(name),
    aliases: [name, ...aliases].map((own) => prefix + own),
  })
  return [
    {
      ...named(words.lastYear),
      group: words.lastYearGroup,
      unit,
      valueOf: (_, lastYear) => (lastYear && sumOf(lastYear, cells)) ?? { missing: 'lastYear' },
    },
    {
      ...named(words.change),
      group: words.changeGroup,
      unit: 'text',
      valueOf: (report, lastYear) => {
        const [now, before] = [sumOf(report, cells), lastYear && sumOf(lastYear, cells)]
        if (now === null) return { missing: 'figure' }
        return before === null ? { missing: 'lastYear' } : changeOf(now, before, unitWords[unit])
      },
    },
  ]
}

const shareField = ({ name, cells, of }: Share): FieldDefinition => ({
  name,
  aliases: [],
  group: words.shareGroup,
  unit: 'percent',
  valueOf: (report) => {
    const [part, whole] = [sumOf(report, cells), sumOf(report, of)]
    if (part === null || whole === null) return { missing: 'figure' }
    return whole > 0 ? percentOf(part, whole) : { missing: 'zeroBase' }
  },
})

const yearField = (name: string, aliases: readonly string[], offset: number): FieldDefinition => ({
  name,
  aliases,
  group: words.reportGroup,
  unit: 'year',
  valueOf: ({ year }) => (year === null ? { missing: 'year' } : String(year + offset)),
})

const reportFields = (): FieldDefinition[] => [
  {
    name: words.unit,
    aliases: ['单位名称', '本单位'],
    group: words.reportGroup,
    unit: 'text',
    valueOf: ({ unit }) => unit.trim() || { missing: 'unit' },
  },
  yearField(words.year, ['本年度'], 0),
  yearField(words.yearBefore, [], -1),
  yearField(words.yearAfter, [], 1),
]

/** Whether fields for last year and the change exist. 上年结转 gets none: 上年上年结转 is of no use. */
const hasYearly = ({ isTotal, name }: Quantity): boolean => isTotal && !name.startsWith(words.lastYear)

export const fieldDefinitions = once((): readonly FieldDefinition[] => [
  ...reportFields(),
  ...quantities().map(figureField),
  ...shares().map(shareField),
  ...quantities().filter(hasYearly).flatMap(yearlyFields),
])

/** A name for comparison: the marks between and around its parts do not matter. */
const plainName = (name: string): string =>
  name
    .replace(/[\s“”"'‘’「」]|政府信息公开申请数量/g, '')
    .replace(/[•・‧.．:：/／—－-]+/g, SEPARATOR)
    .replace(/^(?:[（(][一二三四五六七][）)]|[一二三四]、|\d·)/, '')

const byName = once((): ReadonlyMap<string, FieldDefinition> => {
  const pairs = (names: (field: FieldDefinition) => readonly string[]) =>
    fieldDefinitions().flatMap((field) => names(field).map((name) => [plainName(name), field] as const))
  return new Map([...pairs(({ aliases }) => aliases), ...pairs(({ name }) => [name])])
})

/** The field of a name or one of its other names; undefined for an unknown one. */
export function fieldNamed(name: string): FieldDefinition | undefined {
  return byName().get(plainName(name))
}

export const isField = (name: string): boolean => fieldNamed(name) !== undefined

/** A field as it is listed beside the text. */
export interface FieldListing {
  name: string
  /** As it would be filled in, without its unit; null where there is no value. */
  value: string | null
  /** 件, 万元, %, 年, or nothing. */
  unit: string
  group: string
}

export const writtenValue = (value: number | string): string => (typeof value === 'number' ? plainDigits(value) : value)

/** Every field with its current value, in the order of the form. */
export function fieldsOf(report: Report, lastYear: Report | null): FieldListing[] {
  return fieldDefinitions().map(({ name, group, unit, valueOf }) => {
    const value = valueOf(report, lastYear)
    const text = typeof value === 'object' ? null : writtenValue(value)
    return { name, value: text, unit: unitWords[unit], group }
  })
}
