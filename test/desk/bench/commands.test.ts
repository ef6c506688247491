import { describe, expect, it } from '@jest/globals'
import { captionOf, commandNames, menuOf } from '../../../src/desk/bench'

describe('the commands', () => {
  it('have each a Chinese caption, which on the menu is its item', () => {
    const captions = commandNames.map(captionOf)
    expect(captions.filter((caption) => !/^\p{Script=Han}+(?: 0)?$/u.test(caption))).toEqual([])
    for (const { caption, functionName } of menuOf().items) expect(captionOf(functionName)).toBe(caption)
  })
})
