import { existsSync, readFileSync, rmSync } from 'node:fs'
import { afterEach, describe, expect, it } from '@jest/globals'
import { applyPatch } from '../../../src/desk/book'
import { OfficeError } from '../../../src/desk/office'
import type { Book, EditRequest, OfficeEvent } from '../../../src/desk/protocol'
import { journalOf } from '../../../src/desk/store'
import { xlsxToBook } from '../../../src/desk/xlsx'
import { deskWords } from '../../../src/words/desk'
import { officeWords as words } from '../../../src/words/office'
import { storeWords } from '../../../src/words/store'
import { smallBook } from '../store/folder'
import { again, cellAt, closeAll, desk, li, type, wang, zhao } from './desk'
import type { Desk } from './desk'

afterEach(closeAll)

/** What a page has that put in every patch it was sent. */
function onPage(book: Book, events: readonly OfficeEvent[]): Book {
  return events.reduce((state, event) => (event.type === 'patch' ? applyPatch(state, event.patch) : state), book)
}

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

const written = ({ path }: Desk) =>
  readFileSync(journalOf(path), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"line":"entry"'))

describe('an edit', () => {
  it('is calculated, noted by onEdit, told to all, and on the disk before it is acknowledged', async () => {
    const one = await desk()
    const before = one.office.book
    const answer = await type(one, li, 1, 1, '21')
    expect(answer).toEqual({ seq: 1 })
    expect(written(one)).toHaveLength(1)
    expect(cellAt(one, '1,1')).toEqual({ value: 21, note: '李:21' })
    expect(cellAt(one, '1,2')).toEqual({ formula: '=A1*2', value: 42 })
    expect(one.events).toEqual([{ type: 'patch', seq: 1, by: 'li', kind: 'edit', patch: expect.anything() as unknown }])
    expect(onPage(before, one.events)).toEqual(one.office.book)
    expect(one.office.trail(1)).toMatchObject([
      { who: '李', kind: 'edit', cells: [{ cell: '表一!A1', from: 1, to: 21 }] },
    ])
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

  it('stands although onEdit throws', async () => {
    const one = await desk()
    expect(await type(one, li, 1, 3, 'fail')).toEqual({ seq: 1, error: '坏了' })
    expect(cellAt(one, '1,3')).toEqual({ value: 'fail' })
  })

  it('of a cell that another has just changed wins, and both are told', async () => {
    const one = await desk()
    await type(one, wang, 1, 3, 'of wang')
    const answer = await type(one, li, 1, 3, 'of li', 0)
    expect(answer.overwrote).toEqual([{ sheet: 0, row: 1, column: 3, cell: '表一!C1', who: '王', value: 'of wang' }])
    expect(one.events.at(-1)).toEqual({
      type: 'notice',
      to: 'wang',
      text: words.overwritten('李', '表一!C1', 'of wang'),
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
    expect(one.office.trail(1)[0]?.cells).toHaveLength(175)
    expect((await one.office.undo(li)).what).toBe(words.edited('表一!B3', 175))
    expect(cellAt(one, '27,8')).toBeUndefined()
  })
})

describe('undo and redo', () => {
  it('take back the parts of one paste together', async () => {
    const one = await desk()
    const before = one.office.book
    const part = (row: number, step: string) =>
      one.office.edit(li, { sheet: 0, row, column: 3, values: [[row], [row + 1]], base: 0, step })
    await part(1, 'a')
    await part(4, 'a')
    await part(7, 'b')
    expect((await one.office.undo(li)).what).toBe(words.edited('表一!C7', 2))
    expect((await one.office.undo(li)).what).toBe(words.edited('表一!C1', 4))
    expect(one.office.book).toEqual(before)
    await one.office.redo(li)
    expect(['1,3', '2,3', '4,3', '5,3', '7,3'].map((key) => cellAt(one, key)?.value)).toEqual([1, 2, 4, 5, undefined])
    await expect(one.office.undo(li)).resolves.toMatchObject({ what: words.edited('表一!C1', 4) })
  })

  it('take back and do again the person’s own edits, notes of onEdit and results included', async () => {
    const one = await desk()
    const first = one.office.book
    await type(one, li, 1, 1, 5)
    const second = one.office.book
    await type(one, li, 1, 1, 7)
    const third = one.office.book
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

  it('take a run as one step, tabs and properties included', async () => {
    const one = await desk()
    const before = one.office.book
    await one.office.run(li, { functionName: 'fill', arguments: [3] })
    expect((await one.office.undo(li)).what).toBe('填写')
    expect(one.office.book).toEqual(before)
    await one.office.run(li, { functionName: 'addTab' })
    const added = one.office.book
    expect(added.sheets.map(({ name }) => name)).toEqual(['表一', '新表'])
    await one.office.undo(li)
    expect(one.office.book).toEqual(before)
    await one.office.redo(li)
    expect(one.office.book).toEqual(added)
    await type(one, li, 2, 2, 'x')
    await one.office.edit(wang, { sheet: 1, row: 1, column: 1, values: [['他']], base: 0 })
    await one.office.undo(li)
    await expect(one.office.undo(li)).rejects.toThrow(words.sheetChangedSince('addTab', '新表'))
  })

  it('do not write where it has been locked since', async () => {
    const one = await desk()
    await type(one, li, 1, 1, 5)
    await one.office.run(wang, { functionName: 'lock' })
    await expect(one.office.undo(li)).rejects.toThrow()
    expect(cellAt(one, '1,1')?.value).toBe(5)
    await one.office.undo(wang)
    await one.office.undo(li)
    expect(cellAt(one, '1,1')?.value).toBe(1)
  })
})

describe('somebody who comes', () => {
  it('finds the first menu item rehearsed, and nothing changed by it', async () => {
    const one = await desk(smallBook(), { rehearsals: { first: 0, next: 0 } })
    const before = one.office.book
    const leave = one.office.join(li)
    await new Promise((next) => setTimeout(next, 300))
    expect(one.events.map(({ type }) => type)).toEqual(['people'])
    expect(one.office.book).toBe(before)
    expect(one.office.seq).toBe(0)
    const { value } = await one.office.run(li, { functionName: 'fill', arguments: [1] })
    expect(value).toEqual([17, 1])
    leave()
  })
})

describe('an open menu', () => {
  const minute = 60_000
  const at = (ms: number) => new Date(Date.UTC(2026, 0, 5, 2, 0) + ms)

  /** The script counts its calls: one for the open menu, and another where the click needs a run of its own. */
  async function clicked(between: (one: Desk) => unknown, person = li, later = 0): Promise<unknown> {
    let now = at(0)
    const one = await desk(smallBook(), { clock: () => now })
    const before = one.office.book
    await one.office.ahead(li, 'fill')
    expect([one.office.seq, one.office.book === before, one.events]).toEqual([0, true, []])
    await between(one)
    now = at(later)
    const { value, seq } = await one.office.run(person, { functionName: 'fill' })
    expect(written(one)).toHaveLength(seq)
    expect(onPage(before, one.events)).toEqual(one.office.book)
    expect(one.office.book.properties).toEqual({ filled: 'undefined' })
    expect(one.office.trail(1)).toMatchObject([{ who: person.name, kind: 'run', what: 'fill' }])
    return value
  }

  const nothing = () => undefined

  it('has its first item run ahead: the click is that run', async () => {
    expect(await clicked(nothing, li, minute - 1)).toEqual([1, 1])
  })

  it.each<[string, () => Promise<unknown>]>([
    ['after an edit', () => clicked((one) => type(one, wang, 3, 3, 5))],
    ['after another run', () => clicked((one) => one.office.run(li, { functionName: 'half' }))],
    ['for somebody else', () => clicked(nothing, wang)],
    ['in another minute', () => clicked(nothing, li, minute)],
  ])('counts for nothing %s', async (_, click) => {
    expect(await click()).toEqual([2, 1])
  })

  it('runs nothing but the first item, and nothing for a reviewer', async () => {
    const one = await desk()
    await one.office.ahead(li, 'file')
    await expect(one.office.ahead(zhao, 'fill')).rejects.toThrow(words.reviewer)
    const { value } = await one.office.run(li, { functionName: 'fill' })
    expect(value).toEqual([1, 1])
  })

  it('can be undone as any run', async () => {
    const one = await desk()
    await one.office.ahead(li, 'fill')
    const before = one.office.book
    await one.office.run(li, { functionName: 'fill' })
    expect(one.office.book.properties).toEqual({ filled: 'undefined' })
    expect(await one.office.undo(li)).toMatchObject({ what: '填写' })
    expect(one.office.book).toEqual(before)
  })
})

describe('a run', () => {
  it('finds what the script declared as the run before left it, and nothing that one put on the global object', async () => {
    const one = await desk()
    const values = []
    for (let time = 0; time < 3; time++)
      values.push((await one.office.run(li, { functionName: 'fill', arguments: [time] })).value)
    expect(values).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ])
    expect(one.events.map((event) => event.type)).toEqual([
      'run',
      'patch',
      'run',
      'run',
      'patch',
      'run',
      'run',
      'patch',
      'run',
    ])
  })

  it('stops at a question as if it had not been, and goes through with the answers at the same moment', async () => {
    let now = Date.UTC(2026, 0, 5, 2)
    const one = await desk(smallBook(), { clock: () => new Date((now += 1000)) })
    const before = one.office.book
    const started = now + 1000
    const first = await one.office.run(li, { functionName: 'ask' })
    expect(first).toMatchObject({
      question: { kind: 'alert', title: '题', message: '一？', buttons: 'YES_NO' },
      notices: [],
    })
    const answers = [{ button: 'YES' as const, to: '一？' }]
    const second = await one.office.run(li, { functionName: 'ask', run: first.run, answers })
    expect(second.question).toMatchObject({ kind: 'prompt', message: '二？' })
    expect([one.office.book, one.office.seq]).toEqual([before, 0])
    await type(one, wang, 9, 9, 'meanwhile')
    const all = [...answers, { button: 'OK' as const, text: '好', to: '二？' }]
    const third = await one.office.run(li, { functionName: 'ask', run: second.run, answers: all })
    expect(third.value).toEqual([true, started, started])
    expect(third.notices).toEqual([{ kind: 'alert', title: '', message: '知道', buttons: 'OK' }])
    expect([cellAt(one, '1,5')?.value, cellAt(one, '9,9')?.value]).toEqual(['好', 'meanwhile'])
  })

  it('takes no answer that was given to another question', async () => {
    const one = await desk()
    const answers = [
      { button: 'YES' as const, to: '别的？' },
      { button: 'OK' as const, text: 'x', to: '二？' },
    ]
    const answer = await one.office.run(li, { functionName: 'ask', answers })
    expect(answer.question?.message).toBe('一？')
  })

  it('that throws leaves the workbook as far as it came, as at Google', async () => {
    const one = await desk()
    expect((await one.office.run(li, { functionName: 'half' })).error).toBe('半路')
    expect(cellAt(one, '1,6')?.value).toBe('half')
    expect((await one.office.run(li, { functionName: 'none' })).error).toBe('Script function not found: none')
    expect((await one.office.run(li, { functionName: 'Object' })).error).toBe('Script function not found: Object')
    await expect(one.office.run(zhao, { functionName: 'fill' })).rejects.toThrow(words.reviewer)
  })

  it('hands over its files, whose ids go on after the workbook is opened again', async () => {
    const names: string[] = []
    const one = await desk(smallBook(), { onFile: ({ id, bytes }) => names.push(`${id}:${bytes.length}`) })
    const { files } = await one.office.run(li, { functionName: 'file' })
    expect(files).toEqual([{ id: 'desk-file-1', name: '年报.txt', contentType: 'text/plain', size: 1 }])
    expect(names).toEqual(['desk-file-1:1'])
    await one.office.close()
    const later = await again(one.path)
    expect((await later.office.run(li, { functionName: 'file' })).value).toBe('desk-file-2')
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
      ['赵', '请核对'],
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
  it('has the menus of the bundle, and knows who is there', async () => {
    const one = await desk()
    expect(one.office.menus).toEqual([{ caption: '菜单', items: [{ caption: '填写', functionName: 'fill' }] }])
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
    expect((await xlsxToBook(readFileSync(one.path))).sheets[0]?.cells['1,3']).toEqual({ value: '字', note: '李:字' })
    await expect(type(one, li, 1, 3, 'x')).rejects.toThrow(storeWords.closed)
  })

  it('writes nothing once it has let the workbook go, with a save due at that very moment', async () => {
    const one = await desk(smallBook(), { restSeconds: 0.02 })
    await one.office.run(li, { functionName: 'fill' })
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
