import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { documentOf, toDocx, toHtml, toText, type Document } from '../../src/document'
import { readSource, type Reading } from '../../src/intake'
import type { Report } from '../../src/report'
import { anyReport } from '../report/reports'
import { runs } from '../support/runs'

const titleFindings = ({ unit, year }: Report) => [unit === '', year === null].filter(Boolean).map(() => 'READ.TITLE')

/** How each kind of document is written and read back. */
const kinds: [string, (document: Document) => Reading][] = [
  ['text', (document) => readSource(toText(document), 'text')],
  ['HTML', (document) => readSource(toHtml(document), 'html')],
  ['.docx', (document) => readSource(toDocx(document), 'docx')],
]

describe.each(kinds)('a report written as %s and read back', (_, back) => {
  it.each([
    ['is the same report', false],
    ['is the same report from a draft', true],
  ])('%s', (_title, draft) => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { report: read, findings } = back(documentOf(report, { draft }))
        expect(read).toStrictEqual(report)
        const rules = findings.map(({ rule }) => rule).filter((rule) => rule !== 'READ.WORDS')
        expect(rules).toEqual(titleFindings(report))
      }),
      runs(100),
    )
  })

  it('has every empty paragraph of its texts', () => {
    const line = fc.constantFrom('一是更新慢。', '（一）主动公开', '', '1.公开渠道', '二是培训少。')
    const lines = fc.array(line, { maxLength: 8 })
    const text = lines.map((between) => ['开头一段。', ...between, '末尾一段。'].join('\n'))
    fc.assert(
      fc.property(anyReport, text, text, (report, overview, other) => {
        const written = { ...report, narrative: { ...report.narrative, overview, other } }
        expect(back(documentOf(written)).report.narrative).toEqual(written.narrative)
      }),
      runs(100),
    )
  })
})
