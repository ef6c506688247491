/** What waits for a choice is written as the person has decided. */
import { describe, expect, it } from '@jest/globals'
import { Questions } from '../../../src/desk/page/desk/questions'
import type { Question } from '../../../src/desk/page/desk/differing'
import type { Unsent } from '../../../src/desk/page/desk/unsent'

const place = { sheet: 1, row: 5, column: 2 }
const cell = { ...place, cell: '三、依申请公开!E8' }
const patch = { cells: { 1: { '5,2': null } } }

/** A page of 李 that writes nothing. */
const owner = {
  me: 'li',
  seq: () => 7,
  typedAgain: <T>(_: unknown, value: T) => value,
  write: () => undefined,
  newId: () => 'new',
  changed: () => undefined,
}

/** A question of me, 李, whose value stood or stands there, and what becomes of it. */
function asked() {
  let now: number = 22
  const settled: string[] = []
  const questions = new Questions({
    ...owner,
    contentOf: () => now,
    settled: (cells, by) => settled.push(`${by} ${cells.map(({ mine }) => mine).join()}`),
    whoIs: (id) => (id === 'zhao' ? '赵' : null),
  })
  const stands = (value: number, by: string | null) => {
    now = value
    questions.changed(patch, by)
  }
  return { questions, settled, stands }
}

const shown = (questions: readonly Question[]) =>
  questions.flatMap(({ kind, cells }) => cells.map(({ who, mine, theirs, now }) => [kind, who, mine, theirs, now]))

describe('my value replaced that of 王', () => {
  const replaced = () => {
    const { questions, ...rest } = asked()
    const letter = { id: 'a', edit: { blocks: [{ ...place, values: [[22]] }], base: 3 } }
    questions.overwrote([{ ...cell, who: '王', value: 33 }], letter, 7)
    return { questions, ...rest }
  }

  it.each<[by: string | null, who: string]>([
    ['zhao', '赵'],
    ['gone', '王'],
    [null, '王'],
  ])('and is replaced by the same value again, by %s: it is asked the other way round', (by, who) => {
    const { questions, stands } = replaced()
    stands(33, by)
    expect(shown(questions.all)).toEqual([['overwritten', who, 22, 33, undefined]])
  })

  it('and I have put theirs back myself: nothing is asked', () => {
    const { questions, stands } = replaced()
    stands(33, 'li')
    expect(questions.all).toEqual([])
  })

  it('and the cell holds a third value by now: the question says so', () => {
    const { questions, stands } = replaced()
    stands(44, 'zhao')
    expect(shown(questions.all)).toEqual([['overwrote', '王', 22, 33, 44]])
  })
})

it('my value came back by another: it is told, and asked no more', () => {
  const { questions, settled, stands } = asked()
  stands(33, 'wang')
  questions.overwritten({ ...cell, who: '王' }, 22, 33)
  stands(22, 'wang')
  expect([questions.all, settled]).toEqual([[], ['wang 22']])
})

it('what one change puts back in several cells is told once', () => {
  const told: string[] = []
  const cells = [5, 6, 7].map((row) => ({ ...cell, row, cell: `E${row}`, who: '王' }))
  let now: string | null = null
  const questions = new Questions({
    ...owner,
    contentOf: () => now,
    settled: (settled, by) => told.push(`${by}: ${settled.map((one) => one.cell).join()}`),
    whoIs: () => null,
  })
  for (const one of cells) questions.overwritten(one, '我的', null)
  now = '我的'
  questions.changed({ cells: { 1: { '5,2': null, '6,2': null, '7,2': null } } }, 'wang')
  expect([questions.all, told]).toEqual([[], ['wang: E5,E6,E7']])
})

const [typed, theirs, both] = ['李。\n第二段。', '王。\n第二段改。', '李。\n第二段改。']

it('a text is written with the paragraphs that only the other has changed', () => {
  const written: Unsent[] = []
  const questions = new Questions({
    ...owner,
    contentOf: () => theirs,
    write: (unsent) => written.push(unsent),
    settled: () => undefined,
    whoIs: () => null,
  })
  const letter = { id: 'a', edit: { blocks: [{ ...place, values: [[typed]] }], base: 3 } }
  questions.newer([{ ...place, cell: '一、总体情况!B5', who: '王', value: theirs, both }], letter, 7)
  const [question] = questions.all
  expect(question?.cells.map(({ mine, theirs: other }) => [mine, other])).toEqual([[both, theirs]])
  questions.choose(question?.id ?? 0, question?.cells ?? [], true)
  expect(written).toEqual([{ id: 'a', edit: { blocks: [{ ...place, values: [[both]] }], base: 7, overrules: 3 } }])
})
