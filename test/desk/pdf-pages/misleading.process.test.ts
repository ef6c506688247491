import { beforeAll, describe, expect, it } from '@jest/globals'
import { readPdf } from '../../../src/desk/pdf-pages'
import type { CellId } from '../../../src/form'
import type { Reading } from '../../../src/intake'
import type { DoubtReason } from '../../../src/words/drawn'
import { doubtReasons } from '../../../src/words/drawn'
import { clean } from '../../intake/sources'
import { paintedReport } from '../../support/painted-report'
import type { PaintedCell } from '../../support/painted-report'
import { pdfFile } from '../../support/pdf-file'

/** What a cell holds besides or instead of its figure, painted so that a reader of letters alone is misled. */
interface Trick {
  name: string
  cell: CellId
  /** `later`: what is painted when all else of the report is. */
  paint: (cell: PaintedCell, later: (() => void)[]) => void
  reason: DoubtReason
}

const look = { size: 8 }

const tricks: Trick[] = [
  {
    name: 'a digit struck out before the new number',
    cell: 'table2.regulations.issued',
    paint: ({ page, right, base }) =>
      void page.figure(right - 6, base, '93402', look).line(right - 27, base - 3, right - 21, base - 3),
    reason: 'struck',
  },
  {
    name: 'a number struck out by a slanted line',
    cell: 'table2.regulations.repealed',
    paint: ({ page, right, base }) =>
      void page.figure(right - 6, base, '52', look).line(right - 15, base + 1, right - 5, base - 7),
    reason: 'struck',
  },
  {
    name: 'a number struck out by a filled bar',
    cell: 'table2.regulations.inForce',
    paint: ({ page, right, base }) =>
      void page.figure(right - 6, base, '52', look).rectangle(right - 15, base - 3.5, 10, 0.8, '0 0 0'),
    reason: 'struck',
  },
  {
    name: 'the small raised number of a note',
    cell: 'table2.normativeDocuments.issued',
    paint: ({ page, right, base }) =>
      void page.figure(right - 10, base, '12', look).figure(right - 6, base - 3, '3', { size: 5 }),
    reason: 'raised',
  },
  {
    name: 'a raised number of the same size',
    cell: 'table2.normativeDocuments.repealed',
    paint: ({ page, right, base }) =>
      void page.figure(right - 10, base, '12', look).figure(right - 6, base - 2, '3', look),
    reason: 'raised',
  },
  {
    name: 'a white digit before the number',
    cell: 'table2.normativeDocuments.inForce',
    paint: ({ page, right, base }) =>
      void page.figure(right - 6, base, '2', look).figure(right - 10, base, '1', { ...look, colour: '1 1 1' }),
    reason: 'unseen',
  },
  {
    name: 'nothing but an invisible number',
    cell: 'table2.licensing.decisions',
    paint: ({ page, right, base }) => void page.figure(right - 6, base, '97', { ...look, mode: 3 }),
    reason: 'unseen',
  },
  {
    name: 'a number painted over, with another one on it',
    cell: 'table2.penalties.decisions',
    paint: ({ page, right, base }) =>
      void page
        .figure(right - 6, base, '35', look)
        .rectangle(right - 16, base - 8, 12, 10)
        .figure(right - 6, base, '7', look),
    reason: 'unseen',
  },
  {
    name: 'a number that a frame cuts off',
    cell: 'table2.coercion.decisions',
    paint: ({ page, right, base }) =>
      void page
        .add('q 0 0 1 1 re W n')
        .figure(right - 6, base, '35', look)
        .add('Q'),
    reason: 'unseen',
  },
  {
    name: 'two digits on each other',
    cell: 'table3.received.naturalPerson',
    paint: ({ page, right, base }) => void page.figure(right - 6, base, '3', look).figure(right - 5, base, '8', look),
    reason: 'overlapping',
  },
  {
    name: 'two numbers, one above the other',
    cell: 'table3.received.enterprise',
    paint: ({ page, right, base }) =>
      void page.figure(right - 6, base - 4, '3', { size: 6 }).figure(right - 6, base + 3, '8', { size: 6 }),
    reason: 'stacked',
  },
  {
    name: 'two numbers side by side',
    cell: 'table3.received.research',
    paint: ({ page, left, right, base }) =>
      void page.text(left + 4, base, '1', look).figure(right - 6, base, '2', look),
    reason: 'parted',
  },
  {
    name: 'digits of two colours',
    cell: 'table3.received.socialWelfare',
    paint: ({ page, right, base }) =>
      void page.figure(right - 6, base, '2', look).figure(right - 10, base, '1', { ...look, colour: '0.8 0 0' }),
    reason: 'colours',
  },
  {
    name: 'a digit that lets the paper through',
    cell: 'table3.received.legalService',
    paint: ({ page, right, base }) =>
      void page
        .add('q /Pale gs')
        .figure(right - 6, base, '9', look)
        .add('Q'),
    reason: 'watermark',
  },
  {
    name: 'a number longer than its cell',
    cell: 'table3.granted.naturalPerson',
    paint: ({ page, left, base }) => void page.text(left + 2, base, '1234567890', look),
    reason: 'crossed',
  },
  {
    name: 'a picture of a number',
    cell: 'table3.carriedIn.research',
    paint: ({ page, left, base }) => void page.picture(left + 10, base - 8, 8, 9),
    reason: 'picture',
  },
  {
    name: 'a number on its side',
    cell: 'table3.carriedIn.enterprise',
    paint: ({ page, left, base }) => void page.text(left + 10, base - 6, '12', { size: 6, angle: 90 }),
    reason: 'sideways',
  },
  {
    name: 'a digit that was added later',
    cell: 'table3.carriedIn.naturalPerson',
    paint: ({ page, right, base }, later) => {
      page.figure(right - 6, base, '2', look)
      later.push(() => page.figure(right - 10, base, '1', look))
    },
    reason: 'turn',
  },
  {
    name: 'a number that was added later',
    cell: 'table3.carriedIn.total',
    paint: ({ page, right, base }, later) => void later.push(() => page.figure(right - 6, base, '12', look)),
    reason: 'turn',
  },
]

