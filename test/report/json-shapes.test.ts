import { describe, expect, it } from '@jest/globals'
import { editDistance, parseReport, printReport, ReportShapeError, type Report } from '../../src/report'

const cell = 'table2.fees.amount'
const small = { edition: '2021', unit: '某局', year: 2024, figures: {}, narrative: {} }
const withFigure = (value: unknown) => ({ ...small, figures: { [cell]: value } })
const row = { table: 'table2', cells: [cell], written: ['1', '2'], place: '第 3 行' }
const withRow = (change: object) => ({ ...small, unplaced: [row, { ...row, ...change }] })

describe('a report in JSON', () => {
  it.each([1000, 2024, 9999, null])('may be of the year %j', (year) => {
    expect(parseReport({ ...small, year }).year).toBe(year)
  })

  it('is empty where unit, year or narrative are missing', () => {
    expect(parseReport({ edition: '2021', figures: {} })).toStrictEqual({
      edition: '2021',
      unit: '',
      year: null,
      figures: {},
      narrative: { overview: '', problems: '', other: '' },
    })
  })

  it('keeps the texts, each in its section', () => {
    const narrative = { overview: '一', problems: '五', other: '六' }
    expect(parseReport({ ...small, narrative }).narrative).toEqual(narrative)
    expect(parseReport({ ...small, narrative: { problems: '五' } }).narrative).toEqual({
      overview: '',
      problems: '五',
      other: '',
    })
  })

  it('may name its schema, which is not kept', () => {
    expect(parseReport({ ...small, $schema: 'x' })).toEqual(parseReport(small))
  })

  it('of edition 2019 may hold its own figures, and no other may', () => {
    const figures = { 'table2.procurement.amount': '12.50', 'table3.otherwise.total': 4 }
    const report = parseReport({ ...small, edition: '2019', figures })
    expect(report).toMatchObject({
      edition: '2019',
      figures: { 'table2.procurement.amount': { raw: '12.50', value: 12.5 } },
    })
    expect(() => parseReport({ ...small, figures })).toThrow(/没有编号为“table2\.procurement\.amount”的单元格/)
  })
})

describe('a figure in JSON', () => {
  it.each([
    [-0, 0],
    [
      { raw: '八', value: -0 },
      { raw: '八', value: 0 },
    ],
    [
      { raw: ' 八 ', value: 8 },
      { raw: '八', value: 8 },
    ],
    [{ raw: '8', value: 8 }, 8],
    [
      { raw: '８', value: 8 },
      { raw: '８', value: 8 },
    ],
  ])('%j is %j', (json, value) => {
    expect(parseReport(withFigure(json)).figures[cell]).toStrictEqual(value)
  })
})

