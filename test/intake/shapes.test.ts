import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Finding } from '../../src/checks'
import { figures, type TableId } from '../../src/form'
import { read } from '../../src/intake'
import { totals, type CellValue, type Report } from '../../src/report'
import { tabNames } from '../../src/words/tabs'
import { anyReport } from '../report/reports'
import { runs } from '../support/runs'
import { layout, markdown, narrowLayout, slips, spacedStacked, stacked, tabbed, wideLayout, type Print } from './shapes'

const sentence = fc
  .array(
    fc.constantFrom('我单位', '按照条例', '加强管理，', '收到申请 8 件，', '主动公开信息', '没有收费，', '不断改进'),
    {
      minLength: 8,
      maxLength: 30,
    },
  )
  .map((parts) => `全年${parts.join('')}。`)
const prose = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'))
const withProse = fc.tuple(anyReport, prose, prose, prose).map(([report, overview, problems, other]): Report => ({
  ...report,
  unit: '某某局',
  year: 2024,
  narrative: { overview, problems, other },
}))

/** Counts as offices have them, none blank, with the totals that belong to them. */
const counts = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat({ max: 5000 })), {
  minLength: figures.length,
  maxLength: figures.length,
})
const plain = fc.tuple(withProse, counts).map(([report, values]): Report => {
  const given = Object.fromEntries(figures.map(({ id }, i) => [id, values[i] ?? 0]))
  return totals({ ...report, figures: given })
})

const shapes: [string, Print][] = [
  ['tab-separated', tabbed],
  ['as a Markdown table', markdown],
  ['one cell a line', stacked],
  ['one cell a line, spaced', spacedStacked],
  ['in columns of blanks', layout],
  ['in narrow columns of blanks', narrowLayout],
  ['in wide columns of blanks', wideLayout],
]

/** A cell is told of where a person will see that it was not read as printed. */
function isTold(cell: string, { unplaced = [] }: Report, findings: readonly Finding[]): boolean {
  const tab = tabNames[cell.slice(0, cell.indexOf('.')) as TableId]
  return (
    findings.some(({ rule, message }) => rule === 'READ.TABLE_MISSING' && message.startsWith(tab)) ||
    unplaced.some(({ cells }) => cells.includes(cell)) ||
    findings.some(({ cells }) => cells.some(({ id }) => id === cell))
  )
}

/** The cells read as another figure than was printed, blank ones that the reader tells of left out. */
function silentlyOther(report: Report, text: string): [cell: string, read: CellValue][] {
  const { report: back, findings } = read(text, 'text')
  return differing(report, back)
    .filter((cell) => (back.figures[cell] ?? null) !== null || !isTold(cell, back, findings))
    .map((cell) => [cell, back.figures[cell] ?? null])
}

const differing = (one: Report, other: Report) =>
  figures.flatMap(({ id }) =>
    JSON.stringify(one.figures[id] ?? null) === JSON.stringify(other.figures[id] ?? null) ? [] : [id],
  )

describe.each(shapes)('a report printed %s', (_, print) => {
  it('is the same report when read', () => {
    fc.assert(
      fc.property(plain, (report) => {
        expect(read(print(report), 'text').report).toStrictEqual(report)
      }),
      runs(25),
    )
  })

  it.each(Object.entries(slips))('is the same report with %s', (_, slip) => {
    fc.assert(
      fc.property(plain, (report) => {
        expect(read(slip(print(report)), 'text').report.figures).toStrictEqual(report.figures)
      }),
      runs(8),
    )
  })

  it('is never silently another report, whatever its figures', () => {
    fc.assert(
      fc.property(withProse, (report) => {
        expect(silentlyOther(report, print(report))).toEqual([])
      }),
      runs(20),
    )
  })

  it('is never silently another report with a line lost', () => {
    fc.assert(
      fc.property(plain, fc.nat(), (report, choice) => {
        const lines = print(report).split('\n')
        const at = choice % lines.length
        expect(silentlyOther(report, lines.toSpliced(at, 1).join('\n'))).toEqual([])
      }),
      runs(40),
    )
  })
})

/** Reports in which no table ends with a blank: one cell a line, a blank at the end of a section cannot be seen. */
const closed = withProse.map((report): Report => {
  const ends = ['table2.fees.amount', 'table3.carriedOut.total', 'table4.litigationAfterReview.total']
  return { ...report, figures: { ...report.figures, ...Object.fromEntries(ends.map((cell) => [cell, 7])) } }
})

describe('blanks and annotated figures stay as they are', () => {
  const exact: [string, Print, fc.Arbitrary<Report>][] = [
    ['tab-separated', tabbed, withProse],
    ['as a Markdown table', markdown, withProse],
    ['one cell a line', stacked, closed],
    ['one cell a line, spaced', spacedStacked, closed],
    ['in wide columns of blanks', wideLayout, withProse],
  ]
  it.each(exact)('%s', (_, print, reports) => {
    fc.assert(
      fc.property(reports, (report) => {
        expect(differing(read(print(report), 'text').report, report)).toEqual([])
      }),
      runs(25),
    )
  })
})
