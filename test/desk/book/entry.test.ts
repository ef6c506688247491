import { describe, expect, it } from '@jest/globals'
import { displayValue, readEntry } from '../../../src/desk/book'
import type { Entry } from '../../../src/desk/book'

const day = (date: number): Entry => ({ value: { date } })

describe('a typed text', () => {
  it.each<[string, Entry]>([
    ['', {}],
    ['8', { value: 8 }],
    [' 8 ', { value: 8 }],
    ['-1', { value: -1 }],
    ['+2', { value: 2 }],
    ['.5', { value: 0.5 }],
    ['1e3', { value: 1000 }],
    ['007', { value: 7 }],
    ['1,024', { value: 1024, numberFormat: '#,##0' }],
    ['1,024.50', { value: 1024.5, numberFormat: '#,##0.00' }],
    ['1,02', { value: '1,02' }],
    ['(5)', { value: -5 }],
    ['12%', { value: 0.12, numberFormat: '0%' }],
    ['12.5%', { value: 0.125, numberFormat: '0.00%' }],
    ['８', { value: '８' }],
    ['8件', { value: '8件' }],
    ['/', { value: '/' }],
    ['-', { value: '-' }],
    ['.', { value: '.' }],
    ['—', { value: '—' }],
    ['TRUE', { value: true }],
    ['false', { value: false }],
    ['#REF!', { value: '#REF!' }],
    ["'8", { value: '8' }],
    ["'=A1", { value: '=A1' }],
    ["'", {}],
    ['=', { value: '=' }],
    ['=A1', { formula: '=A1' }],
    ['2024-01-31', day(45322)],
    ['2024/1/31', day(45322)],
    ['2024年1月31日', day(45322)],
    ['1/31/2024', day(45322)],
    ['2024-01-31 12:00', day(45322.5)],
    ['2024-01-31T06:00:00', day(45322.25)],
    ['3/4', day(45355)],
    ['12:00', day(0.5)],
    ['2024-02-30', { value: '2024-02-30' }],
    ['25:00', { value: '25:00' }],
    ['13-45', { value: '13-45' }],
  ])('%p is %p', (text, expected) => {
    expect(readEntry(text, undefined, 2024)).toEqual(expected)
  })

  it.each(['8', "'8", '2024-01-31', 'TRUE', ' 8 '])('%p stays text in a cell of plain text', (text) => {
    expect(readEntry(text, '@', 2024)).toEqual({ value: text })
  })

  it('is a formula even in a cell of plain text', () => {
    expect(readEntry('=A1', '@', 2024)).toEqual({ formula: '=A1' })
  })
})

describe('a displayed value', () => {
  it.each<[Parameters<typeof displayValue>[0], string | undefined, string]>([
    [2, '[Red]"差 "0;[Red]"差 -"0;0', '差 2'],
    [-3, '[Red]"差 "0;[Red]"差 -"0;0', '差 -3'],
    [0, '[Red]"差 "0;[Red]"差 -"0;0', '0'],
    [1234.5, '#,##0.0;-#,##0.0', '1,234.5'],
    [undefined, undefined, ''],
    ['text', '0.00', 'text'],
    [true, undefined, 'TRUE'],
    [1234567, undefined, '1234567'],
    [0.1 + 0.2, undefined, '0.3'],
    [1 / 3, undefined, '0.3333333333'],
    [3, '0', '3'],
    [2.5, '0', '3'],
    [-0.001, '0.00', '0.00'],
    [-3.456, '0.00', '-3.46'],
    [1234567.5, '#,##0.00', '1,234,567.50'],
    [1234, '#,##0', '1,234'],
    [0.125, '0.0%', '12.5%'],
    [3.5, '0.##', '3.5'],
    [3, '0.##', '3'],
    [{ date: 45322 }, undefined, '2024/1/31'],
    [{ date: 45322.5 }, undefined, '2024/1/31 12:00:00'],
    [{ date: 45322 }, 'yyyy-mm-dd', '2024-01-31'],
    [{ date: 45322.5 }, 'yyyy"年"m"月"d"日" hh:mm', '2024年1月31日 12:00'],
    [45322, 'yyyy-mm-dd', '2024-01-31'],
  ])('%p as %p is %p', (value, format, expected) => {
    expect(displayValue(value, format)).toBe(expected)
  })
})
