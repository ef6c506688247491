import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { convert, describeWithLibreOffice } from '../support/libreoffice'
import { clean, nianbao, temporaryFolder } from './command'

const folder = temporaryFolder()
const at = (name: string) => join(folder, name)

describeWithLibreOffice('with LibreOffice', () => {
  it('a workbook that LibreOffice opened and saved is checked like ours', () => {
    nianbao(['new', at('new.xlsx'), '--unit', '甲街道办事处', '--year', '2024', '--last-year', clean])
    writeFileSync(at('saved.xlsx'), convert(readFileSync(at('new.xlsx')), 'xlsx', 'xlsx'))
    const [ours, theirs] = ['new.xlsx', 'saved.xlsx'].map((name) => nianbao(['check', at(name), '--json']))
    expect(theirs).toEqual(ours)
  }, 120000)

  it('report makes a pdf, and nothing is left of the making', () => {
    const { status, out } = nianbao(['report', clean, '--out', at('pdf'), '--format', 'pdf'])
    const path = at('pdf/示例街道办事处2023年政府信息公开工作年度报告.pdf')
    expect([status, out]).toEqual([0, `已生成 ${path}\n`])
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
  }, 120000)
})
