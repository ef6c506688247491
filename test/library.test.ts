import { describe, expect, it } from '@jest/globals'
import * as library from '../src/index'
import { clean } from './checks/clean'

describe('the library', () => {
  it('exports what its documentation names', () => {
    expect(Object.keys(library).sort()).toEqual([
      'EmptySourceError',
      'ReportShapeError',
      'UnreadableSourceError',
      'check',
      'claims',
      'documentOf',
      'fieldsOf',
      'fillFields',
      'read',
      'toDocx',
      'toHtml',
      'toText',
      'totals',
    ])
  })

  it('reads, checks and writes a report', () => {
    const { report, findings } = library.read(JSON.stringify(clean), 'json')
    expect(findings).toEqual([])
    expect(library.check(library.totals(report)).findings).toEqual([])
    const document = library.documentOf(report)
    expect(library.toText(document)).toContain('侯寨街道办事处')
    expect(library.toHtml(document)).toContain('<table')
    const typed = { ...report, narrative: { ...report.narrative, other: '新收【本年新收】件，上年【上年新收】件。' } }
    expect(library.toText(library.documentOf(typed, { lastYear: report }))).toContain('新收8件，上年8件。')
    expect([...library.toDocx(document).slice(0, 2)]).toEqual([0x50, 0x4b])
  })
})
