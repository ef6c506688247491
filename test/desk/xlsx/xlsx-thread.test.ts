import { resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { newBook } from '../../../src/desk/book'
import { bookToXlsx, XlsxThread } from '../../../src/desk/xlsx'
import { xlsxWords } from '../../../src/words/xlsx'
import { smallBook } from '../store/folder'

/** Built by jest's global setup. */
const built = resolve('dist/desk/xlsx-thread.js')
const print = { 表一: { orientation: 'landscape', fitToHeight: 1, repeatRows: 2 } } as const
const bytesOf = (bytes: Uint8Array) => Buffer.from(bytes)

describe('a thread for files', () => {
  it('makes the same bytes as they are made here, of several workbooks at once', async () => {
    const thread = new XlsxThread(built)
    const books = [smallBook({ A1: 1 }), smallBook({ A1: '二', B1: '=A1' }), newBook('三', '表')]
    const made = await Promise.all(books.map((book) => thread.make(book, print)))
    const expected = await Promise.all(books.map((book) => bookToXlsx(book, print)))
    expect(made.map(bytesOf)).toEqual(expected.map(bytesOf))
  })

  it('says what .xlsx cannot hold, and goes on', async () => {
    const thread = new XlsxThread(built)
    const long = smallBook({ B2: '字'.repeat(40_000) })
    const refused = thread.make(long)
    await expect(refused).rejects.toThrow(xlsxWords.longText('表一', 'B2'))
    await expect(refused).rejects.toMatchObject({ name: 'XlsxError', problem: 'longText' })
    expect(bytesOf(await thread.make(smallBook()))).toEqual(bytesOf(await bookToXlsx(smallBook())))
  })

  it('leaves the work to this one where there is no thread to be had', async () => {
    const thread = new XlsxThread(resolve('dist/desk/no-such-thread.js'))
    for (const book of [smallBook(), smallBook({ A1: 2 })]) {
      expect(bytesOf(await thread.make(book))).toEqual(bytesOf(await bookToXlsx(book)))
    }
  })
})
