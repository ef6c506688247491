import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { openSource } from '../../../src/desk/cli/source'

const open = (name: string) => openSource(join('test/desk/files', name))

/** A sheet with marks, saved by LibreOffice in both formats; the one of .xlsx is read by the same rules. */
describe.each(['marks.xls', 'marks.ods'])('%s', (name) => {
  it('gives figures without what is struck, raised or hidden, and keeps what a format shows', async () => {
    const { report } = await open(name)
    expect(report.figures).toMatchObject({
      'table2.regulations.issued': 34,
      'table2.regulations.repealed': { raw: '3¹', value: 3 },
      'table2.regulations.inForce': null,
      'table2.normativeDocuments.issued': null,
      'table2.normativeDocuments.repealed': { raw: '2件', value: 2 },
      'table2.normativeDocuments.inForce': 3,
      // LibreOffice writes the format of ten thousands so that it shows this.
      'table2.licensing.decisions': { raw: '125!.0万（原数125000）' },
      'table2.penalties.decisions': { raw: '50%' },
      'table2.coercion.decisions': 7,
    })
  })

  it('tells all of it', async () => {
    const { findings } = await open(name)
    const told = findings.filter(({ rule }) => /STRUCK|MARK|HIDDEN/.test(rule)).map(({ message }) => message)
    expect(told.map((message) => message.split('。')[0])).toEqual([
      '“规章”·本年废止件数：来源写的是“3¹”，角标不是数字，按3读取，原文保留',
      '“规章”·本年制发件数：“12”已划去，没有读取',
      '“规章”·现行有效件数：“4”已划去，没有读取',
      '“行政规范性文件”·本年制发件数：“1”是隐藏的，没有读取',
      '工作表“年报”第 13 行等 2 处：“隐藏行；99”是隐藏的，没有读取',
      '隐藏的工作表“草稿”没有读取',
    ])
  })
})
