import { describe, expect, it } from '@jest/globals'
import { emptyReport } from '../../src/report'
import { lastYearWrites, readWorkbook, reportWrites } from '../../src/workbook'
import type { ReadValue } from '../../src/workbook'
import { apply, freshSnapshot, setCell, tabOf } from './snapshot'

describe('a cell as read', () => {
  it.each<[ReadValue, unknown]>([
    [8, 8],
    [0, 0],
    ['', null],
    ['  ', null],
    [3.5, 3.5],
    [-1, -1],
    ['８', { raw: '８', value: 8 }],
    ['1,024', { raw: '1,024', value: 1024 }],
    ['8件', { raw: '8件', value: 8 }],
    ['12.50', { raw: '12.50', value: 12.5 }],
    ['/', { raw: '/' }],
    ['2025-01-08', { raw: '2025-01-08' }],
    ['#REF!', { raw: '#REF!' }],
    [true, { raw: 'TRUE' }],
    [Number.POSITIVE_INFINITY, { raw: 'Infinity' }],
  ])('%j is the figure %j', (value, expected) => {
    const snapshot = freshSnapshot()
    setCell(tabOf(snapshot, 'table3'), 7, 4, value)
    expect(readWorkbook(snapshot).report.figures['table3.received.naturalPerson']).toEqual(expected)
  })

  it.each<[ReadValue, number | null]>([
    [2025, 2025],
    ['2025', 2025],
    ['２０２５年', 2025],
    [' 2025 年度', 2025],
    ['去年', null],
    [25, null],
    [2025.5, null],
    ['', null],
  ])('%j is the year %j', (value, expected) => {
    const snapshot = freshSnapshot()
    setCell(tabOf(snapshot, 'basics'), 4, 2, value)
    expect(readWorkbook(snapshot).report.year).toBe(expected)
  })

  it('keeps every paragraph of a text that was pasted over several rows', () => {
    const snapshot = freshSnapshot()
    const tab = tabOf(snapshot, 'overview')
    setCell(tab, 5, 2, '第一段\r\n第二段')
    setCell(tab, 9, 2, '第三段')
    setCell(tab, 14, 2, 2024)
    expect(readWorkbook(snapshot).report.narrative.overview).toBe('第一段\n第二段\n第三段\n2024')
  })

  it('finds what people wrote about findings, and where the lists end', () => {
    const snapshot = freshSnapshot()
    const tab = tabOf(snapshot, 'findings')
    ;[1, '错误', '三、依申请公开', '问题', '', '', '', '已核对原件', 'T3.ROW|x'].forEach((value, i) =>
      setCell(tab, 6, i + 1, value),
    )
    ;[2, '警告', '四、复议诉讼', '问题', '', '', '', '', 'T4.TOTAL|y'].forEach((value, i) =>
      setCell(tab, 7, i + 1, value),
    )
    setCell(tab, 60, 12, 'copy of a checked cell')
    setCell(tabOf(snapshot, 'log'), 4, 1, '2025-01-08 10:00')
    const { findingsList, log } = readWorkbook(snapshot)
    expect(findingsList).toEqual({ headerRow: 5, lastRow: 7, opinions: new Map([['T3.ROW|x', '已核对原件']]) })
    expect(log).toEqual({ headerRow: 3, lastRow: 4 })
  })
})

describe('writing a report', () => {
  const given = {
    ...emptyReport('某某局', 2024),
    figures: {
      'table3.received.naturalPerson': 8,
      'table3.received.enterprise': { raw: '8件', value: 8 },
      'table3.received.total': 99,
      'table3.carriedIn.naturalPerson': null,
    },
  }

  it('writes inputs as they were written, never totals or blanks', () => {
    const { areas } = reportWrites(given, readWorkbook(freshSnapshot()), false)
    expect(areas).toEqual([
      { tab: 'basics', row: 3, column: 2, values: [['某某局'], [2024]] },
      { tab: 'table3', row: 7, column: 4, values: [[8, '8件']] },
    ])
  })

  it.each([
    [false, [[8]], [['table3.received.enterprise', 5, { raw: '8件', value: 8 }]]],
    [true, [[8, '8件'], ['']], []],
  ])('keeps what stands there unless asked to overwrite (%s)', (isOverwriting, _, kept) => {
    const snapshot = freshSnapshot()
    const tab = tabOf(snapshot, 'table3')
    setCell(tab, 7, 5, 5)
    setCell(tab, 8, 4, 7)
    const writes = reportWrites(given, readWorkbook(snapshot), isOverwriting)
    expect(writes.kept.map(({ what, stands, given: value }) => [what, stands, value])).toEqual(kept)
    apply(snapshot, writes.areas)
    expect([tab.values[6]?.slice(3, 5), tab.values[7]?.[3]]).toEqual(isOverwriting ? [[8, '8件'], ''] : [[8, 5], 7])
  })

  it('writes nothing that stands there already', () => {
    const snapshot = freshSnapshot()
    apply(snapshot, reportWrites(given, readWorkbook(snapshot), false).areas)
    expect(reportWrites(given, readWorkbook(snapshot), true).areas).toEqual([])
  })

  it('says what has no place', () => {
    const snapshot = freshSnapshot()
    setCell(tabOf(snapshot, 'table3'), 6, 5, '')
    setCell(tabOf(snapshot, 'table3'), 6, 6, '')
    const { unplaced, areas } = reportWrites(given, readWorkbook(snapshot), false)
    expect(unplaced).toEqual(['table3.received.enterprise'])
    expect(areas.at(-1)).toEqual({ tab: 'table3', row: 7, column: 4, values: [[8]] })
  })

  it('writes last year’s totals too', () => {
    const { areas } = lastYearWrites(given, readWorkbook(freshSnapshot()), false)
    expect(areas).toEqual([
      { tab: 'lastYear', row: 3, column: 2, values: [[2024]] },
      { tab: 'lastYear', row: 25, column: 4, values: [[8, '8件']] },
      { tab: 'lastYear', row: 25, column: 10, values: [[99]] },
    ])
  })
})
