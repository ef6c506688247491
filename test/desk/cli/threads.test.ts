import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { openImport } from '../../../src/actions'
import { newBook } from '../../../src/desk/book'
import { Failure } from '../../../src/desk/cli/failure'
import { openSource } from '../../../src/desk/cli/source'
import { Threads } from '../../../src/desk/cli/threads'
import { StoreError } from '../../../src/desk/store'
import { bookToXlsx, openOwnXlsx, XlsxError } from '../../../src/desk/xlsx'
import { documentOf, toText } from '../../../src/document'
import type { Report } from '../../../src/report'
import { serverWords } from '../../../src/words/server'
import { xlsxWords } from '../../../src/words/xlsx'
import cleanReport from '../../fixtures/clean-report.json'
import { smallBook } from '../store/folder'

const clean: Report = cleanReport
const print = { 表一: { orientation: 'landscape', fitToHeight: 1, repeatRows: 2 } } as const
const bytesOf = (bytes: Uint8Array) => Buffer.from(bytes)

const opened: Threads[] = []

/** Over the thread that jest's global setup has built. */
function newThreads(file = resolve('dist/desk/thread.js'), mostSeconds?: number): Threads {
  const threads = new Threads(file, mostSeconds)
  opened.push(threads)
  return threads
}

afterEach(() => Promise.all(opened.splice(0).map((threads) => threads.close())))

const published = toText(documentOf(clean))

describe('a thread for files', () => {
  it('makes the same bytes as they are made here, of several workbooks at once', async () => {
    const books = [smallBook({ A1: 1 }), smallBook({ A1: '二', B1: '=A1' }), newBook('三', '表')]
    const threads = newThreads()
    const made = await Promise.all(books.map((book) => threads.makeXlsx(book, print)))
    const expected = await Promise.all(books.map((book) => bookToXlsx(book, print)))
    expect(made.map(bytesOf)).toEqual(expected.map(bytesOf))
  })

  it('says what .xlsx cannot hold, and goes on', async () => {
    const threads = newThreads()
    const long = smallBook({ B2: '字'.repeat(40_000) })
    const refused = threads.makeXlsx(long)
    await expect(refused).rejects.toThrow(xlsxWords.longText('表一', 'B2'))
    await expect(refused).rejects.toMatchObject({ name: 'XlsxError', problem: 'longText' })
    expect(bytesOf(await threads.makeXlsx(smallBook()))).toEqual(bytesOf(await bookToXlsx(smallBook())))
  })

  it('reads a workbook, and what it carries apart from its tabs, as they are read here', async () => {
    const book = { ...smallBook({ A1: 1, B1: '二' }), properties: { 'nianbao.journal': 'id:7:sum' } }
    const bytes = await bookToXlsx(book)
    const threads = newThreads()
    const read = () => Promise.all([threads.readXlsx(bytes), threads.readProperties(bytes)])
    expect(await read()).toEqual([await openOwnXlsx(bytes), book.properties])
    for (const reading of [threads.readXlsx(bytes.subarray(0, 2000)), threads.readProperties(new Uint8Array())]) {
      await expect(reading).rejects.toBeInstanceOf(XlsxError)
    }
    const without = newThreads(resolve('dist/desk/no-such-thread.js'))
    expect(await without.readProperties(bytes)).toEqual(book.properties)
    expect(await without.readXlsx(bytes)).toEqual(await openOwnXlsx(bytes))
  })

  it('leaves the work to this one where there is no thread to be had', async () => {
    const threads = newThreads(resolve('dist/desk/no-such-thread.js'))
    for (const book of [smallBook(), smallBook({ A1: 2 })]) {
      expect(bytesOf(await threads.makeXlsx(book))).toEqual(bytesOf(await bookToXlsx(book)))
    }
  })
})

describe('a thread that does not end', () => {
  it('is stopped, and the save is refused: made here, it would keep everybody waiting', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-thread-'))
    const file = join(folder, 'busy.js')
    writeFileSync(file, 'for (;;);')
    const threads = newThreads(file, 0.2)
    await expect(threads.makeXlsx(smallBook())).rejects.toEqual(new StoreError(serverWords.saveTooLong(0.2)))
    rmSync(folder, { recursive: true })
  })
})

describe('a thread for reading', () => {
  it('reads a file and a text as they are read here', async () => {
    const threads = newThreads()
    const path = resolve('examples/report-2024.json')
    const { report, findings } = await openSource(path)
    const given = { name: '年报.txt', kind: 'text', content: published }
    const [file, text] = await Promise.all([threads.readFile(path), threads.readText(given)])
    expect(file).toEqual({ report, findings })
    expect(text).toEqual(openImport(given))
  })

  it('says why nothing can be read in the words of the reader', async () => {
    const threads = newThreads()
    await expect(threads.readFile('no-such-file.txt')).rejects.toThrow(Failure)
    const empty = { name: '', kind: 'text', content: ' ' }
    const message = (() => {
      try {
        return String(openImport(empty))
      } catch (error) {
        return (error as Error).message
      }
    })()
    await expect(threads.readText(empty)).rejects.toThrow(new Failure(message))
  })

  it('is stopped when it takes too long, and the next one reads on', async () => {
    const given = { name: '', kind: 'text', content: published.repeat(20) }
    const threads = newThreads(undefined, 0.001)
    await expect(threads.readText(given)).rejects.toThrow(new Failure(serverWords.readTooLong(0.001)))
    expect(await newThreads().readText(given)).toEqual(openImport(given))
  })
})
