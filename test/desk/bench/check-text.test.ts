/** A text is judged where it would stand, and nothing is written. */
import { expect, it } from '@jest/globals'
import { checkTextIn } from '../../../src/desk/bench'
import { newBook } from '../../../src/desk/book'
import { tabNames } from '../../../src/words/tabs'
import { DeskHost } from '../support/host'

const host = new DeskHost(newBook('示例', tabNames.guide))
host.run('initTemplate', [{ unit: '示例街道办事处', year: 2024 }])
const book = host.book()
const overview = { id: book.sheets.find(({ name }) => name === tabNames.overview)?.id ?? -1 }

it('finds what is wrong with it, quotes the words, and lists the fields with their values', () => {
  const before = JSON.stringify(book)
  const text = '新收【本年新收件】件。\n加强学习。'
  const answer = checkTextIn(book, { sheet: overview.id, row: 5, column: 2, text })
  expect(answer?.section).toBe('overview')
  const quoted = answer?.findings.filter(({ quote = '' }) => quote !== '')
  expect(quoted?.map(({ rule, severity, quote }) => [rule, severity, quote])).toEqual([
    ['F.UNKNOWN', 'error', '【本年新收件】'],
  ])
  expect(answer?.fields.find(({ name }) => name === '年度')).toMatchObject({ value: '2024' })
  expect(JSON.stringify(book)).toBe(before)
})

it('judges the first words of a text whose tab ends above it', () => {
  const bare = structuredClone(book)
  const problems = bare.sheets.find(({ name }) => name === tabNames.problems)
  for (const key of Object.keys(problems?.cells ?? {})) if (Number(key.split(',')[0]) >= 5) delete problems?.cells[key]
  const answer = checkTextIn(bare, { sheet: problems?.id ?? -1, row: 5, column: 2, text: '【没有这一项】' })
  expect([answer?.section, answer?.findings.map(({ quote }) => quote)]).toEqual([
    'problems',
    expect.arrayContaining(['【没有这一项】']),
  ])
})

it('says nothing of a cell that holds no narrative, and of a tab that is not there', () => {
  expect(checkTextIn(book, { sheet: overview.id, row: 1, column: 1, text: '甲' })).toEqual({
    section: null,
    findings: [],
    fields: [],
  })
  expect(checkTextIn(book, { sheet: 999, row: 1, column: 1, text: '甲' })).toBeNull()
})
