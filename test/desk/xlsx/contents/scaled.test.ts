import { describe, expect, it } from '@jest/globals'
import { scaledText } from '../../../../src/desk/xlsx/contents/scaled'

describe('what a format with words shows of a number', () => {
  it.each<[number, string, string]>([
    [12.5, '0"件"', '12.5件'],
    [13, '0"件"', '13件'],
    [0.1 + 0.2, '0.0"件"', '0.3件'],
    [1234567.25, '#,##0"元"', '1234567.25元'],
    [1.234, '0.00"件"', '1.234件'],
    [-5, '0"件"', '-5件'],
    [-5, '0"件";-0"件"', '-5件'],
    [-5, '0"件";(0"件")', '(5件)'],
    [-5, '0"件";"-"0"件"', '-5件'],
    [-5, '0"件";[Red]0"件"', '5件（原数-5）'],
    [5, '0"件";-0"件"', '5件'],
    [0, '0"件";-0"件";"无"', '无'],
    [-5, '[<0]-0"件";0"件"', '-5件'],
    [-5, '[<10]0"件";0"项"', '-5件'],
    [12, '"约"0"件"', '约12件'],
    [12, 'General"件"', '12件'],
    [12, 'G/通用格式"件"', '12件'],
    [-12, 'General"件"', '-12件'],
  ])('%d in %s is %s', (value, format, shown) => {
    expect(scaledText(value, format)).toBe(shown)
  })
})

describe('a format that scales', () => {
  it.each<[number, string, string]>([
    [125000, '0.0,"千"', '125.0千（原数125000）'],
    [125000, '0!.0,"万"', '12.5万（原数125000）'],
    [125000, '0!.0000"万"', '12.5000万（原数125000）'],
    [-125000, '0!.0,"万"', '-12.5万（原数-125000）'],
    [12500000, '0.0,,', '12.5（原数12500000）'],
  ])('%d in %s is %s', (value, format, shown) => {
    expect(scaledText(value, format)).toBe(shown)
  })
})

describe('a format without words', () => {
  it.each<[number, string]>([
    [12.5, '0'],
    [-5, '0;(0)'],
    [1234.5, '#,##0.00'],
    [8, 'General'],
    [8, '¥#,##0'],
    [8, 'G/通用格式'],
    [8, '"共"@'],
    // Formats 41 to 44 of Excel: for accounting, where a dash stands for 0.
    [0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '],
    [0, '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ '],
    [0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
    [0, '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ '],
    [12, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '],
    [0, '0;-0;;@'],
    [0, 'General;General;"—"'],
  ])('leaves %d in %s as it is', (value, format) => {
    expect(scaledText(value, format)).toBeUndefined()
  })

  it('without any place of a digit shows nothing', () => {
    expect([8, 0].map((value) => scaledText(value, ';;;'))).toEqual(['', ''])
  })
})
