import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { EmptySourceError, read, UnreadableSourceError, type TextKind } from '../../src/intake'
import { parseReport, printReport, ReportShapeError } from '../../src/report'
import { cleanText } from './sources'

/** Reads whatever it is: a report that can be printed and parsed again, or one clear error. */
function readAnything(content: string, kind: TextKind): void {
  try {
    const { report } = read(content, kind)
    expect(parseReport(JSON.parse(printReport(report)))).toEqual(report)
  } catch (error) {
    const isClear = [EmptySourceError, ReportShapeError, UnreadableSourceError].some((kind) => error instanceof kind)
    if (!isClear || !(error instanceof Error)) throw error
    expect(error.message.length).toBeGreaterThan(0)
    expect(error.message).not.toContain('\n')
  }
}

describe('any input', () => {
  it.each<TextKind>(['text', 'json'])('as %s gives a report or one clear error', (kind) => {
    const content = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.json())
    fc.assert(
      fc.property(content, (text) => readAnything(text, kind)),
      { numRuns: 500 },
    )
  })

  it('made of pieces of reports gives a report or one clear error', () => {
    const pieces = [
      ...cleanText.split(/(?<=\n)/),
      '\t',
      '\n',
      '总计',
      '3.其他',
      '行政复议',
      '1',
      '一、总体情况\n',
      '（',
    ]
    const content = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(content, (text) => readAnything(text, 'text')),
      { numRuns: 500 },
    )
  })

  it('cut or mutated anywhere gives a report or one clear error', () => {
    const at = fc.nat({ max: cleanText.length })
    const change = fc.tuple(at, at, fc.string({ maxLength: 5 }))
    fc.assert(
      fc.property(change, ([from, to, text]) => {
        readAnything(cleanText.slice(0, from) + text + cleanText.slice(to), 'text')
      }),
      { numRuns: 300 },
    )
  })
})

describe('a megabyte', () => {
  const head = '三、收到和处理政府信息公开申请情况\n'
  it.each<[string, string]>([
    ['of tabs', '\t'.repeat(1_000_000)],
    ['of tabs in a row of the form', `${head}3.其他${'\t'.repeat(1_000_000)}`],
    ['of figures in a row of the form', `${head}3.其他${'\t1'.repeat(500_000)}`],
    ['of blanks', `${head}3.其他\t1${' '.repeat(1_000_000)}x\t1`],
    ['of line ends', '\r\n'.repeat(500_000)],
    ['of section titles', '一、总体情况\n'.repeat(140_000)],
    ['of repeated rows', head + '3.其他\t1\t1\t1\t1\t1\t1\t1\n'.repeat(50_000)],
    ['of unknown rows', head + '3.其他\t1\t1\t1\t1\t1\t1\t1\n' + '其他\t1\n1\t2\n'.repeat(100_000)],
    ['of titles', '政府信息公开工作年度报告\n'.repeat(80_000)],
    ['of years', `${'2024年'.repeat(200_000)}政府信息公开工作年度报告`],
    ['of narrative', `一、总体情况\n${'全年公开信息 70 余条，（'.repeat(70_000)}`],
    ['of brackets', `${head}${'（('.repeat(500_000)}\t1`],
    ['of characters that grow when normalised', `${head}${'\ufdfa'.repeat(199)}\t${'\ufdfa'.repeat(1_000_000)}`],
    ['of digits', `${head}3.其他\t${'9'.repeat(1_000_000)}`],
  ])('%s ends', (_, content) => {
    readAnything(content, 'text')
  })
})
