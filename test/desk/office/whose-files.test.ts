/** Whose a file beside a workbook is: its history, its versions and what is erased with it are its own, and no others. */
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { journalOf } from '../../../src/desk/store'
import { bookToXlsx, openOwnXlsx, xlsxProperties } from '../../../src/desk/xlsx'
import { outsideWords } from '../../../src/words/outside'
import { storeWords } from '../../../src/words/store'
import { versionWords } from '../../../src/words/versions'
import { newFolder, smallBook } from '../store/folder'
import { again, cellAt, closeAll, desk, li, type } from './desk'
import type { Desk } from './desk'
import { holding, SECRET, textsIn, worked } from './secret'

afterEach(closeAll)

let now = 0
const clock = () => new Date(now)
beforeEach(() => {
  now = Date.UTC(2025, 0, 6, 2, 30)
})
const nextDay = () => (now += 24 * 60 * 60 * 1000)

/** Saved and closed, with these values one below the other in column C. */
async function closedWith(...values: string[]): Promise<string> {
  const one = await desk(smallBook(), { clock })
  for (const [at, value] of values.entries()) await type(one, li, at + 1, 3, value)
  await one.office.close()
  return one.path
}

const valuesOf = (one: Desk, count: number) =>
  Array.from({ length: count }, (_, at) => cellAt(one, `${at + 1},3`)?.value ?? null)

describe('a workbook whose journal was deleted', () => {
  it('keeps the history in the older files, and erases them', async () => {
    const { path, office, witnesses } = await worked()
    await office.close()
    rmSync(journalOf(path))
    const archives = readdirSync(dirname(path)).filter((name) => name.includes('.journal.'))
    expect(archives.length).toBeGreaterThan(0)
    const one = await again(path, { witnesses })
    expect(one.office.messages).toEqual([storeWords.journalMissing])
    const past = one.office.history({ sheet: 0, row: 30, column: 3 }).flatMap(({ from, to }) => [from, to])
    expect(past).toContain(SECRET)
    expect(await one.office.erasing.erase(li)).toMatchObject({ left: [], unknown: [] })
    await one.office.close()
    expect(holding(await textsIn(dirname(path), witnesses))).toEqual([])
    expect(readdirSync(dirname(path)).filter((name) => name.includes('.journal.'))).toEqual([])
  })

  it('gives no number again, and hands pages on over no gap', async () => {
    const { path, office, witnesses } = await worked()
    const { seq } = office
    await office.close()
    const older = readFileSync(path)
    const more = await again(path, { witnesses })
    await type(more, li, 9, 3, 'lost')
    await more.office.close()
    // An older file was put back, and the journal is gone.
    writeFileSync(path, older)
    rmSync(journalOf(path))
    const one = await again(path, { witnesses })
    expect(one.office.seq).toBeGreaterThan(seq)
    await type(one, li, 9, 3, 'x')
    const numbers = one.office.patches(100).map((patch) => patch.seq)
    expect([numbers, one.office.messages.join('')]).toEqual([
      [one.office.seq],
      expect.stringContaining('少了 1 处已经确认的修改'),
    ])
  })
})

describe('a copy that somebody has worked on elsewhere, with the same id', () => {
  async function forked(): Promise<{ path: string; other: string }> {
    const path = await closedWith('same')
    const other = join(newFolder(), basename(path))
    copyFileSync(path, other)
    for (const [at, value] of [
      [path, 'ours'],
      [other, 'theirs'],
    ] as const) {
      const one = await again(at, { clock })
      await type(one, li, 2, 3, value)
      await one.office.close()
    }
    return { path, other }
  }

  it('put in the place of the first: both stay, and are two workbooks from then on', async () => {
    const { path, other } = await forked()
    copyFileSync(other, path)
    const one = await again(path, { clock })
    expect([valuesOf(one, 2), one.office.messages]).toEqual([
      ['same', 'theirs'],
      [storeWords.foreignFile('年报.xlsx', '年报.0001.xlsx'), storeWords.forked('年报.0001.xlsx', ['表一!C2'], 1)],
    ])
    const beside = await again(one.office.beside ?? '', { clock })
    expect(valuesOf(beside, 2)).toEqual(['same', 'ours'])
    const { files, unknown } = await one.office.erasing.preview(li)
    expect([files.includes('年报.0001.xlsx'), unknown]).toEqual([false, ['年报.0001.xlsx']])
  })

  it('put there while the desk is open: not taken in', async () => {
    const { path, other } = await forked()
    const one = await again(path, { clock })
    await type(one, li, 3, 3, 'more')
    writeFileSync(path, readFileSync(other))
    await expect(one.office.save()).rejects.toThrow(outsideWords.replaced('年报.xlsx', '年报.0001.xlsx'))
    expect(valuesOf(one, 3)).toEqual(['same', 'ours', 'more'])
  })
})

