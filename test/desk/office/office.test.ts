import { existsSync, readFileSync, rmSync } from 'node:fs'
import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { menuItems } from '../../../src/actions'
import { serialOfParts } from '../../../src/desk/book/dates'
import { OfficeError } from '../../../src/desk/office'
import type { Book, EditRequest } from '../../../src/desk/protocol'
import { journalOf, StoreError } from '../../../src/desk/store'
import { Store } from '../../../src/desk/store/store'
import { xlsxToBook } from '../../../src/desk/xlsx'
import { menuWords } from '../../../src/words/actions'
import { deskWords } from '../../../src/words/desk'
import { officeWords as words } from '../../../src/words/office'
import { storeWords } from '../../../src/words/store'
import { smallBook } from '../store/folder'
import { blankBook, figureIn } from '../support/template'
import { again, cellAt, closeAll, desk, li, onPage, type, typeFigure, wang, written, zhao } from './desk'
import type { Desk } from './desk'

afterEach(closeAll)

/** What the journal says where the disk is full. */
const noRoom = new StoreError('没有保存')
const other = 'table3.received.enterprise'

function locked(): Book {
  const book = smallBook()
  for (const sheet of book.sheets) {
    const open = [{ row: 1, column: 3, rows: 20, columns: 8 }]
    sheet.protections = [{ open, description: '合计自动计算', warningOnly: false }]
    sheet.validations = [
      {
        area: { row: 9, column: 3, rows: 1, columns: 1 },
        rule: { kind: 'wholeNumber', min: 0 },
        allowInvalid: false,
        help: '填整数',
      },
    ]
  }
  return book
}

/** Column B a total under a lock that only warns, as the template makes it. */
function warned(): Book {
  const book = smallBook({ A1: '一、', B1: '=C1+D1', C1: 1, D1: 2, B2: '' })
  for (const sheet of book.sheets) {
    sheet.protections = [{ open: [{ row: 1, column: 3, rows: 20, columns: 8 }], description: '', warningOnly: true }]
    for (const key of ['1,1', '1,2']) sheet.cells[key] = { ...sheet.cells[key], style: { border: true } }
    sheet.cells['1,2'] = { ...sheet.cells['1,2'], value: 3 }
  }
  return book
}

