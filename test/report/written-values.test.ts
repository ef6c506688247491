import { describe, expect, it } from '@jest/globals'
import {
  emptyReport,
  isBlank,
  isExactDecimal,
  meaningOf,
  plainDigits,
  readFigure,
  sumExactly,
  withFigures,
  writtenForm,
  type CellValue,
} from '../../src/report'

describe('every measure word', () => {
  it.each(['件次', '件', '条', '项', '起', '宗', '份', '个', '万元'])('%s may follow a number', (unit) => {
    expect(readFigure(`8${unit}`)).toStrictEqual({ raw: `8${unit}`, value: 8 })
    expect(readFigure(`1,024 ${unit}`)).toStrictEqual({ raw: `1,024 ${unit}`, value: 1024 })
    const annotated = `22 ${unit} （含1${unit}）`
    expect(readFigure(annotated)).toStrictEqual({ raw: annotated, value: 22 })
    expect(meaningOf(readFigure(annotated)).kind).toBe('annotated')
  })

  it.each(['件8', '8件件', '8次', '8元', '8件8', '件'])('%s is no number', (written) => {
    expect(readFigure(written)).toStrictEqual({ raw: written })
  })
})

describe('every full-width sign', () => {
  it.each<[string, number]>([
    ['０１２３４５６７８９', 123456789],
    ['－３', -3],
    ['１，０００', 1000],
    ['３．２５', 3.25],
    ['8　件', 8],
  ])('of %s is read', (written, value) => {
    expect(readFigure(written)).toStrictEqual({ raw: written, value })
  })

  it.each(['＋３', '５％', '1：2', '／8', '：', '／', '１，２', '１　２'])('in %s is no number', (written) => {
    expect(readFigure(written)).toStrictEqual({ raw: written })
  })
})

describe('a grouped number', () => {
  it.each<[string, number]>([
    ['1,000', 1000],
    ['12,000', 12000],
    ['123,000', 123000],
    ['-1,234,567', -1234567],
    ['−1,000', -1000],
    ['1,000.25', 1000.25],
  ])('%s is %d', (written, value) => {
    expect(readFigure(written)).toStrictEqual({ raw: written, value })
  })

  it.each([
    '1234,000',
    ',000',
    '1,00',
    '1,0000',
    '1,000.',
    '1,000.5.5',
    'x1,000',
    '1,000x',
    '1,000,',
    '+1,000',
    '1.000,5',
  ])('%s is none', (written) => {
    expect(readFigure(written)).toStrictEqual({ raw: written })
  })
})

describe('a plain number', () => {
  it.each(['.5', '5.', '--5', '-', 'x5', '5x', '- 5', '5.5.5', '+5'])('is not %s', (written) => {
    expect(readFigure(written)).toStrictEqual({ raw: written })
  })

  it.each<[string, CellValue]>([
    ['123456789012345', 123456789012345],
    ['1234567890123456', { raw: '1234567890123456' }],
    ['-123456789012.345', -123456789012.345],
    ['-1234567890123.456', { raw: '-1234567890123.456' }],
    ['0.000000123456789012345', { raw: '0.000000123456789012345', value: 1.23456789012345e-7 }],
    ['000000000000000008', { raw: '000000000000000008', value: 8 }],
    ['100000000000000000', { raw: '100000000000000000' }],
  ])('%s of at most 15 significant digits is exact', (written, value) => {
    expect(readFigure(written)).toStrictEqual(value)
  })
})

describe('an annotation', () => {
  it.each<[string, number]>([
    ['22(x)', 22],
    ['22（）', 22],
    ['-3.5（更正）', -3.5],
    ['12.25（更正）', 12.25],
    ['−3（更正）', -3],
    ['1,024件（含）', 1024],
    ['8  （甲）（乙）', 8],
    ['８（含）', 8],
  ])('of %s leaves the number', (written, value) => {
    const read = readFigure(written)
    expect(read).toStrictEqual({ raw: written, value })
    expect(meaningOf(read).kind).toBe('annotated')
  })

  it.each(['（含）', '22（含', '22含）', 'x22（含）', '22（含）x', '22.（含）', ',（含）', '1,2（含）', '22次（含）'])(
    'in %s leaves none',
    (written) => {
      expect(readFigure(written)).toStrictEqual({ raw: written })
    },
  )
})

