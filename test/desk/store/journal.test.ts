import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { Book } from '../../../src/desk/book'
import { journalOf, openStore } from '../../../src/desk/store'
import type { Opened } from '../../../src/desk/store'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import { journalWords } from '../../../src/words/journal'
import { storeWords as words } from '../../../src/words/store'
import { clock, entry, open, save, smallBook, workbookFile } from './folder'

const valueAt = (book: Book, key: string) => book.sheets[0]?.cells[key]?.value

/** Lets go of the files without saving, as a killed process does. */
const kill = ({ store }: Opened) => store.close()

async function withEdits(count: number): Promise<string> {
  const path = await workbookFile()
  const opened = await open(path)
  for (let at = 1; at <= count; at++) await opened.store.append([entry(at, 3, at)])
  await kill(opened)
  return path
}

describe('the journal', () => {
  it('gives back every edit after a kill, and says so', async () => {
    const path = await withEdits(3)
    const opened = await open(path)
    expect(opened.messages).toEqual([words.recovered(3)])
    expect([1, 2, 3].map((row) => valueAt(opened.book, `${row},3`))).toEqual([1, 2, 3])
    expect(opened.store.seq).toBe(3)
    await kill(opened)
  })

  it('is read beside a folder that has the name of an older file', async () => {
    const path = await withEdits(2)
    mkdirSync(`${journalOf(path)}.0001`)
    const opened = await open(path)
    expect([opened.store.seq, opened.store.history({ sheet: 0, row: 1, column: 3 }).length]).toEqual([2, 1])
    await kill(opened)
  })

  it('is cut within its last two lines: whole lines count, the rest never was', async () => {
    const path = await withEdits(3)
    const whole = readFileSync(journalOf(path))
    const ends = [...whole.keys()].filter((at) => whole[at] === 10)
    const start = ends.at(-3) ?? 0
    // Around each line's end and start byte by byte, elsewhere every eleventh.
    const isNear = (length: number) => ends.some((end) => Math.abs(end - length) < 32)
    const lengths = [...whole.keys()].map((at) => at + 1).filter((length) => length > start)
    for (const length of lengths.filter((one) => isNear(one) || one % 11 === 0)) {
      writeFileSync(journalOf(path), whole.subarray(0, length))
      const opened = await open(path)
      const kept = ends.filter((end) => end < length).length - (ends.length - 3)
      expect(opened.store.seq).toBe(kept)
      expect([1, 2, 3].map((row) => valueAt(opened.book, `${row},3`) !== undefined)).toEqual(
        [1, 2, 3].map((row) => row <= kept),
      )
      expect(opened.messages.includes(words.torn)).toBe(!ends.includes(length - 1))
      await kill(opened)
    }
  })

  it('goes on after a torn line as if it had not been there', async () => {
    const path = await withEdits(2)
    truncateSync(journalOf(path), statSync(journalOf(path)).size - 7)
    const torn = await open(path)
    await torn.store.append([entry(9, 9, 'x')])
    await kill(torn)
    const opened = await open(path)
    expect(opened.messages).toEqual([words.recovered(2)])
    expect(valueAt(opened.book, '9,9')).toBe('x')
    expect(opened.store.trail(10).map(({ seq }) => seq)).toEqual([2, 1])
    await kill(opened)
  })

  it('tells the history of a cell and who did what, newest first', async () => {
    const path = await workbookFile()
    const opened = await open(path)
    await opened.store.append([entry(1, 3, 'a'), entry(2, 3, 'b')])
    await opened.store.append([entry(1, 3, 'c', 'a')])
    const history = opened.store.history({ sheet: 0, row: 1, column: 3 })
    expect(history.map(({ seq, who, from, to }) => [seq, who, from, to])).toEqual([
      [3, '李', 'a', 'c'],
      [1, '李', null, 'a'],
    ])
    expect(opened.store.trail(2).map(({ seq }) => seq)).toEqual([3, 2])
    await kill(opened)
  })

  it('goes on in a new file when it is large, and the history reads on in the old one', async () => {
    const path = await workbookFile()
    const opened = await openStore(path, { who: '王', clock, journalLimit: 10 })
    await opened.store.append([entry(1, 3, 'a')])
    await save(opened.store, smallBook({ A1: 1, B1: '=A1*2', C1: 'a' }))
    await opened.store.append([entry(1, 3, 'b', 'a')])
    expect(existsSync(`${journalOf(path)}.0001`)).toBe(true)
    expect(opened.store.history({ sheet: 0, row: 1, column: 3 }).map(({ to }) => to)).toEqual(['b', 'a'])
    await kill(opened)
    const again = await open(path)
    expect(again.messages).toEqual([words.recovered(1)])
    expect(valueAt(again.book, '1,3')).toBe('b')
    await kill(again)
  })
})

