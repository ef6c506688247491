import {
  existsSync,
  linkSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { StoreError } from '../../../src/desk/store'
import { isRenewed } from '../../../src/desk/store/heartbeat'
import { storeWords as words } from '../../../src/words/store'
import { entry, open, save, workbookFile } from './folder'
import { holder, lockOf } from './holder'

describe('a workbook open on one desk', () => {
  it('is refused to a second, which is told who has it; and open to it afterwards', async () => {
    const path = await workbookFile()
    const { store } = await open(path)
    await expect(open(path)).rejects.toThrow(words.locked('年报.xlsx', '王', hostname(), '2026-01-05 10:00'))
    await expect(open(path)).rejects.toBeInstanceOf(StoreError)
    await store.close()
    expect(existsSync(lockOf(path))).toBe(false)
    await (await open(path)).store.close()
  })

  // Elsewhere the system does not tell when a process began.
  const itWithProcessTable = existsSync('/proc/self/stat') ? it : it.skip
  itWithProcessTable('is open again when another process has got the number since', async () => {
    const path = await workbookFile()
    writeFileSync(lockOf(path), holder({ began: '1' }))
    const { store } = await open(path)
    expect(JSON.parse(readFileSync(lockOf(path), 'utf8'))).toMatchObject({ who: '王' })
    await store.close()
  })

  it('is not taken from another computer, whose processes nobody here can see', async () => {
    const path = await workbookFile()
    writeFileSync(lockOf(path), holder({ host: 'elsewhere', pid: 1 }))
    const said = words.lockedElsewhere('年报.xlsx', '赵', 'elsewhere', '2026-01-05 09:00', '年报.xlsx.lock')
    await expect(open(path)).rejects.toThrow(said)
    expect(JSON.parse(readFileSync(lockOf(path), 'utf8'))).toMatchObject({ token: 't' })
  })

  const elsewhere = { host: hostname(), pid: process.pid, machine: 'another start of another computer 4' }

  it('is not taken from a computer of the same name that renews its lock', async () => {
    const path = await workbookFile()
    writeFileSync(lockOf(path), holder(elsewhere))
    const renewed = setInterval(() => utimesSync(lockOf(path), new Date(), new Date()), 1_000)
    await expect(open(path)).rejects.toThrow(words.locked('年报.xlsx', '赵', hostname(), '2026-01-05 09:00'))
    clearInterval(renewed)
    expect(JSON.parse(readFileSync(lockOf(path), 'utf8'))).toMatchObject({ token: 't' })
  })

  it('is taken over once the other computer does not renew its lock any more', async () => {
    const path = await workbookFile()
    writeFileSync(lockOf(path), holder({ ...elsewhere, host: 'elsewhere' }))
    const { store } = await open(path)
    expect(JSON.parse(readFileSync(lockOf(path), 'utf8'))).toMatchObject({ who: '王', pid: process.pid })
    await store.close()
  })

  it('renews its own lock, and says that it renews', async () => {
    const path = await workbookFile()
    const { store } = await open(path)
    const before = statSync(lockOf(path)).mtimeMs
    await expect(isRenewed(lockOf(path))).resolves.toBe(true)
    expect(statSync(lockOf(path)).mtimeMs).toBeGreaterThan(before)
    await store.close()
  })

  it('is written no more, neither journal nor file, once another desk has taken it over', async () => {
    const path = await workbookFile()
    const { store, book } = await open(path)
    const journal = readFileSync(`${path}.journal`, 'utf8')
    const bytes = readFileSync(path)
    writeFileSync(lockOf(path), holder({ ...elsewhere, host: '新机' }))
    await wait(1_500)
    const lost = words.lockLost('年报.xlsx', '新机')
    await expect(store.append([entry(1, 3, 'a')])).rejects.toThrow(lost)
    await expect(save(store, book)).rejects.toThrow(lost)
    expect([store.seq, readFileSync(`${path}.journal`, 'utf8')]).toEqual([0, journal])
    expect(readFileSync(path).equals(bytes)).toBe(true)
    await store.close()
    expect(JSON.parse(readFileSync(lockOf(path), 'utf8'))).toMatchObject({ token: 't' })
  })

  it('is refused by another name of the file, before a save and after one', async () => {
    const path = await workbookFile()
    const { store, book } = await open(path)
    const before = join(dirname(path), '另一个名称.xlsx')
    linkSync(path, before)
    await expect(open(before)).rejects.toThrow(words.severalNames('另一个名称.xlsx'))
    await save(store, book)
    const after = join(dirname(path), '后来的名称.xlsx')
    linkSync(path, after)
    await wait(1_500)
    await expect(open(after)).rejects.toThrow(words.severalNames('后来的名称.xlsx'))
    // The first link is a file of its own since.
    await (await open(before)).store.close()
    await store.close()
    await expect(open(path)).rejects.toThrow(words.severalNames('年报.xlsx'))
    rmSync(path)
    await (await open(after)).store.close()
  })

  it('is refused by another name of the file to a desk whose temporary files are elsewhere', async () => {
    const path = await workbookFile()
    const { store } = await open(path)
    const other = join(dirname(path), '另一个名称.xlsx')
    linkSync(path, other)
    const { TMPDIR } = process.env
    process.env['TMPDIR'] = dirname(path)
    try {
      await expect(open(other)).rejects.toThrow(words.severalNames('另一个名称.xlsx'))
    } finally {
      if (TMPDIR === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = TMPDIR
    }
    await store.close()
  })

  it('is open although its lock was never written out', async () => {
    const path = await workbookFile()
    writeFileSync(lockOf(path), '')
    const { store } = await open(path)
    expect(JSON.parse(readFileSync(lockOf(path), 'utf8'))).toMatchObject({ who: '王' })
    await store.close()
  })

  it('leaves no file behind but the journal', async () => {
    const path = await workbookFile()
    await (await open(path)).store.close()
    expect(readdirSync(dirname(path)).sort()).toEqual(['年报.xlsx', '年报.xlsx.journal'])
  })
})

it('a save frees the number of the file before: a new file that has it now can be opened at once', async () => {
  const [one, other] = [await workbookFile(), await workbookFile()]
  const opened = await open(one)
  const { ino } = statSync(one)
  // As if the next file had got the number that this one had before its save.
  linkSync(one, `${one}.kept`)
  rmSync(one)
  writeFileSync(one, readFileSync(other))
  expect(statSync(one).ino).not.toBe(ino)
  renameSync(`${one}.kept`, other)
  const second = await open(other)
  await second.store.close()
  await opened.store.close()
})
