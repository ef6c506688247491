/** Journals as other versions of the program have written them, made without the program's own code. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Book } from '../../../src/desk/book'
import { journalOf } from '../../../src/desk/store'
import { xlsxToBook } from '../../../src/desk/xlsx'

const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

export function journalText(lines: readonly object[]): string {
  let previous = ''
  const texts = lines.map((line) => {
    const body = JSON.stringify({ ...line, previous }).slice(0, -1)
    previous = hash(body).slice(0, 16)
    return `${body},"sum":"${previous}"}\n`
  })
  return texts.join('')
}

export const writeJournal = (path: string, lines: readonly object[]): void =>
  writeFileSync(journalOf(path), journalText(lines))

export interface OldFile {
  id: string
  name: string
  mimeType: string
}

/** What the program kept beside the workbook when Google's services ran in it. */
export const oldKept = (files: readonly OldFile[] = []): object => ({
  files: files.map((file) => ({ ...file, webViewLink: `files/${file.id}` })),
  scriptProperties: { 'nianbao.files': '{}' },
  userProperties: { li: { seen: '1' } },
})

/** The first line of a workbook's journal from before formats had numbers. */
export async function oldHead(path: string, files: readonly OldFile[] = []): Promise<object> {
  const bytes = readFileSync(path)
  const book: Book = await xlsxToBook(bytes)
  const saves = [{ seq: 0, hash: hash(bytes), isDone: true }]
  return { line: 'head', journal: 'j', seq: 0, book, kept: oldKept(files), saves }
}
