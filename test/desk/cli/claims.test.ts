import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { nianbao, temporaryFolder } from './command'

const folder = temporaryFolder()

function textFile(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const path = textFile('概况.txt', '2023年收到政府信息公开申请6件，2024年收到8件，未收取信息处理费。\n')

describe('nianbao claims', () => {
  it('lists what a text says, a line a number', async () => {
    const { status, out } = await nianbao(['claims', path, '--year', '2024'])
    expect([status, out.trim().split('\n')]).toEqual([
      0,
      ['收到申请 8 件\t2024年收到8件', '信息处理费 0 元\t未收取信息处理费'],
    ])
  })

  it('prints JSON alone, with the place of each', async () => {
    const { out } = await nianbao(['claims', path, '--year', '2024', '--json'])
    expect(JSON.parse(out)[0]).toEqual({
      kind: 'received',
      value: 8,
      approximate: false,
      quote: '2024年收到8件',
      start: 18,
      end: 27,
    })
  })

  it.each([
    ['a report in another form', textFile('年报.json', '{}'), '年报.json”。请把文字另存为 .txt'],
    ['a file that is not there', join(folder, '没有.txt'), '找不到'],
  ])('says of %s what to do', async (_, file, reason) => {
    const { status, out, err } = await nianbao(['claims', file])
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(reason)
  })
})
