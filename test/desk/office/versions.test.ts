import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { OfficeError, openOffice } from '../../../src/desk/office'
import { Office } from '../../../src/desk/office/office'
import { openStore } from '../../../src/desk/store'
import { Store } from '../../../src/desk/store/store'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import { a1 } from '../../../src/workbook'
import { diskWords } from '../../../src/words/disk'
import { officeWords } from '../../../src/words/office'
import { tabNames } from '../../../src/words/tabs'
import { versionWords as words } from '../../../src/words/versions'
import { smallBook } from '../store/folder'
import { filledBook, homeOf, tabOf, version } from '../support/template'
import { again, cellAt, closeAll, desk, li, type, typeFigure, wang, zhao } from './desk'
import type { Desk } from './desk'
import { Held } from './held'

afterEach(closeAll)

const DAY = 24 * 60 * 60 * 1000
let now = 0
const clock = () => new Date(now)
beforeEach(() => {
  now = Date.UTC(2025, 0, 6, 2, 30)
})

const folderOf = ({ path }: Desk) => `${path}.backups`
const names = (one: Desk) => readdirSync(folderOf(one)).sort()
const captions = async (one: Desk) => (await one.office.versions.list()).map(({ caption }) => caption)

/** Closed and opened again on the next day. */
async function nextDay(one: Desk): Promise<Desk> {
  await one.office.close()
  now += DAY
  const next = await again(one.path, { clock })
  await next.office.close()
  return again(one.path, { clock })
}

describe('dated copies', () => {
  it('the first opening of each day leaves one, for this user alone, and the last ten are kept', async () => {
    let one = await desk(smallBook(), { clock })
    await type(one, li, 1, 3, 'day 0')
    for (let day = 1; day <= 11; day++) {
      one = await nextDay(one)
      await type(one, li, 1, 3, `day ${day}`)
    }
    await one.office.close()
    expect(names(one)).toEqual(Array.from({ length: 10 }, (_, at) => `2025-01-${String(at + 8).padStart(2, '0')}.xlsx`))
    const file = await xlsxToBook(readFileSync(join(folderOf(one), '2025-01-10.xlsx')))
    expect(file.sheets[0]?.cells['1,3']?.value).toBe('day 3')
    if (process.platform === 'win32') return
    expect([folderOf(one), join(folderOf(one), '2025-01-10.xlsx')].map((path) => statSync(path).mode & 0o777)).toEqual([
      0o700, 0o600,
    ])
  })

  it('ten that were made before versions were taken push out no day’s copy', async () => {
    let one = await desk(smallBook(), { clock })
    for (let day = 1; day <= 3; day++) one = await nextDay(one)
    for (let at = 0; at < 12; at++) {
      now += 1000
      await one.office.versions.keep(false)
    }
    const days = names(one).filter((name) => !name.includes(' '))
    expect([days, names(one).length - days.length]).toEqual([
      ['06', '07', '08', '09'].map((day) => `2025-01-${day}.xlsx`),
      10,
    ])
  })

  it('one that cannot be made at opening is told to the first page that comes', async () => {
    const one = await desk(smallBook(), { clock })
    await one.office.close()
    now += DAY
    rmSync(folderOf(one), { recursive: true })
    writeFileSync(folderOf(one), 'in its place')
    const office = await openOffice({ toXlsx: bookToXlsx, workbook: one.path, who: '李', version, clock })
    await office.versions.whenIdle()
    expect(office.messages).toEqual([expect.stringContaining('今天的备份没有留成')])
    await expect(office.versions.take(li, '2025-01-06.xlsx', 0)).rejects.toBeInstanceOf(OfficeError)
    await office.close()
  })

  it('whose folder cannot be read: one sentence says so', async () => {
    const one = await desk(smallBook(), { clock })
    await one.office.close()
    const { store, book } = await openStore(one.path, { who: '李', clock })
    const office = new Office({ toXlsx: bookToXlsx, workbook: one.path, who: '李', version, clock }, store, book, [])
    store.backups.list = store.backups.paths = () => {
      throw Object.assign(new Error('EACCES'), { code: 'EACCES' })
    }
    const refused = new OfficeError('failed', diskWords.noRight)
    await expect(office.versions.list()).rejects.toEqual(refused)
    await expect(office.erasing.preview(li)).rejects.toEqual(refused)
    await expect(office.erasing.erase(li)).rejects.toEqual(refused)
    await office.close()
  })

  it('what a killed desk left half-written is removed, and foreign files are left alone', async () => {
    const one = await desk(smallBook(), { clock })
    await one.office.close()
    writeFileSync(join(folderOf(one), '.2025-01-07.xlsx.0a1b2c3d.tmp'), 'PK')
    writeFileSync(join(folderOf(one), '笔记.txt'), 'mine')
    await (await nextDay(one)).office.close()
    expect(names(one)).toEqual(['2025-01-06.xlsx', '2025-01-07.xlsx', '笔记.txt'])
    expect(await (await again(one.path, { clock })).office.versions.list()).toHaveLength(2)
  })

  it('a copy that cannot be made is told, and people go on', async () => {
    const one = await desk(smallBook(), { clock })
    await one.office.close()
    now += DAY
    const isRoot = process.getuid?.() === 0
    if (!isRoot) chmodSync(folderOf(one), 0o500)
    else {
      mkdirSync(join(folderOf(one), '2025-01-07.xlsx'))
      writeFileSync(join(folderOf(one), '2025-01-07.xlsx', 'x'), '')
    }
    const next = await again(one.path, { clock })
    await type(next, li, 1, 3, 'x')
    await next.office.close()
    expect(next.events.filter(({ type: kind }) => kind === 'notice')).toMatchObject([
      { text: expect.stringContaining('今天的备份没有留成') },
    ])
  })
})

