import { describe, expect, it } from '@jest/globals'
import { applyPatch, copyBook, diffBooks, newBook, Tracker } from '../../../src/desk/book'
import type { Book, Comment } from '../../../src/desk/book'

const remark = (text: string) => ({ who: '李', time: '2026-01-05T02:00:00.000Z', text })

const thread = (id: string, ...texts: string[]): Comment => {
  return { id, sheet: 0, row: 1, column: 1, resolved: false, entries: texts.map(remark) }
}

const bookWith = (...comments: Comment[]): Book => ({ ...newBook('年报', '表一'), comments })

/** The patch from one book to the other, held to turn the first into the second. */
function patchBetween(before: Book, after: Book) {
  const patch = diffBooks(before, after)
  const copy = copyBook(before)
  applyPatch(copy, patch)
  expect(copy).toEqual(after)
  return patch
}

describe('a patch about comments holds what changed and no other comment', () => {
  const old = [thread('a', '一'), thread('b', '二', '三')]

  it.each([
    ['a new one', [...old, thread('c', '四')], [{ id: 'c', comment: thread('c', '四') }]],
    ['a remark', [thread('a', '一', '五'), thread('b', '二', '三')], [{ id: 'a', left: 1, entries: [remark('五')] }]],
    [
      'one resolved',
      [{ ...thread('a', '一'), resolved: true }, thread('b', '二', '三')],
      [{ id: 'a', resolved: true }],
    ],
    ['a remark removed', [thread('a', '一'), thread('b', '二')], [{ id: 'b', left: 1, entries: [] }]],
    ['one removed', [thread('b', '二', '三')], [{ id: 'a', comment: null }]],
    ['one moved', [{ ...thread('a', '一'), row: 2 }, old[1]], [{ id: 'a', comment: { ...thread('a', '一'), row: 2 } }]],
  ] as [string, Comment[], object[]][])('%s', (_, comments, changes) => {
    expect(patchBetween(bookWith(...old), bookWith(...comments))).toEqual({ cells: {}, commentChanges: changes })
  })

  it('but where they stand in another order: then all of them', () => {
    const turned = [...old].reverse()
    expect(patchBetween(bookWith(...old), bookWith(...turned))).toEqual({ cells: {}, comments: turned })
  })
})

it('a change of one comment among 10,000 is as short as among two, both ways', () => {
  const lengthsOf = (count: number) => {
    const book = bookWith(...Array.from({ length: count }, (_, at) => thread(`t${at}`, '请核对')))
    const tracker = new Tracker(book)
    applyPatch(book, { cells: {}, commentChanges: [{ id: 't1', left: 1, entries: [remark('已改')] }] })
    const { patch, back } = tracker.take()
    return [JSON.stringify(patch).length, JSON.stringify(back).length]
  }
  expect(lengthsOf(10_000)).toEqual(lengthsOf(2))
})
