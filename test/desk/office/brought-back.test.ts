/** A folder that was copied, worked in elsewhere, and of which files were brought back; and files of other workbooks. */
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { journalOf } from '../../../src/desk/store'
import { journalWords } from '../../../src/words/journal'
import { outsideWords } from '../../../src/words/outside'
import { storeWords as words } from '../../../src/words/store'
import { newFolder, smallBook } from '../store/folder'
import { again, cellAt, closeAll, desk, li, type } from './desk'
import type { Desk } from './desk'

afterEach(closeAll)

const clock = () => new Date('2026-01-05T02:00:00Z')
const at = '2026-01-05 10:00 李'
const aside = '年报.0001.xlsx'

let witnesses = ''
beforeEach(() => {
  witnesses = newFolder()
})
/** At this computer. */
const here = (path: string) => again(path, { clock, witnesses })

const valuesOf = (one: Desk, count: number) =>
  Array.from({ length: count }, (_, row) => cellAt(one, `${row + 1},3`)?.value ?? null)

async function typed(one: Desk, from: number, values: readonly string[]): Promise<void> {
  for (const [row, value] of values.entries()) await type(one, li, from + row, 3, value)
}

async function workedAt(path: string, values: readonly string[], options = {}): Promise<void> {
  const one = await again(path, { clock, ...options })
  await typed(one, 2, values)
  await one.office.close()
}

/** A workbook with `same` in it, worked in here, and a copy of its folder, worked in elsewhere. */
async function copied(ours: readonly string[], theirs: readonly string[]): Promise<{ path: string; other: string }> {
  const one = await desk(smallBook(), { clock, witnesses })
  await type(one, li, 1, 3, 'same')
  await one.office.close()
  const other = join(newFolder(), 'copy', basename(one.path))
  cpSync(dirname(one.path), dirname(other), { recursive: true })
  await workedAt(one.path, ours, { witnesses })
  await workedAt(other, theirs)
  return { path: one.path, other }
}

describe('the copy’s .xlsx alone', () => {
  it.each([
    ['fewer', ['theirs'], ['same', 'theirs', null]],
    ['more', ['theirs', 'theirs 2', 'theirs 3'], ['same', 'theirs', 'theirs 2']],
  ])('after both were changed, with %s changes: both stay, and where they differ is told', async (_, theirs, found) => {
    const { path, other } = await copied(['ours', 'ours 2'], theirs)
    copyFileSync(other, path)
    const one = await here(path)
    const cells = ['表一!C2', '表一!C3', '表一!C4'].slice(0, Math.max(2, theirs.length))
    expect([valuesOf(one, 3), one.office.messages]).toEqual([
      found,
      [words.foreignFile('年报.xlsx', aside), words.forked(aside, cells, cells.length)],
    ])
    const beside = await here(one.office.beside ?? '')
    expect([valuesOf(beside, 3), beside.office.messages]).toEqual([['same', 'ours', 'ours 2'], []])
  })

  it('while the desk is open: not taken in', async () => {
    const { path, other } = await copied(['ours'], ['theirs', 'theirs 2'])
    const one = await here(path)
    await type(one, li, 5, 3, 'more')
    copyFileSync(other, path)
    await expect(one.office.save()).rejects.toThrow(outsideWords.replaced('年报.xlsx', aside))
    expect(valuesOf(one, 5)).toEqual(['same', 'ours', null, null, 'more'])
  })

  const theirs = ['theirs', 'theirs 2']

  it('after it alone was changed: taken in, and the history goes on', async () => {
    const { path, other } = await copied([], theirs)
    copyFileSync(other, path)
    const one = await here(path)
    expect([valuesOf(one, 3), one.office.beside, one.office.messages]).toEqual([
      ['same', ...theirs],
      null,
      [words.continuedElsewhere({ named: ['表一!C2', '表一!C3'], count: 2 }, aside)],
    ])
    expect(one.office.history({ sheet: 0, row: 1, column: 3 })).toMatchObject([{ who: '李', to: 'same' }])
    expect(one.office.history({ sheet: 0, row: 2, column: 3 })).toMatchObject([{ who: '别的程序', to: 'theirs' }])
    await one.office.close()
    const next = await here(path)
    expect([valuesOf(next, 3), next.office.messages]).toEqual([['same', ...theirs], []])
  })

  it('after it alone was changed, while the desk is open and nobody has edited: the same', async () => {
    const { path, other } = await copied([], theirs)
    const one = await here(path)
    copyFileSync(other, path)
    await one.office.save()
    expect(valuesOf(one, 3)).toEqual(['same', ...theirs])
    const told = one.events.flatMap((event) => (event.type === 'notice' ? [event.text] : []))
    expect(told).toEqual([outsideWords.taken(['表一!C2', '表一!C3'], 2, aside)])
  })
})

