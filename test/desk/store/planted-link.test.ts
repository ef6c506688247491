/** A file that is being written has a name that nobody knows beforehand, and follows no link that lies there. */
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from '@jest/globals'
import { realDisk } from '../../../src/desk/store/disk'
import { replaceFile } from '../../../src/desk/store/files'
import { newFolder } from './folder'
import { unsteadyDisk } from './unsteady-disk'

const write = (file: { write: (bytes: Uint8Array, at: number) => Promise<void> }) => file.write(Buffer.from('new'), 0)

/** A file to be replaced, and another that is not to be written. */
function files(): { path: string; victim: string } {
  const folder = newFolder()
  const [path, victim] = [join(folder, '年报.xlsx'), join(folder, 'victim')]
  for (const file of [path, victim]) writeFileSync(file, 'old')
  return { path, victim }
}

it('the name of the half-written file is another one each time', async () => {
  const { path } = files()
  const unsteady = unsteadyDisk()
  const names: string[] = []
  unsteady.before = (call, at) => {
    if (call === 'open') names.push(at.slice(dirname(at).length + 1))
  }
  for (let times = 0; times < 20; times++) await replaceFile(unsteady.disk, path, { write })
  expect(names.filter((name) => /^\.年报\.xlsx\.[0-9a-f]{8}\.tmp$/.test(name))).toHaveLength(20)
  expect(new Set(names).size).toBe(20)
})

it('a link that lies under that name all the same is not followed, and the file stays as it was', async () => {
  const { path, victim } = files()
  const unsteady = unsteadyDisk()
  unsteady.before = (call, at) => {
    if (call === 'open') symlinkSync(victim, at)
  }
  await expect(replaceFile(unsteady.disk, path, { write })).rejects.toMatchObject({ code: 'EEXIST' })
  expect([path, victim].map((file) => readFileSync(file, 'utf8'))).toEqual(['old', 'old'])
})

it('a link in the place of the file is replaced, and what it leads to stays', async () => {
  const { path, victim } = files()
  const link = `${path}.journal`
  symlinkSync(victim, link)
  await replaceFile(realDisk, link, { write })
  expect([link, victim].map((file) => readFileSync(file, 'utf8'))).toEqual(['new', 'old'])
  expect(readdirSync(dirname(path)).filter((name) => name.endsWith('.tmp'))).toEqual([])
})
