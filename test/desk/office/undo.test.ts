import { afterEach, describe, expect, it } from '@jest/globals'
import { OfficeError } from '../../../src/desk/office'
import { menuWords } from '../../../src/words/actions'
import { officeWords as words } from '../../../src/words/office'
import { tabNames } from '../../../src/words/tabs'
import { blankBook, clean, figureIn, filledBook, newSpreadsheet, tabOf } from '../support/template'
import { cellAt, closeAll, desk, li, run, type, typeFigure, wang } from './desk'

afterEach(closeAll)

const total = 'table3.received.total'
const part = 'table3.received.naturalPerson'

describe('undo and redo', () => {
  it('take back the parts of one paste together', async () => {
    const one = await desk()
    const before = one.office.book
    const block = (row: number) => ({ sheet: 0, row, column: 3, values: [[row], [row + 1]] })
    await one.office.edit(li, { ...block(1), more: [block(4)], base: 0 })
    await one.office.edit(li, { ...block(7), base: 0 })
    expect((await one.office.undo(li)).what).toBe(words.edited('表一!C7', 2))
    expect((await one.office.undo(li)).what).toBe(words.edited('表一!C1', 4))
    expect(one.office.book).toEqual(before)
    await one.office.redo(li)
    expect(['1,3', '2,3', '4,3', '5,3', '7,3'].map((key) => cellAt(one, key)?.value)).toEqual([1, 2, 4, 5, undefined])
    await expect(one.office.undo(li)).resolves.toMatchObject({ what: words.edited('表一!C1', 4) })
  })

  it('take back and do again the person’s own edits, marks and results included', async () => {
    const one = await desk(blankBook())
    const first = one.office.book
    await typeFigure(one, li, part, 5)
    const second = one.office.book
    expect(figureIn(second, total).value).toBe(5)
    await typeFigure(one, li, part, '7件')
    const third = one.office.book
    expect(figureIn(third, part).note).toMatch(/^【校验】/)
    await one.office.undo(li)
    expect(one.office.book).toEqual(second)
    await one.office.undo(li)
    expect(one.office.book).toEqual(first)
    await expect(one.office.undo(li)).rejects.toThrow(words.nothingToUndo)
    await one.office.redo(li)
    expect(one.office.book).toEqual(second)
    await one.office.redo(li)
    expect(one.office.book).toEqual(third)
    await expect(one.office.redo(li)).rejects.toThrow(words.nothingToRedo)
    await one.office.undo(li)
    expect(one.office.book).toEqual(second)
  })

  it('leave alone what others did elsewhere, and refuse where another went on', async () => {
    const one = await desk()
    await type(one, li, 1, 3, 'li')
    await type(one, wang, 2, 3, 'wang')
    await one.office.undo(li)
    expect([cellAt(one, '1,3'), cellAt(one, '2,3')?.value]).toEqual([undefined, 'wang'])
    await type(one, li, 2, 3, 'li again')
    const conflict = new OfficeError('conflict', words.changedSince(words.edited('表一!C2', 1), '李', '表一!C2'))
    await expect(one.office.undo(wang)).rejects.toEqual(conflict)
    await expect(one.office.redo(li)).rejects.toThrow(words.nothingToRedo)
  })

  it('take a run as one step, tabs, names and properties included', async () => {
    const one = await desk(newSpreadsheet())
    const before = one.office.book
    const { unit, year } = clean
    await run(one, li, 'initTemplate', { unit, year })
    const made = one.office.book
    expect(made.sheets.map(({ name }) => name)).toContain(tabNames.table3)
    expect([made.names.length > 0, Object.keys(made.properties).length > 0]).toEqual([true, true])
    expect((await one.office.undo(li)).what).toBe(menuWords.template)
    expect(one.office.book).toEqual(before)
    await one.office.redo(li)
    expect(one.office.book).toEqual(made)
    await typeFigure(one, wang, part, 3)
    const since = new OfficeError('conflict', words.sheetChangedSince(menuWords.template, tabNames.table3))
    await expect(one.office.undo(li)).rejects.toEqual(since)
    await one.office.undo(wang)
    await one.office.undo(li)
    expect(one.office.book).toEqual(before)
  })

  it('take a run back that changed cells alone, and refuse where another went on', async () => {
    const one = await desk(filledBook())
    const before = one.office.book
    const section = { section: 'other' }
    await run(one, li, 'insertField', '办结', section)
    const inserted = one.office.book
    expect(inserted).not.toEqual(before)
    expect((await one.office.undo(li)).what).toBe('插入数据项')
    expect(one.office.book).toEqual(before)
    await one.office.redo(li)
    expect(one.office.book).toEqual(inserted)
    const text = { row: 5, column: 2 }
    const sheet = tabOf(inserted, tabNames.other)
    await one.office.edit(wang, { sheet: sheet.id, ...text, values: [['改了']], base: one.office.seq })
    const since = new OfficeError('conflict', words.changedSince('插入数据项', '王', `${sheet.name}!B5`))
    await expect(one.office.undo(li)).rejects.toEqual(since)
  })
})