it.each(['closed', 'killed'])('both files of the copy: what was changed here is named (%s before)', async (how) => {
  const { path, other } = await copied(['ours', 'ours 2'], ['theirs', 'theirs 2', 'theirs 3'])
  if (how === 'killed') {
    const one = await here(path)
    await type(one, li, 8, 3, 'last')
    // As a desk leaves it that is killed some seconds after the change: the .xlsx lacks it, the witness has it.
    const saved = readFileSync(path)
    await one.office.close()
    writeFileSync(path, saved)
  }
  copyFileSync(other, path)
  copyFileSync(journalOf(other), journalOf(path))
  const one = await here(path)
  const cells = ['表一!C2', '表一!C3', ...(how === 'killed' ? ['表一!C8'] : [])]
  expect([valuesOf(one, 4), one.office.messages]).toEqual([
    ['same', 'theirs', 'theirs 2', 'theirs 3'],
    [journalWords.otherCopy('2026-01-05 10:00'), journalWords.notHere(cells.length, at, at, cells, cells.length)],
  ])
  await one.office.close()
  expect((await here(path)).office.messages).toEqual([])
})

describe('another workbook’s journal in the place of this one’s', () => {
  /** As a desk leaves it that is killed: the .xlsx has the first change alone. */
  async function swapped(): Promise<string> {
    const one = await desk(smallBook(), { clock, witnesses })
    await type(one, li, 1, 3, 'saved')
    await one.office.save()
    const saved = readFileSync(one.path)
    await typed(one, 2, ['lost', 'lost too'])
    await one.office.close()
    writeFileSync(one.path, saved)
    const foreign = await desk({ ...smallBook({ A1: 'other' }), title: '另一个单位' }, { clock })
    await type(foreign, li, 1, 3, 'foreign')
    await foreign.office.close()
    renameSync(journalOf(foreign.path), journalOf(one.path))
    return one.path
  }

  it('is told as that: the cells that are lost are named, and its copies stay with the workbook', async () => {
    const path = await swapped()
    const one = await here(path)
    expect(valuesOf(one, 3)).toEqual(['saved', null, null])
    expect(one.office.messages).toEqual([
      words.journalReplaced(aside),
      journalWords.lostTail(2, '', at),
      journalWords.lostCells(['表一!C2', '表一!C3'], 2),
    ])
    expect([existsSync(`${path}.backups`), readdirSync(dirname(path)).includes(`${aside}.backups`)]).toEqual([
      true,
      false,
    ])
    const other = await again(one.office.beside ?? '', { clock })
    expect([valuesOf(other, 1), other.office.messages]).toEqual([['foreign'], []])
    await type(one, li, 2, 3, 'again')
    await one.office.close()
    const next = await here(path)
    expect([valuesOf(next, 2), next.office.messages]).toEqual([['saved', 'again'], []])
  })

  it('at a computer that never had the workbook: the copies of earlier days tell which of the two was here', async () => {
    const path = await swapped()
    const one = await again(path, { clock, witnesses: newFolder() })
    expect(valuesOf(one, 1)).toEqual(['saved'])
    expect(one.office.messages).toEqual([words.journalReplaced(aside), words.journalMissing])
    expect(existsSync(`${path}.backups`)).toBe(true)
  })
})

describe('a file from before the history was erased', () => {
  it.each(['while the desk is open', 'while it is closed'])('put back %s: what is here stays', async (when) => {
    const one = await desk(smallBook(), { clock, witnesses })
    await type(one, li, 1, 3, 'a')
    await one.office.save()
    const before = readFileSync(one.path)
    await one.office.erasing.erase(li)
    await type(one, li, 2, 3, 'b')
    await one.office.save()
    const isOpen = when === 'while the desk is open'
    if (!isOpen) await one.office.close()
    writeFileSync(one.path, before)
    if (isOpen) {
      await type(one, li, 3, 3, 'c')
      await one.office.save()
      await one.office.close()
    }
    const next = await here(one.path)
    expect([valuesOf(next, 3), next.office.beside]).toEqual([['a', 'b', isOpen ? 'c' : null], null])
  })
})
