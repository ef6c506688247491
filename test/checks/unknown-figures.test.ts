/** Repairs where a sheet's totals have passed over a figure that is no number. */
import { describe, expect, it } from '@jest/globals'
import { applyRepair, check } from '../../src/checks'
import { totalIdentities, type CellId } from '../../src/form'
import { readFigure, withFigures, type CellValue, type Report } from '../../src/report'
import { withoutWords } from './clean'

/** The totals as a sheet computes them: its SUM passes over what is no number. */
function computed(report: Report): Report {
  const sums: Record<CellId, number> = {}
  for (const { left, right } of totalIdentities) {
    const counted = left.map(({ cell }) => sums[cell] ?? report.figures[cell])
    const sum = counted.reduce<number>((before, value) => before + (typeof value === 'number' ? value : 0), 0)
    if (right[0]) sums[right[0].cell] = sum
  }
  return withFigures(report, sums)
}

const written = (changes: Readonly<Record<CellId, CellValue | string>>): Report =>
  computed(
    withoutWords.changed(
      Object.fromEntries(
        Object.entries(changes).map(([cell, value]) => [cell, typeof value === 'string' ? readFigure(value) : value]),
      ),
    ),
  )

const cell = (row: string, column = 'naturalPerson'): CellId => `table3.${row}.${column}`
const partly = cell('partlyGranted')

/** Each repair as its changes of figures that are no totals; totals follow. */
function changesFor(report: Report): string[] {
  const totals = new Set(totalIdentities.map(({ right }) => right[0]?.cell))
  const shown = (value: CellValue) => (typeof value === 'object' ? JSON.stringify(value?.value ?? null) : String(value))
  return check(report).repairs.map(({ changes }) =>
    changes
      .filter(({ cell: id }) => !totals.has(id))
      .map(({ cell: id, to }) => `${id} ${shown(to)}`)
      .join(', '),
  )
}

describe('a number written as text', () => {
  it.each([
    ['of 7 as in the original', { [partly]: '7件' }, [`${partly} 7`, `${partly} 7`]],
    ['with an annotation, which stays', { [partly]: '7（其中2件）' }, ['', `${partly} 7`]],
    [
      'in two columns',
      { [partly]: '7件', [cell('granted', 'enterprise')]: '2件', [cell('received', 'enterprise')]: 2 },
      [`${cell('granted', 'enterprise')} 2`, `${partly} 7`, `${cell('granted', 'enterprise')} 2, ${partly} 7`],
    ],
  ])('%s', (_, changes, repairs) => {
    const report = written(changes)
    expect([...new Set(changesFor(report))].sort()).toEqual([...new Set(repairs)].sort())
  })

  it('that is itself wrong: no repair leaves it as it is and makes up for it elsewhere', () => {
    const changes = changesFor(written({ [partly]: '4件' }))
    expect(changes).toContain(`${partly} 7`)
    expect(changes.filter((one) => !one.includes(`${partly} `))).toEqual([])
  })

  it('is counted by one repair, after which nothing is wrong', () => {
    const report = written({ [partly]: '7件' })
    const repair = check(report).repairs.find(({ kind }) => kind === 'ask')
    expect(repair && check(applyRepair(report, repair)).findings).toEqual([])
  })

  it('hides no slip of another table', () => {
    const report = withFigures(written({ [partly]: '7件' }), { 'table4.review.total': 3 })
    expect(
      check(report).repairs.filter(({ changes }) => changes.every(({ cell: id }) => id.startsWith('table4'))),
    ).not.toEqual([])
  })
})

describe('a figure that nobody knows', () => {
  it.each([
    [
      '若干, an outcome: its column is off by what is missing, which no other figure has to make up',
      { [partly]: '若干' },
      [],
    ],
    ['blank: to be 0 only where a person confirms it', { [partly]: null }, [`${partly} 0`]],
    ['若干, where a balance tells it', { [cell('received')]: '若干' }, [`${cell('received')} 8`]],
    ['若干 in table 4, whose total says nothing of it', { 'table4.review.upheld': '若干' }, []],
    [
      '/: it does not apply, so the totals are right',
      { [cell('granted', 'enterprise')]: '/' },
      [`${cell('granted', 'enterprise')} 0`],
    ],
  ])('%s', (_, changes, repairs) => {
    expect(changesFor(written(changes))).toEqual(repairs)
  })

  it('does not hide what is wrong in another column', () => {
    const other = cell('received', 'enterprise')
    const labels = changesFor(written({ [partly]: '若干', [other]: 3 }))
    expect(labels[0]).toBe(`${other} 0`)
    expect(labels.every((label) => label.includes('enterprise'))).toBe(true)
  })

  it('is known again where the total was typed with it', () => {
    const report = withFigures(written({ [partly]: '若干' }), {
      [cell('partlyGranted', 'total')]: 7,
      [cell('concluded')]: 9,
      [cell('concluded', 'total')]: 9,
    })
    expect(changesFor(report)).toEqual([`${partly} 7`])
  })
})
