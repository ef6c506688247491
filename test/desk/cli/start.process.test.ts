import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import { nianbao, temporaryFolder } from './command'
import type { Result } from './command'
import { spawned } from './spawned.process'

const folder = temporaryFolder()
const BOOK = '示例街道办事处2024年政府信息公开工作年度报告'
const at = (name: string) => join(folder, 'out', name)

describe('start', () => {
  let result: Result
  beforeAll(() => {
    // Without a program that makes a PDF, which is an extra here.
    result = spawned(['start'], { PATH: folder }, folder)
  })

  it('walks through check, totals and report, and says what was found', () => {
    const { status, out, err } = result
    expect([status, err]).toEqual([0, ''])
    expect(out.match(/^\d\. .*/gm)).toEqual([
      '1. 已新建工作簿，填入数字 200 个、文字三段，带入上年数据。',
      '2. 校验',
      '3. 计算合计',
      '4. 生成年度报告',
      '5. 文件',
    ])
    expect(out).toMatch(/错误 2，警告 0，提示 0。/)
    expect(out).toMatch(/填的是 6，各项之和 7/)
    expect(out).toMatch(/生成 pdf 需要 LibreOffice 或 Chromium/)
  })

  it('puts the workbook and the documents of the same run into out/', () => {
    const names = readdirSync(join(folder, 'out')).sort()
    expect(names).toEqual(
      [`${BOOK}.xlsx`, ...['docx', 'html', 'txt'].map((format) => `${BOOK}（草稿）.${format}`)].sort(),
    )
    for (const name of names) expect(result.out).toContain(join('out', name))
    expect(
      strFromU8(unzipSync(readFileSync(at(`${BOOK}（草稿）.docx`)))['word/document.xml'] ?? new Uint8Array()),
    ).toContain('主动公开政府信息情况')
    expect(readFileSync(at(`${BOOK}（草稿）.html`), 'utf8')).toContain('草稿')
  })

  it('leaves a workbook that the command line reads, its wrong total kept', async () => {
    const { status, out } = await nianbao(['check', at(`${BOOK}.xlsx`), '--json'])
    const { findings, summary } = JSON.parse(out) as { findings: { rule: string }[]; summary: object }
    expect(status).toBe(1)
    expect(findings.map(({ rule }) => rule)).toEqual(['T3.ROW', 'T3.CONCLUDED'])
    expect(summary).toEqual({ errors: 2, warnings: 0, infos: 0 })
  })
})
