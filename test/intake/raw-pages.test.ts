import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { CellId } from '../../src/form'
import { read } from '../../src/intake'
import type { CellValue } from '../../src/report'

const reports = resolve('../shared/reports')
const describeWithReports = existsSync(join(reports, 'raw')) ? describe : describe.skip

interface PublishedSet {
  id: string
  figures: Record<CellId, CellValue>
}

describeWithReports('published web pages (reports/raw)', () => {
  it.each(['001', '006'])('%s has every figure that is listed of it', (id) => {
    const sets = JSON.parse(readFileSync(join(reports, 'figures.json'), 'utf8')) as PublishedSet[]
    const expected = Object.entries(sets.find((set) => set.id === id)?.figures ?? {})
    const { report } = read(readFileSync(join(reports, `raw/${id}.html`), 'utf8'), 'html')
    expect(expected.length).toBeGreaterThan(180)
    expect(expected.map(([cell]) => [cell, report.figures[cell] ?? null])).toEqual(expected)
  })
})