it('numbers of older files go on where the first ones were deleted: their order is that of time', async () => {
  const path = await workbookFile()
  const opened = await openStore(path, { who: '王', clock, journalLimit: 10 })
  const at = (number: string) => `${journalOf(path)}.${number}`
  let before: string | null = null
  for (const value of ['a', 'b', 'c', 'd']) {
    await opened.store.append([entry(1, 3, value, before)])
    await save(opened.store, smallBook({ A1: 1, B1: '=A1*2', C1: value }))
    if (value === 'b') rmSync(at('0001'))
    before = value
  }
  expect(['0001', '0002', '0003', '0004'].map((number) => existsSync(at(number)))).toEqual([false, true, true, true])
  expect(opened.store.history({ sheet: 0, row: 1, column: 3 }).map(({ to }) => to)).toEqual(['d', 'c', 'b'])
  await kill(opened)
})

describe('saving', () => {
  it('leaves nothing to recover', async () => {
    const path = await workbookFile()
    const opened = await open(path)
    await opened.store.append([entry(1, 3, 'a')])
    await save(opened.store, smallBook({ A1: 1, B1: '=A1*2', C1: 'a' }))
    expect(opened.store.isBehind).toBe(false)
    await kill(opened)
    const again = await open(path)
    expect(again.messages).toEqual([])
    expect(again.store.isBehind).toBe(false)
    expect(valueAt(again.book, '1,3')).toBe('a')
    await kill(again)
  })

  it('goes on beside changes: those that come while the bytes are made are not in the file, and not lost', async () => {
    const path = await workbookFile()
    const opened = await openStore(path, { who: '王', clock, journalLimit: 10 })
    await opened.store.append([entry(1, 3, 'a')])
    const book = smallBook({ A1: 1, B1: '=A1*2', C1: 'a' })
    const make = async (marked: Book) => {
      await opened.store.append([entry(2, 3, 'b')])
      return bookToXlsx(marked)
    }
    await opened.store.save({ book: () => book, make, inTurn: async (work) => work() })
    expect([opened.store.seq, opened.store.isBehind]).toEqual([2, true])
    expect(existsSync(`${journalOf(path)}.0001`)).toBe(false)
    await kill(opened)
    const file = await xlsxToBook(readFileSync(path))
    expect([valueAt(file, '1,3'), valueAt(file, '2,3')]).toEqual(['a', undefined])
    const again = await open(path)
    expect(again.messages).toEqual([words.recovered(1)])
    expect([valueAt(again.book, '1,3'), valueAt(again.book, '2,3')]).toEqual(['a', 'b'])
    await kill(again)
  })

  it('killed before the new file is in its place, leaves the old one and the journal', async () => {
    const path = await workbookFile()
    const opened = await open(path)
    await opened.store.append([entry(1, 3, 'a')])
    const old = readFileSync(path)
    await save(opened.store, smallBook({ A1: 1, B1: '=A1*2', C1: 'a' }))
    const mark = readFileSync(journalOf(path), 'utf8').split('\n')
    await kill(opened)
    // As the disk stood between the mark and the rename, a half-written file beside it.
    writeFileSync(path, old)
    writeFileSync(journalOf(path), `${mark.slice(0, -2).join('\n')}\n`)
    const leftover = join(dirname(path), `.${basename(path)}.123.tmp`)
    writeFileSync(leftover, 'PK')
    const again = await open(path)
    expect(again.messages).toEqual([words.recovered(1)])
    expect(valueAt(again.book, '1,3')).toBe('a')
    expect(existsSync(leftover)).toBe(false)
    await kill(again)
  })

  it('puts into the file which change it holds, and nothing of it into the workbook', async () => {
    const path = await workbookFile()
    const opened = await open(path)
    await opened.store.append([entry(1, 3, 'a')])
    await save(opened.store, smallBook({ C1: 'a' }))
    await kill(opened)
    const { properties } = await xlsxToBook(readFileSync(path))
    expect(Object.entries(properties)).toEqual([
      ['nianbao.journal', expect.stringMatching(/^[0-9a-f-]{36}:1:([0-9a-f]{8})[0-9a-f]{8}:1-\1$/)],
    ])
    const again = await open(path)
    expect(again.book.properties).toEqual({})
    await kill(again)
  })
})

