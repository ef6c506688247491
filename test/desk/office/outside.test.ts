import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { Book } from '../../../src/desk/book'
import { journalOf } from '../../../src/desk/store'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import { journalWords } from '../../../src/words/journal'
import { outsideWords as words } from '../../../src/words/outside'
import { storeWords } from '../../../src/words/store'
import { smallBook } from '../store/folder'
import { again, cellAt, closeAll, desk, li, type, wang, zhao } from './desk'
import type { Desk } from './desk'

afterEach(closeAll)

const said = ({ events }: Desk) => events.flatMap((event) => (event.type === 'notice' ? [event.text] : []))

/** As another program would: it reads the file, changes it and saves it. */
async function saveElsewhere(path: string, change: (cells: Book['sheets'][0]['cells']) => void, from = path) {
  const book = await xlsxToBook(readFileSync(from))
  for (const { cells } of book.sheets) change(cells)
  const bytes = await bookToXlsx(book)
  writeFileSync(path, bytes)
  return bytes
}

const valueIn = async (path: string, key: string) => (await xlsxToBook(readFileSync(path))).sheets[0]?.cells[key]?.value

async function saved(): Promise<Desk> {
  const one = await desk()
  await type(one, li, 1, 3, 'a')
  await type(one, li, 2, 3, 'b')
  await one.office.save()
  for (const person of [li, zhao]) one.office.join(person)
  return one
}

