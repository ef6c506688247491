import { describe, expect, it } from '@jest/globals'
import { equations, positionOf } from '../../src/checks/equations'
import { subjectOf, type ReportPart, type Subject } from '../../src/checks/subject'
import { figures, type CellId } from '../../src/form'
import type { CellValue, Report } from '../../src/report'
import { withoutWords } from './clean'

const { clean, changed } = withoutWords
const nothing: ReadonlySet<ReportPart> = new Set()
const cell = 'table2.penalties.decisions'

const subject = (report: unknown, lastYear: unknown = null, unread = nothing) =>
  subjectOf(report as Report, lastYear as Report | null, unread)

const at = <T>(list: readonly T[], id: CellId) => list[positionOf(id)]

/** The identities in a state. */
const inState = ({ verdicts }: Subject, state: string) =>
  equations.flatMap(({ identity }, i) => (verdicts[i]?.state === state ? [identity.id] : []))

describe('a value from outside', () => {
  const table: [unknown, CellValue, string][] = [
    [8, 8, 'number'],
    [undefined, null, 'blank'],
    [null, null, 'blank'],
    ['8', 8, 'number'],
    ['８', { raw: '８', value: 8 }, 'rewritten'],
    [NaN, { raw: 'NaN' }, 'unreadable'],
    [-Infinity, { raw: '-Infinity' }, 'unreadable'],
    [true, { raw: 'true' }, 'unreadable'],
    [7n, { raw: '7' }, 'unreadable'],
    [[8], { raw: '[object Array]' }, 'unreadable'],
    [{}, { raw: '[object Object]' }, 'unreadable'],
    [Object.create(null), { raw: '[object Object]' }, 'unreadable'],
    [{ raw: 8 }, { raw: '[object Object]' }, 'unreadable'],
    [{ raw: '/' }, { raw: '/' }, 'notApplicable'],
    [{ raw: '8' }, 8, 'number'],
    [{ raw: '8', value: 8 }, 8, 'number'],
    [{ raw: ' ' }, null, 'blank'],
    [{ raw: ' ', value: 8 }, { raw: ' ' }, 'unreadable'],
    [{ raw: '８', value: 8 }, { raw: '８', value: 8 }, 'rewritten'],
    [{ raw: '８', value: 9 }, { raw: '８' }, 'unreadable'],
    [{ raw: '8', value: 9 }, { raw: '8' }, 'unreadable'],
    [{ raw: '８', value: '9' }, { raw: '８', value: 8 }, 'rewritten'],
    [{ raw: '八件', value: 8 }, { raw: '八件', value: 8 }, 'annotated'],
    [{ raw: '八件', value: NaN }, { raw: '八件' }, 'unreadable'],
    [{ raw: '/', value: 8 }, { raw: '/', value: 8 }, 'annotated'],
    [{ raw: '22（其中修订16件）' }, { raw: '22（其中修订16件）', value: 22 }, 'annotated'],
  ]
  it.each(table)('%p is %j, %s', (given, value, kind) => {
    const { values, meanings } = subject({ ...clean, figures: { ...clean.figures, [cell]: given } })
    expect(at(values, cell)).toStrictEqual(value)
    expect(at(meanings, cell)?.kind).toBe(kind)
    expect(values).toHaveLength(200)
  })
})

describe('the numbers that are summed', () => {
  const largest = Number.MAX_SAFE_INTEGER
  it.each<[CellValue, number]>([
    [8, 8],
    [-8, -8],
    [0.5, 0.5],
    [{ raw: '８', value: 8 }, 8],
    [null, NaN],
    [{ raw: '/' }, NaN],
    [largest, largest],
    [-largest, -largest],
    [largest + 1, NaN],
    [-largest - 1, NaN],
  ])('%j counts as %d', (value, expected) => {
    expect(subject(changed({ [cell]: value })).numbers[positionOf(cell)]).toBe(expected)
  })

  it.each<[CellValue, boolean]>([
    [0, false],
    [8, false],
    [largest, false],
    [largest + 1, true],
    [-1, true],
    [0.5, true],
    [null, true],
    [{ raw: '8件', value: 8 }, true],
  ])('%j is odd: %s', (value, isOdd) => {
    expect(subject(changed({ [cell]: value })).odd).toEqual(isOdd ? [positionOf(cell)] : [])
  })
})

