import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { open, workbookFile } from './folder'
import { holder, lockOf } from './holder'

describe('a workbook open on one desk', () => {
  it('is open again after the process that had it is gone', async () => {
    const path = await workbookFile()
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    writeFileSync(lockOf(path), holder({ pid: child.pid }))
    await expect(open(path)).rejects.toThrow('赵')
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    const { store } = await open(path)
    expect(JSON.parse(readFileSync(lockOf(path), 'utf8'))).toMatchObject({ who: '王' })
    await store.close()
  })
})