describe('a file that another program saves while the desk is open', () => {
  it('is read in: people are told which cells, may have theirs back, and both versions are kept', async () => {
    const one = await saved()
    const theirs = await saveElsewhere(one.path, (cells) => (cells['2,3'] = { value: 'Excel' }))
    await type(one, wang, 3, 3, 'c')
    await one.office.save()
    expect([1, 2, 3].map((row) => cellAt(one, `${row},3`)?.value)).toEqual(['a', 'Excel', 'c'])
    expect(said(one)).toEqual([words.taken(['表一!C2'], 1, '年报.0001.xlsx')])
    expect(one.events.filter((event) => event.type === 'overwritten')).toEqual([
      {
        type: 'overwritten',
        to: 'li',
        who: '别的程序',
        sheet: 0,
        row: 2,
        column: 3,
        cell: '表一!C2',
        was: 'b',
        now: 'Excel',
      },
    ])
    expect(readFileSync(join(dirname(one.path), '年报.0001.xlsx'))).toEqual(Buffer.from(theirs))
    expect(await valueIn(one.path, '2,3')).toBe('Excel')
    expect(await valueIn(one.path, '3,3')).toBe('c')
    const [last] = one.office.history({ sheet: 0, row: 2, column: 3 })
    expect(last).toMatchObject({ who: storeWords.outsideWho, from: 'b', to: 'Excel' })
    expect(one.office.unwritten).toBeNull()
  })

  it('keeps this desk’s value of a cell that both changed, and asks about it', async () => {
    const one = await saved()
    await saveElsewhere(one.path, (cells) => (cells['2,3'] = { value: 'Excel' }))
    await type(one, li, 2, 3, 'desk')
    await one.office.save()
    expect(cellAt(one, '2,3')?.value).toBe('desk')
    expect(said(one)).toContain(journalWords.doubts([journalWords.doubt('表一!C2', 'desk', 'Excel')], 1))
    expect(one.office.book.comments).toMatchObject([
      { row: 2, column: 3, entries: [{ text: journalWords.doubtComment('desk', 'Excel', journalWords.whyOutside) }] },
    ])
    expect(one.office.history({ sheet: 0, row: 2, column: 3 })).toMatchObject([
      { who: '别的程序', from: 'Excel', to: 'desk' },
      { who: '李', from: 'b', to: 'desk' },
      { who: '李', from: null, to: 'b' },
    ])
  })

  it('from an older version of the file: takes what was changed there and nothing that it lacks', async () => {
    const one = await saved()
    const older = join(dirname(one.path), 'older.xlsx')
    writeFileSync(older, readFileSync(one.path))
    await type(one, li, 3, 3, 'c')
    await one.office.save()
    await saveElsewhere(one.path, (cells) => (cells['1,3'] = { value: 'Excel' }), older)
    await type(one, li, 4, 3, 'd')
    await one.office.save()
    expect([1, 2, 3, 4].map((row) => cellAt(one, `${row},3`)?.value)).toEqual(['Excel', 'b', 'c', 'd'])
  })

  it('is read in at the end as well', async () => {
    const one = await saved()
    await saveElsewhere(one.path, (cells) => (cells['5,5'] = { value: 'Excel' }))
    await type(one, li, 3, 3, 'c')
    await one.office.close()
    expect([await valueIn(one.path, '3,3'), await valueIn(one.path, '5,5')]).toEqual(['c', 'Excel'])
    const next = await again(one.path)
    expect([next.office.messages, cellAt(next, '5,5')?.value]).toEqual([[], 'Excel'])
  })

  it('is not written over where it is damaged; the journal keeps all', async () => {
    const one = await saved()
    writeFileSync(one.path, 'half')
    await type(one, li, 3, 3, 'c')
    await expect(one.office.save()).rejects.toThrow('读不出')
    expect(readFileSync(one.path, 'utf8')).toBe('half')
    expect(existsSync(join(dirname(one.path), '年报.0001.xlsx'))).toBe(false)
  })

  it('read there before the first save of a workbook without a mark: taken in, while the desk is open and afterwards', async () => {
    const one = await desk()
    const before = join(dirname(one.path), '..', `${basename(dirname(one.path))}.xlsx`)
    copyFileSync(one.path, before)
    await type(one, li, 1, 3, 'a')
    await one.office.save()
    await saveElsewhere(one.path, (cells) => (cells['2,3'] = { value: 'Excel' }), before)
    await type(one, li, 3, 3, 'c')
    await one.office.save()
    expect([1, 2, 3].map((row) => cellAt(one, `${row},3`)?.value)).toEqual(['a', 'Excel', 'c'])
    expect(said(one)).toEqual([words.taken(['表一!C2'], 1, '年报.0001.xlsx')])
    await one.office.close()
    await saveElsewhere(one.path, (cells) => (cells['4,3'] = { value: 'Excel too' }), before)
    rmSync(before)
    const next = await again(one.path)
    expect([1, 2, 3, 4].map((row) => cellAt(next, `${row},3`)?.value)).toEqual(['a', 'Excel', 'c', 'Excel too'])
    expect([next.office.beside, next.office.messages]).toEqual([
      null,
      [storeWords.changedOutside(3, { named: ['表一!C4'], count: 1 }, '年报.0002.xlsx')],
    ])
  })

  it('read there before its journal was lost: taken in', async () => {
    const one = await saved()
    await one.office.close()
    rmSync(journalOf(one.path))
    const next = await again(one.path)
    const before = readFileSync(one.path)
    await type(next, li, 1, 3, 'newer')
    await next.office.save()
    writeFileSync(one.path, before)
    await saveElsewhere(one.path, (cells) => (cells['2,3'] = { value: 'Excel' }))
    await type(next, li, 3, 3, 'c')
    await next.office.save()
    expect([1, 2, 3].map((row) => cellAt(next, `${row},3`)?.value)).toEqual(['newer', 'Excel', 'c'])
  })

  it('another workbook: not written over, what people made is beside at once, and both open afterwards', async () => {
    const one = await saved()
    const other = Buffer.from(await bookToXlsx({ ...smallBook({ A1: 'other' }), title: '另一个单位' }))
    writeFileSync(one.path, other)
    const beside = join(dirname(one.path), '年报.0001.xlsx')
    for (const [row, value] of [
      [3, 'c'],
      [4, 'd'],
    ] as const) {
      await type(one, li, row, 3, value)
      await expect(one.office.save()).rejects.toThrow(words.replaced('年报.xlsx', '年报.0001.xlsx'))
      expect(await valueIn(beside, `${row},3`)).toBe(value)
    }
    await expect(one.office.close()).rejects.toThrow(words.replaced('年报.xlsx', '年报.0001.xlsx'))
    expect(readFileSync(one.path)).toEqual(other)
    const next = await again(one.path)
    expect(next.office.messages).toEqual([storeWords.foreignFile('年报.xlsx', '年报.0001.xlsx')])
    expect(existsSync(join(dirname(one.path), '年报.0002.xlsx'))).toBe(false)
    expect([next.office.beside, cellAt(next, '1,1')?.value]).toEqual([beside, 'other'])
    const before = await again(beside)
    expect([before.office.messages, cellAt(before, '4,3')?.value]).toEqual([[], 'd'])
    expect(before.office.history({ sheet: 0, row: 4, column: 3 })).toHaveLength(1)
  })

  it('another workbook that is moved away again: ours is written to its place', async () => {
    const one = await saved()
    writeFileSync(one.path, await bookToXlsx({ ...smallBook({ A1: 'other' }), title: '另一个单位' }))
    await type(one, li, 3, 3, 'c')
    await expect(one.office.save()).rejects.toThrow('另一个工作簿')
    rmSync(one.path)
    await one.office.save()
    expect(await valueIn(one.path, '3,3')).toBe('c')
  })

  it('an earlier one of ours: what is here is newer and stays, and that is said', async () => {
    const one = await saved()
    const first = readFileSync(one.path)
    await type(one, li, 3, 3, 'c')
    await one.office.save()
    writeFileSync(one.path, first)
    await type(one, li, 4, 3, 'd')
    await one.office.save()
    expect([3, 4].map((row) => cellAt(one, `${row},3`)?.value)).toEqual(['c', 'd'])
    expect(said(one)).toEqual([words.older('年报.0001.xlsx')])
    expect(readFileSync(join(dirname(one.path), '年报.0001.xlsx'))).toEqual(first)
  })
})

