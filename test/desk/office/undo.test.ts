import { afterEach, describe, expect, it } from '@jest/globals'
import { OfficeError } from '../../../src/desk/office'
import { a1 } from '../../../src/workbook'
import { menuWords } from '../../../src/words/actions'
import { officeWords as words } from '../../../src/words/office'
import { tabNames } from '../../../src/words/tabs'
import { blankBook, clean, figureIn, filledBook, homeOf, newSpreadsheet, tabOf } from '../support/template'
import { cellAt, closeAll, desk, li, run, type, typeFigure, wang } from './desk'
import type { Desk } from './desk'

afterEach(closeAll)

const total = 'table3.received.total'
const part = 'table3.received.naturalPerson'
/** Blank where 空白填 0 finds it. */
const total4 = 'table4.review.upheld'

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

  it('leave alone what others did elsewhere, and skip where another went on: the step before is the next one', async () => {
    const one = await desk()
    await type(one, li, 1, 3, 'li')
    await type(one, wang, 4, 3, 'first')
    await type(one, wang, 2, 3, 'wang')
    await one.office.undo(li)
    expect([cellAt(one, '1,3'), cellAt(one, '2,3')?.value]).toEqual([undefined, 'wang'])
    await type(one, li, 2, 3, 'li again')
    await expect(one.office.redo(li)).rejects.toThrow(words.nothingToRedo)
    const [second, first] = ['表一!C2', '表一!C4'].map((cell) => words.edited(cell, 1))
    const why = words.steps.changed('李', '表一!C2')
    expect(why).toBe('表一!C2（李后来又改过）')
    const before = one.office.book
    const conflict = new OfficeError('conflict', words.steps.undo.skipped(second ?? '', why, first ?? ''))
    await expect(one.office.undo(wang)).rejects.toEqual(conflict)
    expect(one.office.book).toEqual(before)
    expect(await one.office.undo(wang)).toEqual({ seq: one.office.seq, what: first })
    expect([cellAt(one, '2,3')?.value, cellAt(one, '4,3')]).toEqual(['li again', undefined])
    await expect(one.office.undo(wang)).rejects.toThrow(words.nothingToUndo)
  })

  it('of a paste take back the cells that nobody has changed since, and name the others', async () => {
    const one = await desk()
    await one.office.edit(li, { sheet: 0, row: 1, column: 3, values: [[1], [2], [3]], base: 0 })
    await type(one, wang, 2, 3, 22)
    const { left } = await one.office.undo(li)
    expect(left).toBe(words.steps.undo.left(1, ['表一!C2（王后来又改过）']))
    const values = () => ['1,3', '2,3', '3,3'].map((key) => cellAt(one, key)?.value)
    expect(values()).toEqual([undefined, 22, undefined])
    expect(await one.office.redo(li)).not.toHaveProperty('left')
    expect(values()).toEqual([1, 22, 3])
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
    const why = words.steps.sheetChanged(tabNames.table3)
    const since = new OfficeError('conflict', words.steps.undo.skipped(menuWords.template, why, null))
    await expect(one.office.undo(li)).rejects.toEqual(since)
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
    const why = words.steps.changed('王', `${sheet.name}!B5`)
    const since = new OfficeError('conflict', words.steps.undo.skipped('插入数据项', why, null))
    await expect(one.office.undo(li)).rejects.toEqual(since)
  })
})

describe('流程记录', () => {
  /** Who, what and detail of each line. */
  const linesOf = ({ office }: Desk) => {
    const { cells } = tabOf(office.book, tabNames.log)
    return Array.from({ length: 20 }, (_, at) => at + 4).flatMap((row) => {
      const line = [2, 3, 4].map((column) => cells[`${row},${column}`]?.value)
      return line[1] === undefined ? [] : [line]
    })
  }

  it('keeps the lines of a run that is taken back, and tells that in one more', async () => {
    const one = await desk(blankBook())
    await typeFigure(one, wang, part, 3)
    const blanks = tabOf(one.office.book, tabNames.table4)
    one.office.join(li)
    one.office.here(li, { sheet: blanks.id, row: 1, column: 1 })
    const asked = await run(one, li, 'fillZeros')
    await one.office.run(li, { functionName: 'fillZeros', run: asked.run, answer: { button: 'YES' } })
    const before = linesOf(one)
    expect(before.map(([who, what]) => [who, what])).toEqual([
      ['王', '填写'],
      ['李', menuWords.zeros],
    ])
    await typeFigure(one, wang, total4, 5)
    const { what, left } = await one.office.undo(li)
    expect([what, left]).toEqual([menuWords.zeros, expect.stringContaining('王后来又改过')])
    const [written, line] = linesOf(one).slice(before.length)
    expect([linesOf(one).slice(0, before.length), written?.slice(0, 2)]).toEqual([before, ['王', '填写']])
    expect(line?.slice(0, 2)).toEqual(['李', '撤销'])
    expect(line?.[2]).toContain(`撤销“${menuWords.zeros}”，改动 `)
    expect(line?.[2]).toContain(left)
    await one.office.redo(li)
    expect(linesOf(one).at(-1)?.slice(0, 2)).toEqual(['李', '重做'])
    expect(linesOf(one)).toHaveLength(before.length + 3)
  })

  it('keeps the line of a report that was made: that is no step, the one before is taken back', async () => {
    const one = await desk(filledBook())
    await typeFigure(one, li, part, 99)
    const asked = await run(one, li, 'generateReport')
    await one.office.run(li, { functionName: 'generateReport', run: asked.run, answer: { button: 'YES' } })
    const before = linesOf(one)
    expect(before.at(-1)?.[1]).toBe(`${menuWords.generate}（草稿）`)
    const { tab, row, column } = homeOf(part)
    const steps = [(await one.office.undo(li)).what]
    if (steps[0] === menuWords.generate) steps.push((await one.office.undo(li)).what)
    expect(steps.at(-1)).toBe(words.edited(`${tab}!${a1({ row, column })}`, 1))
    expect(linesOf(one).slice(0, before.length)).toEqual(before)
  })
})
