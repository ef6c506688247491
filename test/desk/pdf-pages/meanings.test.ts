import { describe, expect, it } from '@jest/globals'
import { Meanings } from '../../../src/desk/pdf-pages/meanings'

const listed = (...characters: string[]) => ({ toUnicode: { _map: characters } })

describe('what a font says of a glyph', () => {
  it.each([
    ['a digit in its list', listed('1', '2'), { unicode: '2', originalCharCode: 1, width: 500 }, false],
    ['a code that its list has not', listed('1'), { unicode: '9', originalCharCode: 57, width: 500 }, true],
    ['a code of which its list says nothing', listed('1', ''), { unicode: '2', originalCharCode: 1, width: 500 }, true],
    ['a digit for two codes', listed('1', '1'), { unicode: '1', originalCharCode: 1, width: 500 }, true],
    ['two digits at once', listed('77'), { unicode: '77', originalCharCode: 0, width: 500 }, true],
    ['a wide character without ink', listed('\u200b'), { unicode: '\u200b', originalCharCode: 0, width: 500 }, true],
    ['a list that was made up', { composite: true, toUnicode: { firstChar: 0, lastChar: 9 } }, { unicode: '1' }, true],
    ['a name with the code', { ...listed('1'), differences: ['g31'] }, { unicode: '1', originalCharCode: 0 }, true],
    ['a name of a number', { ...listed('1'), differences: ['g12'] }, { unicode: '1', originalCharCode: 0 }, false],
    [
      'the name of another digit',
      { ...listed('1'), differences: ['two'] },
      { unicode: '1', originalCharCode: 0 },
      true,
    ],
    ['the name of the digit', { ...listed('1'), differences: ['one'] }, { unicode: '1', originalCharCode: 0 }, false],
  ])('%s', (_, font, glyph, isUnknown) => {
    expect(new Meanings(font).isUnknown(glyph)).toBe(isUnknown)
  })
})
