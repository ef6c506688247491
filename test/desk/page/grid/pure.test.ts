import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Axis } from '../../../../src/desk/page/view/grid/axis'
import { editText } from '../../../../src/desk/page/view/grid/edit-text'
import { extentOf, headerOf } from '../../../../src/desk/page/view/grid/extent'
import { copied, pulled, pullTarget } from '../../../../src/desk/page/view/grid/fill'
import { found, replacedText } from '../../../../src/desk/page/view/grid/find'
import { commandOf } from '../../../../src/desk/page/view/grid/keys'
import type { Mode } from '../../../../src/desk/page/view/grid/keys'
import { named } from '../../../../src/desk/page/view/grid/named'
import { isEnough, spanAround } from '../../../../src/desk/page/view/grid/rows-shown'
import { emsOf, linesOf } from '../../../../src/desk/page/view/grid/text-size'
import { readEntry } from '../../../../src/desk/book'
import { runs } from '../../../support/runs'
import { bookOf, firstSheet } from '../../support/books'

describe('Axis', () => {
  it('finds the line that begins at or before any point', () => {
    const sizes = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const axis = new Axis(given.length, (line) => given[line - 1] ?? 0)
        const total = given.reduce((sum, size) => sum + size, 0)
        expect(axis.total).toBe(total)
        const point = share * total
        const line = axis.lineAt(point)
        if (point < total) expect([axis.startOf(line) <= point, point < axis.endOf(line)]).toEqual([true, true])
      }),
      runs(200),
    )
  })

  it('moves what follows when a size changes', () => {
    const axis = new Axis(3, () => 10)
    expect([axis.set(2, 25), axis.set(2, 25), axis.startOf(3), axis.total]).toEqual([true, false, 35, 45])
  })
})

describe('fill', () => {
  const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns })
  it.each([
    ['one value', [['8']], area(1, 1, 1, 1), area(1, 1, 3, 1), [['8'], ['8']]],
    ['two numbers', [['1'], ['3']], area(1, 1, 2, 1), area(1, 1, 4, 1), [['5'], ['7']]],
    ['two numbers upwards', [['1'], ['3']], area(3, 1, 2, 1), area(1, 1, 4, 1), [['-3'], ['-1']]],
    ['a text and a number', [['甲'], ['3']], area(1, 1, 2, 1), area(1, 1, 4, 1), [['甲'], ['3']]],
    ['to the right', [['1', '2']], area(1, 1, 1, 2), area(1, 1, 1, 4), [['3', '4']]],
    ['to the left', [['0.1', '0.3']], area(1, 3, 1, 2), area(1, 1, 1, 4), [['-0.3', '-0.1']]],
    ['a blank', [[null]], area(1, 1, 1, 1), area(1, 1, 2, 1), [[null]]],
  ])('pulls %s', (_, values, source, target, expected) => {
    expect(pulled(source, target, values)?.values).toEqual(expected)
  })

  it('copies the first row down, the first column to the right', () => {
    const values = [
      ['1', '2'],
      ['3', '4'],
    ]
    expect(copied(area(1, 1, 2, 2), values, true)).toEqual({ area: area(2, 1, 1, 2), values: [['1', '2']] })
    expect(copied(area(1, 1, 2, 2), values, false)).toEqual({ area: area(1, 2, 2, 1), values: [['1'], ['3']] })
    expect(copied(area(1, 1, 1, 2), [['1', '2']], true)).toBeNull()
  })

  it('goes in the direction that is farther away', () => {
    expect(pullTarget(area(3, 3, 1, 1), { row: 5, column: 4 })).toEqual(area(3, 3, 3, 1))
    expect(pullTarget(area(3, 3, 1, 1), { row: 3, column: 1 })).toEqual(area(3, 1, 1, 3))
    expect(pullTarget(area(3, 3, 2, 2), { row: 4, column: 4 })).toEqual(area(3, 3, 2, 2))
  })
})

describe('editText', () => {
  it('typed again gives the same content', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.constantFrom('8', '=A1', "'8", '3/4', 'TRUE', '1,000', ' 8 '))
    fc.assert(
      fc.property(
        value.filter((one) => one !== ''),
        (one) => expect(readEntry(editText({ value: one }), undefined, 2024).value).toEqual(one),
      ),
      runs(300),
    )
  })

  it('shows all digits, and a day as a day', () => {
    expect(editText({ value: 1.2345, style: { numberFormat: '0.00' } })).toBe('1.2345')
    expect(editText({ value: { date: 45_322 } })).toBe('2024/1/31')
    expect(editText({ value: 0.125, style: { numberFormat: '0.0%' } })).toBe('12.5%')
    expect(editText(undefined)).toBe('')
  })
})

