import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { check } from '../../src/checks'
import { read } from '../../src/intake'
import { emptyReport, type CellValue, type Report } from '../../src/report'

interface Published {
  id: string
  unit: string
  year: number
  figures: Record<string, CellValue>
  narrative: string | null
}

const FOLDER = '../shared/reports'
const file = (name: string) => `${FOLDER}/${name}`
const published: Published[] = existsSync(file('figures.json'))
  ? Object.values(JSON.parse(readFileSync(file('figures.json'), 'utf8')) as Record<string, Published>)
  : []

const reportOf = ({ unit, year, figures }: Published, overview: string, other = ''): Report => ({
  ...emptyReport(unit, year),
  figures,
  narrative: { overview, problems: '', other },
})

const told = (report: Report) =>
  check(report)
    .findings.filter(({ rule }) => rule.startsWith('N.'))
    .map(({ rule, severity, outcome, actual, expected }) => [rule, severity, outcome, actual, expected])

/** What is wrong in them, judged by hand; every other narrative agrees with its tables. */
const known: Record<string, ReturnType<typeof told>> = {
  '004': [['N.ALL', 'error', 'fail', 1, 0]],
  '008': [
    ['N.TABLE4', 'warning', 'fail', 134, 170],
    ['N.TABLE4', 'warning', 'fail', 57, 77],
  ],
  // The office received 17, the district 95: another scope.
  '010': [['N.TABLE3', 'info', 'fail', 17, 95]],
  '023': [['N.TABLE3', 'error', 'fail', 2, 3]],
}

const described = (some: readonly unknown[]) => (some.length > 0 ? describe : describe.skip)
const worded = published.filter(({ narrative }) => narrative !== null)

described(worded)('narratives of published reports', () => {
  it.each(worded.map((report) => [report.id, report] as const))('%s', (id, report) => {
    expect(told(reportOf(report, report.narrative ?? ''))).toEqual(known[id] ?? [])
  })
})

const section = (text: string, from: RegExp, to: RegExp): string => {
  const start = text.search(from)
  if (start < 0) return ''
  const rest = text.slice(start)
  const end = rest.slice(2).search(to)
  return end < 0 ? rest : rest.slice(0, end + 2)
}

const raw = published.filter(({ id }) => ['004', '009', '010'].includes(id))

described(raw)('their whole text', () => {
  it.each(raw.map((report) => [report.id, report] as const))('%s', (id, report) => {
    const text = readFileSync(file(`raw/${id}.txt`), 'utf8')
    const overview = section(text, /一、总体/, /[一二]、主动公开政府/)
    const other = section(text, /六、其他/, /$^/)
    expect(told(reportOf(report, overview, other))).toEqual(known[id] ?? [])
  })
})

const original = [file('houzhai-2024.txt')].filter(existsSync)

/** 8 concluded where table 3 concludes 9, and no lost lawsuit where nobody has decided yet what table 4 says. */
described(original)('the report as published', () => {
  it.each(original)('%s', (path) => {
    const { report } = read(readFileSync(path, 'utf8'), 'text')
    expect(told(report)).toEqual([
      ['N.BASIS', 'warning', 'fail', 8, 9],
      ['N.LOST', 'warning', 'cannotJudge', undefined, undefined],
    ])
  })
})
