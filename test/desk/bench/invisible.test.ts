import { describe, expect, it } from '@jest/globals'
import { Bench, OpenBook, typeInto } from '../../../src/desk/bench'
import { cellAt, changeCell } from '../../../src/desk/book'
import { readFigure } from '../../../src/report'
import { tabNames } from '../../../src/words/tabs'
import { workbookWords } from '../../../src/words/workbook'
import { filledBook, figureIn, homeOf, tabOf, version } from '../support/template'

const invisible = ['\u00a0', '\u3000 ', '\u200b', '\u2060\u00ad', '\ufeff', '\u2003\u200d\n', '\u3164', '\u2800']
const figure = 'table3.received.naturalPerson'

describe('what nobody can see', () => {
  it.each(invisible)('%j is a blank figure', (text) => {
    expect(readFigure(text)).toBeNull()
  })

  it.each(invisible)('%j empties the cell it is typed or pasted into', (text) => {
    const bench = new Bench(filledBook())
    const { tab, row, column } = homeOf(figure)
    const area = { row, column, rows: 1, columns: 2 }
    bench.change(() => typeInto(bench, { tab, area, values: [[text, `'${text}`]] }, 2025))
    const { cells } = tabOf(bench.book, tab)
    expect([cells[`${row},${column}`]?.value, cells[`${row},${column + 1}`]?.value]).toEqual([undefined, undefined])
  })

  it('is taken out of figures’ cells by 校验, so that the formulas count them as blank; a formula stays', () => {
    const other = homeOf('table3.granted.enterprise')
    const book = filledBook((made) => {
      const sheet = tabOf(made, tabNames.table3)
      for (const id of [figure, 'table3.received.enterprise', 'table3.partlyGranted.research']) {
        const { row, column } = homeOf(id)
        changeCell(sheet, row, column, { value: '\u00a0' })
      }
      changeCell(sheet, other.row, other.column, { formula: '="\u3000"', value: '\u3000' })
    })
    const open = new OpenBook(book, { user: '李', version, clock: () => new Date('2025-01-06T02:30:00Z') })
    const unknown = () =>
      Object.values(tabOf(open.book, tabNames.table3).cells).filter(
        ({ value }) => value === workbookWords.balanceUnknown,
      ).length
    const before = unknown()
    expect(open.run('checkWorkbook').error).toBeUndefined()
    expect(figureIn(open.book, figure).value).toBeUndefined()
    expect(cellAt(tabOf(open.book, other.tab), other.row, other.column)?.formula).toBe('="\u3000"')
    expect([before > 1, unknown() < before]).toEqual([true, true])
    expect(open.run('areFindingsFresh').value).toBe(true)
  })
})
