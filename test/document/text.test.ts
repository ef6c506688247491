import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { documentOf, toText } from '../../src/document'
import { figures } from '../../src/form'
import { read } from '../../src/intake'
import { readFigure, withFigures, type Report } from '../../src/report'
import { runs } from '../support/runs'
import { cityReport, empty, houzhai, nineDigits } from './reports'

const written: Report = withFigures(houzhai, {
  'table2.normativeDocuments.inForce': { raw: '22（其中修订16件）', value: 22 },
  'table2.fees.amount': { raw: '12.50', value: 12.5 },
  'table3.received.naturalPerson': null,
  'table3.concluded.total': null,
  'table4.review.upheld': { raw: '/' },
  'table4.litigationAfterReview.total': null,
})

/** Blank and absent are the same. */
const figuresOf = (report: Report) => figures.map(({ id }) => [id, report.figures[id] ?? null])

const reports: [string, Report | undefined][] = [
  ['a sub-district office', houzhai],
  ['figures written in many ways', written],
  ['a city', cityReport()],
  ['nine digits', nineDigits],
]

describe.each(reports.filter((entry): entry is [string, Report] => entry[1] !== undefined))('of %s', (_, report) => {
  it.each([false, true])('is read back as the same report (draft: %p)', (draft) => {
    const back = read(toText(documentOf(report, { draft })), 'text').report
    expect(figuresOf(back)).toEqual(figuresOf(report))
    expect([back.unit, back.year, back.narrative]).toEqual([report.unit, report.year, report.narrative])
  })

  it('is read without a finding', () => {
    expect(read(toText(documentOf(report)), 'text').findings).toEqual([])
  })
})

it('of any figures is read back with the same figures', () => {
  const written = fc.oneof(
    { weight: 6, arbitrary: fc.nat(999_999_999).map(String) },
    { weight: 2, arbitrary: fc.constant('') },
    fc.constantFrom('/', '—', '无', '８', '1,024', '8件', '3.50', '-1', '22（其中修订16件）', '不适用', '#REF!'),
  )
  const filled = fc.array(written, { minLength: figures.length, maxLength: figures.length })
  fc.assert(
    fc.property(filled, (texts) => {
      const values = Object.fromEntries(figures.map(({ id }, i) => [id, readFigure(texts[i] ?? '')]))
      const report = withFigures(houzhai, values)
      expect(figuresOf(read(toText(documentOf(report)), 'text').report)).toEqual(figuresOf(report))
    }),
    runs(100),
  )
})

it('of an empty report is read back without unit and year', () => {
  const { report } = read(toText(documentOf(empty)), 'text')
  expect([report.unit, report.year]).toEqual(['', null])
  expect(figuresOf(report)).toEqual(figuresOf(empty))
})

it('has a field for every column of every row', () => {
  const rows = toText(documentOf(houzhai))
    .split('\n')
    .filter((line) => line.includes('\t'))
  expect(rows.map((row) => row.split('\t').length)).toEqual([
    ...Array.from({ length: 14 }, () => 4),
    ...Array.from({ length: 28 }, () => 10),
    ...Array.from({ length: 4 }, () => 15),
  ])
  expect(rows).toContain('三、本年度办理结果\t（一）予以公开\t\t1\t0\t0\t0\t0\t0\t1')
})

it('keeps a figure on its line and a draft marked', () => {
  const text = toText(
    documentOf(withFigures(houzhai, { 'table2.fees.amount': { raw: '1\t2\n3\u0000' } }), { draft: true }),
  )
  expect(text).toContain('行政事业性收费\t1 2 3\t\t\n')
  expect(text).toMatch(/^草稿：供内部核对，不得发布。\n/)
  expect(text).toMatch(/\n草稿：供内部核对，不得发布。\n$/)
  expect(toText(documentOf(houzhai))).not.toContain('草稿')
})
