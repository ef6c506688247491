import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { figures, grids } from '../../src/form'
import { read } from '../../src/intake'
import { widthOf } from '../../src/intake/shapes/segments'
import { readFigure, writtenForm, type Report } from '../../src/report'
import { anyReport } from '../report/reports'
import { runs } from '../support/runs'
import { wideLayout } from './shapes'
import { clean } from './sources'

/** Reports in columns of blanks whose figures are aligned, measured and crowded in every way a printer may. */

interface Printer {
  pitch: number
  /** 0 aligns the starts of a column's texts, 1 their ends. */
  alignment: number
  lengthOf: (text: string) => number
  /** The fewest blanks between two texts. */
  gap: number
  /** A text too long moves all that follows, as where each cell is filled up with blanks; else only what it reaches. */
  movesAll: boolean
}

interface Placed {
  /** Where its column begins. */
  at: number
  text: string
}

const titles: Readonly<Record<'table2' | 'table3', string>> = {
  table2: '二、主动公开政府信息情况',
  table3: '三、收到和处理政府信息公开申请情况',
}
/** The room for the labels: the longest reaches beyond it. */
const LABELS: Readonly<Record<'table2' | 'table3', number>> = { table2: 20, table3: 60 }

function printedLine(label: string, cells: readonly Placed[], printer: Printer): string {
  const { pitch, alignment, lengthOf, gap, movesAll } = printer
  let moved = 0
  return cells.reduce((line, { at, text }) => {
    if (text === '') return line
    const spare = pitch - gap - lengthOf(text)
    const start = at + moved + Math.round(movesAll ? Math.max(0, spare) * alignment : spare * alignment)
    const from = line === '' ? Math.max(0, start) : Math.max(start, lengthOf(line) + gap)
    if (movesAll) moved += Math.max(0, from - start) + Math.max(0, -spare)
    return line + ' '.repeat(from - lengthOf(line)) + text
  }, label)
}

function tableLines(table: 'table2' | 'table3', report: Report, printer: Printer): string[] {
  const { cells, rows } = grids[table]
  const first = Math.min(...cells.filter(({ role }) => role === 'figure').map(({ column }) => column))
  return Array.from({ length: rows }, (_, row) => {
    const inRow = cells.filter((cell) => cell.row === row)
    const label = inRow.filter(({ role, column }) => role !== 'figure' && column < first).pop()?.text ?? ''
    const placed = inRow
      .filter(({ column }) => column >= first)
      .map(({ column, text, figure }) => ({
        at: LABELS[table] + (column - first) * printer.pitch,
        text: figure ? writtenForm(report.figures[figure]) : text,
      }))
    return printedLine(label, placed, printer)
  })
}

const textOf = (report: Report, printer: Printer): string =>
  (['table2', 'table3'] as const).flatMap((table) => [titles[table], ...tableLines(table, report, printer)]).join('\n')

const printers: fc.Arbitrary<Printer> = fc.record({
  pitch: fc.integer({ min: 8, max: 24 }),
  alignment: fc.constantFrom(0, 0.5, 1),
  lengthOf: fc.constantFrom((text: string) => text.length, widthOf),
  gap: fc.integer({ min: 2, max: 3 }),
  movesAll: fc.boolean(),
})

/** What a figure that is in another cell, or in none without a word of it, would show. */
function misread(report: Report, printer: Printer): string[][] {
  const { report: back, findings } = read(textOf(report, printer), 'text')
  const told = new Set([
    ...(back.unplaced ?? []).flatMap(({ cells }) => cells),
    ...findings.flatMap(({ cells }) => cells.map(({ id }) => id)),
  ])
  return figures
    .filter(({ table }) => table !== 'table4')
    .map(({ id }) => [id, writtenForm(report.figures[id]), writtenForm(back.figures[id])] as const)
    .filter(([id, written, found]) => written !== found && !(told.has(id) && found === ''))
    .map((entry) => [...entry])
}

describe('columns crowded by long figures', () => {
  it('never give a figure to another cell silently', () => {
    fc.assert(
      fc.property(anyReport, printers, (report, printer) => {
        expect(misread(report, printer)).toEqual([])
      }),
      runs(60),
    )
  })
})

