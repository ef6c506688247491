import { describe, expect, it } from '@jest/globals'
import { equations, equationsOf, exactDifference, positionOf, sidesOf } from '../../src/checks/equations'
import { fingerprintOf } from '../../src/checks/fingerprint'
import { columnLabelOf, placeInTable, placeOf, rowLabelOf, rowPlaceOf, tabOf } from '../../src/checks/place'
import { findingOf, type RuleHead } from '../../src/checks/rule'
import { figures, type CellId } from '../../src/form'

describe('the place of a figure', () => {
  it.each([
    ['table2.fees.amount', '二、主动公开', '行政事业性收费', '本年收费金额（单位：万元）'],
    ['table3.received.naturalPerson', '三、依申请公开', '一、本年新收政府信息公开申请数量', '自然人'],
    ['table3.granted.total', '三、依申请公开', '（一）予以公开', '总计'],
    ['table3.unavailable.notHeld.research', '三、依申请公开', '（四）无法提供 1.本机关不掌握相关政府信息', '科研机构'],
    ['table3.otherwise.other.otherOrganization', '三、依申请公开', '（六）其他处理 3.其他', '其他'],
    ['table4.litigationAfterReview.pending', '四、复议诉讼', '复议后起诉', '尚未审结'],
  ])('%s is in %s, row %s, column %s', (cell, tab, row, column) => {
    expect([rowLabelOf(cell), columnLabelOf(cell)]).toEqual([row, column])
    expect(placeOf(cell)).toBe(`${tab} “${row}”·${column}`)
    expect(placeInTable(cell)).toBe(`“${row}”·${column}`)
    expect(rowPlaceOf(cell)).toBe(`${tab} “${row}”`)
  })

  it('has the name of its tab', () => {
    expect([tabOf('table2'), tabOf('table3'), tabOf('table4')]).toEqual([
      '二、主动公开',
      '三、依申请公开',
      '四、复议诉讼',
    ])
  })
})

describe('a fingerprint', () => {
  /** Published values of FNV-1a with 32 bits; the last text is one whose hash is 0. */
  it.each([
    ['', '811c9dc5'],
    ['a', 'e40c292c'],
    ['foobar', 'bf9cf968'],
    ['\u00cc\u0024\u0031\u00c4', '00000000'],
  ])('of %j begins with its FNV-1a hash', (text, hash) => {
    expect(fingerprintOf([text])).toMatch(new RegExp(`^${hash}[0-9a-f]{8}$`))
  })

  it('ends with the hash from another seed, and tells parts apart', () => {
    expect(fingerprintOf([''])).toBe('811c9dc59747b28c')
    expect(fingerprintOf(['a', 'b'])).not.toBe(fingerprintOf(['ab']))
    expect(fingerprintOf(['a', 'b'])).toBe(fingerprintOf(['a\u0000b']))
  })
})

