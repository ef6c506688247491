import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { clean, faulty, nianbao, temporaryFolder } from './command'

const folder = temporaryFolder()
const at = (name: string) => join(folder, name)
const readable =
  '.xlsx（年报工作簿，或者含有年报表格的其他工作簿）、.xls、.et、.ods、.csv、.docx、.doc、.wps、.rtf、.odt、.pdf、.html、.txt 或 .md（已发布的年报）、.json（年报数据）'
const nothing =
  '一份看不出年度报告内容的文件：没有找到报告标题、六个部分的标题，也没有找到表格中的任何一行。请确认它是年度报告的全文。'

const contents: Record<string, Uint8Array | string> = {
  'renamed.xlsx': zipSync({ 'word/document.xml': strToU8('<w/>') }),
  'text.xlsx': '年报',
  'empty.json': '',
  'blank.txt': ' \n\t\n',
  'broken.json': '{"edition": "2021",',
  'shape.json': '[1, 2]',
  'figure.json': '{"edition": "2021", "figures": {"table9.a.b": 1}}',
  'picture.txt': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 1]),
  'letter.txt': '各位同事：\n明天上午开会。\n',
  'report.docx': 'PK',
  'old.xls': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook', 'utf16le')]),
  'printed.pdf': '%PDF-1.7\n',
}

beforeAll(async () => {
  for (const [name, content] of Object.entries(contents)) writeFileSync(at(name), content)
  mkdirSync(at('folder.xlsx'))
  await nianbao(['new', at('book.xlsx'), '--unit', '甲', '--year', '2024'])
  writeFileSync(at('cut.xlsx'), readFileSync(at('book.xlsx')).subarray(0, 20000))
  writeFileSync(at('foreign.xlsx'), zipSync({ 'xl/workbook.xml': strToU8('<workbook><sheets/></workbook>') }))
})

describe.each(['read', 'check'])('%s of a file that holds no report', (command) => {
  it.each([
    ['missing.xlsx', '找不到“%”，请检查路径。'],
    ['report.docx/x.json', '找不到“%”，请检查路径。'],
    ['folder.xlsx', '“%”是目录，其中没有可以读取的年报文件。请检查路径，或者写明文件。'],
    ['empty.json', '“%”是空的，没有内容。请重新取得文件。'],
    ['blank.txt', '“%”是空的，没有内容。请重新取得文件。'],
    ['report.docx', '“%”：这不是 .docx 文件（内容不是 Word 文档）。请用 Word 或 WPS 打开后另存为 .docx。'],
    ['picture.txt', `“%”的内容不是文字，可能只是改了扩展名。能读取的文件：${readable}。`],
    ['text.xlsx', '“%”：这不是 .xlsx 文件（内容不是 Excel 工作簿）。请选用 nianbao new 生成的工作簿。'],
    ['renamed.xlsx', `“%”：${nothing}`],
    ['cut.xlsx', '“%”：文件不完整，末尾缺失，可能没有下载完或复制完。请重新取得文件。'],
    ['foreign.xlsx', `“%”：${nothing}`],
    ['old.xls', '“%”：文件内容已损坏，无法读取。请用 Word 或 WPS 打开后重新保存，或重新取得文件。'],
    ['printed.pdf', '“%”：文件内容已损坏，无法读取。请用 Word 或 WPS 打开后重新保存，或重新取得文件。'],
    [
      'shape.json',
      '“%”：这不是年度报告的JSON：至少要有edition和figures。请选用 nianbao report --format json 生成的数据，或重新取得文件。',
    ],
  ])('%s', async (name, line) => {
    const path = join(folder, name)
    const before = existsSync(path) && name in contents ? readFileSync(path) : null
    expect(await nianbao([command, path])).toEqual({ status: 2, out: '', err: `${line.replace('%', path)}\n` })
    if (before) expect(readFileSync(path).equals(before)).toBe(true)
  })

  const itWithLinks = process.platform === 'win32' ? it.skip : it
  itWithLinks('a device, a link to itself: nothing is waited for', async () => {
    const err = '“/dev/null”是设备或管道，不是文件。请先存成文件再读取。\n'
    expect(await nianbao([command, '/dev/null'])).toEqual({ status: 2, out: '', err })
    symlinkSync(at(`${command}-loop.json`), at(`${command}-loop.json`))
    expect((await nianbao([command, at(`${command}-loop.json`)])).err).toMatch(/^“[^\n]+”是循环的链接，[^\n]+\n$/)
  })

  it.each(['broken.json', 'figure.json', 'letter.txt'])('%s, in one line that names the file', async (name) => {
    const { status, out, err } = await nianbao([command, at(name), '--json'])
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(new RegExp(`^“${at(name)}”：[^\n]+\n$`))
  })
})

