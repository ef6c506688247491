import { describe, expect, it } from '@jest/globals'
import { check } from '../../src/checks'
import { figures, type CellId } from '../../src/form'
import { emptyReport, readFigure, withFigures, type CellValue, type Report } from '../../src/report'
import { changed, clean, withoutWords } from './clean'

const failures = (report: Report) =>
  check(report)
    .findings.filter((finding) => finding.outcome === 'fail')
    .map(({ rule, severity, cells }) => [rule, severity, cells.map(({ id }) => id)])

describe('a figure written in another way', () => {
  const enterprise = 'table3.granted.enterprise'
  const table: [string, CellId, string, string, string][] = [
    ['full-width digits', enterprise, '０', 'V.REWRITTEN', 'warning'],
    ['a measure word', enterprise, '0件', 'V.REWRITTEN', 'warning'],
    ['thousands', 'table2.licensing.decisions', '1,024', 'V.REWRITTEN', 'warning'],
    ['an annotation', 'table2.penalties.decisions', '22（其中修订16件）', 'V.ANNOTATED', 'warning'],
    ['a stroke', 'table2.penalties.decisions', '/', 'V.NOT_APPLICABLE', 'warning'],
    ['a dash', 'table2.coercion.decisions', '—', 'V.NOT_APPLICABLE', 'warning'],
    ['a stroke for rules', 'table2.regulations.issued', '/', 'V.NOT_APPLICABLE', 'info'],
    ['text', 'table2.penalties.decisions', '无', 'V.UNREADABLE', 'error'],
    ['a spreadsheet error', enterprise, '#REF!', 'V.UNREADABLE', 'error'],
    ['a negative count', 'table2.penalties.decisions', '-1', 'V.NEGATIVE', 'error'],
    ['a negative amount', 'table2.fees.amount', '-1.5', 'V.NEGATIVE', 'error'],
    ['a count with decimals', 'table2.penalties.decisions', '3.5', 'V.DECIMAL', 'error'],
  ]
  it.each(table)('%s is one finding, and no identity fails', (_, cell, written, rule, severity) => {
    expect(failures(changed({ [cell]: readFigure(written) }))).toEqual([[rule, severity, [cell]]])
  })

  it('a number beyond exact integers is one finding, and no identity fails', () => {
    expect(failures(changed({ 'table3.granted.enterprise': 2 ** 60 }))).toEqual([
      ['V.UNSAFE', 'error', ['table3.granted.enterprise']],
    ])
  })

  it.each(['12.50', '0.3', '100', '12.00'])('an amount of %s is proper', (written) => {
    expect(check(changed({ 'table2.fees.amount': readFigure(written) })).findings).toEqual([])
  })

  it('faults in one row are one finding', () => {
    const faults = { 'table2.regulations.issued': { raw: '/' }, 'table2.regulations.repealed': { raw: '/' } }
    expect(failures(changed(faults))).toEqual([['V.NOT_APPLICABLE', 'info', Object.keys(faults)]])
  })
})

/** Every input of table 3 written as the same text. */
const written = (raw: string) => {
  const cells = figures.filter(({ table, kind }) => table === 'table3' && kind === 'input').map(({ id }) => id)
  return { cells, report: changed(Object.fromEntries(cells.map((id) => [id, readFigure(raw)]))) }
}

describe('a habit', () => {
  it('of writing “/” is one finding that counts', () => {
    const { cells, report } = written('/')
    const own = check(report).findings.filter(({ rule }) => rule === 'V.NOT_APPLICABLE')
    expect(own.map(({ message, cells: named }) => [message, named.map(({ id }) => id)])).toEqual([
      ['三、依申请公开 “一、本年新收政府信息公开申请数量”等 24 行共 144 格都填的是“/”。没有的填0。', cells],
    ])
  })

  it('has one safe repair', () => {
    const { cells, report } = written('０')
    const { repairs } = check(report)
    expect(repairs[0]).toMatchObject({ kind: 'safe', label: '把 144 格“０”都改写为 0' })
    expect(repairs[0]?.changes).toEqual(cells.map((cell) => ({ cell, from: { raw: '０', value: 0 }, to: 0 })))
  })

  it('is told row by row where it is in three rows, or where a row is written in two ways', () => {
    const rows = ['licensing', 'penalties', 'coercion'].map((row) => [`table2.${row}.decisions`, { raw: '/' }] as const)
    const mixed = {
      'table2.normativeDocuments.issued': { raw: '/' },
      'table2.normativeDocuments.repealed': { raw: '—' },
    }
    expect(failures(changed({ ...Object.fromEntries(rows), ...mixed }))).toEqual([
      ['V.NOT_APPLICABLE', 'warning', Object.keys(mixed)],
      ...rows.map(([cell]) => ['V.NOT_APPLICABLE', 'warning', [cell]]),
    ])
  })
})