describe('other programs beside the workbook', () => {
  const beside = (one: Desk, name: string, content: string | Uint8Array) =>
    writeFileSync(join(dirname(one.path), name), content)

  it.each([
    ['~$年报.xlsx', `\u0008zhangsan${' '.repeat(40)}`, words.office('年报.xlsx', 'zhangsan')],
    ['.~年报.xlsx', '', words.office('年报.xlsx', '')],
    ['.~lock.年报.xlsx#', ',zhang,PC-1,05.01.2026 10:00,file;', words.libreOffice('年报.xlsx', 'zhang')],
  ])('%s: who has it open there is told once', async (name, content, text) => {
    const one = await saved()
    beside(one, name, content)
    await one.office.save()
    await one.office.save()
    expect(said(one)).toEqual([text])
    await one.office.close()
    expect((await again(one.path)).office.messages).toEqual([text])
  })

  it.each([
    '年报-conflict.xlsx',
    '年报 (NSConflict-李).xlsx',
    '年报-DESKTOP-AB12.xlsx',
    '年报-副本.xlsx',
    '年报(1).xlsx',
    '年报 (2).xlsx',
    '年报.sync-conflict-20260105-101010-ABCDEFG.xlsx',
  ])('%s: a copy that a sync client made is compared', async (name) => {
    const one = await saved()
    await saveElsewhere(join(dirname(one.path), name), (cells) => (cells['2,3'] = { value: '那边' }), one.path)
    await one.office.save()
    await one.office.save()
    expect(said(one)).toEqual([words.copy(name, ['表一!C2'], 1)])
  })

  it('a file that is no copy of this workbook, or only has a similar name, is not told; a damaged copy is', async () => {
    const one = await saved()
    beside(one, '年报-conflict.xlsx', await bookToXlsx(smallBook()))
    beside(one, '年报-2025.xlsx', readFileSync(one.path))
    beside(one, '年报-冲突.xlsx', 'PK')
    await one.office.save()
    expect(said(one)).toEqual([words.copyUnreadable('年报-冲突.xlsx')])
  })
})

describe('a file whose notes another program has damaged', () => {
  /** The file with a cell changed, and without its notes. */
  async function damageNotes(path: string): Promise<void> {
    await saveElsewhere(path, (cells) => (cells['2,3'] = { value: 'Excel' }))
    const parts = unzipSync(readFileSync(path))
    writeFileSync(path, zipSync({ ...parts, 'xl/comments1.xml': strToU8('<comments><commentList><comment') }))
  }

  const told = '“表一”有些批注已损坏，没有读取。其余内容已读取；请对照原来的文件补写这些批注。'

  async function commented(): Promise<Desk> {
    const one = await saved()
    await one.office.comment(zhao, { do: 'comment', sheet: 0, row: 1, column: 3, text: '请核对' })
    await one.office.save()
    return one
  }

  it('keeps the comments that the desk has, and tells it', async () => {
    const one = await commented()
    await damageNotes(one.path)
    await type(one, wang, 3, 3, 'c')
    await one.office.save()
    expect(cellAt(one, '2,3')?.value).toBe('Excel')
    expect(one.office.book.comments).toMatchObject([{ row: 1, column: 3, entries: [{ text: '请核对' }] }])
    expect(said(one)).toContain(told)
  })

  it('keeps them when the workbook is opened', async () => {
    const one = await commented()
    await one.office.close()
    await damageNotes(one.path)
    const next = await again(one.path)
    expect(cellAt(next, '2,3')?.value).toBe('Excel')
    expect(next.office.book.comments).toMatchObject([{ row: 1, column: 3, entries: [{ text: '请核对' }] }])
    expect(next.office.messages).toContain(told)
  })
})
