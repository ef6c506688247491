import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { openSource } from '../../../../src/desk/cli/source'

const folder = '../shared/cases/files'
const describeCases = existsSync(folder) ? describe : describe.skip
const at = (name: string) => join(folder, name)

describeCases('workbooks that an earlier state misread', () => {
  it.each(['openpyxl-saved.xlsx', 'SharedStrings-case.xlsx'])('%s opens like the original', async (name) => {
    const { report, findings, lastYear } = await openSource(at(name))
    expect([report.unit, report.year, Object.keys(report.figures).length]).toEqual(['侯寨街道办事处', 2024, 200])
    expect(report.figures['table3.received.naturalPerson']).toBe(250)
    expect(report.figures['table3.received.total']).toBe(1502)
    expect(lastYear?.year ?? null).toBeNull()
    expect(findings).toEqual([])
  })

  it('wan-format-own.xlsx has 12.5万 in its cell, not 125000', async () => {
    const { report, findings } = await openSource(at('wan-format-own.xlsx'))
    expect(report.figures['table2.fees.amount']).toEqual({ raw: '12.5万（原数125000）' })
    expect(findings.map(({ rule }) => rule)).toContain('READ.WORDS')
  })
})
