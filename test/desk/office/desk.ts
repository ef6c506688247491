import { readFileSync } from 'node:fs'
import { applyPatch, copyBook } from '../../../src/desk/book'
import { openOffice } from '../../../src/desk/office'
import type { Office, OfficeOptions } from '../../../src/desk/office'
import type { Book, Cell, OfficeEvent, Person } from '../../../src/desk/protocol'
import { journalOf } from '../../../src/desk/store'
import { bookToXlsx } from '../../../src/desk/xlsx'
import { newFolder, smallBook, workbookFile } from '../store/folder'
import { homeOf, tabOf, version } from '../support/template'

export const li: Person = { id: 'li', name: '李', role: 'editor', colour: '#aa0000', line: 'solid' }
export const wang: Person = { id: 'wang', name: '王', role: 'editor', colour: '#00aa00', line: 'solid' }
export const zhao: Person = { id: 'zhao', name: '赵', role: 'reviewer', colour: '#0000aa', line: 'solid' }

export interface Desk {
  office: Office
  events: OfficeEvent[]
  path: string
}

const opened: Office[] = []
export async function closeAll(): Promise<void> {
  for (const office of opened.splice(0)) await office.close().catch(() => undefined)
}

export async function desk(
  book: Book = smallBook(),
  options: Partial<OfficeOptions> = {},
  folder = newFolder(),
): Promise<Desk> {
  return again(await workbookFile(book, folder), options)
}

export async function again(path: string, options: Partial<OfficeOptions> = {}): Promise<Desk> {
  const office = await openOffice({
    toXlsx: bookToXlsx,
    workbook: path,
    who: '李',
    version,
    restSeconds: 3600,
    ...options,
  })
  opened.push(office)
  const events: OfficeEvent[] = []
  office.subscribe((event) => events.push(event))
  return { office, events, path }
}

/** What a page has that put in every patch it was sent. */
export function onPage(book: Book, events: readonly OfficeEvent[]): Book {
  const page = copyBook(book)
  for (const event of events) if (event.type === 'patch') applyPatch(page, event.patch)
  return page
}

/** The changes in the journal. */
export const written = ({ path }: Desk): string[] =>
  readFileSync(journalOf(path), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"line":"entry"'))

export const cellAt = ({ office }: Desk, key: string, sheet = 0): Cell | undefined =>
  office.book.sheets.find(({ id }) => id === sheet)?.cells[key]

/** Types a figure where the template has it, until the marks are renewed. */
export async function typeFigure(to: Desk, person: Person, figure: string, value: string | number | null) {
  const { tab, row, column } = homeOf(figure)
  const { office } = to
  const edit = { sheet: tabOf(office.book, tab).id, row, column, values: [[value]], base: office.seq }
  const answer = await office.edit(person, edit)
  await office.whenRenewed()
  return answer
}

/** Runs a command without a question, or up to its first one. */
export const run = ({ office }: Desk, person: Person, functionName: string, ...values: unknown[]) =>
  office.run(person, { functionName, arguments: values })

/** Types one value into the first tab. */
export function type(
  to: Desk,
  person: Person,
  row: number,
  column: number,
  value: string | number | null,
  base = to.office.seq,
) {
  return to.office.edit(person, { sheet: 0, row, column, values: [[value]], base })
}
