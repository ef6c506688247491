import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { StoreError } from '../../../src/desk/store'
import { storeWords as words } from '../../../src/words/store'
import { open, workbookFile } from './folder'
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
