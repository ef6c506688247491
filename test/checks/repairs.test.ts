import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { applyRepair, check, evidenceOf, rules, type Repair } from '../../src/checks'
import { subjectOf } from '../../src/checks/subject'
import { identities, type CellId } from '../../src/form'
import { totals, withFigures, type CellValue, type Report } from '../../src/report'
import { runs } from '../support/runs'
import { changed, withoutWords } from './clean'

const COLUMNS = [
  'naturalPerson',
  'enterprise',
  'research',
  'socialWelfare',
  'legalService',
  'otherOrganization',
  'total',
]
const rows = [
  ...new Set(identities.filter(({ family }) => family === 'T3.ROW').map(({ id }) => id.split(':')[1] ?? '')),
]

const row3 = (row: string, figures: readonly CellValue[]) =>
  Object.fromEntries(figures.map((figure, i) => [`table3.${row}.${COLUMNS[i]}`, figure]))

const figure = (report: Report, cell: CellId): number => Number(report.figures[cell])

/** The clean report with more applicants, so that there are figures of two digits beside each other; no prose counts them. */
const busy: Report = withoutWords.changed({
  ...row3('received', [20, 15, 0, 0, 0, 0, 35]),
  ...row3('granted', [13, 12, 0, 0, 0, 0, 25]),
  ...row3('concluded', [21, 12, 0, 0, 0, 0, 33]),
  ...row3('carriedOut', [0, 3, 0, 0, 0, 0, 3]),
})

const failed = (report: Report) =>
  check(report).findings.flatMap(({ rule, severity }) => (severity === 'error' && /^T[34]/.test(rule) ? [rule] : []))

const mended = (report: Report, repair: Repair | undefined) => (repair ? applyRepair(report, repair) : report)

describe('a slip of the hand', () => {
  it('is made in a report without a fault', () => {
    expect(check(busy)).toEqual({ findings: [], repairs: [] })
  })

  const cells: [string, Record<CellId, CellValue>, string][] = [
    ['a total not updated', { 'table3.granted.total': 24 }, '总计没有随着更新：'],
    ['a digit wrong', { 'table3.granted.naturalPerson': 14 }, '有一位数字填错了：'],
    ['a digit dropped', { 'table3.granted.naturalPerson': 3 }, '漏了一位数字：'],
    ['a digit doubled', { 'table3.granted.naturalPerson': 133 }, '有一位数字重复了：'],
    ['digits transposed', { 'table3.granted.naturalPerson': 31 }, '两位数字颠倒了：'],
    ['a figure lost', { 'table3.granted.enterprise': 0 }, '漏填，成了 0：'],
    ['a figure too many', { 'table3.granted.research': 4 }, '多填了一个数：'],
    ['neighbours swapped', row3('granted', [12, 13, 0, 0, 0, 0, 25]), '“自然人”和“商业企业”两格填反了：'],
    ['a figure one column on', row3('received', [20, 0, 15, 0, 0, 0, 35]), '“商业企业”的数填到了右边一列：'],
    ['a figure far off', row3('received', [20, 0, 0, 0, 15, 0, 35]), '“商业企业”的数填到了“法律服务机构”：'],
    ['a row shifted on', row3('granted', [0, 13, 12, 0, 0, 0, 0]), '从“自然人”起各格右移了一格：'],
    ['a row shifted back', row3('granted', [12, 0, 0, 0, 0, 25, 0]), '漏填了“自然人”，后面各格左移了一格：'],
    ['a figure split', row3('granted', [1, 3, 12, 0, 0, 0, 0]), '“13”被拆成两格“1”“3”，后面各格右移一位：'],
    [
      'two independent slips',
      { 'table3.granted.naturalPerson': 17, 'table3.received.enterprise': 19 },
      '有一位数字填错了：',
    ],
  ]
  it.each(cells)('%s: the best repair says so and gives the report back', (_, changes, words) => {
    const report = withFigures(busy, changes)
    const [best] = check(report).repairs
    expect(best?.kind).toBe('ask')
    expect(best?.label.slice(0, words.length)).toBe(words)
    expect(mended(report, best)).toEqual(busy)
  })

  it('names the place and both figures', () => {
    const [best] = check(withFigures(busy, row3('granted', [12, 13, 0, 0, 0, 0, 25]))).repairs
    expect(best?.label).toBe(
      '“自然人”和“商业企业”两格填反了：三、依申请公开 “（一）予以公开”，自然人由 12 改为 13，商业企业由 13 改为 12',
    )
  })
})

