import { expect, it } from '@jest/globals'
import { isOfForm, isRowForScreen, onPaper } from '../../../../src/desk/page/view/grid/paper'
import { tabNames } from '../../../../src/words/tabs'
import { sheetOf } from '../../server/desk'
import { exampleBook } from '../../../../src/desk/cli/example'
import { io } from '../../server/desk'

it('of the form stand on paper its title, its unit and its table; neither guidance nor the check, nor any colour', async () => {
  const { workbook } = await exampleBook(io)
  workbook.run('checkWorkbook')
  const { book } = workbook
  const sheet = sheetOf({ book }, tabNames.table3)
  const left = Array.from({ length: 33 }, (_, at) => at + 1).filter((row) => isRowForScreen(sheet, row, 10))
  expect(left).toEqual([3, 32])
  const marked = Object.values(sheet.cells).filter(({ style }) => style?.background === '#f4b6b6')
  expect(marked.length).toBeGreaterThan(0)
  const colours = Object.values(sheet.cells).flatMap((cell) => {
    const { background, fontColor } = onPaper(cell)?.style ?? {}
    return [background, fontColor].filter((one) => one !== undefined)
  })
  expect(colours).toEqual([])
  const ofForm = book.sheets.filter((one) => isOfForm(book, one)).map(({ name }) => name)
  const { guide, findings, log, ...others } = tabNames
  expect([ofForm, [guide, findings, log].some((name) => ofForm.includes(name))]).toEqual([Object.values(others), false])
})

it('of a narrative stand on paper its title, its unit and its text; neither what is to be told in it nor the hint of the check', async () => {
  const { workbook } = await exampleBook(io)
  workbook.run('checkWorkbook')
  const { book } = workbook
  for (const name of [tabNames.overview, tabNames.problems, tabNames.other]) {
    const sheet = sheetOf({ book }, name)
    const left = Array.from({ length: 12 }, (_, at) => at + 1).filter((row) => isRowForScreen(sheet, row, 2))
    expect([name, left]).toEqual([name, [3, 4]])
  }
  const basics = sheetOf({ book }, tabNames.basics)
  const left = Array.from({ length: 12 }, (_, at) => at + 1).filter((row) => isRowForScreen(basics, row, 3))
  expect(left).toEqual([2])
})
