import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { changeCell, newBook, recalculate } from '../../../src/desk/book'
import type { Book, Sheet } from '../../../src/desk/book'
import { openHost, readScriptFiles } from '../../../src/desk/host'
import type { Host } from '../../../src/desk/host'
import type { Report } from '../../../src/report'
import { layout } from '../../../src/workbook'
import { tabNames } from '../../../src/words/tabs'

const root = join(__dirname, '../../..')

export function sheetOf(book: Book, name: string): Sheet {
  const sheet = book.sheets.find((one) => one.name === name)
  if (!sheet) throw new Error(`no tab ${name}`)
  return sheet
}

/** The template with the example's figures. */
export function filledHost(): Host {
  const book = newBook('示例街道办事处2024年度', tabNames.guide)
  const host = openHost({ book, user: 'li@example.cn', ...readScriptFiles(join(root, 'dist')) })
  const made = host.run('initTemplate', [{ unit: '示例街道办事处', year: 2024 }])
  if (made.error) throw new Error(made.error.message)
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
  host.setBook(filled)
  return host
}
