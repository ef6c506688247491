import { describe, expect, it } from '@jest/globals'
import { ShownBook } from '../../../src/desk/page/desk/shown-book'
import type { Letter } from '../../../src/desk/page/desk/outbox'
import { bookOf } from '../support/books'

const letterOf = (value: string | null, row = 1): Letter => ({
  id: `e${row}`,
  edit: { blocks: [{ sheet: 0, row, column: 1, values: [[value]] }], base: 5 },
})
const shownBook = () => new ShownBook(bookOf({ A1: 1, A2: 2 }), 2024, 5)

describe('ShownBook', () => {
  it('shows what was typed as it will most likely be read', () => {
    const shown = shownBook()
    expect(shown.typed(letterOf('12'))).toEqual({ cells: { 0: { '1,1': { value: 12 } } } })
    expect(shown.typed(letterOf('八件'))).toEqual({ cells: { 0: { '1,1': { value: '八件' } } } })
    expect(shown.typed(letterOf(null))).toEqual({ cells: { 0: { '1,1': {} } } })
  })

  it('keeps what was typed over what others change, until it is with the server', () => {
    const shown = shownBook()
    const letter = letterOf('12')
    shown.typed(letter)
    const change = { cells: { 0: { '1,1': { value: 3 }, '2,1': { value: 4 } } } }
    expect(shown.changed(6, change).cells[0]).toEqual({ '1,1': { value: 12 }, '2,1': { value: 4 } })
    letter.seq = 7
    expect(shown.answered()).toEqual({ cells: {} })
    expect(shown.changed(7, { cells: { 0: { '1,1': { value: 12 } } } }).cells[0]).toEqual({ '1,1': { value: 12 } })
    expect(shown.changed(8, { cells: { 0: { '1,1': { value: 9 } } } }).cells[0]).toEqual({ '1,1': { value: 9 } })
  })

  it('puts back the server’s value when an edit is refused', () => {
    const shown = shownBook()
    const letter = letterOf('12')
    shown.typed(letter)
    expect(shown.withdrawn(letter)).toEqual({ cells: { 0: { '1,1': { value: 1 } } } })
  })

  it('gives a tab that came later to the view, with what came meanwhile and unsent edits over it', () => {
    const [sheet] = bookOf({ A1: 1, A2: 2, A3: 3 }).sheets
    if (!sheet) throw new Error('no tab')
    const book = bookOf()
    const shown = new ShownBook(book, 2024, 5, [sheet.id])
    expect([shown.isThere(0), shown.missing()]).toEqual([false, [0]])
    shown.changed(6, { cells: { 0: { '2,1': { value: 22 }, '3,1': null } } })
    shown.typed(letterOf('12'))
    const given = shown.arrived(sheet)
    expect(given?.cells).toEqual({ '1,1': { value: 12 }, '2,1': { value: 22 } })
    expect(shown.book.sheets[0]?.cells).toEqual({ '1,1': { value: 1 }, '2,1': { value: 22 } })
    expect([shown.isThere(0), shown.arrived(sheet)]).toEqual([true, null])
  })

  it('lays unsent edits over a book loaded anew', () => {
    const shown = shownBook()
    const sent = letterOf('12')
    const unsent = letterOf('13', 2)
    shown.typed(sent)
    shown.typed(unsent)
    sent.seq = 9
    expect(shown.renew(bookOf({ A1: 12 }), 9)).toEqual({ cells: { 0: { '2,1': { value: 13 } } } })
    expect(shown.cell(0, 1, 1)).toEqual({ value: 12 })
  })
})
