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
})
