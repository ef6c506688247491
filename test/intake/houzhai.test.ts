import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { check } from '../../src/checks'
import { figures, type CellId } from '../../src/form'
import { read } from '../../src/intake'
import { withFigures, type Report } from '../../src/report'

/** Tables 2 and 3 as the report prints them; what is not listed is printed 0. */
const printed: Record<CellId, number> = {
  'table3.received.naturalPerson': 8,
  'table3.received.total': 8,
  'table3.carriedIn.naturalPerson': 1,
  'table3.carriedIn.total': 1,
  'table3.granted.naturalPerson': 1,
  'table3.granted.total': 1,
  'table3.partlyGranted.naturalPerson': 7,
  'table3.partlyGranted.total': 7,
  'table3.unavailable.notHeld.naturalPerson': 1,
  'table3.unavailable.notHeld.total': 1,
  'table3.concluded.naturalPerson': 9,
  'table3.concluded.total': 9,
}
const expectedFigures = Object.fromEntries(
  figures.map(({ id, table }) => [id, table === 'table4' ? null : (printed[id] ?? 0)]),
)

const sources: [name: string, path: string][] = [
  ['the tables with other prose', 'test/fixtures/houzhai-2024.txt'],
  ['the report as published', '../shared/reports/houzhai-2024.txt'],
]

/** The report after a person chose a reading. */
function choose(report: Report, choice: number): Report {
  const repair = check(report).repairs[choice]
  const changes = (repair?.changes ?? []).map(({ cell, to }) => [cell, to] as const)
  return withFigures(report, Object.fromEntries(changes))
}

describe.each(sources)('%s', (_, path) => {
  const test = existsSync(path) ? it : it.skip
  const reading = () => read(readFileSync(path, 'utf8'), 'text')

  test('gives unit, year and every figure of tables 2 and 3 exactly', () => {
    const { report } = reading()
    expect([report.edition, report.unit, report.year]).toEqual(['2021', '侯寨办事处', 2024])
    expect(report.figures).toStrictEqual(expectedFigures)
  })

  test('keeps table 4 as printed, with its place', () => {
    const row = ['1', '0', '0', '0', '1', '0', '0', '0', '0', '0', '0', '1', '0', '0', '0', '1']
    const cells = figures.filter(({ table }) => table === 'table4').map(({ id }) => id)
    expect(reading().report.unplaced).toEqual([
      { table: 'table4', cells, written: row, place: expect.stringMatching(/^第 \d+ 行$/) },
    ])
  })

  test('reports the repeated title and the ragged row, and nothing else about the source', () => {
    const { findings } = reading()
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['READ.SECTION_TWICE', 'warning'],
      ['READ.RAGGED', 'error'],
    ])
    expect(findings[0]?.message).toBe(
      '标题“一、总体情况”出现 2 次（第 5 行、第 7 行）。请对照原件核对，发布时只保留一个标题。',
    )
    expect(findings[1]?.message).toContain('（1 0 0 0 1 0 0 0 0 0 0 1 0 0 0 1）')
    expect(findings[1]?.message).toContain('复议后起诉 结果维持 1；复议后起诉 结果纠正 1')
  })

  test('offers both readings of table 4 and chooses neither', () => {
    const { report, findings } = reading()
    const { repairs, ...checked } = check(report)
    expect(checked.findings.filter(({ severity }) => severity === 'error')).toEqual([findings[1]])
    expect(repairs.map(({ kind, resolves }) => [kind, resolves])).toEqual([
      ['ask', [findings[1]?.fingerprint]],
      ['ask', [findings[1]?.fingerprint]],
    ])
  })

  test.each([
    [0, 'upheld'],
    [1, 'corrected'],
  ])('has no error after choice %d: 复议后起诉 %s 1', (choice, column) => {
    const report = choose(reading().report, choice)
    expect(report.figures).toMatchObject({
      'table4.review.upheld': 1,
      'table4.review.total': 1,
      'table4.directLitigation.total': 0,
      [`table4.litigationAfterReview.${column}`]: 1,
      'table4.litigationAfterReview.total': 1,
    })
    expect(check(report).findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('keeps the narrative paragraph by paragraph', () => {
    const { narrative } = reading().report
    const lines = readFileSync(path, 'utf8').split('\n')
    const between = (from: string, to: string) => {
      const end = to === '' ? -1 : lines.indexOf(to)
      return lines.slice(lines.lastIndexOf(from) + 1, end < 0 ? undefined : end).filter((line) => line !== '')
    }
    expect(narrative.overview.split('\n')).toEqual(between('一、总体情况', '二、主动公开政府信息情况'))
    expect(narrative.problems.split('\n')).toEqual(between('五、存在的主要问题及改进情况', '六、其他需要报告的事项'))
    expect(narrative.other.split('\n')).toEqual(between('六、其他需要报告的事项', ''))
  })
})
