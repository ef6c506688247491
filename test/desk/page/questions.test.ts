/** What waits for a choice is written as the person has decided. */
import { expect, it } from '@jest/globals'
import { Questions } from '../../../src/desk/page/desk/questions'
import type { Unsent } from '../../../src/desk/page/desk/unsent'

const place = { sheet: 1, row: 5, column: 2 }
const [typed, theirs, both] = ['李。\n第二段。', '王。\n第二段改。', '李。\n第二段改。']

it('a text is written with the paragraphs that only the other has changed', () => {
  const written: Unsent[] = []
  const questions = new Questions({
    me: 'li',
    seq: () => 7,
    contentOf: () => theirs,
    typedAgain: (_, value) => value,
    write: (unsent) => written.push(unsent),
    newId: () => 'new',
    changed: () => undefined,
  })
  const letter = { id: 'a', edit: { blocks: [{ ...place, values: [[typed]] }], base: 3 } }
  questions.newer([{ ...place, cell: '一、总体情况!B5', who: '王', value: theirs, both }], letter, 7)
  const [question] = questions.all
  expect(question?.cells.map(({ mine, theirs: other }) => [mine, other])).toEqual([[both, theirs]])
  questions.choose(question?.id ?? 0, question?.cells ?? [], true)
  expect(written).toEqual([{ id: 'a', edit: { blocks: [{ ...place, values: [[both]] }], base: 7 } }])
})
