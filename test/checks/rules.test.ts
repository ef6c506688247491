import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { check, rules, type Finding } from '../../src/checks'
import { figures, isCellId, type CellId } from '../../src/form'
import { readFigure, withFigures, type CellValue, type Report } from '../../src/report'
import { ruleWords } from '../../src/words/checks'
import { fileRuleWords, intakeRuleWords } from '../../src/words/source-faults'
import { changed, clean } from './clean'

const PAGES = 'docs/rules'
const pages = readdirSync(PAGES).map((name) => ({ name, text: readFileSync(`${PAGES}/${name}`, 'utf8') }))

describe('the registry', () => {
  it('has every rule once; an id is never given up or reused', () => {
    expect(rules.map(({ id }) => id).sort()).toEqual([
      'B.EDITION',
      'B.UNIT',
      'B.YEAR',
      'F.BLANK',
      'F.GAP',
      'F.UNKNOWN',
      'N.ALL',
      'N.BALANCE',
      'N.BASIS',
      'N.CONTRADICTION',
      'N.DOCUMENT',
      'N.FEE',
      'N.GAP',
      'N.LOST',
      'N.PARTS',
      'N.REPEATED',
      'N.TABLE3',
      'N.TABLE4',
      'N.UNIT',
      'N.YEAR',
      'P.CARD',
      'P.IDENTITY',
      'P.MOBILE',
      'P.NAME',
      'READ.ONE_ROW',
      'READ.RAGGED',
      'S.ASPECTS',
      'S.DOUBLED',
      'S.EMPTY',
      'S.FEE',
      'S.LENGTH',
      'S.MARKS',
      'S.NUMBERING',
      'S.PROBLEMS',
      'S.TITLE',
      'S.UNCLOSED',
      'S.UNFINISHED',
      'T3.BALANCE',
      'T3.CONCLUDED',
      'T3.ROW',
      'T4.TOTAL',
      'V.ANNOTATED',
      'V.BLANK',
      'V.DECIMAL',
      'V.NEGATIVE',
      'V.NOT_APPLICABLE',
      'V.REGULATIONS',
      'V.REWRITTEN',
      'V.TOTAL_BLANK',
      'V.UNREADABLE',
      'V.UNSAFE',
      'Y.CARRY',
      'Y.INFORCE',
    ])
  })

  it('leaves no words without a rule', () => {
    expect(Object.keys(ruleWords).sort()).toEqual(rules.map(({ id }) => id).sort())
  })
})

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('says of which edition it is, why it is there and on what law it stands', () => {
    expect(rule).toMatchObject({ edition: '2021', why: ruleWords[id].why })
    expect(rule.source).toMatch(/〔\d{4}〕\d+号|《政府信息公开条例》第/)
    expect(rule.cells.every(isCellId)).toBe(true)
  })

  it('does with a blank what it says', () => {
    const outcomes = rule.cells.map((cell) => [cell, ...foundWithout(cell, id)])
    const expected = rule.onBlank === 'silent' ? [] : [rule.onBlank]
    expect(outcomes).toEqual(rule.cells.map((cell) => [cell, ...expected]))
    // A rule that reads no cell of the form has nothing to say of a blank one.
    if (rule.cells.length === 0) expect(rule.onBlank).toBe('silent')
  })

  it('has a title, a reason and advice that end as sentences do', () => {
    const { title, why, advice } = ruleWords[id]
    expect(title).toMatch(/[^。]$/)
    expect([why, advice].join('')).toMatch(/。.*。$/)
  })

  it('has its chapter in the guide, under its title, and is listed there', () => {
    const name = `${id.split('.')[0]}.md`
    expect(pages.find((page) => page.name === name)?.text).toContain(`\n## ${id} ${ruleWords[id].title}\n`)
    expect(pages.find((page) => page.name === 'README.md')?.text).toContain(`\`${id}\``)
  })
})

