import { describe, expect, it } from '@jest/globals'
import { readPdf } from '../../../src/desk/pdf-pages'
import type { PdfLimits } from '../../../src/desk/pdf-pages'
import { STOPPED } from '../../../src/desk/pdf-pages/limits'
import { whyEnded } from '../../../src/desk/pdf-pages/read-pdf'
import { sourceProblems } from '../../../src/words/source-faults'
import { clean } from '../../intake/sources'
import { paintedReport } from '../../support/painted-report'
import { PdfPage, pdfFile } from '../../support/pdf-file'

const scanned = () => new PdfPage().picture(20, 20, 550, 800)

/** Encrypted with a password that nobody has: the entries of such a file, whatever they say. */
const locked = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00> <00>]`

describe('a PDF of a report', () => {
  it.each(['known', 'listed'] as const)('is the same report by %s codes, from a process of its own', async (codes) => {
    const { report, findings } = await readPdf(pdfFile(paintedReport(clean), '', codes))
    expect(report).toEqual(clean)
    expect(findings).toEqual([])
  })

  it('is the same report on turned pages', async () => {
    const pages = paintedReport(clean).map(({ width, height, operators }) => {
      const turned = new PdfPage(height, width, '/Rotate 90')
      // Painted a quarter round, and turned back by the page.
      turned.operators.push(`q 0 -1 1 0 0 ${width} cm`, ...operators, 'Q')
      return turned
    })
    const reading = await readPdf(pdfFile(pages))
    expect(reading.report.figures).toEqual(clean.figures)
    expect(reading.report.narrative).toEqual(clean.narrative)
  })

  it('with a scanned page and with pictures says which pages were not read', async () => {
    const [first, ...others] = paintedReport(clean)
    const pages = [first as PdfPage, scanned(), ...others.map((page) => page.picture(300, 600, 200, 200))]
    const { report, findings } = await readPdf(pdfFile(pages))
    expect(report.figures).toEqual(clean.figures)
    expect(findings.map(({ rule, message }) => [rule, message.split('。')[0]])).toEqual([
      ['READ.PART', '第 2 页是扫描的图片，其中的内容没有读取'],
      ['READ.PART', '第 3、4 页有图片，图片里的内容没有读取'],
    ])
  })

  it.each<[string, Uint8Array, keyof typeof sourceProblems, Partial<PdfLimits>]>([
    ['is scanned', pdfFile([scanned(), scanned()]), 'scanned', {}],
    ['has no text', pdfFile([new PdfPage().rectangle(10, 10, 100, 100, '0 0 0')]), 'noText', {}],
    ['has a password', pdfFile(paintedReport(clean), locked), 'encrypted', {}],
    ['is cut off', pdfFile(paintedReport(clean)).slice(0, 9), 'damaged', {}],
    ['has too many pages', pdfFile(Array.from({ length: 301 }, () => new PdfPage())), 'tooLarge', {}],
    ['takes too long', pdfFile(paintedReport(clean)), 'tooLong', { seconds: 0.01 }],
    ['takes too much memory', pdfFile(paintedReport(clean)), 'tooLong', { megabytes: 1 }],
  ])('is refused where it %s', async (_, bytes, problem, limits) => {
    const read = readPdf(bytes, { seconds: 30, megabytes: 1000, ...limits })
    await expect(read).rejects.toMatchObject({ name: 'UnreadableSourceError', message: sourceProblems[problem] })
  })

  it('is read however much of the processor and of memory this process takes meanwhile', async () => {
    let isRead = false
    const reading = readPdf(pdfFile(paintedReport(clean)), { seconds: 2, megabytes: 400 })
    const ended = reading.finally(() => (isRead = true))
    const held = Buffer.alloc(450_000_000, 1)
    const { user } = process.cpuUsage()
    // In slices, so that whatever watches the reading comes to its turn.
    while (!isRead || process.cpuUsage().user - user < 2_200_000) {
      held.subarray(0, 20_000_000).reverse()
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    expect((await ended).report).toEqual(clean)
  })

  it('is refused where nothing of it belongs to a report', async () => {
    const read = readPdf(pdfFile([new PdfPage().text(60, 60, '本单位食堂下周的菜单和开放时间如下')]))
    await expect(read).rejects.toMatchObject({ name: 'EmptySourceError' })
  })
})

describe('why a process ended without an answer', () => {
  it.each([
    ['it took too much', STOPPED, 'SIGKILL', sourceProblems.tooLong],
    [
      'its heap was full',
      'FATAL ERROR: Reached heap limit - JavaScript heap out of memory',
      '134',
      sourceProblems.tooLong,
    ],
    ['the system ended it', '', 'SIGKILL', sourceProblems.tooLong],
    ['of a fault of ours', 'TypeError: x is undefined', '1', 'reading a PDF ended with 1: TypeError: x is undefined'],
  ])('says that %s', (_, said, how, message) => {
    expect(whyEnded(said, how).message).toBe(message)
  })
})

/** A text in lines of so many characters, from a place downwards. */
function paintLines(page: PdfPage, text: string, x: number, y: number, length: number): void {
  for (let at = 0; at < text.length; at += length) page.text(x, y + (at / length) * 20, text.slice(at, at + length))
}

const sentence = (mark: string) => `\u3000\u3000${`${mark}把公开工作同日常管理放在一起安排`.repeat(9)}。`

describe('text of a PDF', () => {
  it('goes on over lines, columns and pages, without what is printed on every page', async () => {
    const pages = [1, 2].map((number) => {
      const page = new PdfPage().text(240, 30, '某某局文件', { size: 8 }).text(290, 820, `第 ${number} 页`, { size: 8 })
      return page.text(100, 600, '内部资料', { size: 60, angle: 40, colour: '0.9 0.9 0.9' })
    })
    const [first, second] = pages as [PdfPage, PdfPage]
    first.text(120, 70, '某某局2024年政府信息公开工作年度报告', { size: 18 }).text(60, 110, '一、总体情况')
    // Eight lines in each column, the third paragraph over the page's end.
    paintLines(first, sentence('甲'), 60, 130, 22)
    const long = sentence('乙')
    paintLines(first, long.slice(0, 88), 320, 130, 22)
    paintLines(second, long.slice(88), 60, 70, 22)
    second.text(60, 300, '五、存在的主要问题及改进情况')
    paintLines(second, sentence('丙'), 60, 320, 22)
    const { report } = await readPdf(pdfFile(pages))
    const [a, b, c] = ['甲', '乙', '丙'].map((mark) => sentence(mark).trim())
    expect(report).toMatchObject({
      unit: '某某局',
      year: 2024,
      narrative: { overview: `${a}\n${b}`, problems: c, other: '' },
    })
  })
})
