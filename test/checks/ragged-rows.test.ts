import { describe, expect, it } from '@jest/globals'
import { check, raggedRows } from '../../src/checks'
import { figures } from '../../src/form'
import { withFigures, type CellValue, type Report } from '../../src/report'
import { changed, clean } from './clean'

const row4 = figures.filter(({ table }) => table === 'table4').map(({ id }) => id)

/** The clean report with table 4 as a source printed it. */
function printed(written: string): Report {
  const blank = changed(Object.fromEntries(row4.map((cell) => [cell, null])))
  return { ...blank, unplaced: [{ table: 'table4', cells: row4, written: written.split(' '), place: '第69行' }] }
}

const placements = (report: Report): CellValue[][] =>
  check(report).repairs.map(({ changes }) => changes.map((c) => c.to))

describe('16 figures in 15 cells, as a real report printed them', () => {
  const report = printed('1 0 0 0 1 0 0 0 0 0 0 1 0 0 0 1')

  it('are one finding naming both placements, and nothing else is said of the table', () => {
    const { findings } = check(report)
    expect(findings).toMatchObject([
      {
        rule: 'READ.RAGGED',
        severity: 'error',
        quote: '1 0 0 0 1 0 0 0 0 0 0 1 0 0 0 1',
        message:
          '四、复议诉讼（第69行）：应有 15 个数，写了 16 个（1 0 0 0 1 0 0 0 0 0 0 1 0 0 0 1），不能确定各数属于哪一格。' +
          '符合勾稽关系的读法有 2 种：复议后起诉 结果维持 1；复议后起诉 结果纠正 1。' +
          '请对照原件选择一种读法，或者逐格填写。',
      },
    ])
    expect(findings[0]?.cells.slice(0, 2).map(({ id }) => id)).toEqual([
      'table4.litigationAfterReview.upheld',
      'table4.litigationAfterReview.corrected',
    ])
    expect(findings[0]?.cells).toHaveLength(15)
  })

  it('offer each placement for a person to choose', () => {
    const { findings, repairs } = check(report)
    expect(repairs).toMatchObject([
      { kind: 'ask', label: '按“复议后起诉 结果维持 1”理解', resolves: [findings[0]?.fingerprint] },
      { kind: 'ask', label: '按“复议后起诉 结果纠正 1”理解', resolves: [findings[0]?.fingerprint] },
    ])
    expect(placements(report)).toEqual([
      [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1],
      [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1],
    ])
  })

  it.each([0, 1])('leave nothing to find after the choice of placement %i', (choice) => {
    const changes = check(report).repairs[choice]?.changes ?? []
    const chosen = withFigures(report, Object.fromEntries(changes.map(({ cell, to }) => [cell, to])))
    expect(check(chosen)).toEqual({ findings: [], repairs: [] })
  })

  it('give the reader of a source the same finding', () => {
    expect(raggedRows(report)).toEqual(check(report).findings)
    expect(raggedRows(clean)).toEqual([])
  })
})

describe('other rows', () => {
  const table: [string, string, CellValue[][]][] = [
    ['a superfluous zero among zeros', Array(16).fill('0').join(' '), [Array(15).fill(0)]],
    ['a number split over two cells', '1 2 0 0 0 12 0 0 0 0 0 0 0 0 0 0', [[12, 0, 0, 0, 12, ...Array(10).fill(0)]]],
    [
      'a zero lost among figures',
      '1 1 1 3 0 0 0 0 0 0 0 0 0 0',
      [
        [0, 1, 1, 1, 3],
        [1, 0, 1, 1, 3],
        [1, 1, 0, 1, 3],
        [1, 1, 1, 0, 3],
      ].map((review) => [...review, ...Array(10).fill(0)]),
    ],
    ['a figure printed twice', '1 1 0 0 0 1 0 0 0 0 0 0 0 0 0 0', [[1, 0, 0, 0, 1, ...Array(10).fill(0)]]],
    ['two cells too many', '2 0 0 0 2 0 0 0 0 0 0 0 0 0 0 0 0', [[2, 0, 0, 0, 2, ...Array(10).fill(0)]]],
    ['a row no placement of which adds up', '1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', []],
    ['far too few cells', '1 0 0', []],
  ]
  it.each(table)(
    '%s: exactly the placements that keep the order and satisfy every identity',
    (_, written, expected) => {
      const report = printed(written)
      expect(check(report).findings.map(({ rule }) => rule)).toEqual(['READ.RAGGED'])
      expect(placements(report)).toEqual(expected)
    },
  )

  it('a lost figure that was not 0 stays blank', () => {
    const blankTotal = [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, null]
    expect(placements(printed('1 0 0 0 1 0 0 0 0 0 1 0 0 0'))).toContainEqual(blankTotal)
  })

  it('of table 3 are held against their columns too', () => {
    const cells = figures.filter(({ row }) => row === 'partlyGranted').map(({ id }) => id)
    const blank = changed(Object.fromEntries(cells.map((cell) => [cell, null])))
    const written = '7 0 0 0 0 0 0 7'.split(' ')
    const report: Report = { ...blank, unplaced: [{ table: 'table3', cells, written, place: '' }] }
    expect(check(report).findings.map(({ rule }) => rule)).toEqual(['READ.RAGGED'])
    expect(placements(report)).toEqual([[7, 0, 0, 0, 0, 0, 7]])
  })
})
