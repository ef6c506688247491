import { layout } from '../../workbook'
import type { TemplateRequest } from '../../actions'
import { tabNames } from '../../words/tabs'
import { newBook } from '../book'
import type { Book } from '../book'
import { OpenBook } from '../bench'
import type { Completed } from '../bench'
import { bookToXlsx } from '../xlsx'
import type { PrintSetup } from '../xlsx'
import type { Io } from './io'

export const openBook = ({ version }: Io, book: Book, user = ''): OpenBook =>
  new OpenBook(book, { user, version, clock: () => new Date() })

/** Runs a command with its questions, to its end. Throws what the command threw. */
export function runToEnd(workbook: OpenBook, ...call: Parameters<OpenBook['run']>): Completed {
  const completed = workbook.run(...call)
  if (completed.error !== undefined) throw new Error(completed.error)
  return completed
}

/** A new workbook, made by 初始化模板. */
export function templateBook(io: Io, title: string, request: TemplateRequest, user = ''): OpenBook {
  const workbook = openBook(io, newBook(title, tabNames.guide), user)
  runToEnd(workbook, 'initTemplate', [request])
  return workbook
}

/** Scripts cannot set up pages in Google; the file can. */
export function printSetups(): Record<string, PrintSetup> {
  return Object.fromEntries(layout().tabs.map(({ name, print }) => [name, print]))
}

export const workbookBytes = (book: Book): Promise<Uint8Array> => bookToXlsx(book, printSetups())
