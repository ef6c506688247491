import { layout } from '../../workbook'
import type { TemplateRequest } from '../../actions'
import { tabNames } from '../../words/tabs'
import { newBook } from '../book'
import type { Book } from '../book'
import { openHost } from '../host'
import type { Host, RunOptions, RunResult } from '../host'
import { bookToXlsx } from '../xlsx'
import type { PrintSetup } from '../xlsx'
import type { Io } from './io'

/** A host that runs the bundle over a workbook. */
const hostOf = (io: Io, book: Book): Host => openHost({ book, user: '', ...io.scripts() })

/** Runs a function of the bundle. Throws what it threw. */
export function runAction(host: Host, name: string, values: readonly unknown[], options: RunOptions = {}): RunResult {
  const result = host.run(name, values, options)
  if (result.error) throw new Error(result.error.message)
  return result
}

/** A new workbook, made by 初始化模板 as in Google. */
export function templateHost(io: Io, title: string, request: TemplateRequest): Host {
  const host = hostOf(io, newBook(title, tabNames.guide))
  runAction(host, 'initTemplate', [request])
  return host
}

/** Scripts cannot set up pages in Google; the file can. */
export function printSetups(): Record<string, PrintSetup> {
  return Object.fromEntries(layout().tabs.map(({ name, print }) => [name, print]))
}

export const workbookBytes = (book: Book): Promise<Uint8Array> => bookToXlsx(book, printSetups())