describe('规章 of a township', () => {
  const ofUnit = (unit: string, value: CellValue) => ({ ...changed({ 'table2.regulations.issued': value }), unit })

  it.each([
    '侯寨街道办事处',
    '某县某某镇人民政府',
    '某某镇',
    '某某乡',
    '某某民族乡人民政府',
    '某旗某某苏木',
    '某某街道办',
  ])('%s: a warning', (unit) => {
    expect(failures(ofUnit(unit, 2))).toEqual([['V.REGULATIONS', 'warning', ['table2.regulations.issued']]])
  })

  it.each([
    '某某市人民政府',
    '景德镇市人民政府',
    '景德镇',
    '新乡',
    '某某省司法厅',
    '某某区住房和城乡建设局',
    '某某市城乡规划局',
  ])('%s: nothing', (unit) => expect(failures(ofUnit(unit, 2))).toEqual([]))

  it('is nothing where it is 0 or no number', () => {
    expect(failures(ofUnit('某某镇', 0))).toEqual([])
    expect(failures(ofUnit('某某镇', { raw: '/' }))).toEqual([
      ['V.NOT_APPLICABLE', 'info', ['table2.regulations.issued']],
    ])
  })
})

describe('repairs of writing', () => {
  const first = (changes: Record<CellId, CellValue>) => check(changed(changes)).repairs[0]

  it('keep the number safely where only the characters differ', () => {
    expect(first({ 'table3.received.naturalPerson': readFigure('８') })).toMatchObject({
      kind: 'safe',
      changes: [{ cell: 'table3.received.naturalPerson', from: { raw: '８', value: 8 }, to: 8 }],
    })
  })

  it('ask before an annotation is dropped', () => {
    expect(first({ 'table2.penalties.decisions': readFigure('22（其中修订16件）') })).toMatchObject({
      kind: 'ask',
      changes: [{ cell: 'table2.penalties.decisions', to: 22 }],
    })
  })

  it('offer the number that the identities ask for in place of text', () => {
    expect(first({ 'table3.partlyGranted.naturalPerson': readFigure('七') })).toMatchObject({
      kind: 'ask',
      changes: [{ cell: 'table3.partlyGranted.naturalPerson', from: { raw: '七' }, to: 7 }],
    })
  })
})

describe('a number written as text that the totals leave out', () => {
  const cell = 'table3.granted.enterprise'
  const affected = ['table3.concluded.enterprise', 'table3.granted.total', 'table3.concluded.total']
  const sums = affected.map((id) => ({ cell: id, to: Number(clean.figures[id]) + 8 }))

  it.each(['８', '8件'])('%s is counted, never made 0', (written) => {
    const { repairs } = check(changed({ [cell]: readFigure(written) }))
    const rewrite = { cell, from: { raw: written, value: 8 }, to: 8 }
    expect(repairs).toMatchObject([
      { kind: 'safe', changes: [rewrite] },
      { kind: 'ask', changes: [rewrite, ...sums] },
    ])
    expect(repairs[1]?.resolves).toHaveLength(3)
  })

  it('with an annotation, which stays, is counted too', () => {
    const { repairs } = check(changed({ [cell]: readFigure('8（含1件重复）') }))
    expect(repairs.some(({ changes }) => changes.some((change) => change.cell === cell && change.to === 0))).toBe(false)
    expect(repairs[0]).toMatchObject({ kind: 'ask', changes: sums })
  })

  it('leaves no error once the repair is made, as where the formulas had counted it', () => {
    const received = ['table3.received.enterprise', 'table3.received.total']
    const inputs = Object.fromEntries(received.map((id) => [id, Number(clean.figures[id]) + 8]))
    const report = withoutWords.changed({ ...inputs, [cell]: readFigure('８') })
    const repair = check(report).repairs.find(({ kind }) => kind === 'ask')
    expect(repair?.changes.map((change) => change.cell)).toEqual([cell, ...affected])
    const repaired = withFigures(report, Object.fromEntries((repair?.changes ?? []).map(({ cell, to }) => [cell, to])))
    expect(check(repaired).findings).toEqual([])
  })

  it('is no reason to spare a plain number', () => {
    const { repairs } = check(changed({ [cell]: 8 }))
    expect(repairs[0]?.changes).toEqual([{ cell, from: 8, to: 0 }])
  })
})

