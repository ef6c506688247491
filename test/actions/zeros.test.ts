import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { assess } from '../../src/actions/check/assess'
import { blanksIn, zeroQuestion } from '../../src/actions/zeros/plan-zeros'
import { figures, type Figure } from '../../src/form'
import type { Report } from '../../src/report'
import { snapshotOf } from './snapshots'

const clean = JSON.parse(readFileSync('test/fixtures/clean-report.json', 'utf8')) as Report

/** The lines of the question about table 3 where these figures are blank. */
function askedOf(isBlank: (figure: Figure) => boolean): string[] {
  const own = figures.filter((figure) => figure.table === 'table3' && figure.kind === 'input' && isBlank(figure))
  const blank = Object.fromEntries(own.map(({ id }) => [id, null]))
  const snapshot = snapshotOf({ ...clean, figures: { ...clean.figures, ...blank } })
  const question = zeroQuestion(blanksIn(assess(snapshot), 'table3'))
  return question.split('\n').filter((line) => line.startsWith('· '))
}

describe('the question of 空白填 0', () => {
  it('lists columns from left to right, where one to the right is all blank and others have fewer', () => {
    const rows = ['received', 'carriedIn', 'granted', 'partlyGranted']
    const lines = askedOf(
      ({ row, column }) =>
        column === 'otherOrganization' ||
        (rows.includes(row) && column === 'research') ||
        (row === 'granted' && column === 'enterprise'),
    )
    expect(lines.map((line) => line.split('：')[0])).toEqual(['· 商业企业', '· 科研机构', '· 其他'])
  })

  it('lists rows from top to bottom', () => {
    const lines = askedOf(
      ({ row, column }) => (row === 'granted' && column !== 'otherOrganization') || row === 'received',
    )
    expect(lines).toEqual(['· 一、本年新收政府信息公开申请数量：6 格', '· （一）予以公开：5 格'])
  })
})
