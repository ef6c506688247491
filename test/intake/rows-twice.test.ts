import { describe, expect, it } from '@jest/globals'
import { read } from '../../src/intake'
import { cleanText } from './sources'

describe('a table that prints more rows twice than are told one by one', () => {
  it('tells the rest together, with the cells that stay open', () => {
    const begin = cleanText.indexOf('一、本年新收')
    const end = cleanText.indexOf('四、政府信息公开行政')
    const rows = cleanText.slice(begin, end).trim().split('\n')
    const twice = rows.flatMap((row) => [row, row.replace(/\d+$/, '77')]).join('\n')
    const { report, findings } = read(`${cleanText.slice(0, begin)}${twice}\n\n${cleanText.slice(end)}`, 'text')
    const told = findings.filter(({ rule }) => rule === 'READ.ROW_TWICE')
    expect([rows.length, told.length]).toEqual([25, 21])
    const open = told.flatMap(({ cells }) => cells.map(({ id }) => id))
    expect(new Set(open).size).toBe(175)
    expect(open.filter((id) => report.figures[id] !== null)).toEqual([])
    expect(told[20]?.message).toContain('还有 5 行重复出现，其中 5 行数字不同')
  })
})