describe('usage that cannot be carried out', () => {
  it.each<[string[], string]>([
    [[], '请写明要做什么，例如 nianbao check 文件.xlsx。用 nianbao --help 查看有哪些命令。'],
    [['chek', faulty], '没有命令 chek。用 nianbao --help 查看有哪些命令。'],
    [['check'], '缺少参数 FILE。用 nianbao --help 查看用法。'],
    [['claims', faulty, clean], '参数太多。路径中有空格时请加引号。'],
    [['check', faulty, '--all'], '没有选项 --all。用 nianbao --help 查看有哪些选项。'],
    [['new', 'x.xlsx', '--year', '2024'], '缺少选项 --unit <U>。用 nianbao --help 查看用法。'],
    [['new', 'x.xlsx', '--unit', ' ', '--year', '2024'], '--unit 不能是空的，请写单位全称。'],
    [['new', 'x.xlsx', '--unit', '甲', '--year', '24'], '--year 应当是四位数的年份，例如 2025，写的是“24”。'],
    [['new', 'x.xls', '--unit', '甲', '--year', '2024'], '新建的工作簿扩展名应当是 .xlsx，写的是“x.xls”。'],
    [['report', clean], '缺少选项 --out <DIR>。用 nianbao --help 查看用法。'],
    [
      ['report', clean, '--out', 'x', '--format', 'docx,doc'],
      '--format 不认识“doc”，只有 docx、html、txt、json、pdf，用逗号分隔。',
    ],
    [['repair', faulty, '--choose', '0', '--out', 'x.json'], '--choose 应当是 check 列出的序号，例如 1，写的是“0”。'],
    [['repair', faulty, '--choose', '9', '--out', 'x.json'], '没有第 9 条修改，check 列出的是 1 到 1。'],
    [['repair', clean, '--choose', '1', '--out', 'x.json'], `“${clean}”没有可选的修改。`],
  ])('%j', async (args, line) => {
    expect(await nianbao(args)).toEqual({ status: 2, out: '', err: `${line}\n` })
    for (const name of ['x', 'x.xlsx', 'x.xls', 'x.json']) expect(existsSync(name)).toBe(false)
  })
})

describe('a place that cannot be written', () => {
  it('--out that is a file, or stands under one', async () => {
    for (const out of [at('letter.txt'), at('letter.txt/a/b')]) {
      expect(await nianbao(['report', clean, '--out', out])).toEqual({
        status: 2,
        out: '',
        err: `“${out}”不能用作目录：它或者它的上级是文件。\n`,
      })
    }
    expect(readFileSync(at('letter.txt'), 'utf8')).toBe(contents['letter.txt'])
  })

  const itWithProc = existsSync('/proc/self') ? it : it.skip
  itWithProc('a place that takes no folders', async () => {
    const err = '“/proc/a/b”所在的目录不存在，请先建立目录。\n'
    expect(await nianbao(['report', clean, '--out', '/proc/a/b'])).toEqual({ status: 2, out: '', err })
  })

  it('a folder whose name is too long, without the folders above it', async () => {
    const out = join(at('above'), '长'.repeat(200))
    expect((await nianbao(['report', clean, '--out', out])).err).toBe(`路径“${out}”太长，请缩短。\n`)
    expect(existsSync(at('above'))).toBe(false)
  })

  it('the source itself', async () => {
    copyFileSync(faulty, at('own.json'))
    const { status, err } = await nianbao(['repair', at('own.json'), '--choose', '1', '--out', at('own.json')])
    expect(status).toBe(2)
    expect(err).toBe(`--out 与原文件“${at('own.json')}”是同一个文件。原文件不改动，请换一个文件名。\n`)
    expect(readFileSync(at('own.json')).equals(readFileSync(faulty))).toBe(true)
  })

  it('a folder that is not there, a folder as the file', async () => {
    const target = at('nowhere/x.json')
    expect((await nianbao(['repair', faulty, '--choose', '1', '--out', target])).err).toBe(
      `“${target}”所在的目录不存在，请先建立目录。\n`,
    )
    expect((await nianbao(['repair', faulty, '--choose', '1', '--out', folder])).err).toBe(
      `“${folder}”是目录，这里要一个文件。\n`,
    )
    expect((await nianbao(['new', at('nowhere/x.xlsx'), '--unit', '甲', '--year', '2024'])).status).toBe(2)
  })

  const itWithFullDevice = existsSync('/dev/full') ? it : it.skip
  itWithFullDevice('a full disk (/dev/full)', async () => {
    expect(await nianbao(['repair', faulty, '--choose', '1', '--out', '/dev/full'])).toEqual({
      status: 2,
      out: '',
      err: '写入“/dev/full”时磁盘已满，请腾出空间再试。没有留下不完整的文件。\n',
    })
  })
})

describe('pdf without a program that makes one', () => {
  it('is said before anything is written', async () => {
    const out = at('no-pdf')
    const { status, err } = await nianbao(['report', clean, '--out', out, '--format', 'html,pdf'], { PATH: at('.') })
    expect(status).toBe(2)
    expect(err).toMatch(/^生成 pdf 需要 LibreOffice 或 Chromium（Chrome、Edge 也可），[^\n]+\n$/)
    expect(existsSync(out)).toBe(false)
  })
})

it('leaves no temporary file anywhere', () => {
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
})