/** Table 3 with each row where another one belongs; null leaves the row empty. */
function placed(rowAt: (index: number) => number | null): Report {
  const changes = rows.flatMap((row, index) => {
    const from = rowAt(index)
    return COLUMNS.map((column): [CellId, CellValue] => [
      `table3.${row}.${column}`,
      from === null ? 0 : figure(busy, `table3.${rows[from]}.${column}`),
    ])
  })
  return withFigures(busy, Object.fromEntries(changes))
}

describe('a table pasted one row off', () => {
  const table: [string, (index: number) => number | null, string][] = [
    ['too low', (index) => (index === 0 ? null : index - 1), '整张表下移了一行：'],
    ['too high', (index) => (index === 24 ? null : index + 1), '整张表上移了一行：'],
  ]
  it.each(table)('%s has one explanation', (_, rowAt, words) => {
    const report = placed(rowAt)
    const { repairs } = check(report)
    expect(repairs).toHaveLength(1)
    expect(repairs[0]?.label.slice(0, words.length)).toBe(words)
    expect(mended(report, repairs[0])).toEqual(busy)
  })
})

/** Figures in several rows and columns, so that a move of a part shows. */
const full: Report = withoutWords.changed({
  ...row3('received', [60, 30, 0, 0, 0, 0, 90]),
  ...row3('carriedIn', [1, 2, 0, 0, 0, 0, 3]),
  ...row3('granted', [20, 9, 0, 0, 0, 0, 29]),
  ...row3('partlyGranted', [11, 7, 0, 0, 0, 0, 18]),
  ...row3('refused.stateSecret', [3, 0, 0, 0, 0, 0, 3]),
  ...row3('refused.thirdPartyRights', [5, 4, 0, 0, 0, 0, 9]),
  ...row3('unavailable.notHeld', [18, 8, 0, 0, 0, 0, 26]),
  ...row3('concluded', [57, 28, 0, 0, 0, 0, 85]),
  ...row3('carriedOut', [4, 4, 0, 0, 0, 0, 8]),
})

/** The cells from row to row of some columns moved by one row (`down`) or one column (`across`). */
function moved(report: Report, part: { rows: [number, number]; columns: [number, number] }, down: number, across = 0) {
  const at = (row: number, column: number): CellId => `table3.${rows[row]}.${COLUMNS[column]}`
  const figures: Record<CellId, CellValue> = {}
  for (let row = part.rows[0]; row <= part.rows[1]; row++)
    for (let column = part.columns[0]; column <= part.columns[1]; column++)
      figures[at(row, column)] = figures[at(row, column)] ?? 0
  for (let row = part.rows[0]; row <= part.rows[1]; row++)
    for (let column = part.columns[0]; column <= part.columns[1]; column++)
      figures[at(row + down, column + across)] = figure(report, at(row, column))
  return withFigures(report, figures)
}