describe('an edit', () => {
  it('of a day without a year belongs to the year that it is in Beijing', async () => {
    const one = await desk(smallBook(), { clock: () => new Date('2024-12-31T16:30:00Z') })
    await type(one, li, 1, 1, '3/4')
    expect(cellAt(one, '1,1')?.value).toEqual({ date: serialOfParts(2025, 3, 4) })
  })

  it('is calculated, told to all, and on the disk before it is acknowledged', async () => {
    const one = await desk()
    const before = one.office.book
    const answer = await type(one, li, 1, 1, '21')
    expect(answer).toEqual({ seq: 1 })
    expect(written(one)).toHaveLength(1)
    expect(cellAt(one, '1,1')).toEqual({ value: 21 })
    expect(cellAt(one, '1,2')).toEqual({ formula: '=A1*2', value: 42 })
    expect(one.events).toEqual([{ type: 'patch', seq: 1, by: 'li', kind: 'edit', patch: expect.anything() as unknown }])
    expect(onPage(before, one.events)).toEqual(one.office.book)
    expect(one.office.trail(1).entries).toMatchObject([
      { who: '李', kind: 'edit', cells: [{ cell: '表一!A1', from: 1, to: 21 }] },
    ])
  })

  it('is in the journal when it is told', async () => {
    const one = await desk()
    const lines: number[] = []
    one.office.subscribe(({ type: kind }) => void (kind === 'patch' && lines.push(written(one).length)))
    for (const value of [1, 2, 3]) await type(one, li, 1, 3, value)
    expect(lines).toEqual([1, 2, 3])
  })

  it('is marked where it is wrong, in the same change, and no longer once it is right', async () => {
    const one = await desk(blankBook())
    const before = one.office.book
    const wrong = 'table3.received.naturalPerson'
    await typeFigure(one, li, wrong, '12件')
    expect(figureIn(one.office.book, wrong)).toMatchObject({
      value: '12件',
      note: expect.stringMatching(/^【校验】/) as unknown,
      style: { background: '#ffd966' },
    })
    expect(one.events).toHaveLength(1)
    await typeFigure(one, wang, wrong, 12)
    const right = figureIn(one.office.book, wrong)
    expect([right.value, right.note, right.style]).toEqual([12, undefined, figureIn(before, wrong).style])
    expect(figureIn(one.office.book, 'table3.received.total').value).toBe(12)
    expect(onPage(before, one.events)).toEqual(one.office.book)
    expect(written(one)).toHaveLength(2)
  })

  it('is not there when the disk refuses it, nor are others that came with it; the next one is', async () => {
    const one = await desk(blankBook())
    const before = one.office.book
    const refused = jest.spyOn(Store.prototype, 'append').mockRejectedValue(noRoom)
    const edits = [typeFigure(one, li, 'table3.received.naturalPerson', '1件'), typeFigure(one, wang, other, 2)]
    const results = await Promise.allSettled(edits)
    expect(results).toEqual(
      edits.map(() => ({ status: 'rejected', reason: new OfficeError('failed', noRoom.message) })),
    )
    expect([one.office.book, one.office.seq, one.events]).toEqual([before, 0, []])
    refused.mockRestore()
    expect(await typeFigure(one, li, other, 3)).toEqual({ seq: 1 })
    expect(figureIn(one.office.book, 'table3.received.total').value).toBe(3)
    expect(onPage(before, one.events)).toEqual(one.office.book)
    await expect(one.office.undo(wang)).rejects.toThrow(words.nothingToUndo)
  })

  it('of many at once keeps their order, each with a number of its own', async () => {
    const one = await desk()
    const before = one.office.book
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => type(one, at % 2 ? li : wang, 3, 3, at)))
    expect(answers.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
    expect(cellAt(one, '3,3')?.value).toBe(49)
    expect(onPage(before, one.events)).toEqual(one.office.book)
  })

  const refused: [string, Promise<unknown> | ((to: Desk) => Promise<unknown>), string, string][] = [
    ['a locked cell, with its reason', (to) => type(to, li, 1, 1, 3), 'refused', deskWords.locked('合计自动计算')],
    ['what the cell does not allow', (to) => type(to, li, 9, 3, 'x'), 'refused', deskWords.invalid('填整数')],
    ['a reviewer', (to) => type(to, zhao, 2, 3, 3), 'forbidden', words.reviewer],
    ['a place outside', (to) => type(to, li, 41, 3, 3), 'refused', words.outside(40, 12)],
    ['a text too long for .xlsx', (to) => type(to, li, 2, 3, 'x'.repeat(32_768)), 'refused', words.longText(32_767)],
    [
      'rows of different lengths',
      ({ office }) => office.edit(li, { sheet: 0, row: 2, column: 3, values: [[1, 2], [3]], base: 0 }),
      'refused',
      words.ragged,
    ],
    [
      'a tab that is gone',
      ({ office }) => office.edit(li, { sheet: 9, row: 1, column: 1, values: [[1]], base: 0 }),
      'conflict',
      words.noSheet,
    ],
  ]
  it.each(refused)('is refused: %s', async (_, edit, problem, message) => {
    const one = await desk(locked())
    const before = one.office.book
    const made = typeof edit === 'function' ? edit(one) : edit
    await expect(made).rejects.toEqual(new OfficeError(problem as 'refused', message))
    expect([one.office.book, one.office.seq, one.events]).toEqual([before, 0, []])
    await type(one, li, 2, 3, 'next')
    expect(cellAt(one, '2,3')?.value).toBe('next')
  })

  const total = { sheet: 0, row: 1, column: 2, base: 0 }
  const guarded: [string, Partial<EditRequest>, string][] = [
    ['a label', { column: 1, values: [[1]], isConfirmed: true }, words.lockedLabel('')],
    ['a blank beside the table', { row: 2, values: [[1]], isConfirmed: true }, words.lockedLabel('')],
    ['a total, unasked', { values: [[9]] }, words.lockedTotal],
    ['a total among other cells', { values: [[9, 8]], isConfirmed: true }, words.lockedTotal],
    ['a total with a text', { values: [['九']], isConfirmed: true }, words.totalIsFigure],
    ['a total left blank', { values: [[null]], isConfirmed: true }, words.totalIsFigure],
  ]
  it.each(guarded)('is refused under a lock that warns: %s', async (_, request, message) => {
    const one = await desk(warned())
    const made = one.office.edit(li, { ...total, values: [[1]], ...request })
    await expect(made).rejects.toEqual(new OfficeError('refused', message))
    expect(one.office.seq).toBe(0)
  })

  it('of a total stands when the person was asked, may be made again, and can be taken back', async () => {
    const one = await desk(warned())
    await one.office.edit(li, { ...total, values: [['9']], isConfirmed: true })
    expect(cellAt(one, '1,2')).toMatchObject({ value: 9 })
    expect(cellAt(one, '1,2')?.formula).toBeUndefined()
    await one.office.edit(li, { ...total, values: [['10']], isConfirmed: true })
    expect(cellAt(one, '1,2')?.value).toBe(10)
    await one.office.undo(li)
    await one.office.undo(li)
    expect(cellAt(one, '1,2')).toMatchObject({ formula: '=C1+D1', value: 3 })
  })

  it('of a cell that another has just changed wins, and both are told', async () => {
    const one = await desk()
    await type(one, wang, 1, 3, 'of wang')
    const answer = await type(one, li, 1, 3, 'of li', 0)
    expect(answer.overwrote).toEqual([{ sheet: 0, row: 1, column: 3, cell: '表一!C1', who: '王', value: 'of wang' }])
    expect(one.events.at(-1)).toEqual({
      type: 'overwritten',
      to: 'wang',
      who: '李',
      ...{ sheet: 0, row: 1, column: 3, cell: '表一!C1' },
      was: 'of wang',
      now: 'of li',
    })
    expect(one.office.history({ sheet: 0, row: 1, column: 3 }).map(({ who, to }) => [who, to])).toEqual([
      ['李', 'of li'],
      ['王', 'of wang'],
    ])
    expect(await type(one, wang, 1, 3, 'seen')).toEqual({ seq: 3 })
  })

  it('of a block of cells is one change', async () => {
    const one = await desk()
    const values = Array.from({ length: 25 }, (_, row) =>
      Array.from({ length: 7 }, (__, column) => `${row * 7 + column}`),
    )
    await one.office.edit(li, { sheet: 0, row: 3, column: 2, values, base: 0 })
    expect(cellAt(one, '27,8')?.value).toBe(174)
    expect(one.office.trail(1).entries[0]).toMatchObject({ left: 125, cells: { length: 50 } })
    expect((await one.office.undo(li)).what).toBe(words.edited('表一!B3', 175))
    expect(cellAt(one, '27,8')).toBeUndefined()
  })
})

