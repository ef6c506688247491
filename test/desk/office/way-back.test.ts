import { describe, expect, it } from '@jest/globals'
import { Bench } from '../../../src/desk/bench'
import { copyBook } from '../../../src/desk/book'
import type { Book, BookPatch } from '../../../src/desk/book'
import { OfficeError } from '../../../src/desk/office'
import type { Step } from '../../../src/desk/office/step'
import { Steps } from '../../../src/desk/office/steps'
import { wayBack } from '../../../src/desk/office/way-back'
import { officeWords as words } from '../../../src/words/office'
import { smallBook } from '../store/folder'
import { firstSheet } from '../support/books'

const standing = (book: Book, list?: number) => ({ book, isRenewed: () => false, list })

/** A step made in the workbook. */
function made(book: Book, forward: BookPatch, isRun = true): Step {
  const { patch, back } = new Bench(book).apply(forward)
  return { what: '修改', forward: patch, backward: back, isRun, isLogged: false, kept: null }
}

/** A workbook with a step made in it, and its cells locked since. */
function lockedSince(isRun: boolean): { book: Book; step: Step } {
  const book = smallBook()
  const step = made(book, { cells: { 0: { '1,1': { value: 5 } } } }, isRun)
  firstSheet(book).protections = [
    { area: { row: 1, column: 1, rows: 3, columns: 1 }, open: [], description: '已提交', warningOnly: false },
  ]
  return { book, step }
}

describe('a step back', () => {
  it('is not made where a person’s edit has been locked since, with the reason', () => {
    const { book, step } = lockedSince(false)
    const { patch, left } = wayBack(step, standing(book))
    expect([patch, left]).toMatchObject([null, [{ kind: 'locked', row: 1, column: 1, reason: '已提交' }]])
    const steps = new Steps({ last: () => undefined }, () => undefined)
    expect(steps.skipped('li', 'undo', left)).toEqual(
      new OfficeError('refused', words.steps.undo.skipped('', '表一!A1（已锁定：已提交）', null)),
    )
  })

  it('is made where a run wrote: it may write where a person may not', () => {
    const { book, step } = lockedSince(true)
    expect(wayBack(step, standing(book))).toMatchObject({ patch: { cells: { 0: { '1,1': { value: 1 } } } }, left: [] })
  })

  it('leaves what was written into its cells since, and those that hold what was there before', () => {
    const book = smallBook({ A1: 1, B1: 2, C1: 3 })
    const step = made(book, { cells: { 0: { '1,1': { value: 11 }, '1,2': { value: 12 }, '1,3': { value: 13 } } } })
    new Bench(book).apply({ cells: { 0: { '1,2': { value: 99 }, '1,3': { value: 3 } } } })
    const { patch, left } = wayBack(step, standing(book))
    expect(left).toMatchObject([{ kind: 'cell', row: 1, column: 2 }])
    new Bench(book).apply(patch ?? { cells: {} })
    expect(['1,1', '1,2', '1,3'].map((key) => firstSheet(book).cells[key]?.value)).toEqual([1, 99, 3])
  })

  it('leaves a list that the program writes as it is: its rows are not mixed', () => {
    const book = smallBook({ A1: 1, B1: 2 })
    const step = made(book, { cells: { 0: { '1,1': { value: 11 }, '1,2': { value: 12 } } } })
    new Bench(book).apply({ cells: { 0: { '1,2': { value: 99 } } } })
    const { patch, left } = wayBack(step, standing(book, 0))
    expect([patch, left]).toMatchObject([null, [{ kind: 'cell', row: 1, column: 2 }]])
  })

  it('puts back the frame of a tab, and its cells but for one that was written since', () => {
    const book = smallBook({ A1: 1, B1: 2 })
    const before = copyBook(book)
    const [tab] = copyBook(book).sheets
    if (!tab) throw new Error('no tab')
    const cells = { ...tab.cells, '1,1': { value: 11 }, '1,2': { value: 12 } }
    const step = made(book, { cells: {}, sheets: [{ ...tab, rowHeights: { 1: 90 }, cells }] })
    new Bench(book).apply({ cells: { 0: { '1,2': { value: 99 }, '9,3': { value: 'new' } } } })
    const { patch, left } = wayBack(step, standing(book))
    expect(left).toMatchObject([{ kind: 'cell', row: 1, column: 2 }])
    new Bench(book).apply(patch ?? { cells: {} })
    const [old] = before.sheets
    const kept = { '1,2': { value: 99 }, '9,3': { value: 'new' } }
    expect(firstSheet(book)).toEqual({ ...old, cells: { ...old?.cells, ...kept } })
  })

  it('is not made of a tab whose rows have moved, where somebody has written since', () => {
    const book = smallBook({ A1: 1 })
    const [tab] = copyBook(book).sheets
    if (!tab) throw new Error('no tab')
    const merges = [{ row: 1, column: 1, rows: 2, columns: 1 }]
    const step = made(book, { cells: {}, sheets: [{ ...tab, merges }] })
    new Bench(book).apply({ cells: { 0: { '5,3': { value: 99 } } } })
    expect(wayBack(step, standing(book))).toEqual({ patch: null, left: [{ kind: 'sheet', name: '表一' }] })
  })

  it('is not made where its tab is gone, or where a tab that it made can go no more', () => {
    const book = smallBook({ A1: 1 })
    const step = made(book, { cells: { 0: { '1,1': { value: 11 } } } })
    const [tab] = copyBook(book).sheets
    if (!tab) throw new Error('no tab')
    const added = made(book, { cells: {}, sheets: [{ ...tab, id: 7, name: '附表' }], order: [0, 7] })
    new Bench(book).apply({ cells: {}, sheets: [{ ...tab, id: 8, name: '另一张' }], order: [7, 8] })
    expect(wayBack(step, standing(book))).toEqual({ patch: null, left: [{ kind: 'gone' }] })
    expect(wayBack(added, standing(book))).toEqual({ patch: null, left: [{ kind: 'sheet', name: '附表' }] })
  })
})
