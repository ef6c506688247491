import { describe, expect, it } from '@jest/globals'
import { Bench } from '../../../src/desk/bench'
import type { Book, BookPatch } from '../../../src/desk/book'
import { OfficeError } from '../../../src/desk/office'
import { wayBack } from '../../../src/desk/office/step'
import type { Step } from '../../../src/desk/office/step'
import { Steps } from '../../../src/desk/office/steps'
import { Writers } from '../../../src/desk/office/writers'
import { officeWords as words } from '../../../src/words/office'
import { smallBook } from '../store/folder'
import { firstSheet } from '../support/books'

const forward: BookPatch = { cells: { 0: { '1,1': { value: 5 } } } }

/** A workbook with a step made in it, and its cells locked since. */
function lockedSince(isRun: boolean): { book: Book; step: Step } {
  const book = smallBook()
  const { back: backward } = new Bench(book).apply(forward)
  firstSheet(book).protections = [
    { area: { row: 1, column: 1, rows: 3, columns: 1 }, open: [], description: '已提交', warningOnly: false },
  ]
  return { book, step: { what: '修改', forward, backward, isRun } }
}

describe('a step back', () => {
  it('is not made where a person’s edit has been locked since, with the reason', () => {
    const { book, step } = lockedSince(false)
    const back = wayBack(book, step, () => false)
    expect(back).toEqual({ kind: 'locked', reason: '已提交' })
    if (!('kind' in back)) throw new Error('it went through')
    expect(
      new Steps(new Writers({ seq: 0, latest: () => [], history: () => [] }, () => [])).blocked('li', step, back),
    ).toEqual(new OfficeError('refused', words.lockedSince('修改', '已提交')))
  })

  it('is made where a run wrote: it may write where a person may not', () => {
    const { book, step } = lockedSince(true)
    expect(wayBack(book, step, () => false)).toEqual({ cells: { 0: { '1,1': { value: 1 } } }, properties: {} })
  })
})
