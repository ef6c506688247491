import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { sheetNamed } from '../../../src/desk/book'
import type { Book } from '../../../src/desk/book'
import { lockWorkbook } from '../../../src/desk/store'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import { clean, faulty, nianbao, temporaryFolder } from './command'

const folder = temporaryFolder()
const at = (name: string) => join(folder, name)
const houzhai = resolve('test/fixtures/houzhai-2024.txt')
const [fresh, workbook] = [at('fresh.xlsx'), at('年报.xlsx')]

const bookOf = (path = workbook): Promise<Book> => xlsxToBook(readFileSync(path))
const valueAt = (book: Book, tab: string, cell: string) => sheetNamed(book, tab)?.cells[cell]?.value

const importing = (file: string, ...flags: string[]) => nianbao(['import', file, '--into', workbook, ...flags])
const json = (text: string) =>
  JSON.parse(text) as { [name: string]: { cell: string; tab: string }[] } & { written: number }

beforeEach(async () => {
  if (!existsSync(fresh)) await nianbao(['new', fresh, '--unit', '侯寨办事处', '--year', '2024'])
  copyFileSync(fresh, workbook)
})

describe('import', () => {
  it('prints cell by cell what it changes, writes it, leaves the ragged row blank and ends with 1', async () => {
    const { status, out, err } = await importing(houzhai)
    expect([status, err]).toEqual([1, ''])
    const lines = out.split('\n')
    expect(lines[0]).toBe(`来源：${houzhai}（侯寨办事处，2024年度）`)
    expect(lines).toContain('填入或覆盖 157 格：')
    expect(lines).toContain('  三、依申请公开 D7 “一、本年新收政府信息公开申请数量”·自然人：空白 → 8')
    expect(lines).toContain('  1. 按“复议后起诉 结果维持 1”理解')
    expect(lines.slice(-3)).toEqual(['内容相同、不必改动 2 格。', '已导入 157 格。可以撤销。请运行“校验”。', ''])
    const book = await bookOf()
    expect([valueAt(book, '三、依申请公开', '7,4'), valueAt(book, '三、依申请公开', '7,10')]).toEqual([8, 8])
    expect(valueAt(book, '四、复议诉讼', '7,12')).toBeUndefined()
    expect(valueAt(book, '流程记录', '4,3')).toBe('从已发布文本导入')
  })

  it('tells which notes of the workbook cannot be read, and goes on', async () => {
    const parts = unzipSync(readFileSync(workbook))
    const notes = strFromU8(parts['xl/comments4.xml'] ?? new Uint8Array())
    const broken = notes.replace(/(<comment ref="A7"[^]*?)<\/text>/, '$1</texts>')
    expect(broken).not.toBe(notes)
    writeFileSync(workbook, zipSync({ ...parts, 'xl/comments4.xml': strToU8(broken) }))
    const { out } = await importing(houzhai)
    expect(out).toContain('“二、主动公开”有 1 条批注已损坏，没有读取（A7）。')
    expect(out).toContain('已导入 157 格。')
  })

  it('takes the reading that is chosen, and ends with 0', async () => {
    const { status, out } = await importing(houzhai, '--choose', '2')
    expect(status).toBe(0)
    expect(out).toContain('  2. 按“复议后起诉 结果纠正 1”理解（已选）')
    const book = await bookOf()
    expect([11, 12, 15].map((column) => valueAt(book, '四、复议诉讼', `7,${column}`))).toEqual([0, 1, 1])
    expect((await nianbao(['check', workbook])).status).toBe(0)
  })

  it('keeps what stands there, listed, until --overwrite', async () => {
    await importing(houzhai, '--choose', '2')
    const before = readFileSync(workbook)
    const kept = await importing(houzhai, '--choose', '1')
    expect(kept.status).toBe(0)
    expect(kept.out).toContain(
      '已有别的内容、保留 2 格（加 --overwrite 覆盖）：\n' +
        '  四、复议诉讼 K7 “复议后起诉”·结果维持：0 → 1\n  四、复议诉讼 L7 “复议后起诉”·结果纠正：1 → 0\n',
    )
    expect(kept.out).toContain('没有要写入的内容，工作簿没有改动。')
    expect(readFileSync(workbook).equals(before)).toBe(true)
    expect((await importing(houzhai, '--choose', '1', '--overwrite')).out).toContain('已导入 2 格，其中覆盖 2 格。')
    expect(valueAt(await bookOf(), '四、复议诉讼', '7,11')).toBe(1)
  })

  it('writes nothing with --dry-run, and prints only JSON with --json', async () => {
    const before = readFileSync(workbook)
    const { status, out } = await importing(houzhai, '--dry-run', '--json')
    expect(status).toBe(1)
    const result = json(out)
    expect(Object.keys(result)).toEqual([
      'unit',
      'year',
      'warnings',
      'findings',
      'rows',
      'totals',
      'changes',
      'kept',
      'offers',
      'same',
      'written',
    ])
    expect([result['changes']?.length, result.written]).toEqual([157, 0])
    expect(readFileSync(workbook).equals(before)).toBe(true)
  })

  it('takes last year’s report to 上年数据, and carries over only when asked', async () => {
    const { status, out } = await importing(clean, '--last-year')
    expect(status).toBe(0)
    expect(out).toContain('注意：来源的单位是“示例街道办事处”，工作簿的单位是“侯寨办事处”。')
    expect(out).toContain('可以带入本年 6 格（加 --carry 带入）：\n  三、依申请公开 D8 ')
    expect(out).toContain('（来自2023年报告 四、结转下年度继续办理·自然人）')
    const before = await bookOf()
    expect([valueAt(before, '上年数据', '3,2'), valueAt(before, '三、依申请公开', '8,4')]).toEqual([2023, undefined])
    await importing(clean, '--last-year', '--carry')
    const { figures } = JSON.parse(readFileSync(clean, 'utf8')) as { figures: Record<string, number> }
    expect(valueAt(await bookOf(), '三、依申请公开', '8,4')).toBe(figures['table3.carriedOut.naturalPerson'])
  })

  it('keeps notes, comments, other tabs and the log', async () => {
    const book = await bookOf()
    const cell = sheetNamed(book, '三、依申请公开')?.cells['7,4']
    if (cell) cell.note = '李工核对过'
    const entry = { who: '王审核', time: '2025-01-02T03:04:05Z', text: '请核对' }
    book.comments = [{ id: 'c1', sheet: book.sheets[4]?.id ?? 0, row: 8, column: 4, resolved: false, entries: [entry] }]
    writeFileSync(workbook, await bookToXlsx(book, {}))
    await importing(houzhai)
    await importing(clean, '--last-year')
    const after = await bookOf()
    expect(sheetNamed(after, '三、依申请公开')?.cells['7,4']).toMatchObject({ value: 8, note: '李工核对过' })
    expect(after.comments?.map(({ entries }) => entries[0]?.text)).toEqual(['请核对'])
    expect([4, 5].map((row) => valueAt(after, '流程记录', `${row},3`))).toEqual(['从已发布文本导入', '导入上年报告'])
  })

  it('takes another workbook as a source', async () => {
    const source = at('来源.xlsx')
    copyFileSync(fresh, source)
    await nianbao(['import', faulty, '--into', source])
    await importing(source)
    const [from, to] = [await bookOf(source), await bookOf()]
    expect(valueAt(to, '三、依申请公开', '10,10')).toBe(7)
    expect(valueAt(to, '一、总体情况', '5,2')).toBe(valueAt(from, '一、总体情况', '5,2'))
  })

  it('tells totals of the source that do not add up, and does not type them over formulas', async () => {
    const { out } = await importing(faulty)
    expect(out).toMatch(/来源的总计与各项之和不同：\n {2}三、依申请公开 “.*”·总计：来源写的是 6，各项之和是 7。/)
    expect(sheetNamed(await bookOf(), '三、依申请公开')?.cells['10,10']).toMatchObject({
      value: 7,
      formula: expect.any(String),
    })
    expect(String(valueAt(await bookOf(), '流程记录', '4,4'))).toContain('来源写的是 6，各项之和是 7')
  })

  it('refuses a workbook that is open on a desk, and leaves it as it is', async () => {
    const lock = await lockWorkbook(workbook, '张三', '2025-01-02T03:04:05Z')
    const before = readFileSync(workbook)
    const { status, err } = await importing(houzhai)
    lock.release()
    expect([status, err.split('\n').length]).toEqual([2, 2])
    expect(err).toContain('张三')
    expect(readFileSync(workbook).equals(before)).toBe(true)
    expect(existsSync(`${workbook}.lock`)).toBe(false)
  })

  it.each([
    ['no such reading', [houzhai, '--into', 'W', '--choose', '3'], '没有第 3 种读法，列出的是 1 到 2。'],
    ['nothing to choose', [clean, '--into', 'W', '--choose', '1'], '没有需要选择的读法，请去掉 --choose 1。'],
    ['no workbook', [houzhai, '--into', 'a.txt'], '--into 应当是扩展名为 .xlsx 的工作簿，写的是“a.txt”。'],
    ['a missing workbook', [houzhai, '--into', 'none.xlsx'], '找不到“none.xlsx”，请检查路径。'],
    ['--carry for this year', [houzhai, '--into', 'W', '--carry'], '--carry 只能与 --last-year 一起用。'],
    ['no target', [houzhai], '缺少选项 --into <WORKBOOK.xlsx>。用 nianbao --help 查看用法。'],
  ])('refuses %s in one line', async (_, args, message) => {
    const { status, out, err } = await nianbao(['import', ...args.map((arg) => (arg === 'W' ? workbook : arg))])
    expect([status, out, err]).toEqual([2, '', `${message}\n`])
  })
})
