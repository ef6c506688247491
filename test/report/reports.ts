import fc from 'fast-check'
import { edition2021, figures, type CellId } from '../../src/form'
import { readFigure, type CellValue, type Report } from '../../src/report'

const written = fc.constantFrom(
  '８',
  '1,024',
  '8件',
  '12.50',
  '22（其中修订16件）',
  '/',
  '—',
  '不适用',
  '无',
  '减4',
  '#REF!',
)

/** A figure as an office may have written it, blanks and annotated figures included. */
const anyFigure: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 8, arbitrary: fc.nat({ max: 99_999_999 }) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.tuple(fc.integer(), fc.nat(9999)).map(([a, b]) => readFigure(`${a}.${b}`)) },
  { weight: 2, arbitrary: written.map(readFigure) },
)

const ids = figures.map(({ id }) => id)
const anyFigures: fc.Arbitrary<Record<CellId, CellValue>> = fc
  .array(anyFigure, { minLength: ids.length, maxLength: ids.length })
  .map((values) => Object.fromEntries(ids.map((id, i) => [id, values[i] ?? null])))

const titles = new Set(edition2021.sections.map(({ title }) => title))
const words = fc.constantFrom(
  '本年',
  '（一）',
  '3 月',
  '收到申请 8 件',
  '，',
  '。',
  '“公开”',
  'abc',
  '①',
  '1.',
  '总体情况',
  '其他',
)
const paragraph = fc
  .array(words, { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join('').trim())
  .filter((text) => ![...titles].some((title) => text.replace(/[^\p{L}]/gu, '').endsWith(title)))
const narrative = fc.array(paragraph, { maxLength: 5 }).map((lines) => lines.join('\n'))

/** Any report with all its 200 figures. */
export const anyReport: fc.Arbitrary<Report> = fc
  .tuple(
    fc.constantFrom('某某市某某局', '侯寨办事处', 'ABC 管委会', '第3管理处', ''),
    fc.option(fc.integer({ min: 2019, max: 2099 }), { nil: null }),
    anyFigures,
    fc.tuple(narrative, narrative, narrative),
  )
  .map(([unit, year, figures, [overview, problems, other]]) => {
    return { edition: '2021', unit, year, figures, narrative: { overview, problems, other } }
  })
