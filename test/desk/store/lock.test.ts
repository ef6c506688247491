import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { StoreError } from '../../../src/desk/store'
import { storeWords as words } from '../../../src/words/store'
import { open, workbookFile } from './folder'

const lockOf = (path: string) => `${path}.lock`

const holder = (changes: object) =>
  JSON.stringify({
    token: 't',
    pid: process.pid,
    host: hostname(),
    began: '',
    who: '赵',
    time: '2026-01-05T01:00:00.000Z',
    ...changes,
  })

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

  it('is open again after the process that had it is gone', async () => {
    const path = await workbookFile()
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    writeFileSync(lockOf(path), holder({ pid: child.pid }))
    await expect(open(path)).rejects.toThrow('赵')
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    const { store } = await open(path)
    await store.close()
  })

  it('is open again when another process has got the number since', async () => {
    const path = await workbookFile()
    const isLinux = existsSync('/proc/self/stat')
    writeFileSync(lockOf(path), holder({ began: '1' }))
    if (!isLinux) return
    const { store } = await open(path)
    await store.close()
  })

  it('is not taken from another computer, whose processes nobody here can see', async () => {
    const path = await workbookFile()
    writeFileSync(lockOf(path), holder({ host: 'elsewhere', pid: 1 }))
    const said = words.lockedElsewhere('年报.xlsx', '赵', 'elsewhere', '2026-01-05 09:00', '年报.xlsx.lock')
    await expect(open(path)).rejects.toThrow(said)
    expect(JSON.parse(readFileSync(lockOf(path), 'utf8'))).toMatchObject({ token: 't' })
  })

  it('is open although its lock was never written out', async () => {
    const path = await workbookFile()
    writeFileSync(lockOf(path), '')
    const { store } = await open(path)
    await store.close()
  })

  it('leaves no file behind but the journal', async () => {
    const path = await workbookFile()
    await (await open(path)).store.close()
    expect(readdirSync(dirname(path)).sort()).toEqual(['年报.xlsx', '年报.xlsx.journal'])
  })
})