describe('blanks', () => {
  const blank = (...cells: CellId[]) => changed(Object.fromEntries(cells.map((cell) => [cell, null])))
  const row = ['enterprise', 'research', 'otherOrganization'].map((column) => `table3.granted.${column}`)

  it('of one row are one error, and 0 is offered for the person to answer for', () => {
    const report = blank(...row)
    expect(failures(report)).toEqual([['V.BLANK', 'error', row]])
    expect(check(report).repairs).toMatchObject([
      { kind: 'ask', changes: row.map((cell) => ({ cell, from: null, to: 0 })) },
    ])
  })

  it('are not filled with 0 where an identity asks for another number', () => {
    const { repairs } = check(blank('table3.granted.naturalPerson'))
    expect(repairs.map(({ changes }) => changes)).toEqual([
      [{ cell: 'table3.granted.naturalPerson', from: null, to: 1 }],
    ])
  })

  it('of a whole table are one error', () => {
    const report = withFigures(emptyReport(clean.unit, clean.year), {})
    expect(failures({ ...report, narrative: clean.narrative }).map(([rule, , cells]) => [rule, cells?.length])).toEqual(
      [
        ['V.BLANK', 10],
        ['V.BLANK', 144],
        ['V.BLANK', 12],
      ],
    )
  })

  it('of whole columns of table 3 are one error, beside those of single rows', () => {
    const columns = ['research', 'legalService']
    const cells = figures.filter(({ table, column }) => table === 'table3' && columns.includes(column))
    const report = blank(...cells.map(({ id }) => id), 'table3.granted.enterprise')
    const [inColumns, inRow] = check(report).findings
    expect(inColumns?.cells.map(({ id }) => id)).toEqual(cells.flatMap(({ id, kind }) => (kind === 'input' ? id : [])))
    expect(inColumns?.message).toBe('三、依申请公开：科研机构、法律服务机构整列都是空白。没有的填0。')
    expect(inRow?.cells).toEqual([{ id: 'table3.granted.enterprise', role: 'figure' }])
    expect(failures(report)).toHaveLength(2)
  })

  it('of totals are one error a table once the addends are there, with their sums', () => {
    const totals = figures.filter(({ kind, table }) => kind === 'total' && table === 'table4').map(({ id }) => id)
    const report = blank(...totals)
    expect(failures(report)).toEqual([['V.TOTAL_BLANK', 'error', totals]])
    expect(check(report).repairs[0]?.changes.map(({ to }) => to)).toEqual([1, 0, 1])
  })

  it('of totals say nothing of their own while an addend is blank', () => {
    expect(failures(blank('table4.review.upheld', 'table4.review.total'))).toEqual([
      ['V.BLANK', 'error', ['table4.review.upheld']],
    ])
  })
})

describe('the report as a whole', () => {
  const table: [string, Partial<Report>, string][] = [
    ['no unit', { unit: ' 　' }, 'B.UNIT'],
    ['no year', { year: null }, 'B.YEAR'],
    ['a year before the Regulations’ revision', { year: 2018 }, 'B.YEAR'],
    ['a year far away', { year: 20240 }, 'B.YEAR'],
    ['another edition', { edition: '2019' }, 'B.EDITION'],
    ['an empty section', { narrative: { ...clean.narrative, other: '\n' } }, 'S.EMPTY'],
  ]
  it.each(table)('%s is one error', (_, change, rule) => {
    expect(failures({ ...clean, ...change })).toEqual([[rule, 'error', []]])
  })

  it('names the empty section', () => {
    const [finding] = check({ ...clean, narrative: { ...clean.narrative, problems: '' } }).findings
    expect(finding).toMatchObject({
      section: 'problems',
      message: '五、存在的主要问题及改进情况：没有内容。请填写这一部分。',
    })
  })
})

describe('odd values from outside', () => {
  const odd: [string, unknown, string | null][] = [
    ['NaN', NaN, 'V.UNREADABLE'],
    ['Infinity', Infinity, 'V.UNREADABLE'],
    ['an object', {}, 'V.UNREADABLE'],
    ['an object without prototype', Object.create(null), 'V.UNREADABLE'],
    ['an array', [8], 'V.UNREADABLE'],
    ['a truth value', true, 'V.UNREADABLE'],
    ['a text that contradicts its number', { raw: '９', value: 8 }, 'V.UNREADABLE'],
    ['a number read out of other text', { raw: '共计八件', value: 8 }, 'V.ANNOTATED'],
    ['a stroke with a number', { raw: '/', value: 8 }, 'V.ANNOTATED'],
    ['a numeral as text', '8', null],
    ['a full-width numeral as text', '８', 'V.REWRITTEN'],
    ['undefined', undefined, 'V.BLANK'],
    ['an empty text', { raw: ' ' }, 'V.BLANK'],
  ]
  it.each(odd)('%s never throws', (_, value, rule) => {
    const report = { ...clean, figures: { ...clean.figures, 'table2.licensing.decisions': value } } as Report
    expect(failures(report).map(([id]) => id)).toEqual(rule === null ? [] : [rule])
  })

  it.each([null, undefined, 8, 'x', [], {}, { figures: 7, narrative: null, unplaced: [null, { cells: [1] }] }])(
    'a report that is %j is only incomplete',
    (value) => {
      const rules = new Set(failures(value as unknown as Report).map(([rule]) => rule))
      expect(rules).toEqual(new Set(['B.EDITION', 'B.UNIT', 'B.YEAR', 'S.EMPTY', 'V.BLANK']))
    },
  )
})
