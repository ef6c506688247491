/** Workbooks of ours as other programs pack them. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Book, Sheet } from '../../../src/desk/book'
import { bookToXlsx } from '../../../src/desk/xlsx'
import type { readXlsx } from '../../../src/desk/xlsx/contents'
import { fullBook } from './books'

/** What becomes of a part: its name and its text; undefined: it is left out. `partOf` gives the text of any part. */
export type Change = (
  name: string,
  text: string,
  partOf: (name: string) => string,
) => [name: string, text: string] | undefined

/** A workbook of ours with parts named otherwise, left out or written otherwise. */
export async function repacked(change: Change, book: Book = fullBook): Promise<Uint8Array> {
  const parts = unzipSync(await bookToXlsx(book))
  const partOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const changed = Object.keys(parts).flatMap((name) => {
    const part = change(name, partOf(name), partOf)
    return part ? [[part[0], strToU8(part[1])] as const] : []
  })
  return zipSync(Object.fromEntries(changed))
}

const STRICT = 'http://purl.oclc.org/ooxml/'
const namespaces: readonly [string, string][] = [
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', `${STRICT}officeDocument/relationships`],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', `${STRICT}spreadsheetml/main`],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', `${STRICT}drawingml/main`],
]

/** Namespaces and kinds of relations as Excel writes them in “Strict Open XML”. */
export const strict = (text: string): string =>
  namespaces
    .reduce((xml, [from, to]) => xml.replaceAll(from, to), text)
    .replace('<workbook ', '<workbook conformance="strict" ')

const ATTRIBUTE = /(\s[\w:]+)="([^"']*)"/g

export const singleQuoted = (name: string, text: string): string =>
  name.endsWith('.vml') ? text : text.replace(/<[^<>]*>/g, (tag) => tag.replace(ATTRIBUTE, "$1 = '$2'"))

const SHARED = /<c ([^<>]*)t="s"([^<>]*)><v>(\d+)<\/v>/g

/** Texts as openpyxl and many exports write them: in the cells, and none that are shared. */
export const inCells: Change = (name, text, partOf) => {
  if (name.endsWith('sharedStrings.xml')) return undefined
  if (!name.includes('worksheets/sheet')) return [name, text]
  const items = [...partOf('xl/sharedStrings.xml').matchAll(/<si>([^]*?)<\/si>/g)].map(([, item]) => item)
  const cell = (_: string, before: string, after: string, at: string) =>
    `<c ${before}t="inlineStr"${after}><is>${items[Number(at)]}</is>`
  return [name, text.replace(SHARED, cell)]
}

/** What was read of a workbook, without what a tab has beside its contents. */
export function plainContents(
  contents: ReturnType<typeof readXlsx>,
): Pick<Sheet, 'name' | 'hidden' | 'cells' | 'merges'>[] {
  const sheets = contents.kind === 'ours' ? contents.book.sheets : contents.tabs.map(({ sheet }) => sheet)
  return sheets.map(({ name, hidden, cells, merges }) => ({ name, hidden, cells, merges }))
}
