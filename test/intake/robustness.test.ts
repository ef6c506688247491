import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { EmptySourceError, read, UnreadableSourceError, type TextKind } from '../../src/intake'
import { parseReport, printReport, ReportShapeError } from '../../src/report'
import { shareOfTime } from '../support/processor-time'
import { runs } from '../support/runs'
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
      runs(500),
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
      runs(500),
    )
  })

  it('cut or mutated anywhere gives a report or one clear error', () => {
    const at = fc.nat({ max: cleanText.length })
    const change = fc.tuple(at, at, fc.string({ maxLength: 5 }))
    fc.assert(
      fc.property(change, ([from, to, text]) => {
        readAnything(cleanText.slice(0, from) + text + cleanText.slice(to), 'text')
      }),
      runs(300),
    )
  })
})

/** A million characters in `npm test`, fewer in the fast tier. */
const MEGABYTE = Math.min(1_000_000, runs(1_000_000).numRuns)

/** A text of about a size, made of a piece again and again. */
const filled = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length))

describe('a megabyte', () => {
  const head = '三、收到和处理政府信息公开申请情况\n'
  it.each<[string, (size: number) => string]>([
    ['of tabs', (size) => filled('\t', size)],
    ['of tabs in a row of the form', (size) => `${head}3.其他${filled('\t', size)}`],
    ['of figures in a row of the form', (size) => `${head}3.其他${filled('\t1', size)}`],
    ['of blanks', (size) => `${head}3.其他\t1${filled(' ', size)}x\t1`],
    ['of line ends', (size) => filled('\r\n', size)],
    ['of section titles', (size) => filled('一、总体情况\n', size)],
    ['of repeated rows', (size) => head + filled('3.其他\t1\t1\t1\t1\t1\t1\t1\n', size)],
    ['of unknown rows', (size) => `${head}3.其他\t1\t1\t1\t1\t1\t1\t1\n${filled('其他\t1\n1\t2\n', size)}`],
    ['of titles', (size) => filled('政府信息公开工作年度报告\n', size)],
    ['of years', (size) => `${filled('2024年', size)}政府信息公开工作年度报告`],
    ['of narrative', (size) => `一、总体情况\n${filled('全年公开信息 70 余条，（', size)}`],
    ['of brackets', (size) => `${head}${filled('（(', size)}\t1`],
    ['of characters that grow when normalised', (size) => `${head}${'\ufdfa'.repeat(199)}\t${filled('\ufdfa', size)}`],
    ['of digits', (size) => `${head}3.其他\t${filled('9', size)}`],
  ])('%s takes time in proportion', (_, contentOf) => {
    expect(shareOfTime((size) => readAnything(contentOf(size), 'text'), MEGABYTE)).toBeLessThan(1)
  })
})
