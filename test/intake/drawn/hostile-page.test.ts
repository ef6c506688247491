import { describe, expect, it } from '@jest/globals'
import { drawnSource } from '../../../src/intake/drawn/drawn-blocks'
import { PageByHand } from '../../support/drawn-page'

/** More than a call takes arguments. */
const MANY = 150_000

describe('a page that holds more than any report', () => {
  it('of lines is read', () => {
    const page = new PageByHand().text(60, 20, '规章制度和工作情况说明').text(60, 60, '本年度的工作情况如下')
    for (let i = 0; i < MANY; i += 1) page.line(60, 100 + i * 4, 500, 100 + i * 4)
    const { blocks } = drawnSource([{ ...page.drawn(), height: MANY * 4 + 200 }])
    expect(blocks.map(({ text }) => text)).toEqual(['规章制度和工作情况说明本年度的工作情况如下'])
  })
})