/** The first row of table 3 as written, among others of such figures, in columns 12 characters apart. */
function received(written: readonly string[], printer: Partial<Printer>, others: readonly number[] = [0, 12, 345678]) {
  const ids = figures.filter(({ table, row }) => table === 'table3' && row === 'received').map(({ id }) => id)
  const report: Report = {
    edition: '2021',
    unit: '',
    year: null,
    figures: Object.fromEntries([
      ...figures.map(({ id }, i) => [id, others[i % others.length] ?? 0] as const),
      ...ids.map((id, i) => [id, readFigure(written[i] ?? '')] as const),
    ]),
    narrative: { overview: '', problems: '', other: '' },
  }
  const full = { pitch: 12, alignment: 0, lengthOf: (text: string) => text.length, gap: 2, movesAll: false, ...printer }
  const { report: back } = read(textOf(report, full), 'text')
  return { cells: ids.map((id) => writtenForm(back.figures[id])), open: back.unplaced?.map((row) => row.written) }
}

describe('a row with a figure as long as its column', () => {
  const settled: [string, string[], Partial<Printer>][] = [
    ['a blank behind it', ['10000000.100', '', '0', '', '', '3', ''], {}],
    ['a long one behind it', ['22（其中修订16件）', '22（其中修订16件）', '', '5', '', '', '27'], {}],
    ['ends aligned', ['', '-100000000.0', '', '/', '', '3', ''], { alignment: 1 }],
    ['middles aligned', ['1', '10000000.100', '', '', '2', '', '3'], { alignment: 0.5 }],
    [
      'Chinese characters counted double',
      ['22（其中修订16件）', '', '4', '', '', '26', ''],
      { lengthOf: widthOf, pitch: 18 },
    ],
  ]
  it.each(settled)('%s: is read where it stands', (_, written, printer) => {
    expect(received(written, printer)).toEqual({ cells: written, open: undefined })
  })

  const open: [string, string[], Partial<Printer>][] = [
    ['pushed over a whole column', ['-2111065029.1061-2111065029', '', '4', '', '', '', '9'], {}],
    ['pushed as far as the next', ['-2111065029.1061', '-2111065029.1061', '-2111065029.1061', '4', '', '5', ''], {}],
    [
      'all moved by three of them',
      ['12345678901234', '12345678901234', '12345678901234', '', '4', '', ''],
      { movesAll: true },
    ],
  ]
  it.each(open)('%s: is left blank and told', (_, written, printer) => {
    const blank = written.map(() => '')
    expect(received(written, printer)).toEqual({ cells: blank, open: [written.filter(Boolean)] })
  })

  it('among figures of one digit, which show no alignment: is left blank and told', () => {
    const written = ['10000000.100', '', '0', '', '', '3', '']
    const blank = written.map(() => '')
    expect(received(written, {}, [0])).toEqual({ cells: blank, open: [['10000000.100', '0', '3']] })
  })

  it('by a measure of which it is the only crowded line: is left blank and told', () => {
    const lines = [
      titles.table2,
      '信息内容        本年制发件数      本年废止件数      现行有效件数',
      '规章          2147483625.2901         71635117',
      '行政规范性文件     99999977',
    ]
    const { report } = read(lines.join('\n'), 'text')
    const cells = figures.filter(({ row }) => row === 'normativeDocuments').map(({ id }) => report.figures[id])
    expect(report.unplaced?.map(({ written }) => written)).toEqual([['2147483625.2901', '71635117']])
    expect(cells).toEqual([99999977, null, null])
  })
})

it.each(['/', '—'])('%s one blank behind a label stands for a figure', (mark) => {
  const blanks = (text: string) => ' '.repeat(text.length - `数量 ${mark}`.length)
  const text = wideLayout(clean).replace(/数量\s+20(?=\s+4\s)/, (found) => `数量 ${mark}${blanks(found)}`)
  const { report } = read(text, 'text')
  expect(report.figures).toEqual({ ...clean.figures, 'table3.received.naturalPerson': { raw: mark } })
})
