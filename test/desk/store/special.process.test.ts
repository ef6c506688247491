/** Folders, pipes and devices in the places of the workbook's files: one sentence, nothing hangs, nothing is touched. */
import { execFileSync } from 'node:child_process'
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterEach, expect, it } from '@jest/globals'
import { journalOf, openStore } from '../../../src/desk/store'
import { storeWords as words } from '../../../src/words/store'
import { nianbao } from '../cli/command'
import { closeAll, desk, li, type } from '../office/desk'
import { clock, entry, newFolder, open, workbookFile } from './folder'

afterEach(closeAll)

const put: Record<string, (path: string) => void> = {
  folder: (path) => void mkdirSync(path),
  pipe: (path) => void execFileSync('mkfifo', [path]),
  device: (path) => symlinkSync('/dev/zero', path),
}
const places: Record<string, (path: string) => string> = {
  workbook: (path) => path,
  journal: journalOf,
  lock: (path) => `${path}.lock`,
}
const kinds = Object.keys(put)
const all = Object.keys(places).flatMap((place) => kinds.map((kind) => [place, kind]))
const onUnix = process.platform === 'win32' ? it.skip : it

async function withSpecial(place: string, kind: string): Promise<{ path: string; special: string }> {
  const path = await workbookFile()
  const special = places[place]?.(path) ?? ''
  rmSync(special, { force: true })
  put[kind]?.(special)
  return { path, special }
}

onUnix.each(all)('in place of the %s: a %s', async (place = '', kind = '') => {
  const { path, special } = await withSpecial(place, kind)
  await expect(open(path)).rejects.toThrow(words.special(basename(special)))
  expect(lstatSync(special).isFile()).toBe(false)
})

onUnix.each(kinds)('the command line tells of a journal that is a %s', async (kind) => {
  const { path, special } = await withSpecial('journal', kind)
  for (const flags of [[], ['--verify']]) {
    const { status, err } = await nianbao(['journal', path, ...flags])
    expect([status, err]).toEqual([2, `${words.special(basename(special))}\n`])
  }
})

onUnix.each(kinds)('a %s among the older files of the journal is left alone', async (kind) => {
  const path = await workbookFile()
  put[kind]?.(`${journalOf(path)}.0001`)
  const { store, messages } = await open(path)
  await store.append([entry(1, 3, 'a')])
  expect([messages, store.history({ sheet: 0, row: 1, column: 3 }).length]).toEqual([[], 1])
  await store.close()
})

onUnix.each(kinds)('a %s in place of the witness is told, and the workbook opens', async (kind) => {
  const [path, witnesses] = [await workbookFile(), newFolder()]
  await (await openStore(path, { who: '王', clock, witnesses })).store.close()
  const witness = join(witnesses, readdirSync(witnesses)[0] ?? '')
  rmSync(witness)
  put[kind]?.(witness)
  const { store, messages } = await openStore(path, { who: '王', clock, witnesses })
  await store.close()
  expect(messages).toEqual([words.special(witness)])
})

onUnix.each(kinds)('a %s as another program’s owner file is no owner file', async (kind) => {
  const path = await workbookFile()
  put[kind]?.(join(dirname(path), `~$${basename(path)}`))
  const { store, messages } = await open(path)
  await store.close()
  expect(messages).toEqual([])
})

onUnix.each(kinds)('a %s put there while the desk is open: journal and workbook', async (kind) => {
  const one = await desk()
  await type(one, li, 1, 3, 'a')
  for (const path of [journalOf(one.path), one.path]) {
    rmSync(path)
    put[kind]?.(path)
  }
  await type(one, li, 2, 3, 'b')
  expect(readFileSync(journalOf(one.path), 'utf8')).toContain('"value":"b"')
  await expect(one.office.save()).rejects.toThrow(words.special('年报.xlsx'))
  rmSync(one.path, { recursive: true })
  await one.office.save()
  expect(lstatSync(one.path).isFile()).toBe(true)
})

onUnix('a file is a file', async () => {
  const path = await workbookFile()
  writeFileSync(`${path}.lock`, 'half a lock of a desk that was killed')
  await (await open(path)).store.close()
})