describe('comments', () => {
  it('are made, answered and resolved by anybody, kept, and told to all', async () => {
    const one = await desk()
    const before = one.office.book
    await one.office.comment(zhao, { do: 'comment', sheet: 0, row: 1, column: 1, text: ' 请核对 ' })
    const id = one.office.book.comments?.[0]?.id ?? ''
    await one.office.comment(li, { do: 'reply', id, text: '已核对' })
    await one.office.comment(zhao, { do: 'resolve', id, resolved: true })
    const [comment] = one.office.book.comments ?? []
    expect(comment).toMatchObject({ sheet: 0, row: 1, column: 1, resolved: true })
    expect(comment?.entries.map(({ who, text }) => [who, text])).toEqual([
      ['赵（审核人）', '请核对'],
      ['李', '已核对'],
    ])
    expect(onPage(before, one.events)).toEqual(one.office.book)
    await one.office.close()
    expect((await again(one.path)).office.book.comments).toEqual([comment])
  })

  it('are refused when blank or when they are gone', async () => {
    const one = await desk()
    await expect(one.office.comment(li, { do: 'comment', sheet: 0, row: 1, column: 1, text: ' ' })).rejects.toThrow(
      words.commentBlank,
    )
    await expect(one.office.comment(li, { do: 'reply', id: 'x', text: 'y' })).rejects.toThrow(words.commentGone)
  })
})

describe('the office', () => {
  it('has the menu of all hosts, and knows who is there', async () => {
    const one = await desk()
    const [menu, ...more] = one.office.menus
    expect([menu?.caption, more]).toEqual([menuWords.menu, []])
    expect(menu?.items).toContainEqual({ caption: menuWords.check, functionName: 'checkWorkbook' })
    expect(menu?.items.map(({ functionName }) => functionName)).toEqual(menuItems.map(({ command }) => command))
    const leave = one.office.join(li)
    const leaveToo = one.office.join(li)
    one.office.here(li, { sheet: 0, row: 2, column: 2 })
    expect(one.office.people()).toEqual([{ ...li, place: { sheet: 0, row: 2, column: 2 } }])
    leave()
    leave()
    expect(one.office.people()).toHaveLength(1)
    leaveToo()
    expect(one.office.people()).toEqual([])
  })

  it('writes the file on closing, and takes nothing afterwards', async () => {
    const one = await desk()
    await type(one, li, 1, 3, '字')
    await one.office.close()
    expect((await xlsxToBook(readFileSync(one.path))).sheets[0]?.cells['1,3']).toEqual({ value: '字' })
    await expect(type(one, li, 1, 3, 'x')).rejects.toThrow(storeWords.closed)
  })

  it('writes nothing once it has let the workbook go, with a save due at that very moment', async () => {
    const one = await desk(smallBook(), { restSeconds: 0.02 })
    await type(one, li, 1, 3, '字')
    // From here timers come before what waits for its turn: the save is due when the last one has been asked for.
    await new Promise((resolve) => setImmediate(resolve))
    const due = performance.now() + 40
    while (performance.now() < due);
    await one.office.close()
    rmSync(one.path)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(existsSync(one.path)).toBe(false)
  })

  it('writes the file by itself at rest', async () => {
    const one = await desk(smallBook(), { restSeconds: 0 })
    await type(one, li, 1, 3, '字')
    const marks = () => readFileSync(journalOf(one.path), 'utf8').includes('"isDone":true,"previous"')
    for (let wait = 0; wait < 400 && !marks(); wait++) await new Promise((resolve) => setTimeout(resolve, 10))
    expect((await xlsxToBook(readFileSync(one.path))).sheets[0]?.cells['1,3']?.value).toBe('字')
  })
})
