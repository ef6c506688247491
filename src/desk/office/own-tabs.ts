/** The tabs that the program writes for itself. */
import { tabNamed } from '../../actions'
import type { Book, Sheet } from '../book'

function ownTab(book: Book, key: 'log' | 'findings'): Sheet | undefined {
  const tabOf = new Map(book.sheets.map(({ id, name }) => [id, name]))
  const names = book.names.map(({ name, sheet, area }) => ({ name, tab: tabOf.get(sheet) ?? '', area }))
  const name = tabNamed([...tabOf.values()], names, key)
  return book.sheets.find((sheet) => sheet.name === name)
}

/** 流程记录. */
export const logOf = (book: Book): Sheet | undefined => ownTab(book, 'log')

/** 校验结果. */
export const findingsOf = (book: Book): Sheet | undefined => ownTab(book, 'findings')
