import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { xlsxToBook } from '../../../src/desk/xlsx'
import { tabNames } from '../../../src/words/tabs'
import { clean, faulty, nianbao, temporaryFolder } from './command'
import type { Result } from './command'

const folder = temporaryFolder()
const at = (name: string) => join(folder, name)
const json = (text: string) => JSON.parse(text) as Record<string, unknown>
const TITLE = '示例街道办事处2023年政府信息公开工作年度报告'

describe('nianbao', () => {
  it('tells its version', async () => {
    const { version } = json(readFileSync('package.json', 'utf8'))
    expect(await nianbao(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' })
  })

  it.each([[['--help']], [['help', 'check']], [['report', '--help']]])(
    'explains itself in Chinese: %j',
    async (args) => {
      const { status, out, err } = await nianbao(args)
      expect([status, err]).toEqual([0, ''])
      expect(out).toMatch(/^用法：/)
      expect(out).not.toMatch(/Usage|Options|display help/)
    },
  )
})

describe('check', () => {
  it('lists findings by tab and the repairs by number, and ends with 1 while errors stand', async () => {
    const { status, out, err } = await nianbao(['check', faulty])
    expect([status, err]).toEqual([1, ''])
    expect(out).toMatch(/^示例街道办事处 2024年：错误 2，警告 0，提示 0\n\n三、依申请公开\n {2}【错误】/)
    expect(out).toMatch(/\n\n可选的修改（.*\n {2}1\. 【需要确认】[^：]+：把三、依申请公开 .*由 6 改为各项之和 7\n$/)
  })

  it('ends with 0 where nothing is wrong', async () => {
    expect(await nianbao(['check', clean])).toEqual({
      status: 0,
      out: '示例街道办事处 2023年：错误 0，警告 0，提示 0\n没有发现问题。\n',
      err: '',
    })
  })

  it('prints exactly unit, year, findings, repairs and summary as JSON', async () => {
    const { status, out, err } = await nianbao(['check', faulty, '--json'])
    const result = json(out)
    expect([status, err]).toEqual([1, ''])
    expect(Object.keys(result)).toEqual(['unit', 'year', 'findings', 'repairs', 'summary'])
    expect(result).toMatchObject({ unit: '示例街道办事处', year: 2024, summary: { errors: 2, warnings: 0, infos: 0 } })
    expect((result['findings'] as { rule: string }[]).map(({ rule }) => rule)).toEqual(['T3.ROW', 'T3.CONCLUDED'])
  })

  it('compares with last year’s file where one is given', async () => {
    const { status, out } = await nianbao(['check', clean, '--last-year', faulty, '--json'])
    const found = json(out)['findings'] as { rule: string; cells: { id: string }[] }[]
    expect(status).toBe(0)
    expect(found).toEqual([])
    const other = await nianbao(['check', faulty, '--last-year', faulty, '--json'])
    const rules = (json(other.out)['findings'] as { rule: string }[]).map(({ rule }) => rule)
    expect(rules.filter((rule) => rule === 'Y.CARRY')).toHaveLength(2)
  })
})

describe('read', () => {
  it('prints the report and what was found about its source as JSON', async () => {
    const { status, out } = await nianbao(['read', faulty, '--json'])
    expect(status).toBe(0)
    expect(json(out)).toEqual({ report: json(readFileSync(faulty, 'utf8')), findings: [] })
  })

  it('says how much it read', async () => {
    expect((await nianbao(['read', clean])).out).toMatch(
      /^示例街道办事处 2023年：错误 0，警告 0，提示 0\n没有发现问题。\n\n读到数字 200 个\n一、总体情况：\d+ 字\n/,
    )
  })
})

describe('repair', () => {
  it('writes the chosen repair into a new report that has no error, and leaves the source alone', async () => {
    const before = readFileSync(faulty)
    const { status, out } = await nianbao(['repair', faulty, '--choose', '1', '--out', at('repaired.json')])
    expect(status).toBe(0)
    expect(out).toMatch(/^已按第 1 条修改：.*\n已生成 .*repaired\.json\n$/)
    expect(readFileSync(faulty).equals(before)).toBe(true)
    expect((await nianbao(['check', at('repaired.json')])).status).toBe(0)
    const expected = json(before.toString())
    ;(expected['figures'] as Record<string, number>)['table3.partlyGranted.total'] = 7
    expect(json(readFileSync(at('repaired.json'), 'utf8'))).toEqual(expected)
  })
})

describe('report', () => {
  it('refuses while errors stand, shows them, tells the way on, and writes nothing', async () => {
    const { status, out, err } = await nianbao(['report', faulty, '--out', at('refused')])
    expect([status, err]).toEqual([1, ''])
    expect(out).toMatch(/^还有 2 个错误，没有生成文档：\n {2}三、依申请公开/)
    expect(out).toMatch(/可加 --draft 生成草稿。\n$/)
    expect(existsSync(at('refused'))).toBe(false)
  })

  it('writes a draft that says so', async () => {
    const { status, out } = await nianbao(['report', faulty, '--out', at('draft'), '--draft', '--format', 'html'])
    const name = '示例街道办事处2024年政府信息公开工作年度报告（草稿）.html'
    expect(status).toBe(0)
    expect(out).toBe(`已生成 ${at(`draft/${name}`)}\n还有 2 个错误，生成的是草稿。用 nianbao check 查看。\n`)
    expect(readFileSync(at(`draft/${name}`), 'utf8')).toContain('草稿')
  })

  it('writes the documents into a new folder and prints their paths', async () => {
    const { status, out } = await nianbao(['report', clean, '--out', at('a/b'), '--format', 'docx,html,txt,json'])
    const names = ['docx', 'html', 'txt', 'json'].map((format) => `${TITLE}.${format}`)
    expect(status).toBe(0)
    expect(out).toBe(names.map((name) => `已生成 ${at(`a/b/${name}`)}\n`).join(''))
    expect(readdirSync(at('a/b')).sort()).toEqual([...names].sort())
    expect(json(readFileSync(at(`a/b/${TITLE}.json`), 'utf8'))).toEqual(json(readFileSync(clean, 'utf8')))
  })

  it('writes a text that reads back as the same report', async () => {
    await nianbao(['report', clean, '--out', at('text'), '--format', 'txt'])
    const { status, out } = await nianbao(['read', at(`text/${TITLE}.txt`), '--json'])
    const { report, findings } = json(out) as { report: object; findings: object[] }
    expect(status).toBe(0)
    expect(findings).toEqual([])
    expect(report).toEqual(json(readFileSync(clean, 'utf8')))
  })
})

describe('new', () => {
  const row = '“二、上年结转政府信息公开申请数量”'
  const offered = [
    ...['自然人 1', '商业企业 0', '科研机构 0', '社会公益组织 0', '法律服务机构 0', '其他 0'].map(
      (cell) => `${row}·${cell}`,
    ),
  ].join('；')

  const newBook = (book: string) =>
    nianbao(['new', book, '--unit', '示例街道办事处', '--year', '2024', '--last-year', clean])
  let made: Result
  beforeAll(async () => {
    made = await newBook(at('new.xlsx'))
  })

  it('makes a workbook for the unit and year, with last year’s figures', async () => {
    const book = at('new.xlsx')
    expect(made).toEqual({
      status: 0,
      out: `已新建 ${book}\n上年数据已带入（2023年，数字 200 个）\n上年结转、现行有效可以带入本年 6 格，没有带入：${offered}。需要时用“导入上年报告”带入。\n现行有效件数要用本年的制发、废止件数推算，填好以后再用“导入上年报告”带入。\n`,
      err: '',
    })
    const { report, findings } = json((await nianbao(['read', book, '--json'])).out) as {
      report: { unit: string; year: number; figures: Record<string, unknown> }
      findings: object[]
    }
    expect([report.unit, report.year, findings]).toEqual(['示例街道办事处', 2024, []])
    expect(new Set(Object.values(report.figures))).toEqual(new Set([null]))
    expect((await nianbao(['check', book])).status).toBe(1)
  })

  it('carries 上年结转 on wish, writes it in 流程记录 and names its file', async () => {
    const book = at('carried.xlsx')
    const { out } = await nianbao([
      'new',
      book,
      '--unit',
      '示例街道办事处',
      '--year',
      '2025',
      '--last-year',
      clean,
      '--carry',
    ])
    expect(out).toContain(`\n已带入本年 6 格，请核对：${row}·自然人 1；`)
    const { report } = json((await nianbao(['read', book, '--json'])).out) as {
      report: { figures: Record<string, unknown> }
    }
    const carriedIn = Object.entries(report.figures).filter(([id]) => id.startsWith('table3.carriedIn.'))
    expect(carriedIn.map(([, value]) => value)).toEqual([1, 0, 0, 0, 0, 0, 1])
    const log = (await xlsxToBook(readFileSync(book))).sheets.find(({ name }) => name === tabNames.log)
    const told = Object.values(log?.cells ?? {}).map(({ value }) => String(value))
    expect(told.some((text) => text.includes(basename(clean)))).toBe(true)
  })

  it('tells what of last year’s file was not read', async () => {
    const file = at('last.json')
    const report = json(readFileSync(clean, 'utf8')) as { figures: Record<string, unknown> }
    for (const id of Object.keys(report.figures)) if (id.startsWith('table4.')) report.figures[id] = null
    report.figures['table2.penalties.decisions'] = null
    writeFileSync(file, JSON.stringify(report))
    const { out } = await nianbao([
      'new',
      at('gaps.xlsx'),
      '--unit',
      '示例街道办事处',
      '--year',
      '2024',
      '--last-year',
      file,
    ])
    expect(out).toContain('\n上年的“二、主动公开”有 1 格没有读到，留空。\n没有读到上年的“四、复议诉讼”，那里留空。\n')
  })

  it('says so where last year’s file is of another year', async () => {
    const { out } = await nianbao(['new', at('other.xlsx'), '--unit', '甲', '--year', '2026', '--last-year', clean])
    expect(out).toContain('\n注意：来源是 2023 年的报告，工作簿要的上年是 2025 年。请确认没有拿错。\n')
    expect((await nianbao(['check', clean, '--last-year', clean])).out).toMatch(
      /^注意：上年的报告是 2023 年的，不是 2022 年的。\n/,
    )
  })

  it('never writes over a file that is there', async () => {
    const book = at('new.xlsx')
    const before = readFileSync(book)
    const again = await nianbao(['new', book, '--unit', '乙', '--year', '2025'])
    expect(again.status).toBe(2)
    expect(again.err).toBe(`“${book}”已经存在，没有改动它。请换一个文件名，或者先把它移走。\n`)
    expect(readFileSync(book).equals(before)).toBe(true)
  })

  it('gives the same bytes for the same request, but for the minute in 流程记录', async () => {
    const minute = () => Math.floor(Date.now() / 60_000)
    const made: Buffer[] = []
    let began = 0
    for (let round = 0; made.length < 2 || minute() !== began; round++) {
      made.length = 0
      began = minute()
      for (const name of [`one ${round}.xlsx`, `two ${round}.xlsx`]) {
        expect((await newBook(at(name))).status).toBe(0)
        made.push(readFileSync(at(name)))
      }
    }
    expect(made[0]?.equals(made[1] ?? Buffer.of())).toBe(true)
  })
})