describe('a part of table 3 pasted one row or column off', () => {
  it('is made in a report without a fault', () => {
    expect(check(full).findings).toEqual([])
  })

  it.each<[string, Report, string]>([
    [
      'a column, some rows down',
      moved(full, { rows: [2, 4], columns: [0, 0] }, 1),
      '“自然人”一列从“（一）予以公开”到“（三）不予公开 2.其他法律行政法规禁止公开”，各数下移了一行：',
    ],
    [
      'a column, some rows up',
      moved(full, { rows: [3, 7], columns: [0, 0] }, -1),
      '“自然人”一列从“（一）予以公开”到“（三）不予公开 4.保护第三方合法权益”，各数上移了一行：',
    ],
    [
      'two columns down',
      moved(full, { rows: [2, 7], columns: [0, 1] }, 1),
      '“自然人”至“商业企业”各列从“（一）予以公开”到“（三）不予公开 5.属于三类内部事务信息”，各数下移了一行：',
    ],
    [
      'rows to the right',
      moved(full, { rows: [2, 4], columns: [0, 1] }, 0, 1),
      '从“（一）予以公开”到“（三）不予公开 1.属于国家秘密”各行，“自然人”到“科研机构”的数右移了一列：',
    ],
  ])('%s: the first repair says so and gives the report back', (_, report, words) => {
    const [first] = check(report).repairs
    expect(first?.label.slice(0, words.length)).toBe(words)
    expect(mended(report, first)).toEqual(full)
  })

  it('is told where the totals are formulas and only the balance breaks', () => {
    const slipped = totals(moved(full, { rows: [0, 21], columns: [0, 0] }, 1))
    expect(failed(slipped)).toEqual(['T3.BALANCE', 'T3.BALANCE'])
    const [first] = check(slipped).repairs
    expect(first?.label).toMatch(/^“自然人”一列从“一、本年新收政府信息公开申请数量”到“.*”，各数下移了一行：/)
    expect(mended(slipped, first)).toEqual(full)
  })
})

describe('one wrong input whose totals follow', () => {
  it('is among the repairs, however many inputs may be the wrong one', () => {
    const every = Object.fromEntries(rows.slice(2, 23).map((row) => [`table3.${row}.naturalPerson`, 4]))
    const even = totals(
      withoutWords.changed({
        ...every,
        ...row3('received', [90, 0, 0, 0, 0, 0, 90]),
        'table3.carriedIn.naturalPerson': 0,
      }),
    )
    const open = figure(even, 'table3.received.naturalPerson') - figure(even, 'table3.concluded.naturalPerson')
    const right = totals(withFigures(even, { 'table3.carriedOut.naturalPerson': open }))
    expect(failed(right)).toEqual([])
    for (const row of rows.slice(2, 23)) {
      const wrong = totals(withFigures(right, { [`table3.${row}.naturalPerson`]: 3 }))
      expect([
        row,
        check(wrong).repairs.some((repair) => figure(mended(wrong, repair), `table3.${row}.naturalPerson`) === 4),
      ]).toEqual([row, true])
    }
  })
})

describe('table 4', () => {
  const report = changed({ 'table4.review.upheld': 4, 'table4.review.corrected': 0, 'table4.review.total': 1 })
  const claimed = (value: number) => () => evidenceOf([{ kind: 'reviewCases', value, approximate: false }])

  it.each([
    [1, 'table4.review.upheld', 1],
    [4, 'table4.review.total', 4],
  ] as const)('of two figures the one that agrees with %i cases in the narrative is put first', (value, cell, to) => {
    const [best] = check(report, { evidence: claimed(value) }).repairs
    expect(best?.changes).toEqual([{ cell, from: report.figures[cell], to }])
    expect(best?.alike).toBeUndefined()
  })

  it('says that repairs are equally likely where they are', () => {
    const even = changed({
      ...Object.fromEntries(
        ['upheld', 'corrected', 'otherOutcome', 'pending'].map((at) => [`table4.directLitigation.${at}`, 5]),
      ),
      'table4.directLitigation.total': 18,
    })
    const alike = check(even).repairs.filter((repair) => repair.alike !== undefined)
    expect(alike.length).toBeGreaterThan(1)
    expect(alike.map((repair) => repair.alike)).toEqual(alike.map(() => alike.length - 1))
    expect(alike.every(({ label }) => label.includes(`与另外 ${alike.length - 1} 种改法同样可能`))).toBe(true)
  })
})