describe('an earlier version', () => {
  const figure = 'table3.received.naturalPerson'

  /** With two versions, changed and commented on since. */
  async function changed(): Promise<Desk> {
    const one = await nextDay(await desk(filledBook(), { clock }))
    await typeFigure(one, li, figure, 99)
    await one.office.comment(zhao, { do: 'comment', text: '请核对', sheet: tabId(one), row: 7, column: 4 })
    return one
  }
  const tabId = (one: Desk) => tabOf(one.office.book, tabNames.table3).id

  it('shows what differs, in the words of the form', async () => {
    const one = await changed()
    expect(await captions(one)).toEqual(['2025-01-07', '2025-01-06'])
    const { tab, row, column } = homeOf(figure)
    const found = await one.office.versions.differences(li, '2025-01-07.xlsx')
    expect(found).toMatchObject({ caption: '2025-01-07', count: 1, onlyNow: [], onlyThen: [] })
    expect(found.tabs).toEqual([
      {
        tab,
        count: 1,
        cells: [
          {
            sheet: tabId(one),
            row,
            column,
            cell: expect.stringContaining(tab),
            label: expect.stringContaining('自然人'),
            from: 99,
            to: expect.any(Number),
          },
        ],
      },
    ])
  })

  it('is taken: all but comments and 流程记录, with the present kept, a line in both records, and a way back', async () => {
    const one = await changed()
    const { row, column } = homeOf(figure)
    const at = () => cellAt(one, `${row},${column}`, tabId(one))?.value
    const before = one.office.book
    const taken = await one.office.versions.take(wang, '2025-01-07.xlsx', one.office.seq)
    expect(taken).toMatchObject({ caption: '2025-01-07', count: 1 })
    expect(at()).not.toBe(99)
    expect(one.office.book.comments).toHaveLength(1)
    const [own] = one.office.trail(1).entries
    expect(own).toMatchObject({ who: '王', kind: 'import', what: `${words.logged.event}：2025-01-07` })
    const aside = names(one).find((name) => name.includes(' '))
    const log = tabOf(one.office.book, tabNames.log)
    const lines = Object.values(log.cells).map(({ value }) => value)
    expect(lines).toContain(words.logged.detail('2025-01-07', 1, aside ?? ''))
    const kept = await xlsxToBook(readFileSync(join(folderOf(one), aside ?? '')))
    expect(tabOf(kept, tabNames.table3).cells).toEqual(tabOf(before, tabNames.table3).cells)
    await one.office.undo(wang)
    expect(at()).toBe(99)
    await one.office.versions.take(wang, '2025-01-07.xlsx', one.office.seq)
    await one.office.close()
    const next = await again(one.path, { clock })
    expect(cellAt(next, `${row},${column}`, tabId(next))?.value).toBe(at())
  })

  it('names as many cells after it was taken as before: those that the program writes for itself are none', async () => {
    const one = await changed()
    const written = () =>
      Object.values(tabOf(one.office.book, tabNames.findings).cells).filter(({ value }) => value !== undefined).length
    const before = written()
    await one.office.run(li, { functionName: 'checkWorkbook' })
    expect(written()).toBeGreaterThan(before)
    const { count } = await one.office.versions.differences(wang, '2025-01-07.xlsx')
    const taken = await one.office.versions.take(wang, '2025-01-07.xlsx', one.office.seq)
    expect([count, taken.count, written()]).toEqual([1, 1, before])
  })

  it('what is acknowledged while the copy of before is made is in that copy, and is asked about', async () => {
    const files = new Held()
    const one = await nextDay(await desk(smallBook(), { clock }))
    await one.office.close()
    const next = await again(one.path, { clock, toXlsx: files.toXlsx })
    await next.office.versions.whenIdle()
    await type(next, li, 1, 3, 7)
    const base = next.office.seq
    const held = files.next()
    const taking = next.office.versions.take(wang, '2025-01-06.xlsx', base)
    await held
    await type(next, li, 1, 3, 42)
    files.goOn()
    await expect(taking).rejects.toMatchObject({
      problem: 'conflict',
      message: words.newer(1),
      newer: [{ cell: '表一!C1', who: '李', value: 42 }],
      seq: next.office.seq,
    })
    expect([cellAt(next, '1,3')?.value, names(next).filter((name) => name.includes(' '))]).toEqual([42, []])
    // What its taker wrote itself is known to them: it is in the copy of before.
    const own = files.next()
    const second = next.office.versions.take(wang, '2025-01-06.xlsx', next.office.seq)
    await own
    await type(next, wang, 2, 3, 'mine')
    files.goOn()
    await second
    const [aside = ''] = names(next).filter((name) => name.includes(' '))
    const kept = await xlsxToBook(readFileSync(join(folderOf(next), aside)))
    expect(['1,3', '2,3'].map((key) => kept.sheets[0]?.cells[key]?.value)).toEqual([42, 'mine'])
    expect(['1,3', '2,3'].map((key) => cellAt(next, key)?.value ?? null)).toEqual([null, null])
  })

  it('is asked about again where others wrote since it was looked at, on a tab that would go as well', async () => {
    const one = await nextDay(await desk(smallBook(), { clock }))
    const name = '2025-01-06.xlsx'
    await type(one, li, 1, 3, 'seen')
    const { seq } = await one.office.versions.differences(wang, name)
    await type(one, li, 2, 3, 'not seen')
    const asked = { message: words.newer(1), newer: [{ cell: '表一!C2', who: '李', value: 'not seen' }] }
    await expect(one.office.versions.take(wang, name, seq)).rejects.toMatchObject(asked)
    // Who has written it knows it.
    expect(await one.office.versions.take(li, name, seq)).toMatchObject({ count: 2 })
    const other = smallBook()
    for (const sheet of other.sheets) Object.assign(sheet, { id: 9, name: '另一张' })
    writeFileSync(join(folderOf(one), name), await bookToXlsx(other))
    const seen = await one.office.versions.differences(wang, name)
    expect(seen.onlyNow).toEqual(['表一'])
    await type(one, li, 3, 3, 'there')
    await expect(one.office.versions.take(wang, name, seen.seq)).rejects.toMatchObject({
      newer: [{ cell: '表一!C3', value: 'there' }],
    })
  })

  it('made before another was taken: what others wrote since is named first, and they are told', async () => {
    const one = await nextDay(await desk(smallBook({ A1: 1, B2: 2 }), { clock }))
    for (const person of [li, wang, zhao]) one.office.join(person)
    await type(one, li, 1, 1, 11)
    await type(one, li, 2, 1, 12)
    await one.office.versions.take(li, '2025-01-06.xlsx', one.office.seq)
    now += 60_000
    await type(one, wang, 1, 1, 42)
    const [before] = names(one).filter((name) => name.includes(' '))
    const found = await one.office.versions.differences(li, before ?? '')
    const theirs = { sheet: 0, row: 1, column: 1, cell: '表一!A1', from: 42, to: 11 }
    expect([found.count, found.others]).toEqual([
      2,
      { count: 1, cells: [{ ...theirs, who: '王', time: new Date(now).toISOString() }] },
    ])
    expect((await one.office.versions.differences(wang, before ?? '')).others.cells).toMatchObject([
      { cell: '表一!A2', who: '李' },
    ])
    one.events.length = 0
    const { caption, count } = await one.office.versions.take(li, before ?? '', found.seq)
    const told = words.told('李', caption, count)
    expect(one.events.filter(({ type: kind }) => kind === 'notice' || kind === 'overwritten')).toEqual([
      { type: 'notice', to: 'wang', text: told },
      { type: 'overwritten', to: 'wang', who: '李', was: 42, now: 11, sheet: 0, row: 1, column: 1, cell: '表一!A1' },
      { type: 'notice', to: 'zhao', text: told },
    ])
  })

  it('goes back but for what somebody has written since, which is named, with a line in 流程记录', async () => {
    const one = await changed()
    const { row, column } = homeOf(figure)
    await typeFigure(one, li, 'table3.received.enterprise', 77)
    await one.office.versions.take(li, '2025-01-07.xlsx', one.office.seq)
    await typeFigure(one, wang, figure, 42)
    const { what, left } = await one.office.undo(li)
    const cell = `${tabNames.table3}!${a1({ row, column })}`
    expect([what, left]).toEqual([
      words.logged.event,
      officeWords.steps.undo.left(1, [officeWords.steps.changed('王', cell)]),
    ])
    const other = homeOf('table3.received.enterprise')
    const values = [`${row},${column}`, `${other.row},${other.column}`].map(
      (key) => cellAt(one, key, tabId(one))?.value,
    )
    expect(values).toEqual([42, 77])
    const lines = Object.values(tabOf(one.office.book, tabNames.log).cells).map(({ value }) => value)
    expect(lines.filter((value) => value === words.logged.event || value === '撤销')).toEqual([
      words.logged.event,
      '撤销',
    ])
    expect(lines.find((value) => String(value).startsWith('撤销“'))).toContain('改动 1 格')
  })

  it('with other tabs says so, and brings them back', async () => {
    const one = await nextDay(await desk(smallBook(), { clock }))
    const [tab] = one.office.book.sheets
    const other = smallBook({ A1: 5 })
    if (tab) other.sheets.push({ ...tab, id: 7, name: '附表', cells: { '1,1': { value: 'x' } } })
    writeFileSync(join(folderOf(one), '2025-01-06.xlsx'), await bookToXlsx(other))
    const found = await one.office.versions.differences(li, '2025-01-06.xlsx')
    expect([found.onlyNow, found.onlyThen, found.count]).toEqual([[], ['附表'], 2])
    await one.office.versions.take(li, '2025-01-06.xlsx', one.office.seq)
    expect(one.office.book.sheets.map(({ name }) => name)).toEqual(['表一', '附表'])
  })

  it('is refused where it is the same, not there, damaged, or asked for by a reviewer', async () => {
    const one = await desk(smallBook(), { clock })
    while (!existsSync(join(folderOf(one), '2025-01-06.xlsx'))) await new Promise((next) => setTimeout(next, 10))
    const { versions } = one.office
    await expect(versions.take(li, '2025-01-06.xlsx', 0)).rejects.toEqual(
      new OfficeError('refused', words.same('2025-01-06')),
    )
    const unknown = new OfficeError('conflict', words.unknown)
    for (const name of ['2025-01-05.xlsx', '../年报.xlsx', ''])
      await expect(versions.take(li, name, 0)).rejects.toEqual(unknown)
    await expect(versions.take(zhao, '2025-01-06.xlsx', 0)).rejects.toEqual(
      new OfficeError('forbidden', officeWords.reviewer),
    )
    writeFileSync(join(folderOf(one), '2025-01-06.xlsx'), 'half')
    await expect(versions.differences(li, '2025-01-06.xlsx')).rejects.toMatchObject({ problem: 'refused' })
    expect([one.office.seq, names(one)]).toEqual([0, ['2025-01-06.xlsx']])
  })
})

