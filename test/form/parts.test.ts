import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import {
  edition2021,
  figureOf,
  figures,
  identities,
  narrativeIds,
  table3Rows,
  totalIdentities,
  yearlyIdentities,
} from '../../src/form'
import { linesOf, sections, table2, table3, table3Columns, table4Columns, table4Groups } from './form-tables'

const rows3 = linesOf(table3).flatMap(([row = '', label = '']) => (row === '' ? [] : [[row, label]]))

describe('the parts of the form', () => {
  it('are three texts, in the order of the sections', () => {
    expect(narrativeIds).toEqual(['overview', 'problems', 'other'])
  })

  it('are 25 rows of table 3 that hold figures, from top to bottom', () => {
    expect(table3Rows.map(({ id, label }) => [id, label])).toEqual(rows3)
  })

  it('each figure says its table, row and column, as its id does', () => {
    const ids = figures.map(({ table, row, column }) => `${table}.${row}.${column}`)
    expect(ids).toEqual(figures.map(({ id }) => id))
  })

  it('have the edition in the message about an id that none has', () => {
    expect(() => figureOf('table9.x.y')).toThrow(new RangeError('no figure table9.x.y in edition 2021'))
    expect(edition2021.edition).toBe('2021')
  })
})

describe('the id of an identity', () => {
  const columns = linesOf(table3Columns).map(([id]) => id)
  it('is its family and the row, column or group that it holds for', () => {
    const ids = [...identities, ...yearlyIdentities].map(({ id, family }) => [family, id])
    const expected = [
      ...rows3.map(([row]) => ['T3.ROW', `T3.ROW:${row}`]),
      ...columns.map((column) => ['T3.CONCLUDED', `T3.CONCLUDED:${column}`]),
      ...columns.map((column) => ['T3.BALANCE', `T3.BALANCE:${column}`]),
      ...linesOf(table4Groups).map(([group]) => ['T4.TOTAL', `T4.TOTAL:${group}`]),
      ...columns.map((column) => ['Y.CARRY', `Y.CARRY:${column}`]),
      ...['regulations', 'normativeDocuments'].map((row) => ['Y.INFORCE', `Y.INFORCE:${row}`]),
    ]
    expect(ids).toEqual(expected)
  })

  it('names what defines a total: the columns of outcomes but the grand total, then rows, then groups', () => {
    expect(totalIdentities.map(({ id }) => id)).toEqual([
      ...columns.slice(0, -1).map((column) => `T3.CONCLUDED:${column}`),
      ...rows3.map(([row]) => `T3.ROW:${row}`),
      ...linesOf(table4Groups).map(([group]) => `T4.TOTAL:${group}`),
    ])
  })
})

/** Beside a checkout for development; a clone has the transcription in form-tables.ts alone. */
const AUTHORITY = '../shared/form.md'
const ifThere = existsSync(AUTHORITY) ? describe : describe.skip

ifThere('the tables transcribed from form.md', () => {
  const text = existsSync(AUTHORITY) ? readFileSync(AUTHORITY, 'utf8') : ''
  const transcribed = [table2, table3, table3Columns, table4Groups, table4Columns, sections].flatMap(linesOf).flat()
  const cells = [...new Set(transcribed.flatMap((cell) => cell.split(', ')).flatMap((cell) => cell.split(' ')))]

  it.each(cells.filter((cell) => cell !== '' && !/^(overview|problems|other|table\d)$/.test(cell)))(
    'have %s',
    (cell) => {
      expect(text).toContain(cell)
    },
  )
})