describe('a file that is not as it was left', () => {
  async function saved(): Promise<{ path: string; first: Buffer }> {
    const path = await workbookFile()
    const opened = await open(path)
    await opened.store.append([entry(1, 3, 'a')])
    await save(opened.store, smallBook({ A1: 1, B1: '=A1*2', C1: 'a' }))
    const first = readFileSync(path)
    await opened.store.append([entry(2, 3, 'b')])
    await kill(opened)
    return { path, first }
  }

  it('changed by another program: read as it is, with what it lacks', async () => {
    const { path } = await saved()
    const changed = await xlsxToBook(readFileSync(path))
    const [tab] = changed.sheets
    if (tab) tab.cells['7,7'] = { value: 'Excel' }
    writeFileSync(path, await bookToXlsx(changed))
    const opened = await open(path)
    const aside = '年报.0001.xlsx'
    expect(opened.messages).toEqual([words.changedOutside(1, { named: ['表一!G7'], count: 1 }, aside)])
    expect(readFileSync(join(dirname(path), aside))).toEqual(readFileSync(path))
    expect(statSync(path).nlink).toBe(1)
    expect(['1,3', '2,3', '7,7'].map((key) => valueAt(opened.book, key))).toEqual(['a', 'b', 'Excel'])
    const [last] = opened.store.trail(1)
    expect(last).toMatchObject({ kind: 'import', who: words.outsideWho, seq: 3 })
    expect(last?.cells).toMatchObject([{ row: 7, column: 7, from: null, to: 'Excel' }])
    expect(opened.store.isBehind).toBe(true)
    await kill(opened)
    const again = await open(path)
    expect(again.messages).toEqual([words.changedOutside(2, { named: [], count: 0 }, aside)])
    expect(existsSync(join(dirname(path), '年报.0002.xlsx'))).toBe(false)
    expect(again.book).toEqual(opened.book)
    await kill(again)
  })

  it.each(['in this journal', 'before this journal began'])(
    'replaced by one saved earlier, %s: nothing that was acknowledged since is lost',
    async (when) => {
      const { path, first } = await saved()
      const journalLimit = when === 'in this journal' ? 1e6 : 10
      const opened = await openStore(path, { who: '王', clock, journalLimit })
      await save(opened.store, opened.book)
      await opened.store.append([entry(3, 3, 'c')])
      await kill(opened)
      expect(existsSync(`${journalOf(path)}.0001`)).toBe(journalLimit === 10)
      writeFileSync(path, first)
      const again = await open(path)
      expect(again.messages).toEqual([words.olderFile(2, '年报.0001.xlsx')])
      expect(['1,3', '2,3', '3,3'].map((key) => valueAt(again.book, key))).toEqual(['a', 'b', 'c'])
      expect(readFileSync(join(dirname(path), '年报.0001.xlsx'))).toEqual(first)
      await save(again.store, again.book)
      await kill(again)
      const last = await open(path)
      expect([last.messages, valueAt(last.book, '2,3')]).toEqual([[], 'b'])
      await kill(last)
    },
  )

  it('an earlier one that another program has changed: taken cell by cell, and asked where both did', async () => {
    const { path, first } = await saved()
    const opened = await openStore(path, { who: '王', clock, journalLimit: 10 })
    await save(opened.store, opened.book)
    await kill(opened)
    const changed = await xlsxToBook(first)
    for (const { cells } of changed.sheets) Object.assign(cells, { '2,3': { value: 'x' }, '7,7': { value: 'Excel' } })
    writeFileSync(path, await bookToXlsx(changed))
    const again = await open(path)
    const asked = journalWords.doubts([journalWords.doubt('表一!C2', 'b', 'x')], 1)
    expect(again.messages).toEqual([words.changedOutside(1, { named: ['表一!G7'], count: 1 }, '年报.0001.xlsx'), asked])
    expect(['1,3', '2,3', '7,7'].map((key) => valueAt(again.book, key))).toEqual(['a', 'b', 'Excel'])
    expect(again.book.comments).toMatchObject([
      { row: 2, column: 3, entries: [{ text: journalWords.doubtComment('b', 'x', journalWords.whyOutside) }] },
    ])
    await kill(again)
  })

  it('lost: made again from the journal', async () => {
    const { path } = await saved()
    const folder = dirname(path)
    truncateSync(path, 0)
    const damaged = await open(path)
    expect(damaged.messages).toEqual([words.fileDamaged('年报.0001.xlsx')])
    expect(['1,3', '2,3'].map((key) => valueAt(damaged.book, key))).toEqual(['a', 'b'])
    await kill(damaged)
    expect(readdirSync(folder)).not.toContain('年报.xlsx')
    const lost = await open(path)
    expect(lost.messages).toEqual([words.fileLost])
    expect(lost.book).toEqual(damaged.book)
    await save(lost.store, lost.book)
    expect((await xlsxToBook(readFileSync(path))).sheets).toHaveLength(1)
    await kill(lost)
  })

  it('another workbook: opened, and the one that was here is saved beside with its history', async () => {
    const { path } = await saved()
    writeFileSync(path, await bookToXlsx({ ...smallBook({ A1: 'other' }), title: '另一个单位' }))
    const opened = await open(path)
    expect(opened.messages).toEqual([words.foreignFile('年报.xlsx', '年报.0001.xlsx')])
    expect([valueAt(opened.book, '1,1'), valueAt(opened.book, '1,3')]).toEqual(['other', undefined])
    expect(opened.store.history({ sheet: 0, row: 1, column: 3 })).toEqual([])
    expect([opened.store.trail(9), opened.store.patches(9)]).toEqual([[], []])
    await kill(opened)
    expect(opened.beside).toBe(join(dirname(path), '年报.0001.xlsx'))
    const before = await open(opened.beside ?? '')
    expect([before.messages, ['1,3', '2,3'].map((key) => valueAt(before.book, key))]).toEqual([[], ['a', 'b']])
    expect(before.store.history({ sheet: 0, row: 2, column: 3 })).toHaveLength(1)
    await kill(before)
    const again = await open(path)
    expect([again.messages, again.beside]).toEqual([[], undefined])
    await kill(again)
  })

  it('another workbook while the other one’s journal is damaged: what is lost is told as well', async () => {
    const { path } = await saved()
    const text = readFileSync(journalOf(path), 'utf8')
    writeFileSync(
      journalOf(path),
      text
        .split('\n')
        .filter((line) => !line.includes('"value":"a"'))
        .join('\n'),
    )
    writeFileSync(path, await bookToXlsx({ ...smallBook({ A1: 'other' }), title: '另一个单位' }))
    const opened = await open(path)
    await kill(opened)
    expect(opened.messages).toContain(journalWords.lostCells(['表一!1,3'], 1))
    expect(opened.messages[0]).toBe(words.foreignFile('年报.xlsx', '年报.0001.xlsx'))
  })

  it('nothing there at all', async () => {
    await expect(open(join(dirname(await workbookFile()), '没有.xlsx'))).rejects.toThrow(words.missing('没有.xlsx'))
  })
})