describe('another workbook in the place of this one', () => {
  it('does not get its copies: they go with it', async () => {
    const path = await closedWith('of A')
    writeFileSync(path, readFileSync(await closedWith('of B')))
    const other = await again(path, { clock })
    await other.office.versions.whenIdle()
    expect(cellAt(other, '1,3')?.value).toBe('of B')
    const folder = (workbook: string) => readdirSync(`${workbook}.backups`)
    const beside = other.office.beside ?? ''
    expect([folder(path), folder(beside), await other.office.versions.list()]).toEqual([
      ['2025-01-06.xlsx'],
      ['2025-01-06.xlsx'],
      [{ name: '2025-01-06.xlsx', caption: '2025-01-06' }],
    ])
    const { files, unknown } = await other.office.erasing.preview(li)
    expect([files, unknown]).toEqual([['年报.xlsx.backups/2025-01-06.xlsx'], ['年报.0001.xlsx']])
    await other.office.erasing.erase(li)
    expect(existsSync(`${beside}.backups/2025-01-06.xlsx`)).toBe(true)
    await other.office.close()
    const own = await again(beside, { clock })
    expect([cellAt(own, '1,3')?.value, await own.office.versions.list()]).toEqual([
      'of A',
      [{ name: '2025-01-06.xlsx', caption: '2025-01-06' }],
    ])
  })

  it('whose copies lie in the folder from before: they are not offered, not written over, and named', async () => {
    const path = await closedWith('of A')
    nextDay()
    const foreign = readFileSync(await closedWith('of B'))
    const at = (name: string) => join(`${path}.backups`, name)
    for (const name of ['2025-01-01.xlsx', '2025-01-07.xlsx']) writeFileSync(at(name), foreign)
    const one = await again(path, { clock })
    await one.office.versions.whenIdle()
    expect((await one.office.versions.list()).map(({ name }) => name)).toEqual(['2025-01-07.xlsx', '2025-01-06.xlsx'])
    expect([readFileSync(at('2025-01-01.xlsx')), readFileSync(at('2025-01-07.0001.xlsx'))]).toEqual([foreign, foreign])
    await expect(one.office.versions.take(li, '2025-01-01.xlsx', 0)).rejects.toThrow(versionWords.unknown)
    const { files, unknown } = await one.office.erasing.preview(li)
    const named = (name: string) => `年报.xlsx.backups/${name}`
    expect([files, unknown.sort()]).toEqual([
      ['2025-01-07.xlsx', '2025-01-06.xlsx'].map(named),
      ['2025-01-01.xlsx', '2025-01-07.0001.xlsx'].map(named),
    ])
  })
})

describe('a version that was put aside', () => {
  it('is offered among the earlier versions, and can be taken', async () => {
    const one = await desk(smallBook(), { clock })
    await type(one, li, 1, 3, 'old')
    await one.office.save()
    const older = readFileSync(one.path)
    await type(one, li, 1, 3, 'new')
    await one.office.save()
    writeFileSync(one.path, older)
    await type(one, li, 2, 3, 'x')
    await one.office.save()
    const listed = await one.office.versions.list()
    expect(listed.at(-1)).toEqual({ name: '年报.0001.xlsx', caption: versionWords.aside('年报.0001.xlsx') })
    const { seq } = await one.office.versions.differences(li, '年报.0001.xlsx')
    await one.office.versions.take(li, '年报.0001.xlsx', seq)
    expect(valuesOf(one, 2)).toEqual(['old', null])
  })

  it('of another workbook, or cut short, is not', async () => {
    const one = await desk(smallBook(), { clock })
    await one.office.versions.whenIdle()
    const at = (name: string) => join(dirname(one.path), name)
    writeFileSync(at('年报.0001.xlsx'), readFileSync(await closedWith('of B')))
    writeFileSync(at('年报.0002.xlsx'), readFileSync(one.path).subarray(0, 3000))
    writeFileSync(at('年报.0003.xlsx'), await bookToXlsx(smallBook()))
    expect((await one.office.versions.list()).map(({ name }) => name)).toEqual(['2025-01-06.xlsx'])
  })
})

it('files are read apart from what people do, and each once until it is written again', async () => {
  const { path, office } = await worked()
  await office.close()
  const read = { books: 0, properties: 0 }
  const one = await again(path, {
    reading: {
      own: (bytes) => (++read.books, openOwnXlsx(bytes)),
      properties: (bytes) => (++read.properties, xlsxProperties(bytes)),
    },
  })
  const [version] = await one.office.versions.list()
  const first = { ...read }
  expect([first.properties > 0, first.books]).toEqual([true, 0])
  await one.office.versions.list()
  await one.office.erasing.preview(li)
  expect(read).toEqual(first)
  await one.office.versions.differences(li, version?.name ?? '')
  expect(read).toEqual({ ...first, books: 1 })
  await one.office.erasing.preview(li)
  await one.office.erasing.erase(li)
  // The copy of the day is a new file then.
  expect(read).toEqual({ books: 1, properties: first.properties + 1 })
})
