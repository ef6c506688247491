/** The desk's own folder is for this user alone, also where an older desk, or somebody else, has made it. */
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { openDesk, temporaryHome } from './desk'

const modesIn = (folder: string): Record<string, number> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777]))

it('the folder, what is in it, and what was there before', async () => {
  if (process.platform === 'win32') return
  const home = temporaryHome()
  const witnesses = join(home, 'witnesses')
  mkdirSync(witnesses)
  writeFileSync(join(home, 'recent.json'), '[]')
  for (const path of [home, witnesses]) chmodSync(path, 0o777)
  chmodSync(join(home, 'recent.json'), 0o666)
  await openDesk({ home })
  expect(statSync(home).mode & 0o777).toBe(0o700)
  const { witnesses: folder, workbooks, ...files } = modesIn(home)
  expect([folder, workbooks]).toEqual([0o700, 0o700])
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['recent.json']))
  expect(new Set(Object.values(files))).toEqual(new Set([0o600]))
  expect(new Set(Object.values(modesIn(witnesses)))).toEqual(new Set([0o600]))
  expect(Object.keys(modesIn(witnesses))).toHaveLength(1)
})
