import { describe, expect, it } from '@jest/globals'
import { readDrawn } from '../../../src/intake'
import { PageByHand } from '../../support/drawn-page'

/** The columns of table 3 as a source may print them: the upper and the lower line of each name. */
type Name = readonly [string, string]
const official: Name[] = [
  ['自然', '人'],
  ['商业', '企业'],
  ['科研', '机构'],
  ['社会公益', '组织'],
  ['法律服务', '机构'],
  ['其', '他'],
  ['总', '计'],
]

/** A table 3 without any line, its names broken over two lines. */
function looseTable(names: readonly Name[]) {
  const page = new PageByHand().text(60, 60, '三、收到和处理政府信息公开申请情况').text(300, 80, '法人或其他组织')
  const xOf = (column: number) => 250 + column * 45
  names.forEach(([upper, lower], i) => page.text(xOf(i), 94, upper).text(xOf(i), 106, lower))
  const rows = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开']
  rows.forEach((label, row) => {
    page.text(60, 124 + row * 16, label)
    names.forEach((_, i) => page.text(xOf(i) + 8, 124 + row * 16, String(10 * (row + 1) + i)))
  })
  return readDrawn([page.drawn()])
}

const received = (figures: object) => Object.entries(figures).filter(([cell]) => cell.startsWith('table3.received.'))
const inOrder = [
  'naturalPerson',
  'enterprise',
  'research',
  'socialWelfare',
  'legalService',
  'otherOrganization',
  'total',
]
const reading = (order: readonly number[]) =>
  inOrder.map((column, i) => [`table3.received.${column}`, 10 + order.indexOf(i)])

describe('a table without any line', () => {
  it.each([
    ['in the form’s order', [0, 1, 2, 3, 4, 5, 6], []],
    ['in another order', [0, 2, 1, 4, 3, 5, 6], ['READ.COLUMNS warning']],
  ])('is read by its names, broken over lines, %s', (_, order, told) => {
    const names = order.map((i) => official[i] as Name)
    const { report, findings } = looseTable(names)
    expect(received(report.figures).sort()).toEqual(reading(order).sort())
    expect(findings.filter(({ rule }) => rule === 'READ.COLUMNS').map((one) => `${one.rule} ${one.severity}`)).toEqual(
      told,
    )
  })
})
