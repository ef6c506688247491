import type { Book } from '../../../src/desk/book'
import { bookOf } from '../../desk/support/books'
import { openHost } from './host'
import type { Host, HostOptions, RunOptions, RunResult } from './host'
import { readServices } from './script-files'

const services = readServices()

export function hostOf(bundle: string, book: Book = bookOf(), options: Partial<HostOptions> = {}): Host {
  return openHost({ book, user: 'li@example.cn', services, bundle, htmlFiles: { page: '<p>1</p>' }, ...options })
}

const prelude = `
  const book = SpreadsheetApp.getActive()
  const sheet = book.getSheets()[0]
  const range = (a1) => sheet.getRange(a1)
`

/** Runs the body of a function that has `book`, `sheet` (the first tab) and `range(a1)`. */
export function script(body: string, book?: Book, options?: RunOptions): RunResult {
  return hostOf(`function test() { ${prelude} ${body} }`, book).run('test', [], options)
}

/** What the body returns; what it throws fails the test. */
export function valueOf(body: string, book?: Book): unknown {
  const { value, error } = script(body, book)
  if (error) throw new Error(error.message)
  return value
}

export function errorOf(body: string, book?: Book): string | undefined {
  return script(body, book).error?.message
}
