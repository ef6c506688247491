import { describe, expect, it } from '@jest/globals'
import { readHanNumeral } from '../../src/report'

describe('a numeral in Chinese characters', () => {
  it.each([
    ['五', 5],
    ['零', 0],
    ['〇', 0],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十三', 23],
    ['一二', 12],
    ['一〇五', 105],
    ['二〇二四', 2024],
    ['两百', 200],
    ['一百零五', 105],
    ['一百一十', 110],
    ['一百二十三', 123],
    ['一千零二十', 1020],
    ['三千二百', 3200],
    ['壹拾贰', 12],
    ['贰佰零叁', 203],
    ['一万', 10_000],
    ['十二万三千', 123_000],
    ['一万零八', 10_008],
  ])('%s is %d', (text, number) => {
    expect(readHanNumeral(text)).toBe(number)
  })

  it.each([
    '',
    '无',
    '12',
    '十二件',
    '一百二',
    '一千二',
    '一万二',
    '一百百',
    '十十',
    '百',
    '二三十',
    '万',
    '一万万',
    '几十',
    '一二三四五六七八九一二三四',
  ])('%s is none, or no certain one', (text) => {
    expect(readHanNumeral(text)).toBeNull()
  })

  it('is read as it is written, for every number up to 9,999', () => {
    const digits = [...'零一二三四五六七八九']
    const scales = ['千', '百', '十', '']
    const written = (number: number): string =>
      [...String(number).padStart(4, '0')]
        .map((digit, at) => (digit === '0' ? '零' : `${digits[Number(digit)]}${scales[at]}`))
        .join('')
        .replace(/零+/g, '零')
        .replace(/^零|零$/g, '')
        .replace(/^一十/, '十')
    const wrong = Array.from({ length: 9999 }, (_, at) => at + 1).filter(
      (number) => readHanNumeral(written(number)) !== number,
    )
    expect(wrong).toEqual([])
  })
})