describe('totals that are formulas', () => {
  it('follow a wrong input, so an input is mended together with them', () => {
    const wrong = { ...row3('granted', [17, 12, 0, 0, 0, 0, 29]), ...row3('concluded', [25, 12, 0, 0, 0, 0, 37]) }
    const report = withFigures(busy, wrong)
    expect(failed(report)).toEqual(['T3.BALANCE', 'T3.BALANCE'])
    const offered = check(report).repairs
    expect(offered.map((repair) => mended(report, repair))).toContainEqual(busy)
    for (const repair of offered) expect(failed(mended(report, repair))).toEqual([])
  })
})

describe('a wrong total beside a wrong input that other totals follow', () => {
  const right = totals(busy)
  /** The input grows by three, and so do all totals but the one that somebody typed over. */
  const wrong = withFigures(right, {
    'table3.granted.naturalPerson': figure(right, 'table3.granted.naturalPerson') + 3,
    'table3.granted.total': figure(right, 'table3.granted.total') + 3,
    'table3.concluded.naturalPerson': figure(right, 'table3.concluded.naturalPerson') + 3,
    'table3.concluded.total': figure(right, 'table3.concluded.total') + 3,
    'table3.partlyGranted.total': figure(right, 'table3.partlyGranted.total') - 1,
  })
  const offered = check(wrong).repairs

  it('is mended whichever side of the balance was wrong: both are offered', () => {
    const after = offered.map((repair) => mended(wrong, repair))
    expect(after).toContainEqual(right)
    const received = (report: Report) => figure(report, 'table3.received.naturalPerson')
    expect(after.some((report) => received(report) === received(right) + 3)).toBe(true)
  })

  it('is mended by every repair that is offered, each of two slips', () => {
    expect(offered.length).toBeGreaterThan(1)
    for (const repair of offered) {
      expect(failed(mended(wrong, repair))).toEqual([])
      expect(repair.label.split('；另外，').length).toBe(offered[0]?.label.split('；另外，').length)
      expect(new Set(repair.changes.map(({ cell }) => cell)).size).toBe(repair.changes.length)
    }
  })
})

const summed = [...new Set(identities.flatMap(({ left, right }) => [...left, ...right].map(({ cell }) => cell)))]

/** The findings that a repair claims to settle and that stand there still once it is made; only findings are asked for. */
function unsettled(report: Report, repair: Repair): string[] {
  const left = new Set(findingsOf(mended(report, repair)))
  return repair.resolves.filter((fingerprint) => left.has(fingerprint))
}

const findingsOf = (report: Report) => {
  const subject = subjectOf(report, null, new Set())
  return rules.flatMap((rule) => rule.check(subject)).map(({ fingerprint }) => fingerprint)
}

describe('whatever the figures are', () => {
  it('one wrong figure of table 3 is mended by the first repair', () => {
    const property = fc.property(
      fc.constantFrom(...summed.filter((cell) => cell.startsWith('table3.'))),
      fc.integer({ min: 1, max: 5000 }),
      (cell, growth) => {
        const report = withFigures(busy, { [cell]: figure(busy, cell) + growth })
        expect(mended(report, check(report).repairs[0])).toEqual(busy)
      },
    )
    fc.assert(property, runs(60))
  })

  it('nothing is thrown, and every repair settles what it says it does', () => {
    const odd = fc.constantFrom<CellValue>(0, 1, 7, -3, 2.5, 9e15, null, { raw: '/' }, { raw: '８', value: 8 })
    const changes = fc.dictionary(fc.constantFrom(...summed), odd, { maxKeys: 40 })
    const property = fc.property(changes, (figures) => {
      const report = withFigures(busy, figures)
      expect(
        check(report)
          .repairs.slice(0, 6)
          .flatMap((repair) => unsettled(report, repair)),
      ).toEqual([])
    })
    fc.assert(property, runs(400))
  })
})
