/** A dated copy that cannot be put in place leaves everything where it was. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, expect, it, jest } from '@jest/globals'
import { putCopyInPlace } from '../../../src/desk/store'
import { realDisk } from '../../../src/desk/store/disk'
import { diskWords } from '../../../src/words/disk'
import { workbookFile } from './folder'

afterEach(() => void jest.restoreAllMocks())

const COPY = '2026-01-04.xlsx'
const NAMES = ['年报.xlsx', '年报.xlsx.backups', '年报.xlsx.journal']

async function damaged() {
  const path = await workbookFile()
  const copy = readFileSync(path)
  mkdirSync(`${path}.backups`)
  writeFileSync(join(`${path}.backups`, COPY), copy)
  writeFileSync(path, 'damaged')
  writeFileSync(`${path}.journal`, 'journal')
  return { path, copy }
}

const full = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))

it.each(['open', 'rename'] as const)('on a disk that refuses to %s', async (step) => {
  const { path } = await damaged()
  jest.spyOn(realDisk, step).mockImplementationOnce(full)
  await expect(putCopyInPlace(path, COPY, '王', '2026-01-05T02:00:00Z')).rejects.toThrow(diskWords.full)
  expect(readdirSync(dirname(path)).sort()).toEqual(NAMES)
  expect([path, `${path}.journal`].map((file) => readFileSync(file, 'utf8'))).toEqual(['damaged', 'journal'])
})

it('else what lay there has other names, and the copy its place', async () => {
  const { path, copy } = await damaged()
  await putCopyInPlace(path, COPY, '王', '2026-01-05T02:00:00Z')
  expect(readFileSync(path).equals(copy)).toBe(true)
  const others = ['年报.0001.xlsx', '年报.xlsx.journal.0001'].map((name) => join(dirname(path), name))
  expect(others.map((file) => readFileSync(file, 'utf8'))).toEqual(['damaged', 'journal'])
})
