import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import Ajv from 'ajv/dist/2020'
import fc from 'fast-check'
import { parseReport, printReport, ReportShapeError, type CellValue, type Report } from '../../src/report'
import { reportSchemas } from '../../src/report/schema'
import { runs } from '../support/runs'
import { anyReport } from './reports'

const cell = 'table2.fees.amount'
const small = { edition: '2021', unit: '某局', year: 2024, figures: {}, narrative: {} }
const withFigure = (value: unknown) => ({ ...small, figures: { [cell]: value } })
const unplaced = { table: 'table2', cells: [cell], written: ['1', '2'], place: '第 3 行' }

const validators = reportSchemas.map(({ schema }) => new Ajv({ strict: true, allowUnionTypes: true }).compile(schema))
const isValid = (json: unknown) => validators.some((validate) => validate(json))

describe('a figure in JSON', () => {
  const table: [json: unknown, value: CellValue][] = [
    [8, 8],
    [-1.5, -1.5],
    [-0, 0],
    [null, null],
    ['8', 8],
    ['12.50', { raw: '12.50', value: 12.5 }],
    ['/', { raw: '/' }],
    ['', null],
    [{ raw: '/' }, { raw: '/' }],
    [
      { raw: '22（其中修订16件）', value: 22 },
      { raw: '22（其中修订16件）', value: 22 },
    ],
    [{ raw: '22（其中修订16件）' }, { raw: '22（其中修订16件）', value: 22 }],
    [
      { raw: '二十二', value: 22 },
      { raw: '二十二', value: 22 },
    ],
    [{ raw: ' 8 ', value: 8 }, 8],
    [{ raw: '' }, null],
  ]
  it.each(table)('%j is %j', (json, value) => {
    expect(parseReport(withFigure(json)).figures).toStrictEqual({ [cell]: value })
    expect(isValid(withFigure(json))).toBe(true)
  })
})

describe('JSON that is no report', () => {
  const table: [string, unknown, string][] = [
    ['null', null, '这不是年度报告的JSON：至少要有edition和figures。'],
    ['a list', [small], '这不是年度报告的JSON：至少要有edition和figures。'],
    ['another object', { id: '001' }, '这不是年度报告的JSON：至少要有edition和figures。'],
    ['another edition', { ...small, edition: '2016' }, 'edition：只支持2021版格式，这里是"2016"。'],
    ['an edition that is no text', { ...small, edition: 2021 }, 'edition：只支持2021版格式，这里是2021。'],
    [
      'another key',
      { ...small, narratives: {} },
      '年度报告的JSON里没有“narratives”这一项，只有edition, unit, year, figures, narrative, unplaced。',
    ],
    ['a unit that is no text', { ...small, unit: 8 }, 'unit：应当是文字。'],
    ['a year as text', { ...small, year: '2024' }, 'year：应当是四位年份（如2024）或者null，这里是"2024"。'],
    ['half a year', { ...small, year: 2024.5 }, 'year：应当是四位年份（如2024）或者null，这里是2024.5。'],
    ['figures in a list', { ...small, figures: [] }, 'figures：应当是一个对象。'],
    [
      'an unknown cell',
      { ...small, figures: { 'table3.received.naturalPersons': 1 } },
      'figures：没有编号为“table3.received.naturalPersons”的单元格，最接近的是“table3.received.naturalPerson”。',
    ],
    [
      'an inherited name as a cell',
      { ...small, figures: { toString: 1 } },
      'figures：没有编号为“toString”的单元格，最接近的是“table2.fees.amount”。',
    ],
    ['a truth value', withFigure(true), `figures.${cell}：应当是数字、null、文字或者{"raw":…}，这里是true。`],
    [
      'a number too large',
      withFigure(Infinity),
      `figures.${cell}：应当是数字、null、文字或者{"raw":…}，这里是Infinity。`,
    ],
    ['a figure without its text', withFigure({ value: 3 }), `figures.${cell}.raw：应当是文字。`],
    [
      'a figure with another key',
      withFigure({ raw: '3', unit: '件' }),
      '年度报告的JSON里没有“unit”这一项，只有raw, value。',
    ],
    ['a contradiction', withFigure({ raw: '8件', value: 9 }), `figures.${cell}：原文“8件”读作8，与value 9不一致。`],
    [
      'a blank that has a value',
      withFigure({ raw: ' ', value: 9 }),
      `figures.${cell}：原文“ ”读作空白，与value 9不一致。`,
    ],
    ['a narrative that is no text', { ...small, narrative: { other: 1 } }, 'narrative.other：应当是文字。'],
    ['a narrative of lines', { ...small, narrative: ['…'] }, 'narrative：应当是一个对象。'],
    ['unplaced rows in an object', { ...small, unplaced: {} }, 'unplaced：应当是一个列表。'],
    [
      'an unplaced row of no table',
      { ...small, unplaced: [{ ...unplaced, table: 'x' }] },
      'unplaced[0].table：应当是table2, table3, table4之一。',
    ],
    [
      'an unplaced row with a foreign cell',
      { ...small, unplaced: [{ ...unplaced, cells: ['table4.review.upheld'] }] },
      'unplaced[0].cells：“table4.review.upheld”不是这张表的单元格。',
    ],
    [
      'an unplaced figure that is no text',
      { ...small, unplaced: [{ ...unplaced, written: [1] }] },
      'unplaced[0].written[0]：应当是文字。',
    ],
  ]
  it.each(table)('%s', (_, json, message) => {
    expect(() => parseReport(json)).toThrow(new ReportShapeError(message))
  })

  it.each([
    ['another edition', { ...small, edition: '2016' }],
    ['another key', { ...small, narratives: {} }],
    ['an unknown cell', { ...small, figures: { 'table3.received': 1 } }],
    ['a truth value', withFigure(true)],
    ['an unplaced row of no table', { ...small, unplaced: [{ ...unplaced, table: 'x' }] }],
  ])('is refused by the schema as well: %s', (_, json) => {
    expect(isValid(json)).toBe(false)
  })
})

