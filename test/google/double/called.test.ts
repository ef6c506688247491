/** The double is cut to what the bundle calls: a method that none of these calls uses is to be taken out of it. */
import { expect, it } from '@jest/globals'
import type { Book } from '../../../src/desk/book'
import { clean, filledBook, newOffice, officeOf, scripts, sheetOf, typeFigure } from '../office'
import { openHost, type RunResult } from '.'
import type { Sidebar } from '../../../src/actions'
import { kinds } from './services/kinds'

/** A typed total that is wrong, a figure in another writing, and a list of findings without room. */
function faultyBook(): Book {
  const book = filledBook()
  typeFigure(book, 'table4.review.total', 9)
  typeFigure(book, 'table3.granted.research', '０')
  Object.assign(sheetOf(book, '校验结果'), { rows: 7, columns: 9 })
  return book
}

/** Every way into the services: what builds a workbook, checks, repairs, asks, makes files, and what fails. */
function everyCall(): RunResult[] {
  const fresh = newOffice()
  const host = officeOf(faultyBook())
  const run = (name: string, ...values: unknown[]) => host.run(name, values, { answers: ['YES'] })
  const stranger = openHost({ book: faultyBook(), ...scripts, user: '', spreadsheet: { locale: 'en_US' } })
  const shown = run('showFindings')
  const { safe } = shown.value as Sidebar
  return [
    stranger.run('initTemplate', [], { typed: ['李四'] }),
    fresh.run('onOpen'),
    fresh.run('initTemplate', [{ unit: clean.unit, year: clean.year }]),
    shown,
    run('checkWorkbook'),
    run('applyRepair', safe.ids),
    run('areFindingsFresh'),
    run('goToCell', '基本信息', 'B2'),
    run('insertField', '办结', { section: 'other' }),
    run('generateReport'),
    run('generateReport'),
    run('restoreTotals'),
    fresh.run('selfTest'),
    host.edit('三、依申请公开', 'D7', '若干'),
    host.edit('三、依申请公开', 'D7', '许多', { fault: { kind: 'read', call: 1 } }),
  ]
}

it('has what the bundle calls, and nothing else', () => {
  const results = everyCall()
  expect(results.flatMap(({ error }) => error?.message ?? [])).toEqual([])
  results.push(newOffice().run('checkWorkbook', [], { scopes: [] }))
  results.push(newOffice().run('checkWorkbook', [], { quirks: [{ call: 'Spreadsheet.getSheets', gives: {} }] }))
  const called = new Set(results.flatMap(({ calls }) => Object.keys(calls)))
  const listed = Object.entries(kinds).flatMap(([service, methods]) =>
    Object.entries<string>(methods)
      .filter(([, kind]) => kind !== 'constant')
      .map(([name]) => `${service}.${name}`),
  )
  expect([...called].sort()).toEqual(listed.sort())
})