describe('not applicable', () => {
  it.each(['/', '／', '-', '－', '−', '–', '—', '―', '－－', '—―', '不适用', 'N/A', 'NA', 'n/a', 'na'])(
    'is %s',
    (raw) => {
      expect(meaningOf({ raw })).toEqual({ kind: 'notApplicable', raw })
    },
  )

  it.each(['//', '/8', '8-', '无不适用', '不适用。', 'N//A', 'xN/A', 'NAN', '~', ''])('is not %s', (raw) => {
    expect(meaningOf({ raw })).toEqual({ kind: 'unreadable', raw })
  })
})

describe('the meaning', () => {
  it.each<[CellValue | undefined, unknown]>([
    [undefined, { kind: 'blank' }],
    [null, { kind: 'blank' }],
    [0, { kind: 'number', value: 0 }],
    [
      { raw: '８', value: 8 },
      { kind: 'rewritten', value: 8, raw: '８' },
    ],
    [
      { raw: '八', value: 8 },
      { kind: 'rewritten', value: 8, raw: '八' },
    ],
    [
      { raw: '8（含）', value: 8 },
      { kind: 'annotated', value: 8, raw: '8（含）' },
    ],
    [
      { raw: '８　（含）　', value: 8 },
      { kind: 'annotated', value: 8, raw: '８　（含）　' },
    ],
    [
      { raw: '0', value: 0 },
      { kind: 'rewritten', value: 0, raw: '0' },
    ],
  ])('of %j is %j', (value, meaning) => {
    expect(meaningOf(value)).toStrictEqual(meaning)
  })
})

describe('a value as written', () => {
  it.each<[CellValue | undefined, string, boolean]>([
    [undefined, '', true],
    [null, '', true],
    [0, '0', false],
    [1e21, '1000000000000000000000', false],
    [{ raw: '８', value: 8 }, '８', false],
    [{ raw: '/' }, '/', false],
  ])('%j is %j, blank: %s', (value, written, blank) => {
    expect(writtenForm(value)).toBe(written)
    expect(isBlank(value)).toBe(blank)
  })
})

describe('an exact decimal', () => {
  it.each([
    ['1.0', true],
    ['10.', false],
    ['1.5', true],
    ['12.500', true],
    ['-1.50', true],
    ['x1.50', false],
    ['1.50x', false],
    ['.50', false],
    ['150', true],
    ['1,0', false],
  ])('%s: %s', (raw, expected) => {
    expect(isExactDecimal({ raw })).toBe(expected)
  })
})

describe('digits and sums of any size', () => {
  it.each([
    [123e-9, '0.000000123'],
    [-1.25e-10, '-0.000000000125'],
    [1.5e300, BigInt(1.5e300).toString()],
  ])('%d is %s', (value, digits) => {
    expect(plainDigits(value)).toBe(digits)
  })

  it.each([
    [[0.5, -0.75], -0.25],
    [[-0.05, -0.05], -0.1],
    [[10, 0.25], 10.25],
    [[-1e21, 0.5, 1e21], 0.5],
    [[0.1, -0.1], 0],
    [[1e-7, 2e-7], 3e-7],
  ])('%j is %d', (values, sum) => {
    expect(sumExactly(values)).toBe(sum)
  })

  it('says that only finite numbers have a sum', () => {
    expect(() => sumExactly([-Infinity])).toThrow(new RangeError('only finite numbers have a sum'))
  })
})

describe('a report', () => {
  it('that is empty has the current edition, and blanks everywhere', () => {
    expect(emptyReport('某局', null)).toEqual({
      edition: '2021',
      unit: '某局',
      year: null,
      figures: {},
      narrative: { overview: '', problems: '', other: '' },
    })
  })

  it('keeps its other figures and texts where some figures are changed', () => {
    const before = withFigures(emptyReport('某局', 2024), { 'table2.fees.amount': 1, 'table4.review.total': 2 })
    expect(withFigures(before, { 'table4.review.total': 3 })).toEqual({
      ...emptyReport('某局', 2024),
      figures: { 'table2.fees.amount': 1, 'table4.review.total': 3 },
    })
  })
})
