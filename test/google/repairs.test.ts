import { describe, expect, it } from '@jest/globals'
import type { SidebarUpdate } from '../../src/actions'
import type { Sidebar } from '../../src/actions'
import type { Report } from '../../src/report'
import { recalculate, type Book } from '../../src/desk/book'
import { edition2021 as form, table3Rows } from '../../src/form'
import { totals, withFigures } from '../../src/report'
import { lastUndo } from '../support/last-undo'
import { clean, differences, figureCell, filledBook, officeOf, run, sheetOf, typeFigure } from './office'

const columns = form.table3.columns.map(({ id }) => id)
const rows = table3Rows.map(({ id }) => id)

/** A city's report, nearly every cell of table 3 filled; its prose has no numbers. */
function busyReport(): Report {
  const inputs = rows.flatMap((row, r) =>
    columns.map(
      (column, c) =>
        [`table3.${row}.${column}`, row === 'received' ? 900 + 37 * c : ((r * 31 + c * 17) % 47) + 3] as const,
    ),
  )
  const narrative = { overview: '概况。', problems: '问题。', other: '没有收取信息处理费。' }
  const filled = totals(withFigures({ ...clean, narrative }, Object.fromEntries(inputs)))
  const left = columns.map((column) => {
    const [received, carriedIn, concluded] = ['received', 'carriedIn', 'concluded'].map((row) =>
      Number(filled.figures[`table3.${row}.${column}`]),
    )
    return [`table3.carriedOut.${column}`, (received ?? 0) + (carriedIn ?? 0) - (concluded ?? 0)] as const
  })
  return totals(withFigures(filled, Object.fromEntries(left)))
}

/** Table 3 as typed elsewhere, totals and all, pasted one row too low; its last row falls out of the table. */
function pastedTooLow(report: Report, first: 0 | null): Book {
  const book = filledBook(report)
  rows.forEach((row, index) => {
    const above = rows[index - 1]
    for (const column of columns) {
      const value = above === undefined ? first : report.figures[`table3.${above}.${column}`]
      typeFigure(book, `table3.${row}.${column}`, typeof value === 'number' ? value : null)
    }
  })
  recalculate(book)
  return book
}

const table3 = (book: Book) =>
  rows.flatMap((row) => columns.map((column) => figureCell(book, `table3.${row}.${column}`).value ?? null))
const figuresOf = ({ figures }: Report) =>
  rows.flatMap((row) => columns.map((column) => figures[`table3.${row}.${column}`]))
const errorsIn = ({ groups }: Sidebar) =>
  groups.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error')

const logs = (book: Book) => {
  sheetOf(book, '流程记录').cells = {}
  return book
}

describe('a table pasted one row too low', () => {
  it.each([
    ['of a small office', clean, 16],
    ['of a city', busyReport(), 175],
  ])('%s has one repair, which is applied at once and can be undone', (_, report, cells) => {
    const host = officeOf(pastedTooLow(report, 0))
    const sidebar = run(host, 'showFindings').value as Sidebar
    const whole = sidebar.repairs.filter(({ label }) => label.includes('整张表下移了一行'))
    expect(whole.map(({ changes }) => changes.length)).toEqual([cells])
    const before = host.book()
    const { isDone, message, sidebar: after } = run(host, 'applyRepair', [whole[0]?.id]).value as SidebarUpdate
    expect([isDone, message]).toEqual([true, expect.stringContaining(`等共 ${cells} 格。可以撤销。`)])
    expect(table3(host.book())).toEqual(figuresOf(report))
    expect(errorsIn(after)).toEqual([])
    expect((run(host, 'undoRepair', lastUndo(host.book())).value as SidebarUpdate).isDone).toBe(true)
    expect(differences(logs(before), logs(host.book()))).toEqual([])
  })
})

describe('a wrong input under totals that are formulas', () => {
  it.each([
    ['table3.received.enterprise', 12],
    ['table3.granted.naturalPerson', 10],
    ['table3.unavailable.notHeld.research', 7],
  ])('%s = %i: the input is offered, its totals follow', (figure, wrong) => {
    const book = filledBook()
    typeFigure(book, figure, wrong)
    recalculate(book)
    const host = officeOf(book)
    const sidebar = run(host, 'showFindings').value as Sidebar
    const broken = errorsIn(sidebar).find(({ repairs }) => repairs.length > 0)
    const [best] = sidebar.repairs.filter(({ id }) => broken?.repairs.includes(id))
    expect(best?.changes.find(({ from }) => from === String(wrong))?.to).toBe(String(clean.figures[figure]))
    expect(best?.changes.filter(({ from }) => from !== String(wrong)).every(({ isFormula }) => isFormula)).toBe(true)
    const { isDone } = run(host, 'applyRepair', [best?.id]).value as SidebarUpdate
    expect([isDone, table3(host.book())]).toEqual([true, figuresOf(clean)])
  })
})
