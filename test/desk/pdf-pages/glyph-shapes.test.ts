import { describe, expect, it } from '@jest/globals'
import { inkOf } from '../../../src/desk/pdf-pages/glyph-ink'
import { GlyphShapes, isOtherShape } from '../../../src/desk/pdf-pages/glyph-shapes'
import type { Font, ShownGlyph } from '../../../src/desk/pdf-pages/state'

/** A square as the library writes a path, drawn one way round or the other. */
function square(x: number, y: number, side: number, isBack = false): number[] {
  const corners = [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ]
  const [first = [], ...others] = isBack ? corners.reverse() : corners
  return [0, ...first, ...others.flatMap((corner) => [1, ...corner]), 4]
}

const solid = square(0, 0, 10)
const ring = [...solid, ...square(3, 3, 4, true)]
const eight = [...solid, ...square(1, 1, 3, true), ...square(1, 6, 3, true)]
/** Two bars on each other, both drawn the same way round. */
const cross = [...square(0, 0, 10), ...square(3, 3, 4)]

describe('the shape of a glyph', () => {
  it.each<[string, number[], boolean]>([
    ['8', eight, false],
    ['8', ring, true],
    ['3', eight, true],
    ['0', ring, false],
    ['0', solid, true],
    ['0', eight, false],
    ['4', ring, false],
    ['4', cross, false],
    ['4', eight, true],
    ['6', solid, true],
    ['1', solid, false],
    ['7', ring, true],
    [' ', [], false],
    [' ', [4], false],
    [' ', solid, true],
    ['9', [], false],
    ['年', eight, false],
  ])('said to be "%s": %j is another character: %s', (character, path, isOther) => {
    expect(isOtherShape(character, path)).toBe(isOther)
  })

  it('of a blank that is a picture is another character', () => {
    expect([' ', '1'].map((character) => isOtherShape(character, 'picture'))).toEqual([true, false])
  })
})

const glyph = (text: string) => ({ text, isUnknown: false }) as Parameters<GlyphShapes['remember']>[0]

describe('the list of a font', () => {
  it('that is wrong about one digit is believed about none, those before it too', () => {
    const shapes = new GlyphShapes({})
    const before = glyph('1')
    expect(shapes.isOther({ unicode: '1', fontChar: 'a' }, () => solid)).toBe(false)
    shapes.remember(before)
    expect(shapes.isOther({ unicode: '8', fontChar: 'b' }, () => solid)).toBe(true)
    expect(before.isUnknown).toBe(true)
    expect(shapes.isOther({ unicode: '1', fontChar: 'a' }, () => solid)).toBe(true)
    expect(shapes.isOther({ unicode: '年', fontChar: 'c' }, () => solid)).toBe(false)
  })

  it('that has a blank with ink is believed about its digits', () => {
    const shapes = new GlyphShapes({})
    expect(shapes.isOther({ unicode: ' ', fontChar: 'a' }, () => solid)).toBe(true)
    expect(shapes.isOther({ unicode: '1', fontChar: 'b' }, () => solid)).toBe(false)
  })

  it.each<[string, Font, ShownGlyph, boolean]>([
    ['says what the code says', { missingFile: true }, { unicode: '1', fontChar: '1' }, false],
    ['says another digit', { missingFile: true }, { unicode: '2', fontChar: '1' }, true],
    ['says that a digit is a blank', { missingFile: true }, { unicode: ' ', fontChar: '7' }, true],
    ['is of codes without meaning', { missingFile: true, composite: true }, { unicode: '2', fontChar: '1' }, false],
  ])('of a font that is not in the file %s', (_, font, shown, isOther) => {
    expect(new GlyphShapes(font).isOther(shown, () => undefined)).toBe(isOther)
  })
})

describe('the ink of a glyph', () => {
  const codes = { constructPath: 91, paintImageMaskXObject: 83, paintInlineImageXObject: 86, paintImageXObject: 85 }
  const nothing = { has: () => false, get: () => undefined }

  it('is the outline that is kept by its name', () => {
    const kept = { has: (id: string) => id === 'f1_path_a', get: () => ({ path: solid }) }
    expect(inkOf({ loadedName: 'f1' }, { fontChar: 'a' }, kept, codes)).toBe(solid)
    expect(inkOf({ loadedName: 'f1' }, { fontChar: 'b' }, kept, codes)).toBeUndefined()
    expect(inkOf({ loadedName: 'f1' }, { fontChar: 'a', isInFont: false }, kept, codes)).toBeUndefined()
  })

  it('of a font of little pages is all that such a page paints', () => {
    const pages = {
      two: {
        fnArray: [91, 91],
        argsArray: [
          [22, [solid]],
          [22, [ring]],
        ],
      },
      photo: { fnArray: [83], argsArray: [[]] },
    }
    const font = { isType3Font: true, charProcOperatorList: pages }
    const inks = ['two', 'photo', 'none'].map((operatorListId) => inkOf(font, { operatorListId }, nothing, codes))
    expect(inks).toEqual([[...solid, ...ring], 'picture', []])
  })
})
