import { describe, expect, it } from '@jest/globals'
import { edition2021, figures } from '../../src/form'
import { regulations, rowSources, sectionSources, spellings } from './form-sources'
import { linesOf } from './form-tables'

const { sections, table2, table3, table4 } = edition2021

const inFull = (source: string) => (source.startsWith('第') ? `${regulations}${source}` : source)

describe('the guidance', () => {
  it.each(linesOf(rowSources))('%s rests on %s and names %s', (row, source = '', words = '') => {
    const own = figures.filter((figure) => `${figure.table}.${figure.row}` === row)
    expect(new Set(own.map((figure) => figure.source))).toEqual(new Set([inFull(source)]))
    const [note = ''] = own.map((figure) => figure.note)
    expect(words.split(', ').filter((word) => !note.includes(word))).toEqual([])
  })

  it('is there for every row', () => {
    const rows = new Set(figures.map(({ table, row }) => `${table}.${row}`))
    expect(linesOf(rowSources).map(([row]) => row)).toEqual([...rows])
  })

  it.each(linesOf(sectionSources))('section %s rests on %s and names %s', (ordinal, source = '', words = '') => {
    const section = sections.find((one) => one.ordinal === ordinal)
    expect(section?.source).toBe(inFull(source))
    expect(words.split(', ').filter((word) => !section?.note.includes(word))).toEqual([])
  })
})

describe('the spellings met in published reports', () => {
  it('stand beside the official label, and no label has others', () => {
    const labels = [
      ...table2.blocks.flatMap(({ columns, rows }) => [...columns, ...rows].map((one) => ['table2', one] as const)),
      ...table3.columns.map((one) => ['table3', one] as const),
      ...table3.intake.map((one) => ['table3', one] as const),
      ...table3.outcomes.flatMap(({ rows }) => rows).map((one) => ['table3', one] as const),
      ...[table3.concluded, table3.carriedOut].map((one) => ['table3', one] as const),
      ...[...table4.groups, ...table4.columns].map((one) => ['table4', one] as const),
    ]
    const known = labels.flatMap(([table, { label, variants }]) =>
      variants ? [[table, label, variants.join(', ')]] : [],
    )
    expect(known.sort()).toEqual(linesOf(spellings).sort())
  })
})
