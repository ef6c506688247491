import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isExactDecimal, meaningOf, readFigure, writtenForm, type CellValue, type Meaning } from '../../src/report'
import { shareOfTime } from '../support/processor-time'
import { runs } from '../support/runs'

const table: [written: string, value: CellValue, kind: Meaning['kind']][] = [
  ['8', 8, 'number'],
  ['0', 0, 'number'],
  [' 8 ', 8, 'number'],
  ['\u30008\u00a0', 8, 'number'],
  ['3.5', 3.5, 'number'],
  ['-1', -1, 'number'],
  ['11398889', 11398889, 'number'],
  ['999999999999999', 999999999999999, 'number'],
  ['', null, 'blank'],
  [' \u3000\t', null, 'blank'],
  ['\u200b\ufeff', null, 'blank'],
  ['８', { raw: '８', value: 8 }, 'rewritten'],
  ['１２．５', { raw: '１２．５', value: 12.5 }, 'rewritten'],
  ['−3', { raw: '−3', value: -3 }, 'rewritten'],
  ['1,024', { raw: '1,024', value: 1024 }, 'rewritten'],
  ['１，０２４', { raw: '１，０２４', value: 1024 }, 'rewritten'],
  ['8件', { raw: '8件', value: 8 }, 'rewritten'],
  ['8 件次', { raw: '8 件次', value: 8 }, 'rewritten'],
  ['3.5万元', { raw: '3.5万元', value: 3.5 }, 'rewritten'],
  ['12.50', { raw: '12.50', value: 12.5 }, 'rewritten'],
  ['007', { raw: '007', value: 7 }, 'rewritten'],
  ['-0', { raw: '-0', value: 0 }, 'rewritten'],
  ['22（其中修订16件）', { raw: '22（其中修订16件）', value: 22 }, 'annotated'],
  ['22件(含修订)', { raw: '22件(含修订)', value: 22 }, 'annotated'],
  ['1,024 （含\n转办）', { raw: '1,024 （含\n转办）', value: 1024 }, 'annotated'],
  ['/', { raw: '/' }, 'notApplicable'],
  ['／', { raw: '／' }, 'notApplicable'],
  ['-', { raw: '-' }, 'notApplicable'],
  ['—', { raw: '—' }, 'notApplicable'],
  ['——', { raw: '——' }, 'notApplicable'],
  ['不适用', { raw: '不适用' }, 'notApplicable'],
  ['N/A', { raw: 'N/A' }, 'notApplicable'],
  ['无', { raw: '无' }, 'unreadable'],
  ['减4', { raw: '减4' }, 'unreadable'],
  ['二十二', { raw: '二十二' }, 'unreadable'],
  ['约8', { raw: '约8' }, 'unreadable'],
  ['1 2', { raw: '1 2' }, 'unreadable'],
  ['12,34', { raw: '12,34' }, 'unreadable'],
  ['1.2.3', { raw: '1.2.3' }, 'unreadable'],
  ['1e5', { raw: '1e5' }, 'unreadable'],
  ['5%', { raw: '5%' }, 'unreadable'],
  ['2024-01-05', { raw: '2024-01-05' }, 'unreadable'],
  ['2024/1/5', { raw: '2024/1/5' }, 'unreadable'],
  ['2024年1月5日', { raw: '2024年1月5日' }, 'unreadable'],
  ['#REF!', { raw: '#REF!' }, 'unreadable'],
  ['Infinity', { raw: 'Infinity' }, 'unreadable'],
  ['9007199254740993', { raw: '9007199254740993' }, 'unreadable'],
  ['1234567890.1234567', { raw: '1234567890.1234567' }, 'unreadable'],
]

describe('a written figure', () => {
  it.each(table)('%j is %j', (written, value, kind) => {
    expect(readFigure(written)).toStrictEqual(value)
    expect(meaningOf(value).kind).toBe(kind)
  })

  it('keeps every text as written but for the blanks around it', () => {
    const figure = fc.oneof(fc.string(), fc.constantFrom(...table.map(([written]) => written)))
    fc.assert(
      fc.property(figure, (text) => {
        expect(writtenForm(readFigure(text))).toBe(
          text.replace(/^[\s\u200b\ufeff]+/, '').replace(/[\s\u200b\ufeff]+$/, ''),
        )
      }),
      runs(100),
    )
  })

  it('is the same when read again', () => {
    const pieces = fc.constantFrom('8', '０', ',', '.', '-', '件', '（', '）', ' ', '万元', '/', '1,000', '无')
    const figure = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(figure, (text) => {
        const once = readFigure(text)
        expect(readFigure(writtenForm(once))).toStrictEqual(once)
      }),
      runs(100),
    )
  })

  it.each([' ', '件', '9', ',', '（', '9.'])('takes time in proportion for a million of %j', (piece) => {
    const longOf = (size: number) => `1${piece.repeat(size)}x`
    expect(readFigure(longOf(1_000_000))).toEqual({ raw: longOf(1_000_000) })
    expect(shareOfTime((size) => void readFigure(longOf(size)), 1_000_000)).toBeLessThan(1)
  })
})

describe('an amount', () => {
  it.each([
    ['12.50', true],
    ['12.5', true],
    ['0.00', true],
    ['12.5万元', false],
    ['１２', false],
    ['1,024.50', false],
  ])('%s is an exact decimal: %s', (raw, expected) => {
    expect(isExactDecimal({ raw })).toBe(expected)
  })
})
