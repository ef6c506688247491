import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { check, type Finding } from '../../src/checks'
import { figures, identities, type CellId } from '../../src/form'
import { totals, withFigures, type CellValue, type Report } from '../../src/report'
import { runs } from '../support/runs'
import { clean as cleanReport, withoutWords } from './clean'

const { clean, changed } = withoutWords

type Changes = Readonly<Record<CellId, CellValue>>

const named = ({ rule, outcome, cells }: Finding) => [rule, outcome, cells[0]?.id]

/** The report after the best repair. */
function afterFirstRepair(report: Report): Report {
  const [first] = check(report).repairs
  return withFigures(report, Object.fromEntries((first?.changes ?? []).map(({ cell, to }) => [cell, to])))
}

describe('a clean report', () => {
  it('has no finding and no repair', () => {
    expect(check(cleanReport)).toEqual({ findings: [], repairs: [] })
    expect(check(clean)).toEqual({ findings: [], repairs: [] })
  })
})

describe('one wrong figure', () => {
  const table: [string, Changes, [string, CellId][]][] = [
    [
      'a total of a column',
      { 'table3.concluded.naturalPerson': 8 },
      [
        ['T3.ROW', 'table3.concluded.total'],
        ['T3.CONCLUDED', 'table3.concluded.naturalPerson'],
        ['T3.BALANCE', 'table3.carriedOut.naturalPerson'],
      ],
    ],
    [
      'an outcome',
      { 'table3.refused.thirdPartyRights.enterprise': 2 },
      [
        ['T3.ROW', 'table3.refused.thirdPartyRights.total'],
        ['T3.CONCLUDED', 'table3.concluded.enterprise'],
      ],
    ],
    [
      'a total of a row',
      { 'table3.received.total': 7 },
      [
        ['T3.ROW', 'table3.received.total'],
        ['T3.BALANCE', 'table3.carriedOut.total'],
      ],
    ],
    [
      'what is carried out',
      { 'table3.carriedOut.legalService': 1 },
      [
        ['T3.ROW', 'table3.carriedOut.total'],
        ['T3.BALANCE', 'table3.carriedOut.legalService'],
      ],
    ],
    ['a total of table 4', { 'table4.review.total': 0 }, [['T4.TOTAL', 'table4.review.total']]],
  ]
  it.each(table)('%s is found once per broken identity and mended by the first repair', (_, changes, expected) => {
    const report = changed(changes)
    expect(check(report).findings.map(named)).toEqual(expected.map(([rule, cell]) => [rule, 'fail', cell]))
    expect(afterFirstRepair(report)).toEqual(clean)
  })
})

describe('a finding', () => {
  const only = (changes: Changes, rule: string) =>
    check(changed(changes)).findings.find((finding) => finding.rule === rule)

  it('names tab, row and column, both values, the difference and what to do', () => {
    expect(only({ 'table3.concluded.naturalPerson': 8 }, 'T3.CONCLUDED')).toMatchObject({
      severity: 'error',
      expected: 9,
      actual: 8,
      message:
        '三、依申请公开 “（七）总计”·自然人：各项之和 9，现为 8（差 1）。请核对这一列各项办理结果和总计，改正填错的一格。',
      why: '每一列中，二十一种办理结果相加，等于“（七）总计”。',
      source: '国办公开办函〔2021〕30号',
    })
  })

  it('gives every cell of the identity its role', () => {
    expect(only({ 'table4.directLitigation.pending': 2 }, 'T4.TOTAL')?.cells).toEqual([
      { id: 'table4.directLitigation.total', role: 'total' },
      { id: 'table4.directLitigation.upheld', role: 'addend' },
      { id: 'table4.directLitigation.corrected', role: 'addend' },
      { id: 'table4.directLitigation.otherOutcome', role: 'addend' },
      { id: 'table4.directLitigation.pending', role: 'addend' },
    ])
  })

  it('keeps its fingerprint while the values it rests on stay, and only then', () => {
    const fingerprint = (changes: Changes) => only(changes, 'T4.TOTAL')?.fingerprint
    const before = fingerprint({ 'table4.review.total': 0 })
    expect(before).toMatch(/^[0-9a-f]{16}$/)
    expect(fingerprint({ 'table4.review.total': 0, 'table2.licensing.decisions': 5 })).toBe(before)
    expect(fingerprint({ 'table4.review.total': 2 })).not.toBe(before)
    expect(fingerprint({ 'table4.review.total': 0, 'table4.review.upheld': 0, 'table4.review.pending': 1 })).not.toBe(
      before,
    )
  })
})

describe('a figure that is no number', () => {
  it('leaves its identities open, one finding for a family', () => {
    const { findings } = check(changed({ 'table3.granted.enterprise': null, 'table3.granted.research': { raw: '/' } }))
    const open = findings.filter((finding) => finding.outcome === 'cannotJudge')
    expect(open.map(({ rule, severity, cells }) => [rule, severity, cells.map((cell) => cell.id)])).toEqual([
      ['T3.ROW', 'info', ['table3.granted.enterprise', 'table3.granted.research']],
      ['T3.CONCLUDED', 'info', ['table3.granted.enterprise', 'table3.granted.research']],
    ])
    expect(findings.filter(({ outcome, rule }) => outcome === 'fail' && rule.startsWith('T'))).toEqual([])
  })

  it('does not hide a broken identity that does not need it', () => {
    const { findings } = check(changed({ 'table3.granted.enterprise': null, 'table4.review.total': 3 }))
    expect(findings.filter((finding) => finding.outcome === 'fail').map((finding) => finding.rule)).toEqual([
      'V.BLANK',
      'T4.TOTAL',
    ])
  })
})

