import { describe, expect, it } from '@jest/globals'
import { figures, figureOf } from '../../src/form'
import { emptyReport, totals, type Report } from '../../src/report'
import { readWorkbook, reportWrites } from '../../src/workbook'
import { apply, freshSnapshot, recalculate } from './snapshot'

describe('q', () => {
  it('r', () => {
    const s = freshSnapshot()
    const r0 = readWorkbook(s)
    console.log(r0.findings, r0.places.size, r0.lastYearPlaces.size, [...r0.spots], r0.findingsList, r0.log)
    const report: Report = totals({
      ...emptyReport('某局', 2024),
      figures: Object.fromEntries(figures.filter((f) => f.kind === 'input').map((f, i) => [f.id, i])),
      narrative: { overview: 'a\nb', problems: 'c', other: 'd' },
    })
    const w = reportWrites(report, r0, false)
    console.log(
      w.blocks.map((b) => [b.tab, b.row, b.column, b.values.length, b.values[0]?.length]),
      w.kept.length,
      w.unplaced,
    )
    apply(s, w.blocks)
    recalculate(s)
    expect(readWorkbook(s).report).toEqual(report)
    void figureOf
  })
})