describe('printing', () => {
  it('orders the keys and figures as the form does', () => {
    const report: Report = {
      narrative: { other: '六', problems: '五', overview: '一' },
      figures: { 'table4.review.total': 1, 'table2.fees.amount': { raw: '12.50', value: 12.5 } },
      year: 2024,
      unit: '某局',
      edition: '2021',
      unplaced: [{ table: 'table4', cells: ['table4.review.upheld'], written: ['1', '2'], place: '第 8 行' }],
    }
    expect(printReport(report)).toMatchInlineSnapshot(`
      "{
        "edition": "2021",
        "unit": "某局",
        "year": 2024,
        "figures": {
          "table2.fees.amount": {
            "raw": "12.50",
            "value": 12.5
          },
          "table4.review.total": 1
        },
        "narrative": {
          "overview": "一",
          "problems": "五",
          "other": "六"
        },
        "unplaced": [
          {
            "table": "table4",
            "cells": [
              "table4.review.upheld"
            ],
            "written": [
              "1",
              "2"
            ],
            "place": "第 8 行"
          }
        ]
      }
      "
    `)
  })

  it('and parsing give the same report, exact to the printed decimals', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const printed = printReport(report)
        expect(parseReport(JSON.parse(printed))).toStrictEqual(report)
        expect(printReport(parseReport(JSON.parse(printed)))).toBe(printed)
        expect(isValid(JSON.parse(printed))).toBe(true)
      }),
      runs(100),
    )
  })

  it('keeps rows that are still to be placed', () => {
    const report = parseReport({ ...small, unplaced: [unplaced] })
    expect(report.unplaced).toEqual([unplaced])
    expect(parseReport(JSON.parse(printReport(report)))).toStrictEqual(report)
  })
})

describe('the published schema', () => {
  it.each(reportSchemas)('of edition $edition is the one of the code: `npm run schema` writes it', (published) => {
    const file = `schema/report-${published.edition}.schema.json`
    expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(published.schema, null, 2)}\n`)
  })
})