describe('finding', () => {
  const book = bookOf({ A1: '街道办', B2: 12, A3: '＝ＡＢ', B1: 'x街道' })
  it('goes row by row, and takes wide letters for plain ones', () => {
    expect(found(book, '街道').map(({ row, column }) => [row, column])).toEqual([
      [1, 1],
      [1, 2],
    ])
    expect(found(book, 'ab')).toHaveLength(1)
    expect(found(book, '12')).toHaveLength(1)
    expect(found(book, '')).toEqual([])
  })

  it('replaces in texts that one may change, not in figures', () => {
    const sheet = firstSheet(book)
    expect(replacedText(sheet, 1, 2, '街道', '镇')).toBe('x镇')
    expect(replacedText(sheet, 2, 2, '12', '13')).toBeNull()
    const locked = { ...sheet, protections: [{ open: [], description: '', warningOnly: true }] }
    expect(replacedText(locked, 1, 2, '街道', '镇')).toBeNull()
  })
})

describe('the name box', () => {
  const book = bookOf({ A1: '（一） 予以公开', B1: 3, A2: '总计' })
  const sheet = firstSheet(book)
  const at = (text: string) => named(book, sheet, text, (_, row) => (row === 1 ? { row, column: 2 } : null))?.first
  it.each([
    ['B2', { row: 2, column: 2 }],
    [' b2 ', { row: 2, column: 2 }],
    ['予以公开', { row: 1, column: 2 }],
    ['总计', { row: 2, column: 1 }],
    ['没有', undefined],
    ['', undefined],
    ['ZZ99999', undefined],
  ])('%j', (text, expected) => {
    expect(at(text)).toEqual(expected)
  })
})

describe('what is shown of a tab', () => {
  it('ends two rows and a column behind its contents, not at the tab’s edge', () => {
    const sheet = firstSheet(bookOf({ A1: 1, C20: 2 }))
    expect(extentOf({ ...sheet, rows: 1000, columns: 26 })).toEqual({
      rows: 22,
      columns: 4,
      last: { row: 20, column: 3 },
    })
  })

  it('has the frozen rows from the first ruled one on as its header', () => {
    const sheet = firstSheet(bookOf({ A1: '标题', A3: '表头' }))
    const ruled = { ...sheet.cells['3,1'], style: { border: true } }
    expect(headerOf({ ...sheet, frozenRows: 3, cells: { ...sheet.cells, '3,1': ruled } })).toEqual({ from: 3, to: 3 })
    expect(headerOf({ ...sheet, frozenRows: 2, cells: { ...sheet.cells, '3,1': ruled } })).toBeNull()
  })

  it('is drawn whole up to 300 rows, else around what is in view', () => {
    expect(spanAround({ from: 5, to: 20 }, 300)).toEqual({ from: 1, to: 300 })
    const drawn = spanAround({ from: 500, to: 520 }, 20_000)
    expect(drawn).toEqual({ from: 460, to: 560 })
    expect(isEnough(drawn, { from: 480, to: 500 }, 20_000)).toBe(true)
    expect(isEnough(drawn, { from: 540, to: 560 }, 20_000)).toBe(false)
  })

  it('measures Chinese in squares', () => {
    expect(emsOf('公开')).toBe(2)
    expect(emsOf('ab')).toBeLessThan(2)
    expect([linesOf('公开公开', 2), linesOf('公开\n\n公', 10), linesOf('', 5)]).toEqual([2, 3, 1])
  })
})

describe('keys', () => {
  const key = (name: string, held = '') => ({
    key: name,
    ctrlKey: held.includes('c'),
    shiftKey: held.includes('s'),
    altKey: held.includes('a'),
    metaKey: held.includes('m'),
  })
  it.each<[string, string, Mode, unknown]>([
    ['a', '', 'ready', null],
    ['ArrowDown', 's', 'ready', { do: 'move', by: [1, 0], isJump: false, isExtended: true }],
    ['ArrowDown', '', 'edit', null],
    ['ArrowDown', '', 'enter', { do: 'move', by: [1, 0], isJump: false, isExtended: false }],
    ['Enter', 'a', 'edit', { do: 'newLine' }],
    ['Enter', 'a', 'ready', null],
    ['Enter', 'c', 'enter', { do: 'fillTyped' }],
    ['PageDown', 'c', 'ready', null],
    ['PageDown', 'cs', 'edit', { do: 'sheet', by: 1 }],
    ['PageDown', '', 'edit', null],
    ['z', 'c', 'edit', null],
    ['Z', 'cs', 'ready', { do: 'redo' }],
    ['f', 'm', 'edit', { do: 'find', isReplace: false }],
    ['Delete', '', 'edit', null],
    ['Tab', 'c', 'ready', null],
  ])('%s with %j while %s', (name, held, mode, expected) => {
    expect(commandOf(key(name, held), mode)).toEqual(expected)
  })
})