/** The number that is too long ends in the next cell, beside that one's own. */
const alsoOpen: Readonly<Record<CellId, DoubtReason>> = { 'table3.granted.enterprise': 'parted' }

describe('a PDF that misleads', () => {
  let reading: Reading
  beforeAll(async () => {
    const later: (() => void)[] = []
    const pages = paintedReport(clean, (id, _, cell) => {
      const trick = tricks.find((one) => one.cell === id)
      trick?.paint(cell, later)
      return trick !== undefined
    })
    for (const paint of later) paint()
    reading = await readPdf(pdfFile(pages))
  })

  const toldOf = (cell: CellId) =>
    reading.findings.filter(({ rule, cells }) => rule === 'READ.DOUBT' && cells.some(({ id }) => id === cell))

  it.each(tricks.map(({ name, ...trick }) => [name, trick] as const))('leaves the cell open: %s', (_, trick) => {
    expect(Object.keys(reading.report.figures)).not.toContain(trick.cell)
    expect(reading.unread).toContain(trick.cell)
    expect(toldOf(trick.cell).map(({ message }) => message)).toEqual([
      expect.stringContaining(doubtReasons[trick.reason]),
    ])
  })

  it('reads every other cell exactly', () => {
    const open = new Set([...tricks.map(({ cell }) => cell), ...Object.keys(alsoOpen)])
    const others = Object.entries(clean.figures).filter(([cell]) => !open.has(cell))
    expect(others).toHaveLength(200 - open.size)
    expect(reading.report.figures).toEqual(Object.fromEntries(others))
    for (const [cell, reason] of Object.entries(alsoOpen)) {
      expect(toldOf(cell).map(({ message }) => message)).toEqual([expect.stringContaining(doubtReasons[reason])])
    }
  })

  it('reads all of the rest', () => {
    const { unit, year, narrative } = reading.report
    expect({ unit, year, narrative }).toEqual({ unit: clean.unit, year: clean.year, narrative: clean.narrative })
  })
})