describe('the verdicts', () => {
  const yearly = equations.flatMap(({ identity }) => (identity.family.startsWith('Y') ? [identity.id] : []))
  const lastYear = changed({ 'table3.carriedOut.naturalPerson': 1, 'table3.carriedOut.total': 1 })

  it('hold for a clean report; without last year’s the yearly ones are silent', () => {
    const alone = subject(clean)
    expect(inState(alone, 'silent')).toEqual(yearly)
    expect(inState(alone, 'holds')).toHaveLength(42)
    expect(alone.verdicts.at(-1)).toEqual({ state: 'silent', left: NaN, right: NaN })
    expect(inState(subject(clean, lastYear), 'holds')).toHaveLength(51)
  })

  it('have both sums', () => {
    const { verdicts } = subject(changed({ 'table3.concluded.total': 12 }), lastYear)
    const index = equations.findIndex(({ identity }) => identity.id === 'T3.BALANCE:total')
    expect(verdicts[index]).toEqual({ state: 'fails', left: 9, right: 12 })
  })

  it.each([
    ['a whole', 1, 'fails'],
    ['a millionth', 1e-6, 'fails'],
    ['less than a millionth', 9e-7, 'holds'],
    ['less than a millionth below', -9e-7, 'holds'],
    ['a whole below', -1, 'fails'],
  ])('tell a difference of %s', (_, difference, state) => {
    const found = subject(changed({ 'table4.directLitigation.total': difference }))
    expect(inState(found, state)).toContain('T4.TOTAL:directLitigation')
  })

  it('stay open where a number is missing, and are silent where the cell could not be read', () => {
    const report = changed({ 'table3.granted.research': null })
    const concerned = ['T3.ROW:granted', 'T3.CONCLUDED:research']
    expect(inState(subject(report), 'cannotJudge')).toEqual(concerned)
    const unread = new Set<ReportPart>(['table3.granted.research', 'unit'])
    const found = subject(report, lastYear, unread)
    expect(inState(found, 'silent')).toEqual(concerned)
    expect(inState(found, 'cannotJudge')).toEqual([])
    expect([...found.open]).toEqual(['table3.granted.research'])
    expect(found.unread).toBe(unread)
  })

  it('stay open where a number is missing on either side or last year', () => {
    expect(inState(subject(changed({ 'table4.review.total': null })), 'cannotJudge')).toEqual(['T4.TOTAL:review'])
    expect(inState(subject(changed({ 'table4.review.upheld': null })), 'cannotJudge')).toEqual(['T4.TOTAL:review'])
    const before = { ...lastYear, figures: { ...lastYear.figures, 'table3.carriedOut.research': { raw: '/' } } }
    expect(inState(subject(clean, before), 'cannotJudge')).toEqual(['Y.CARRY:research'])
  })
})

describe('last year’s report', () => {
  it('is there with its year, values, numbers and texts', () => {
    const before = { ...changed({ [cell]: { raw: '８', value: 8 } }), year: 2023 }
    const { lastYear } = subject(clean, before)
    expect(lastYear?.year).toBe(2023)
    expect(at(lastYear?.values ?? [], cell)).toEqual({ raw: '８', value: 8 })
    expect(lastYear?.numbers[positionOf(cell)]).toBe(8)
    expect(lastYear?.narrative).toEqual(clean.narrative)
    expect(subject(clean).lastYear).toBeNull()
  })
})

