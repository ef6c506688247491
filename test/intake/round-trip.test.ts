import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { documentOf, toText } from '../../src/document'
import { read } from '../../src/intake'
import type { Report } from '../../src/report'
import { anyReport } from '../report/reports'

const titleFindings = ({ unit, year }: Report) => [unit === '', year === null].filter(Boolean).map(() => 'READ.TITLE')

describe('a report written as text and read back', () => {
  it.each([
    ['is the same report', false],
    ['is the same report from a draft', true],
  ])('%s', (_, draft) => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { report: back, findings } = read(toText(documentOf(report, { draft })), 'text')
        expect(back).toStrictEqual(report)
        const rules = findings.map(({ rule }) => rule).filter((rule) => rule !== 'READ.WORDS')
        expect(rules).toEqual(titleFindings(report))
      }),
    )
  })
})