describe('what is refused', () => {
  const kinds = '应当是数字、null、文字或者{"raw":…}，这里是'
  const long = `"${'x'.repeat(50)}"`
  const table: [string, unknown, string][] = [
    ['no figures', { edition: '2021' }, '这不是年度报告的JSON：至少要有edition和figures。'],
    ['no edition', { figures: {} }, '这不是年度报告的JSON：至少要有edition和figures。'],
    ['a text', 'x', '这不是年度报告的JSON：至少要有edition和figures。'],
    ['nothing', undefined, '这不是年度报告的JSON：至少要有edition和figures。'],
    ['figures that are null', { ...small, figures: null }, 'figures：应当是一个对象。'],
    ['a narrative that is a text', { ...small, narrative: 'x' }, 'narrative：应当是一个对象。'],
    [
      'a section that the form has not',
      { ...small, narrative: { overviews: '' } },
      '年度报告的JSON里没有“overviews”这一项，只有overview, problems, other。',
    ],
    ['an overview that is no text', { ...small, narrative: { overview: 1 } }, 'narrative.overview：应当是文字。'],
    ['problems that are no text', { ...small, narrative: { problems: [] } }, 'narrative.problems：应当是文字。'],
    ['a year before 1000', { ...small, year: 999 }, 'year：应当是四位年份（如2024）或者null，这里是999。'],
    ['a year after 9999', { ...small, year: 10000 }, 'year：应当是四位年份（如2024）或者null，这里是10000。'],
    ['a year that is NaN', { ...small, year: NaN }, 'year：应当是四位年份（如2024）或者null，这里是NaN。'],
    ['an endless figure', withFigure(-Infinity), `figures.${cell}：${kinds}-Infinity。`],
    ['a figure that is a list', withFigure([1]), `figures.${cell}：${kinds}[1]。`],
    ['a figure that is a function', withFigure(Math.max), `figures.${cell}：${kinds}${String(Math.max)}。`],
    [
      'a long edition',
      { ...small, edition: 'x'.repeat(50) },
      `edition：只支持2021版格式，这里是${long.slice(0, 40)}…。`,
    ],
    [
      'an edition just too long to be shown whole',
      { ...small, edition: 'x'.repeat(39) },
      `edition：只支持2021版格式，这里是"${'x'.repeat(39)}…。`,
    ],
    [
      'an edition just short enough',
      { ...small, edition: 'x'.repeat(38) },
      `edition：只支持2021版格式，这里是"${'x'.repeat(38)}"。`,
    ],
    ['a value that is a text', withFigure({ raw: '八', value: '8' }), `figures.${cell}.value：${kinds}"8"。`],
    ['a value that is null', withFigure({ raw: '八', value: null }), `figures.${cell}.value：${kinds}null。`],
    ['a raw that is null', withFigure({ raw: null }), `figures.${cell}.raw：应当是文字。`],
    ['a row that is no object', { ...small, unplaced: [row, 8] }, 'unplaced[1]：应当是一个对象。'],
    [
      'a row with another key',
      withRow({ row: 1 }),
      '年度报告的JSON里没有“row”这一项，只有table, cells, written, place。',
    ],
    ['a row of another table', withRow({ table: 'table1' }), 'unplaced[1].table：应当是table2, table3, table4之一。'],
    ['a row whose cells are no list', withRow({ cells: 'x' }), 'unplaced[1].cells：应当是一个列表。'],
    ['a row with a cell that is no text', withRow({ cells: [cell, 1] }), 'unplaced[1].cells[1]：应当是文字。'],
    ['a row with an unknown cell', withRow({ cells: [cell, 'x'] }), 'unplaced[1].cells：“x”不是这张表的单元格。'],
    ['a row whose figures are no list', withRow({ written: {} }), 'unplaced[1].written：应当是一个列表。'],
    ['a row without a place', withRow({ place: undefined }), 'unplaced[1].place：应当是文字。'],
  ]
  it.each(table)('%s', (_, json, message) => {
    expect(() => parseReport(json)).toThrow(new ReportShapeError(message))
  })

  it('has an error of its own', () => {
    expect(new ReportShapeError('x').name).toBe('ReportShapeError')
  })
})

describe('the nearest id', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['sunday', 'saturday', 3],
    ['abc', 'abc', 0],
    ['ab', 'ba', 2],
    ['intention', 'execution', 5],
  ])('from %j to %j are %d edits', (from, to, edits) => {
    expect(editDistance(from, to)).toBe(edits)
  })

  it.each([
    ['table4.reviews.total', 'table4.review.total'],
    ['table4.review.upheldd', 'table4.review.upheld'],
    ['table2.licence.decisions', 'table2.licensing.decisions'],
  ])('of %s is %s', (id, nearest) => {
    expect(() => parseReport({ ...small, figures: { [id]: 1 } })).toThrow(`最接近的是“${nearest}”。`)
  })

  it('is the first of those that are as near', () => {
    expect(() => parseReport({ ...small, figures: { x: 1 } })).toThrow(`最接近的是“${cell}”。`)
  })
})

describe('printing', () => {
  const printed = (report: Partial<Report>): string[] => {
    const figures = Object.fromEntries(
      ['x', 'table4.review.total', 'table3.otherwise.total', 'y', 'table3.otherwise.other.total', cell].map((id) => [
        id,
        1,
      ]),
    )
    return Object.keys(JSON.parse(printReport({ ...parseReport(small), figures, ...report })).figures as object)
  }

  it('orders figures by the edition; unknown ones come last, as they came', () => {
    const known = [cell, 'table3.otherwise.other.total', 'table4.review.total', 'table3.otherwise.total']
    expect(printed({})).toEqual([...known, 'x', 'y'])
    const older = [cell, 'table3.otherwise.total', 'table4.review.total', 'table3.otherwise.other.total']
    expect(printed({ edition: '2019' }).filter((id) => id !== cell)).toEqual([...older.slice(1), 'x', 'y'])
  })

  it('leaves figures of an unknown edition as they came', () => {
    expect(printed({ edition: '2016' }).slice(0, 2)).toEqual(['x', 'table4.review.total'])
  })

  it('says nothing of rows to be placed where there are none', () => {
    expect(JSON.parse(printReport(parseReport(small)))).not.toHaveProperty('unplaced')
  })
})
