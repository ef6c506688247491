import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { changeCell, newBook, recalculate } from '../../../src/desk/book'
import type { Book, Sheet } from '../../../src/desk/book'
import type { Report } from '../../../src/report'
import { layout } from '../../../src/workbook'
import { tabNames } from '../../../src/words/tabs'
import { DeskHost } from '../../desk/support/host'
import { kept } from '../../support/kept'

const root = join(__dirname, '../../..')

export function sheetOf(book: Book, name: string): Sheet {
  const sheet = book.sheets.find((one) => one.name === name)
  if (!sheet) throw new Error(`no tab ${name}`)
  return sheet
}

function filledBook(): Book {
  const host = new DeskHost(newBook('示例街道办事处2024年度', tabNames.guide))
  const { error } = host.run('initTemplate', [{ unit: '示例街道办事处', year: 2024 }])
  if (error !== undefined) throw new Error(error)
  const filled = host.book()
  const { figures } = JSON.parse(readFileSync(join(root, 'examples/report-2024.json'), 'utf8')) as Report
  for (const { key, name, cells } of layout().tabs) {
    if (key === 'lastYear') continue
    for (const { isInput, figure, row, column } of cells) {
      const value = figure && isInput ? figures[figure] : undefined
      if (typeof value === 'number') changeCell(sheetOf(filled, name), row, column, { value })
    }
  }
  recalculate(filled)
  return filled
}

/** The template with the example's figures. */
export function filledHost(): DeskHost {
  const example = readFileSync(join(root, 'examples/report-2024.json'), 'utf8')
  return new DeskHost(JSON.parse(kept('filled-workbook', example, () => JSON.stringify(filledBook()))) as Book)
}
