import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { clean, faulty, nianbao, temporaryFolder } from './command'

const folder = temporaryFolder()
const at = (name: string) => join(folder, name)
const text =
  '某市某局2025年政府信息公开工作年度报告\n一、总体情况\n2025年，本局工作平稳。\n二、主动公开政府信息情况\n规章\t0\t0\t0\n'

beforeAll(() => {
  for (const name of ['some', 'some/deeper', 'some/page_files', 'none']) mkdirSync(at(name))
  writeFileSync(at('some/b.txt'), text)
  writeFileSync(at('some/deeper/a.pdf'), '%PDF-1.7\n')
  writeFileSync(at('some/logo.png'), 'x')
  writeFileSync(at('some/~$b.docx'), 'x')
  writeFileSync(at('some/page_files/frame.html'), '<p>8</p>')
})

describe('several files', () => {
  it('have a line each and a summary', async () => {
    const { status, out, err } = await nianbao(['check', clean, faulty])
    const lines = out.trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/^\S+report-2023\.json　.+ 2023年：错误 0，/)
    expect(lines[1]).toMatch(/^\S+report-2024\.json　.+ 2024年：错误 [1-9]/)
    expect(lines[2]).toBe('共 2 份：没有错误 1，有错误 1，不能读取 0。')
    expect([status, err]).toEqual([1, ''])
  })

  it('of a folder are found below it too, and what cannot be read is told', async () => {
    const { status, out, err } = await nianbao(['read', at('some'), clean])
    expect(out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/b\.txt　某市某局 2025年：错误 2，/),
      expect.stringMatching(/a\.pdf　不能读取：文件内容已损坏，无法读取。/),
      expect.stringMatching(/report-2023\.json　.+：错误 0，警告 0，提示 0$/),
      '共 3 份：没有错误 1，有错误 1，不能读取 1。另有 1 个其他种类的文件没有读取。',
    ])
    expect([status, err]).toEqual([2, '有 1 个文件不能读取，原因和办法见各文件的一行。\n'])
  })

  it('are held against the same last year, and those of another year are told in their lines', async () => {
    const { status, out } = await nianbao(['check', clean, faulty, '--last-year', clean])
    const [own, next] = out.split('\n')
    expect(own).toMatch(/report-2023\.json　.+，提示 \d+。注意：上年的报告是 2023 年的，不是 2022 年的。$/)
    expect(next).toMatch(/report-2024\.json　.+，提示 \d+$/)
    expect(status).toBe(1)
  })

  it('are none to blame where last year’s file cannot be read', async () => {
    const { status, out, err } = await nianbao(['check', clean, faulty, '--last-year', at('missing.json')])
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(at('missing.json'))
  })

  it('as JSON are one object a line, with the file', async () => {
    const { status, out } = await nianbao(['check', at('some'), clean, clean, '--json'])
    const objects = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(objects.map((object) => Object.keys(object))).toEqual([
      ['file', 'unit', 'year', 'findings', 'repairs', 'summary'],
      ['file', 'error'],
      ['file', 'unit', 'year', 'findings', 'repairs', 'summary'],
    ])
    expect(objects.map(({ file }) => file)).toEqual([at('some/b.txt'), at('some/deeper/a.pdf'), clean])
    expect(status).toBe(2)
  })

  it('of a folder without any are an error', async () => {
    const { status, err } = await nianbao(['check', at('none')])
    expect([status, err]).toEqual([
      2,
      `“${at('none')}”是目录，其中没有可以读取的年报文件。请检查路径，或者写明文件。\n`,
    ])
  })

  it('are no copies that the program itself keeps beside a workbook', async () => {
    mkdirSync(at('own/年报.xlsx.backups'), { recursive: true })
    for (const name of ['年报.xlsx', '年报.0001.xlsx', '年报.xlsx.backups/2026-01-05.xlsx', '旧.2025.xlsx'])
      writeFileSync(at(`own/${name}`), 'x')
    const { out } = await nianbao(['read', at('own')])
    const named = out.match(/own\/[^　]+/g)
    expect(named).toEqual(['own/旧.2025.xlsx', 'own/年报.xlsx'])
  })

  it('are read beside a folder without any, which is told', async () => {
    const { status, out } = await nianbao(['check', at('none'), clean])
    expect(out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/report-2023\.json　.+：错误 0，/),
      `${at('none')}　不能读取：是目录，其中没有可以读取的年报文件。请检查路径，或者写明文件。`,
      '共 2 份：没有错误 1，有错误 0，不能读取 1。',
    ])
    expect(status).toBe(2)
  })

  it('are read beside a folder that cannot be searched, which is told', async () => {
    const start = process.cwd()
    mkdirSync(at('deep'))
    writeFileSync(at('deep/b.txt'), text)
    // The system refuses a path that is so long, whoever asks.
    const name = 'd'.repeat(250)
    process.chdir(at('deep'))
    for (let i = 0; i < 20; i += 1) {
      mkdirSync(name)
      process.chdir(name)
    }
    process.chdir(start)
    const { status, out } = await nianbao(['check', at('deep')])
    process.chdir(at('deep'))
    for (let i = 0; i < 20; i += 1) process.chdir(name)
    for (let i = 0; i < 20; i += 1) {
      process.chdir('..')
      rmdirSync(name)
    }
    process.chdir(start)
    expect(out).toMatch(/b\.txt　某市某局 2025年：错误 4，/)
    expect(out).toMatch(/d{250}　不能读取：/)
    expect(out).toContain('共 2 份：没有错误 0，有错误 1，不能读取 1。')
    expect(status).toBe(2)
  })

  it('one of which is missing do not keep the others from being read', async () => {
    const { status, out } = await nianbao(['read', clean, at('gone.json')])
    expect(out).toContain('gone.json　不能读取：')
    expect(out).toContain('共 2 份：没有错误 1，有错误 0，不能读取 1。')
    expect(status).toBe(2)
  })
})
