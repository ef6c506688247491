/** What a handle tells of its tab, cells or name is asked once in a call: each time goes to Google. */
import { describe, expect, it } from '@jest/globals'
import { recalculate, type Book } from '../../src/desk/book'
import type { Sidebar } from '../../src/actions'
import { clean, filledBook, newOffice, officeOf, run, typeFigure } from './office'
import type { RunResult } from './double'

function faultyBook(): Book {
  const book = filledBook()
  typeFigure(book, 'table4.review.total', 9)
  typeFigure(book, 'table3.granted.research', '０')
  recalculate(book)
  return book
}

const askedAgain = ({ asked }: RunResult, steps = 1): string[] =>
  Object.keys(asked).filter((question) => (asked[question] ?? 0) > steps)

describe('what handles tell', () => {
  it('is asked once in a check, in 126 calls', () => {
    const result = run(officeOf(faultyBook()), 'checkWorkbook')
    expect([askedAgain(result), result.counts.locate]).toEqual([[], 126])
  })

  it('is asked once while a template is made', () => {
    expect(askedAgain(run(newOffice(), 'initTemplate', { unit: clean.unit, year: clean.year }))).toEqual([])
  })

  it('is asked once by a repair, with the check that follows', () => {
    const host = officeOf(faultyBook())
    const { safe } = run(host, 'showFindings').value as Sidebar
    expect(askedAgain(run(host, 'applyRepair', safe.ids))).toEqual([])
  })

  it.each(['initTemplate', 'showFindings', 'areFindingsFresh', 'showFields'])('is asked once by %s', (name) => {
    expect(askedAgain(run(officeOf(faultyBook()), name))).toEqual([])
  })

  it.each(['restoreTotals', 'generateReport'])('is asked once before the question of %s, and once after it', (name) => {
    const result = officeOf(faultyBook()).run(name, [], { answers: ['YES'] })
    expect(result.questions).toHaveLength(1)
    expect(askedAgain(result, 2)).toEqual([])
    expect(askedAgain(result)).toContain('Sheet.getName 0')
  })

  it('is asked once after an edit, in 12 calls', () => {
    const result = officeOf(faultyBook()).edit('三、依申请公开', 'D7', '若干')
    expect([askedAgain(result), result.counts.locate]).toEqual([[], 12])
  })
})
