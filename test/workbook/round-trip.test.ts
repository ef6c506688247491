import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { figures } from '../../src/form'
import { emptyReport, readFigure, totals, type CellValue, type Report } from '../../src/report'
import { lastYearWrites, readWorkbook, reportWrites } from '../../src/workbook'
import { runs } from '../support/runs'
import { apply, freshSnapshot, recalculate } from './snapshot'

const inputs = figures.filter(({ kind }) => kind === 'input')

const written = fc.constantFrom('８', '1,024', '8件', '12.50', '/', '不适用', '22（其中修订16件）', '减4', '#REF!')
const value: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 8, arbitrary: fc.nat(999_999_999) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: written.map(readFigure) },
)
const paragraph = fc
  .array(fc.constantFrom('收到', '申请', '办结', '12件', '，', '（一）', ' '), { minLength: 1, maxLength: 20 })
  .map((words) => `段${words.join('')}`)
const text = fc.array(paragraph, { maxLength: 4 }).map((paragraphs) => paragraphs.join('\n'))

/** Inputs of any kind; the totals are left to the formulas. */
const report: fc.Arbitrary<Report> = fc
  .record({
    unit: fc.constantFrom('某某局', '某某街道办事处', ''),
    year: fc.option(fc.integer({ min: 1999, max: 2099 })),
    values: fc.array(value, { minLength: inputs.length, maxLength: inputs.length }),
    narrative: fc.record({ overview: text, problems: text, other: text }),
  })
  .map(({ unit, year, values, narrative }) => ({
    ...emptyReport(unit, year),
    figures: Object.fromEntries(inputs.map(({ id }, i) => [id, values[i] ?? null])),
    narrative,
  }))

/** Every figure named, blanks included. */
const whole = ({ figures: given, ...rest }: Report): Report => ({
  ...rest,
  figures: Object.fromEntries(figures.map(({ id }) => [id, given[id] ?? null])),
})

describe('a report written into a fresh workbook', () => {
  it('is read back the same, its totals computed', () => {
    fc.assert(
      fc.property(report, (given) => {
        const snapshot = freshSnapshot()
        const writes = reportWrites(given, readWorkbook(snapshot), false)
        expect([writes.kept, writes.unplaced]).toEqual([[], []])
        apply(snapshot, writes.areas)
        recalculate(snapshot)
        const reading = readWorkbook(snapshot)
        expect(reading.findings).toEqual([])
        expect(reading.report).toEqual(whole(totals(given)))
        expect(reading.lastYear).toBeNull()
      }),
      runs(40),
    )
  })

  it('is read back the same as last year’s, totals as they were published', () => {
    fc.assert(
      fc.property(report, (given) => {
        const published: Report = { ...totals(given), year: 2023 }
        const snapshot = freshSnapshot()
        apply(snapshot, lastYearWrites(published, readWorkbook(snapshot), false).areas)
        const { report: thisYear, lastYear } = readWorkbook(snapshot)
        expect(lastYear).toEqual({ ...whole(published), unit: '', narrative: emptyReport('', null).narrative })
        expect(thisYear).toEqual(whole(emptyReport('', null)))
      }),
      runs(20),
    )
  })
})
