/** Edits that could not be kept: refused before anything happens, or written without what no file can carry, and said. */
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from '@jest/globals'
import { OfficeError } from '../../../src/desk/office'
import { xlsxToBook } from '../../../src/desk/xlsx'
import { officeWords as words } from '../../../src/words/office'
import { smallBook } from '../store/folder'
import { again, cellAt, closeAll, desk, li, type, zhao } from './desk'
import type { Desk } from './desk'

afterEach(closeAll)

/** C1:D2 is one cell. */
function mergedDesk(): Promise<Desk> {
  const book = smallBook()
  for (const sheet of book.sheets) sheet.merges.push({ row: 1, column: 3, rows: 2, columns: 2 })
  return desk(book)
}

describe('cells beneath a merge', () => {
  const edit = (one: Desk, row: number, column: number, values: (string | null)[][]) =>
    one.office.edit(li, { sheet: 0, row, column, values, base: one.office.seq })

  it.each([
    ['one of them', 2, 4, [['x']], 'D2'],
    ['one of them, emptied', 2, 4, [[null]], 'D2'],
    ['a block over a part of the merge', 2, 3, [['x', 'y']], 'C2'],
    [
      'a block with something beneath the first cell',
      1,
      3,
      [
        ['x', null],
        [null, 'y'],
      ],
      'D2',
    ],
  ])('%s: refused, with where it can be typed', async (_, row, column, values, cell) => {
    const one = await mergedDesk()
    const before = one.office.book
    await expect(edit(one, row, column, values)).rejects.toEqual(new OfficeError('refused', words.covered(cell, 'C1')))
    expect([one.office.seq, one.office.book]).toEqual([0, before])
  })

  it('a block that has only blanks there is written: so a merge is pasted', async () => {
    const one = await mergedDesk()
    const { seq } = await edit(one, 1, 2, [
      ['a', 'merged', null],
      ['b', null, null],
    ])
    expect([seq, cellAt(one, '1,3')?.value, cellAt(one, '2,2')?.value]).toEqual([1, 'merged', 'b'])
  })

  it('a comment there is one on the merge', async () => {
    const one = await mergedDesk()
    await one.office.comment(zhao, { do: 'comment', sheet: 0, row: 2, column: 4, text: '请核对' })
    expect(one.office.book.comments).toMatchObject([{ row: 1, column: 3 }])
  })
})

describe('characters that no file can carry', () => {
  const bad = ['\u0000', '\u0008', '\u000b', '\u001f', '\ud800', '\udfff', '\ufffe', '\uffff']
  const notices = ({ events }: Desk) => events.filter(({ type: kind }) => kind === 'notice')

  it.each(bad.map((sign) => [sign.charCodeAt(0).toString(16), sign]))(
    '%s: left out of edits, comments and what commands are given, and said to the person',
    async (_, sign) => {
      const one = await desk()
      await type(one, li, 1, 3, `甲${sign}乙`)
      await one.office.comment(zhao, { do: 'comment', sheet: 0, row: 1, column: 3, text: `请${sign}核对` })
      const told = [li, zhao].map(({ id }) => ({ type: 'notice', text: words.cleaned, to: id }))
      expect(notices(one)).toEqual(told)
      await one.office.close()
      const file = await xlsxToBook(readFileSync(one.path))
      const { office } = await again(one.path)
      for (const book of [file, office.book]) {
        expect(book.sheets[0]?.cells['1,3']?.value).toBe('甲乙')
        expect(book.comments?.[0]?.entries[0]?.text).toBe('请核对')
      }
    },
  )

  it('nothing but those is refused: what stood in the cell stays', async () => {
    const one = await desk()
    await type(one, li, 1, 3, '甲')
    for (const sign of bad) await expect(type(one, li, 1, 3, sign)).rejects.toThrow(words.onlyUnwritable)
    await type(one, li, 1, 4, '')
    expect(cellAt(one, '1,3')?.value).toBe('甲')
  })

  it('all others stay, and nothing is said', async () => {
    const one = await desk()
    const text = '甲\t乙\n丙\u0085𠀀😀\u00a0e\u0301'
    await type(one, li, 1, 3, text)
    expect([cellAt(one, '1,3')?.value, notices(one)]).toEqual([text, []])
  })
})