describe('an equation', () => {
  const numbers = (changes: Record<CellId, number>) => {
    const list = new Float64Array(figures.length)
    for (const [id, value] of Object.entries(changes)) list[positionOf(id)] = value
    return list
  }
  const equationOf = (id: string) => {
    const equation = equations.find(({ identity }) => identity.id === id)
    if (!equation) throw new Error(`no equation ${id}`)
    return equation
  }
  const row = 'table3.received'

  it.each([
    ['T3.ROW:received', { [`${row}.naturalPerson`]: 3, [`${row}.research`]: 4, [`${row}.total`]: 9 }, {}, 7, 9],
    ['Y.CARRY:total', { 'table3.carriedIn.total': 5 }, { 'table3.carriedOut.total': 6 }, 5, 6],
    ['Y.CARRY:total', { 'table3.carriedOut.total': 6 }, { 'table3.carriedIn.total': 5 }, 0, 0],
    [
      'Y.INFORCE:regulations',
      { 'table2.regulations.inForce': 8, 'table2.regulations.issued': 4, 'table2.regulations.repealed': 3 },
      { 'table2.regulations.inForce': 20 },
      8,
      21,
    ],
  ])('%s has two sums', (id, thisYear, lastYear, left, right) => {
    expect(sidesOf(equationOf(id), numbers(thisYear), numbers(lastYear))).toEqual({ left, right })
  })

  it('has no sums where a number is missing or the sum is beyond exact integers', () => {
    const sides = (value: number) =>
      sidesOf(equationOf('T3.ROW:received'), numbers({ [`${row}.total`]: value }), numbers({}))
    const largest = Number.MAX_SAFE_INTEGER
    const none = { left: NaN, right: NaN }
    expect(sides(largest)).toEqual({ left: 0, right: largest })
    expect(sides(-largest)).toEqual({ left: 0, right: -largest })
    expect(sides(largest + 1)).toEqual(none)
    expect(sides(-largest - 1)).toEqual(none)
    expect(sides(NaN)).toEqual(none)
  })

  it('is found for each figure that it reads from this year, with its coefficient', () => {
    const readers = (id: CellId) =>
      equationsOf[positionOf(id)]?.map(({ equation, sign }) => [equations[equation]?.identity.id, sign])
    expect(readers('table3.carriedOut.total')).toEqual([
      ['T3.ROW:carriedOut', -1],
      ['T3.BALANCE:total', -1],
    ])
    expect(readers('table3.carriedIn.research')).toEqual([
      ['T3.ROW:carriedIn', 1],
      ['T3.BALANCE:research', 1],
      ['Y.CARRY:research', 1],
    ])
    expect(readers('table2.regulations.issued')).toEqual([['Y.INFORCE:regulations', -1]])
    expect(readers('table2.regulations.repealed')).toEqual([['Y.INFORCE:regulations', 1]])
    expect(readers('table2.regulations.inForce')).toEqual([['Y.INFORCE:regulations', 1]])
    expect(readers('table2.fees.amount')).toEqual([])
    expect(equationsOf).toHaveLength(200)
  })

  it('knows no figure of another form', () => {
    expect([positionOf('table2.regulations.issued'), positionOf('table4.litigationAfterReview.total')]).toEqual([
      0, 199,
    ])
    expect(positionOf('table3.otherwise.total')).toBe(-1)
  })
})

describe('an exact difference', () => {
  it.each([
    [9, 8, 1],
    [8, 9, -1],
    [0.3, 0.1, 0.2],
    [1.000001, 1, 0.000001],
    [1.0000001, 1, 0],
  ])('of %d and %d is %d', (left, right, expected) => {
    expect(exactDifference({ left, right })).toBe(expected)
  })
})

describe('a finding', () => {
  const rule: RuleHead = { id: 'T4.TOTAL', severity: 'error', source: '依据' }
  const found = { cells: [{ id: 'table4.review.total', role: 'total' as const }], values: [8], message: '某处：不符。' }
  const advice = '请核对这一列各项办理结果和总计，改正填错的一格。'

  it('has its rule’s severity, source, reason and advice, and fails', () => {
    const { message, ...finding } = findingOf(rule, found)
    expect(finding).toEqual({
      rule: 'T4.TOTAL',
      severity: 'error',
      outcome: 'fail',
      cells: found.cells,
      why: expect.stringMatching(/。$/),
      source: '依据',
      fingerprint: fingerprintOf(['T4.TOTAL', 'fail', 'total table4.review.total', '8']),
    })
    expect(message).toMatch(/^某处：不符。请.+。$/)
    expect(message).not.toBe(advice)
  })

  it('has its own where they are given', () => {
    const own = { severity: 'info', outcome: 'cannotJudge', source: '另一依据' } as const
    const details = { section: 'other', quote: '八件', expected: 8, actual: 9 } as const
    expect(findingOf(rule, { ...found, ...own, advice: '请补。', details })).toMatchObject({
      ...own,
      ...details,
      message: '某处：不符。请补。',
      fingerprint: fingerprintOf(['T4.TOTAL', 'cannotJudge', 'total table4.review.total', '8']),
    })
  })
})
