/** No system's word reaches a person: what, where, and what to do. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { reasonOf } from '../../src/desk/disk-error'
import { diskWords as words } from '../../src/words/disk'
import { serverWords } from '../../src/words/server'
import { storeWords } from '../../src/words/store'
import { versionWords } from '../../src/words/versions'
import { again, closeAll, desk } from './office/desk'
import { openDesk, temporaryHome } from './server/desk'
import { open, newFolder } from './store/folder'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-disk-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(closeAll)

const thrown = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

describe('what the disk refuses', () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')

  it.each<[string, () => unknown, string]>([
    ['a folder whose place a file takes', () => mkdirSync(file), words.notFolder(file)],
    ['a file below a file', () => writeFileSync(join(file, 'a', 'b'), ''), words.notFolder(file)],
    [
      'a file in a folder that is gone',
      () => writeFileSync(join(folder, 'gone', 'b'), ''),
      words.noFolder(join(folder, 'gone')),
    ],
    ['a file whose place a folder takes', () => writeFileSync(folder, ''), words.folderThere(folder)],
    ['a name that is too long', () => writeFileSync(join(folder, 'a'.repeat(300)), ''), words.longName],
  ])('%s', (...[, work, sentence]) => {
    expect(reasonOf(thrown(work))).toBe(sentence)
  })
})

describe('at the desk', () => {
  it('a workbook whose name leaves no room for that of its journal', async () => {
    const path = join(newFolder(), `${'a'.repeat(249)}.xlsx`)
    writeFileSync(path, '')
    await expect(open(path)).rejects.toThrow(storeWords.cannotLock(`${'a'.repeat(249)}.xlsx`, words.longName))
  })

  it('a link to a file where the dated copies go', async () => {
    const one = await desk()
    await one.office.close()
    rmSync(`${one.path}.backups`, { recursive: true })
    symlinkSync(one.path, `${one.path}.backups`)
    const next = await again(one.path)
    await next.office.versions.alone(async () => undefined)
    expect(next.office.messages).toEqual([versionWords.notKept(words.notFolder(`${one.path}.backups`))])
  })

  it('a file where the witnesses go, and where the desk’s own folder goes', async () => {
    const home = temporaryHome()
    writeFileSync(join(home, 'witnesses'), '')
    const { told } = await openDesk({ home })
    const witnesses = join(home, 'witnesses')
    expect(told).toContain(serverWords.cannotWrite(witnesses, words.notFolder(witnesses)))
  })

  it('a file where the workbook’s folder was, at the end', async () => {
    const one = await desk()
    rmSync(dirname(one.path), { recursive: true })
    writeFileSync(dirname(one.path), '')
    await expect(one.office.close()).rejects.toThrow(storeWords.folderGone('年报.xlsx', dirname(one.path)))
  })
})