/** Rules about a source or a workbook stand where these are read; their ids are known by what they say. */
describe('the guide to findings from reading', () => {
  const pageOf = (name: string) => pages.find((page) => page.name === name)?.text ?? ''

  it.each([...Object.keys(intakeRuleWords), ...Object.keys(fileRuleWords)])('has %s', (id) => {
    expect(pageOf('READ.md')).toContain(`| \`${id}\` |`)
  })

  it('has every rule about the layout and no other', () => {
    const idsIn = (text: string) => [...new Set(text.match(/LAYOUT\.[A-Z_]+/g))].sort()
    const source = readFileSync('src/workbook/layout-findings.ts', 'utf8')
    expect(idsIn(pageOf('LAYOUT.md'))).toEqual(idsIn(source))
  })
})

const row4 = figures.filter(({ table }) => table === 'table4').map(({ id }) => id)
const lastYear = changed({ 'table3.carriedOut.naturalPerson': 1, 'table3.carriedOut.total': 1 })

interface Case {
  report: Report
  lastYear: Report
}

const asFigure = (value: unknown) => (typeof value === 'string' ? readFigure(value) : (value as CellValue))

const withValue = (report: Report, where: string, value: unknown): Report => {
  const [first = '', second = ''] = where.split('.')
  if (isCellId(where)) return { ...report, figures: { ...report.figures, [where]: asFigure(value) } }
  if (first === 'narrative') return { ...report, narrative: { ...report.narrative, [second]: String(value) } }
  return { ...report, [where]: value }
}

/** One step of an example, `where = JSON value`. */
function step({ report, lastYear }: Case, line: string): Case {
  const [where = '', json = ''] = line.split(' = ')
  const value: unknown = JSON.parse(json)
  if (where === 'unplaced.table4') {
    const written = String(value).split(' ')
    const blank = withFigures(report, Object.fromEntries(row4.map((id) => [id, null])))
    return { report: { ...blank, unplaced: [{ table: 'table4', cells: row4, written, place: '' }] }, lastYear }
  }
  if (where === 'table3.otherwise') {
    const others = Object.entries(report.figures).filter(([id]) => !id.startsWith(`${where}.`))
    const columns = figures.filter(({ row }) => row === 'otherwise.other').map(({ column }) => column)
    const own = columns.map((column, i) => [`${where}.${column}`, (value as CellValue[])[i] ?? null] as const)
    return { report: { ...report, figures: Object.fromEntries([...others, ...own]) }, lastYear }
  }
  const ofLastYear = where.replace(/^lastYear\./, '')
  return ofLastYear === where
    ? { report: withValue(report, where, value), lastYear }
    : { report, lastYear: withValue(lastYear, ofLastYear, value) }
}

/** A line of an example done to the clean report and last year's; 且 joins steps. */
const applied = (line: string): Case => line.split(' 且 ').reduce(step, { report: clean, lastYear })

/** What is found where one figure is blank: one check serves the tests of all rules. */
const withoutFigure = new Map<string, Finding[]>()

function foundWithout(cell: CellId, rule: string): Finding['outcome'][] {
  const findings = withoutFigure.get(cell) ?? check(changed({ [cell]: null }), { lastYear }).findings
  withoutFigure.set(cell, findings)
  return findings.filter((finding) => finding.rule === rule).map(({ outcome }) => outcome)
}

const found = ({ report, lastYear }: Case, rule: string) =>
  check(report, { lastYear }).findings.filter((finding) => finding.rule === rule)

const examples = pages.flatMap(({ name, text }) =>
  [...text.matchAll(/```例\n错 (.*)\n提示 (\S+) ?(.*)\n对 (.*)\n```/g)].map(
    ([, wrong = '', rule = '', message = '', right = '']) => [name, wrong, rule, message, right] as const,
  ),
)

describe('the examples of the guide', () => {
  it('are there for every rule', () => {
    expect(new Set(examples.map(([, , rule]) => rule))).toEqual(new Set(rules.map(({ id }) => id)))
    const blocks = pages.flatMap(({ text }) => text.match(/^```例$/gm) ?? [])
    expect(blocks).toHaveLength(examples.length)
  })

  it.each(examples)('%s: %s', (_, wrong, rule, message, right) => {
    expect(found(applied(wrong), rule).map((finding) => finding.message)).toEqual([message])
    expect(found(applied(right), rule)).toEqual([])
  })
})