describe('a version that is taken', () => {
  async function withCopy() {
    const one = await desk(smallBook(), { clock })
    await one.office.versions.whenIdle()
    const next = await nextDay(one)
    await next.office.versions.whenIdle()
    return { one: next, name: (await next.office.versions.list()).at(-1)?.name ?? '' }
  }

  it('is known to an edit that comes while it is written: both people are told', async () => {
    const { one, name } = await withCopy()
    await type(one, wang, 1, 3, 'wang')
    const base = one.office.seq
    let late: ReturnType<typeof type> | null = null
    const append = Store.prototype.append
    const held = jest.spyOn(Store.prototype, 'append').mockImplementation(function (this: Store, entries) {
      late ??= type(one, li, 1, 3, 'li', base)
      return append.call(this, entries)
    })
    await one.office.versions.take(wang, name, base)
    const answer = await (late as ReturnType<typeof type> | null)
    held.mockRestore()
    expect(answer?.overwrote).toMatchObject([{ who: '王', row: 1, column: 3, value: null }])
    expect(one.events.filter((event) => event.type === 'overwritten' && event.to === wang.id)).toHaveLength(1)
  })

  it('names what another wrote also where one’s own undo has put it back', async () => {
    const { one, name } = await withCopy()
    await type(one, li, 1, 3, 'of li')
    await type(one, wang, 1, 3, 'of wang')
    await one.office.undo(wang)
    expect((await one.office.versions.differences(wang, name)).others.cells).toMatchObject([
      { who: '李', from: 'of li' },
    ])
    expect((await one.office.versions.differences(li, name)).others.count).toBe(0)
  })

  it('leaves its own copy of before, also two in one second', async () => {
    const { one, name } = await withCopy()
    for (const value of ['first', 'second']) {
      await type(one, wang, 1, 3, value)
      await one.office.versions.take(wang, name, one.office.seq)
    }
    const copies = names(one).filter((file) => file.includes(' '))
    const books = copies.map((file) => xlsxToBook(readFileSync(join(folderOf(one), file))))
    expect((await Promise.all(books)).map(({ sheets }) => sheets[0]?.cells['1,3']?.value)).toEqual(['first', 'second'])
  })
})
