import { describe, expect, it } from '@jest/globals'
import { logRow, logWrite } from '../../src/actions/log'

const stamp = { time: '2025-01-06 10:30', user: '李工', version: '1.0.0' }

describe('an entry of 流程记录', () => {
  it('takes as many rows as its detail needs, and loses none of it', () => {
    const detail = '原文'.repeat(40_000)
    const writes = logWrite('流程记录', logRow(stamp, { event: '导入', detail }))
    const rows = writes.map((write) => (write.kind === 'append' ? write.values : []))
    expect(rows.map((row) => row.slice(0, 3))).toEqual(Array(3).fill(["'2025-01-06 10:30", "'李工", "'导入"]))
    expect(Math.max(...rows.flat().map((cell) => String(cell).length))).toBeLessThanOrEqual(32_767)
    expect(rows.map((row) => String(row[3]).slice(1)).join('')).toBe(detail)
  })

  it('is one row otherwise, and none where there is no such tab', () => {
    const row = logRow(stamp, { event: '校验', detail: '' })
    expect(logWrite('流程记录', row)).toHaveLength(1)
    expect(logWrite(null, row)).toEqual([])
  })
})
