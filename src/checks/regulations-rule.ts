import { edition2021 as form, figures } from '../form'
import { writtenForm } from '../report'
import { checkMessages as words, ruleSources, ruleWords } from '../words/checks'
import { positionOf } from './equations'
import { rowPlaceOf } from './place'
import { findingOf, type Rule } from './rule'

/**
 * 规章 are made by ministries and by governments down to the city; a township or a street makes none. Short names of
 * cities end like those of townships: 新乡, 萍乡, 景德镇.
 */
const TOWNSHIP = /(?:..(?:乡|苏木|街道)|(?<!景德)镇)$|(?:乡|镇|苏木|街道)(?:人民政府|政府|办事处|办)$/

const cells = figures.filter(({ table, row }) => table === 'table2' && row === 'regulations')

const head = { id: 'V.REGULATIONS', severity: 'warning', source: ruleSources.regulations } as const

/** A township that prints 规章: mostly 行政规范性文件 in the wrong row. */
export const regulationsRule: Rule = {
  ...head,
  edition: form.edition,
  why: ruleWords[head.id].why,
  cells: cells.map(({ id }) => id),
  onBlank: 'silent',
  check: ({ unit, numbers, values }) => {
    if (typeof unit !== 'string' || !TOWNSHIP.test(unit.trim())) return []
    const made = cells.filter(({ id }) => (numbers[positionOf(id)] ?? 0) > 0)
    const [first] = made
    if (!first) return []
    const written = made.map(({ id, columnLabel }) => {
      return { column: columnLabel, raw: writtenForm(values[positionOf(id)] ?? null) }
    })
    return [
      findingOf(head, {
        cells: made.map(({ id }) => ({ id, role: 'figure' })),
        values: made.map(({ id }) => values[positionOf(id)] ?? null),
        message: words.regulations(rowPlaceOf(first.id), written),
      }),
    ]
  },
}