describe('rows that are still to be placed', () => {
  const review = figures.flatMap(({ id, row, table }) => (table === 'table4' && row === 'review' ? [id] : []))
  const blank = changed(Object.fromEntries(review.map((id) => [id, null])))
  const row = { table: 'table4', cells: review, written: ['1', '2'], place: '第 3 行' }
  const unplaced = (rows: unknown, report: Report = blank) => subject({ ...report, unplaced: rows }).unplaced

  it('keep their cells out of every verdict', () => {
    const found = subject({ ...blank, unplaced: [row] })
    expect(found.unplaced).toEqual([row])
    expect([...found.open]).toEqual(review)
    expect(inState(found, 'silent')).toContain('T4.TOTAL:review')
  })

  it('are taken as far as they make sense', () => {
    expect(unplaced([{ ...row, table: 'table2', place: 3, written: ['1', 2, null] }])).toEqual([
      { ...row, place: '', written: ['1', '2', '[object Null]'] },
    ])
    expect(unplaced([{ ...row, cells: [7, 'x', ...review] }])).toEqual([row])
  })

  it.each([
    ['no list', row],
    ['nothing in it', [null, 8, 'x']],
    ['cells that are no list', [{ ...row, cells: 'x' }]],
    ['figures that are no list', [{ ...row, written: '1 2' }]],
    ['cells of no form', [{ ...row, cells: ['x'] }]],
    ['no cells', [{ ...row, cells: [] }]],
  ])('are none with %s', (_, rows) => {
    expect(unplaced(rows)).toEqual([])
  })

  it('are placed once one of their cells is filled in', () => {
    expect(unplaced([row], changed({ ...blank.figures, 'table4.review.upheld': 1 }))).toEqual([])
  })

  it('may be the one row （六） of an older form', () => {
    const cells = ['table3.otherwise.total']
    expect(unplaced([{ ...row, cells }], clean)).toEqual([{ ...row, table: 'table3', cells }])
  })
})

describe('the texts', () => {
  const withTexts = (texts: unknown, more: object = {}) => subject({ ...clean, ...more, narrative: texts })

  it('are what is typed where no field stands in it', () => {
    const texts = { overview: '一', problems: '五', other: '六' }
    const found = withTexts(texts)
    expect([found.narrative, found.typed]).toEqual([texts, texts])
    expect(found.fields).toEqual({ overview: [], problems: [], other: [] })
    expect(found.filled.other).toEqual({ text: '六', unknown: [], spans: [] })
    expect(Object.keys(found.filled)).toEqual(['overview', 'problems', 'other'])
  })

  it('are empty where they are no text', () => {
    expect(withTexts({ overview: 8, problems: null, other: '六' }).typed).toEqual({
      overview: '',
      problems: '',
      other: '六',
    })
    expect(withTexts(null).typed).toEqual({ overview: '', problems: '', other: '' })
  })

  it('have figures in place of their fields', () => {
    const found = withTexts({ overview: '【年度】年【单位】', problems: '', other: '办结【办结】件，【同比新收】' })
    expect(found.narrative).toMatchObject({
      overview: '2024年侯寨街道办事处',
      other: expect.stringMatching(/^办结9件，/),
    })
    expect(found.typed.other).toBe('办结【办结】件，【同比新收】')
    expect([found.fields.overview.length, found.fields.problems.length, found.fields.other.length]).toEqual([2, 0, 2])
  })

  it('take last year’s figures for what compares', () => {
    const texts = { ...clean.narrative, other: '新收【同比新收】' }
    const filled = (lastYear: Report | null) => subject({ ...clean, narrative: texts }, lastYear).narrative.other
    expect(filled(null)).toBe('新收【＿＿：同比新收】')
    expect(filled(changed({ 'table3.received.total': 4 }))).not.toContain('【')
  })

  it('leave a gap for unit or year where they are none', () => {
    const texts = { overview: '【年度】年【单位】', problems: '', other: '' }
    expect(withTexts(texts, { unit: 8, year: '2024' }).narrative.overview).toBe('【＿＿：年度】年【＿＿：单位】')
  })
})

describe('the report as a whole', () => {
  it('keeps edition, unit and year as they came in', () => {
    expect(subject({ ...clean, edition: 7, unit: [], year: 'x' })).toMatchObject({ edition: 7, unit: [], year: 'x' })
    expect(subject(null)).toMatchObject({ edition: undefined, unit: undefined, year: undefined, unplaced: [] })
  })

  it('says whether （六） stood in one row', () => {
    const others = Object.entries(clean.figures).filter(([id]) => !id.startsWith('table3.otherwise.'))
    const oneRow = { ...clean, figures: { ...Object.fromEntries(others), 'table3.otherwise.total': 3 } }
    expect([subject(oneRow).hasOneRow, subject(clean).hasOneRow]).toEqual([true, false])
    expect(at(subject(oneRow).values, 'table3.otherwise.other.total')).toBe(3)
  })
})
