/** A tab that is read again after an edit gives what a first reading gives. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readWorkbook } from '../../src/workbook'
import type { ReadValue, TabKey, TabSnapshot, WorkbookReading } from '../../src/workbook'
import { sheetView } from '../../src/workbook/sheet-view'
import { runs } from '../support/runs'
import { freshSnapshot, tabOf } from './snapshot'

const snapshot = freshSnapshot()

/** As hosts read a tab for an edit: without formulas, and rows that nobody changes. */
function edited({ name, values }: TabSnapshot, changes: readonly [number, number, ReadValue][]): TabSnapshot {
  const rows = values.slice()
  for (const [row, column, value] of changes) {
    const line = (rows[row - 1] ?? []).slice()
    line[column - 1] = value
    rows[row - 1] = line
  }
  return { name, values: rows }
}

const read = (tab: TabSnapshot): WorkbookReading => readWorkbook({ tabs: [tab], names: snapshot.names })

let widths = 0

/** Nothing of another reading helps: a tab as wide as this one was not read for long. */
function readFirst({ name, values }: TabSnapshot): WorkbookReading {
  widths = (widths % 20) + 1
  const blank = Array.from({ length: widths }, () => '' as const)
  return read({ name, values: values.map((line, at) => (at === 0 ? [...line, ...blank] : line.slice())) })
}

const plain = ({ places, report, findings, tableAreas }: WorkbookReading) => ({
  places: [...places],
  figures: report.figures,
  findings,
  tableAreas: [...tableAreas],
})

describe.each<TabKey>(['table2', 'table3', 'table4'])('%s', (key) => {
  const tab = edited(tabOf(snapshot, key), [])
  const rows = tab.values.length
  const columns = Math.max(...tab.values.map((line) => line.length))
  const labels = tab.values.flat().filter((value) => typeof value === 'string' && value !== '')
  const value = fc.oneof(fc.integer({ min: 0, max: 99 }), fc.constantFrom<ReadValue>('', '若干', ...labels))
  const change = fc.tuple(fc.integer({ min: 1, max: rows }), fc.integer({ min: 1, max: columns }), value)

  it('is read after any edits as at the first time', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 3 }), { minLength: 1, maxLength: 5 }), (edits) => {
        let now = tab
        read(now)
        for (const changes of edits) {
          now = edited(now, changes)
          const again = plain(read(now))
          expect(again).toEqual(plain(readFirst(now)))
          read(now)
        }
      }),
      runs(60),
    )
  })
})

it('a tab that was renamed is looked at under its new name', () => {
  const { name, values } = tabOf(snapshot, 'table3')
  expect([name, '表三'].map((one) => sheetView({ name: one, values }).name)).toEqual([name, '表三'])
})

describe('a row of table 3 without its label', () => {
  it('is known by what stands in it, and no more once that is gone', () => {
    const tab = edited(tabOf(snapshot, 'table3'), [])
    const { row, column } = read(tab).places.get('table3.granted.naturalPerson') ?? { row: 0, column: 0 }
    const label = tab.values[row - 1]?.findIndex((value) => String(value).includes('予以公开')) ?? -1
    const filled = edited(tab, [
      [row, label + 1, ''],
      [row, column, 8],
    ])
    expect(read(filled).places.get('table3.granted.naturalPerson')).toEqual({ tab: 'table3', row, column })
    expect(read(edited(filled, [[row, column, 9]])).places.has('table3.granted.naturalPerson')).toBe(true)
    expect(read(edited(filled, [[row, column, '']])).places.has('table3.granted.naturalPerson')).toBe(false)
  })
})
