import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { clean, faulty, nianbao, temporaryFolder } from './command'
import { spawned } from './spawned.process'

const folder = temporaryFolder()
const at = (name: string) => join(folder, name)

describe('bin/nianbao.js in a process of its own', () => {
  it('starts from any folder, and tells the version that package.json has', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(spawned(['--version'], {}, folder)).toEqual({ status: 0, out: `${version}\n`, err: '' })
  })

  it.each<[string, number, string[]]>([
    ['a report without errors', 0, ['check', clean]],
    ['a report with errors', 1, ['check', faulty, '--json']],
    ['a file that is not there', 2, ['check', at('missing.json')]],
    ['usage that cannot be carried out', 2, ['check', clean, '--all']],
  ])('ends and prints as the other tests have it in theirs: %s', async (_, status, args) => {
    const result = spawned(args)
    expect(result).toEqual(await nianbao(args))
    expect(result.status).toBe(status)
  })

  it('ends quietly, with its own exit code, when its reader has gone', async () => {
    const child = spawn(process.execPath, [resolve('bin/nianbao.js'), 'check', faulty, '--json'])
    child.stdout.destroy()
    let err = ''
    child.stderr.on('data', (text) => (err += String(text)))
    const [code] = (await once(child, 'close')) as [number | null]
    expect([code, err]).toEqual([1, ''])
  })

  const itWithPipes = process.platform === 'win32' ? it.skip : it
  itWithPipes.each(['read', 'check'])('%s does not wait for a pipe that nobody writes to', (command) => {
    const pipe = at(`${command}.json`)
    execFileSync('mkfifo', [pipe])
    const err = `“${pipe}”是设备或管道，不是文件。请先存成文件再读取。\n`
    expect(spawned([command, pipe])).toEqual({ status: 2, out: '', err })
  })
})
