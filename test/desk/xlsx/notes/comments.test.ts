import { describe, expect, it } from '@jest/globals'
import type { Book, Comment } from '../../../../src/desk/book'
import { bookToXlsx, xlsxToBook } from '../../../../src/desk/xlsx'
import { bookOf } from '../../support/books'

const at = (row: number, column: number, texts: readonly string[], resolved = false): Comment => ({
  id: `c-${row}-${column}-${texts.length}`,
  sheet: 0,
  row,
  column,
  resolved,
  entries: texts.map((text, minute) => ({ who: '赵', time: `2026-01-05T02:0${minute}:30.000Z`, text })),
})

function commented(comments: Comment[], note?: string): Book {
  const book = bookOf({ A1: 1 })
  const [sheet] = book.sheets
  if (sheet && note !== undefined) sheet.cells['1,1'] = { value: 1, note }
  return { ...book, comments }
}

const noteOf = async (bytes: Uint8Array, key: string) => (await xlsxToBook(bytes)).sheets[0]?.cells[key]?.note

/** The file as a program leaves it that keeps notes and nothing of ours but the marker of our workbooks. */
async function rewritten(book: Book, change: (note: string) => string): Promise<Book> {
  const plain = await withNotes(book)
  delete plain.comments
  for (const sheet of plain.sheets) {
    for (const cell of Object.values(sheet.cells)) if (cell.note !== undefined) cell.note = change(cell.note)
  }
  return xlsxToBook(await bookToXlsx(plain))
}

/** The notes as the file has them: comments that are notes in the end are written as such. */
async function withNotes(book: Book): Promise<Book> {
  const { noteWith } = await import('../../../../src/desk/xlsx/notes/comments')
  const copy = structuredClone(book)
  for (const { row, column } of book.comments ?? []) {
    const here = (book.comments ?? []).filter((one) => one.row === row && one.column === column)
    for (const sheet of copy.sheets) {
      const cell = sheet.cells[`${row},${column}`]
      const note = book.sheets[0]?.cells[`${row},${column}`]?.note
      sheet.cells[`${row},${column}`] = { ...cell, note: noteWith(note, here) }
    }
  }
  return copy
}

describe('comments in an .xlsx file', () => {
  it('come back as they were, beside the cell’s own note and on blank cells', async () => {
    const comments = [at(1, 1, ['请核对', '已核对\n见附件']), at(3, 2, ['空格'], true), at(1, 1, ['另一条'])]
    const book = commented(comments, '本格自己的说明')
    const back = await xlsxToBook(await bookToXlsx(book))
    expect(back).toEqual(book)
  })

  it('leave notes alone where there are none', async () => {
    expect(await noteOf(await bookToXlsx(commented([], '说明【批注】')), '1,1')).toBe('说明【批注】')
    expect((await xlsxToBook(await bookToXlsx(bookOf({ A1: 1 })))).comments).toBeUndefined()
  })

  it('are read from the notes of a file that another program wrote', async () => {
    const book = commented([at(1, 1, ['请核对', '已核对'], true)], '说明')
    const back = await rewritten(book, (note) => `${note}\n赵 2026-01-06 09:30：第二天`)
    expect(back.sheets[0]?.cells['1,1']).toEqual({ value: 1, note: '说明' })
    expect(back.comments).toEqual([
      {
        id: 'note-0-1-1-0',
        sheet: 0,
        row: 1,
        column: 1,
        resolved: true,
        entries: [
          { who: '赵', time: '2026-01-05T02:00:00.000Z', text: '请核对' },
          { who: '赵', time: '2026-01-05T02:01:00.000Z', text: '已核对' },
          { who: '赵', time: '2026-01-06T01:30:00.000Z', text: '第二天' },
        ],
      },
    ])
  })
})
