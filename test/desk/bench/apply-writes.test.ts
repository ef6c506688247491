import { describe, expect, it } from '@jest/globals'
import type { Write } from '../../../src/actions'
import { Bench, runCommand } from '../../../src/desk/bench'
import type { Book } from '../../../src/desk/book'
import { runWords } from '../../../src/words/actions'
import { smallBook } from '../store/folder'
import { version } from '../support/template'

const about = { user: '李', version, moment: new Date('2025-01-06T02:30:00Z'), selected: null, comments: [] }

/** A tab on which A3 to B4 are one cell. */
function merged(): { book: Book; tab: string } {
  const book = smallBook()
  const [sheet] = book.sheets
  if (!sheet) throw new Error('no tab')
  sheet.merges.push({ row: 3, column: 1, rows: 2, columns: 2 })
  return { book, tab: sheet.name }
}

/** Why a command that makes this write fails. */
function errorOf(book: Book, write: Write): string | undefined {
  const writing = runCommand(
    new Bench(book),
    (host) => {
      host.apply([write])
      return { value: null }
    },
    about,
    [],
  )
  return writing.error
}

describe('a write that the tab has no room for', () => {
  it('below its last row says that rows, columns or merges have changed', () => {
    const { book, tab } = merged()
    const [sheet] = book.sheets
    const write: Write = { kind: 'values', tab, row: (sheet?.rows ?? 0) + 1, column: 1, values: [[1]] }
    expect(errorOf(book, write)).toBe(runWords.layoutChanged(tab))
  })

  it('over half of a merge says so too', () => {
    const { book, tab } = merged()
    const area = { tab, row: 4, column: 1, rows: 2, columns: 1 }
    expect(errorOf(book, { kind: 'merge', area, direction: 'all' })).toBe(runWords.layoutChanged(tab))
  })

  it('of a tab that is gone names the tab', () => {
    const { book } = merged()
    expect(errorOf(book, { kind: 'values', tab: '没有', row: 1, column: 1, values: [[1]] })).toBe(
      runWords.tabGone('没有'),
    )
  })
})