describe('last year’s report', () => {
  const lastYear = changed({ 'table3.carriedOut.naturalPerson': 1, 'table3.carriedOut.total': 1 })

  it('settles the yearly identities', () => {
    expect(check(clean, { lastYear }).findings).toEqual([])
  })

  it('breaks a carry that differs, as an error', () => {
    const { findings } = check(clean, { lastYear: clean })
    expect(findings.map(({ rule, severity, cells }) => [rule, severity, ...cells])).toEqual(
      ['naturalPerson', 'total'].map((column) => [
        'Y.CARRY',
        'error',
        { id: `table3.carriedIn.${column}`, role: 'figure' },
        { id: `table3.carriedOut.${column}`, role: 'lastYear' },
      ]),
    )
  })

  it('breaks a stock that differs, as a warning, for a stock may have been corrected', () => {
    const before = withFigures(lastYear, { 'table2.normativeDocuments.inForce': 4 })
    expect(check(clean, { lastYear: before }).findings).toMatchObject([
      {
        rule: 'Y.INFORCE',
        severity: 'warning',
        expected: 4,
        actual: 0,
        cells: [
          { id: 'table2.normativeDocuments.inForce', role: 'figure' },
          { id: 'table2.normativeDocuments.inForce', role: 'lastYear' },
          { id: 'table2.normativeDocuments.issued', role: 'addend' },
          { id: 'table2.normativeDocuments.repealed', role: 'subtrahend' },
        ],
      },
    ])
  })

  it('leaves the yearly identities open where it is blank', () => {
    const before = withFigures(lastYear, { 'table3.carriedOut.naturalPerson': null })
    expect(check(clean, { lastYear: before }).findings).toMatchObject([
      {
        rule: 'Y.CARRY',
        outcome: 'cannotJudge',
        severity: 'info',
        cells: [{ id: 'table3.carriedOut.naturalPerson', role: 'lastYear' }],
      },
    ])
  })

  it('mends a carry together with the sums that it is part of', () => {
    const report = changed({ 'table3.carriedIn.naturalPerson': 3 })
    const { findings, repairs } = check(report, { lastYear })
    expect(findings.map((finding) => finding.rule)).toEqual(['T3.ROW', 'T3.BALANCE', 'Y.CARRY'])
    expect(repairs[0]?.changes).toEqual([{ cell: 'table3.carriedIn.naturalPerson', from: 3, to: 1 }])
    expect(repairs[0]?.resolves).toEqual(findings.map((finding) => finding.fingerprint))
  })
})

const inputs = figures.filter(({ kind }) => kind === 'input').map(({ id }) => id)

/** A government that may make rules: 规章 of a township would be a finding of its own. */
const ofCity: Report = { ...clean, unit: '某某市人民政府' }

/** A report of any inputs, totals computed; carried out follows from the balance, so that every identity holds. */
const validReport = fc
  .record(Object.fromEntries(inputs.map((id) => [id, fc.oneof(fc.constant(0), fc.nat(30), fc.nat(100_000))])))
  .map((values) => {
    const columns = [...new Set(inputs.filter((id) => id.startsWith('table3.')).map((id) => id.split('.').pop() ?? ''))]
    const filled = totals(withFigures(ofCity, { ...values }))
    const balanced = columns.flatMap((column) => {
      const at = (row: string) => Number(filled.figures[`table3.${row}.${column}`])
      const carriedOut = at('received') + at('carriedIn') - at('concluded')
      const missing = Math.max(0, -carriedOut)
      return [
        [`table3.received.${column}`, at('received') + missing],
        [`table3.carriedOut.${column}`, carriedOut + missing],
      ] as [CellId, number][]
    })
    return totals(withFigures(filled, Object.fromEntries(balanced)))
  })

const summedCells = [...new Set(identities.flatMap(({ left, right }) => [...left, ...right].map((term) => term.cell)))]

describe('any form', () => {
  it('satisfies every identity once its totals are computed', () => {
    fc.assert(
      fc.property(validReport, (report) => expect(check(report).findings).toEqual([])),
      runs(30),
    )
  })

  it('fails exactly the identities that read a figure which is changed, and one repair restores it', () => {
    const property = fc.property(
      validReport,
      fc.constantFrom(...summedCells),
      fc.integer({ min: 1, max: 9 }),
      (report, cell, growth) => {
        const broken = withFigures(report, { [cell]: Number(report.figures[cell]) + growth })
        const { findings, repairs } = check(broken)
        const reading = identities.filter(({ left, right }) => [...left, ...right].some((term) => term.cell === cell))
        expect(findings.map((finding) => finding.rule)).toEqual(reading.map(({ family }) => family))
        expect(findings.every((finding) => finding.cells.some(({ id }) => id === cell))).toBe(true)
        const mends = repairs.map(({ changes }) =>
          withFigures(broken, Object.fromEntries(changes.map((change) => [change.cell, change.to]))),
        )
        expect(mends).toContainEqual(report)
        for (const mended of mends) expect(check(mended).findings).toEqual([])
      },
    )
    fc.assert(property, runs(60))
  })
})
