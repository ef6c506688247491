import { expect, it } from '@jest/globals'
import { shortened } from '../../../src/desk/page/desk/shortened'
import { pageWords } from '../../../src/words/desk-page'

it('of a long text a message names one line of thirty letters, with its own quotation marks inside', () => {
  const text = `他说“好”。\n${'长'.repeat(3000)}`
  expect(shortened(text)).toBe(`他说“好”。 ${'长'.repeat(22)}…`)
  expect(pageWords.typing.back('B5', shortened('他说“好”。\n完'))).toBe('B5：上次离开本页时“他说‘好’。 完”还没有填完。')
})
