import { afterEach, describe, expect, it } from '@jest/globals'
import type { Sidebar } from '../../../src/actions'
import type { Book } from '../../../src/desk/book'
import { OfficeError } from '../../../src/desk/office'
import { a1 } from '../../../src/workbook'
import { menuWords } from '../../../src/words/actions'
import { importWords } from '../../../src/words/import'
import { officeWords as words } from '../../../src/words/office'
import { sidebarWords } from '../../../src/words/sidebar'
import { tabNames } from '../../../src/words/tabs'
import { blankBook, clean, figure, figureIn, filledBook, homeOf, newSpreadsheet, tabOf } from '../support/template'
import { cellAt, closeAll, desk, li, run, type, typeFigure, wang } from './desk'
import type { Desk } from './desk'

afterEach(closeAll)

const total = 'table3.received.total'
const part = 'table3.received.naturalPerson'
/** Blank where 空白填 0 finds it. */
const total4 = 'table4.review.upheld'

describe('undo and redo', () => {
  it('take back the parts of one paste together', async () => {
    const one = await desk()
    const before = one.office.book
    const block = (row: number) => ({ sheet: 0, row, column: 3, values: [[row], [row + 1]] })
    await one.office.edit(li, { ...block(1), more: [block(4)], base: 0 })
    await one.office.edit(li, { ...block(7), base: 0 })
    expect((await one.office.undo(li)).what).toBe(words.edited('表一!C7', 2))
    expect((await one.office.undo(li)).what).toBe(words.edited('表一!C1', 4))
    expect(one.office.book).toEqual(before)
    await one.office.redo(li)
    expect(['1,3', '2,3', '4,3', '5,3', '7,3'].map((key) => cellAt(one, key)?.value)).toEqual([1, 2, 4, 5, undefined])
    await expect(one.office.undo(li)).resolves.toMatchObject({ what: words.edited('表一!C1', 4) })
  })

  it('take back and do again the person’s own edits, marks and results included', async () => {
    const one = await desk(blankBook())
    const first = one.office.book
    await typeFigure(one, li, part, 5)
    const second = one.office.book
    expect(figureIn(second, total).value).toBe(5)
    await typeFigure(one, li, part, '7件')
    const third = one.office.book
    expect(figureIn(third, part).note).toMatch(/^【校验】/)
    await one.office.undo(li)
    expect(one.office.book).toEqual(second)
    await one.office.undo(li)
    expect(one.office.book).toEqual(first)
    await expect(one.office.undo(li)).rejects.toThrow(words.nothingToUndo)
    await one.office.redo(li)
    expect(one.office.book).toEqual(second)
    await one.office.redo(li)
    expect(one.office.book).toEqual(third)
    await expect(one.office.redo(li)).rejects.toThrow(words.nothingToRedo)
    await one.office.undo(li)
    expect(one.office.book).toEqual(second)
  })

  it('leave alone what others did elsewhere, and skip where another went on: the step before is the next one', async () => {
    const one = await desk()
    await type(one, li, 1, 3, 'li')
    await type(one, wang, 4, 3, 'first')
    await type(one, wang, 2, 3, 'wang')
    await one.office.undo(li)
    expect([cellAt(one, '1,3'), cellAt(one, '2,3')?.value]).toEqual([undefined, 'wang'])
    await type(one, li, 2, 3, 'li again')
    await expect(one.office.redo(li)).rejects.toThrow(words.nothingToRedo)
    const [second, first] = ['表一!C2', '表一!C4'].map((cell) => words.edited(cell, 1))
    const why = words.steps.changed('李', '表一!C2')
    expect(why).toBe('表一!C2（李后来又改过）')
    const before = one.office.book
    const conflict = new OfficeError('conflict', words.steps.undo.skipped(second ?? '', why, first ?? ''))
    await expect(one.office.undo(wang)).rejects.toEqual(conflict)
    expect(one.office.book).toEqual(before)
    expect(await one.office.undo(wang)).toEqual({ seq: one.office.seq, what: first })
    expect([cellAt(one, '2,3')?.value, cellAt(one, '4,3')]).toEqual(['li again', undefined])
    await expect(one.office.undo(wang)).rejects.toThrow(words.nothingToUndo)
  })

  it('of a paste take back the cells that nobody has changed since, and name the others', async () => {
    const one = await desk()
    await one.office.edit(li, { sheet: 0, row: 1, column: 3, values: [[1], [2], [3]], base: 0 })
    await type(one, wang, 2, 3, 22)
    const { left } = await one.office.undo(li)
    expect(left).toBe(words.steps.undo.left(1, ['表一!C2（王后来又改过）']))
    const values = () => ['1,3', '2,3', '3,3'].map((key) => cellAt(one, key)?.value)
    expect(values()).toEqual([undefined, 22, undefined])
    expect(await one.office.redo(li)).not.toHaveProperty('left')
    expect(values()).toEqual([1, 22, 3])
  })

  it('take a run as one step, tabs, names and properties included', async () => {
    const one = await desk(newSpreadsheet())
    const before = one.office.book
    const { unit, year } = clean
    await run(one, li, 'initTemplate', { unit, year })
    const made = one.office.book
    expect(made.sheets.map(({ name }) => name)).toContain(tabNames.table3)
    expect([made.names.length > 0, Object.keys(made.properties).length > 0]).toEqual([true, true])
    expect((await one.office.undo(li)).what).toBe(menuWords.template)
    expect(one.office.book).toEqual(before)
    await one.office.redo(li)
    expect(one.office.book).toEqual(made)
    await typeFigure(one, wang, part, 3)
    const why = words.steps.sheetChanged(tabNames.table3)
    const since = new OfficeError('conflict', words.steps.undo.skipped(menuWords.template, why, null))
    await expect(one.office.undo(li)).rejects.toEqual(since)
  })

  it('take a run back that changed cells alone, and refuse where another went on', async () => {
    const one = await desk(filledBook())
    const before = one.office.book
    const section = { section: 'other' }
    await run(one, li, 'insertField', '办结', section)
    const inserted = one.office.book
    expect(inserted).not.toEqual(before)
    expect((await one.office.undo(li)).what).toBe('插入数据项')
    expect(one.office.book).toEqual(before)
    await one.office.redo(li)
    expect(one.office.book).toEqual(inserted)
    const text = { row: 5, column: 2 }
    const sheet = tabOf(inserted, tabNames.other)
    await one.office.edit(wang, { sheet: sheet.id, ...text, values: [['改了']], base: one.office.seq })
    const why = words.steps.changed('王', `${sheet.name}!B5`)
    const since = new OfficeError('conflict', words.steps.undo.skipped('插入数据项', why, null))
    await expect(one.office.undo(li)).rejects.toEqual(since)
  })
})

describe('流程记录', () => {
  /** Who, what and detail of each line. */
  const linesOf = ({ office }: Desk) => {
    const { cells } = tabOf(office.book, tabNames.log)
    return Array.from({ length: 20 }, (_, at) => at + 4).flatMap((row) => {
      const line = [2, 3, 4].map((column) => cells[`${row},${column}`]?.value)
      return line[1] === undefined ? [] : [line]
    })
  }

  it('keeps the lines of a run that is taken back, and tells that in one more', async () => {
    const one = await desk(blankBook())
    await typeFigure(one, wang, part, 3)
    const blanks = tabOf(one.office.book, tabNames.table4)
    one.office.join(li)
    one.office.here(li, { sheet: blanks.id, row: 1, column: 1 })
    const asked = await run(one, li, 'fillZeros')
    await one.office.run(li, { functionName: 'fillZeros', run: asked.run, answer: { button: 'YES' } })
    const before = linesOf(one)
    expect(before.map(([who, what]) => [who, what])).toEqual([
      ['王', '填写'],
      ['李', menuWords.zeros],
    ])
    await typeFigure(one, wang, total4, 5)
    const { what, left } = await one.office.undo(li)
    expect([what, left]).toEqual([menuWords.zeros, expect.stringContaining('王后来又改过')])
    const [written, line] = linesOf(one).slice(before.length)
    expect([linesOf(one).slice(0, before.length), written?.slice(0, 2)]).toEqual([before, ['王', '填写']])
    expect(line?.slice(0, 2)).toEqual(['李', '撤销'])
    expect(line?.[2]).toMatch(/^撤销“空白填 0”，改动 \d+ 格：四、复议诉讼 [^；]*。/)
    expect(line?.[2]).toContain(left)
    await one.office.redo(li)
    expect(linesOf(one).at(-1)?.slice(0, 2)).toEqual(['李', '重做'])
    expect(linesOf(one)).toHaveLength(before.length + 3)
  })

  it('counts and names cells of the form alone, not those of 校验结果', async () => {
    const one = await desk(filledBook(figure('table4.review.total', 9)))
    const { groups, repairs } = (await run(one, li, 'showFindings')).value as Sidebar
    const finding = groups.flatMap(({ findings }) => findings).find(({ message }) => message.includes('现为 9（'))
    const [repair] = repairs.filter(({ changes }) => changes.length === 1 && changes[0]?.isFormula)
    await run(one, li, 'acceptFinding', finding?.fingerprint, '原件如此')
    await one.office.undo(li)
    expect(linesOf(one).at(-1)).toEqual(['李', '撤销', `撤销“${sidebarWords.acceptEvent}”。`])
    await run(one, li, 'applyRepair', [repair?.id])
    await one.office.undo(li)
    expect(linesOf(one).at(-1)).toEqual([
      '李',
      '撤销',
      `撤销“${sidebarWords.applyEvent}”，改动 1 格：四、复议诉讼 E7。`,
    ])
    await one.office.redo(li)
    expect(linesOf(one).at(-1)).toEqual([
      '李',
      '重做',
      `重做“${sidebarWords.applyEvent}”，改动 1 格：四、复议诉讼 E7。`,
    ])
  })

  /** 生成年度报告 up to its end, a draft where errors stand. */
  async function generate(one: Desk): Promise<void> {
    const asked = await run(one, li, 'generateReport')
    if (!asked.question) return
    await one.office.run(li, { functionName: 'generateReport', run: asked.run, answer: { button: 'YES' } })
  }

  const editOf = (figure: string) => {
    const { tab, row, column } = homeOf(figure)
    return words.edited(`${tab}!${a1({ row, column })}`, 1)
  }

  it.each([
    ['a draft, whose errors are listed before the question', 99, `${menuWords.generate}（草稿）`],
    ['a report without errors', clean.figures[part], menuWords.generate],
  ])('of %s: an undo says that it stays, and leaves the step before alone', async (_, value, event) => {
    const one = await desk(filledBook())
    await typeFigure(one, li, part, 55)
    await typeFigure(one, li, part, value as number)
    await generate(one)
    const made = one.office.book
    const before = linesOf(one)
    expect(before.at(-1)?.[1]).toBe(event)
    const { kept, undo } = words.steps
    const told = undo.skipped(menuWords.generate, kept(true), editOf(part))
    expect(told).toContain('不能撤销“生成年度报告”：文件已经生成，填写的内容没有改动。')
    await expect(one.office.undo(li)).rejects.toEqual(new OfficeError('conflict', told))
    expect(one.office.book).toEqual(made)
    expect((await one.office.undo(li)).what).toBe(editOf(part))
    expect(figureIn(one.office.book, part).value).toBe(55)
    expect(linesOf(one).slice(0, before.length)).toEqual(before)
  })

  it('of a command that has only told it: an undo says so, and what was undone before can still be redone', async () => {
    const one = await desk(filledBook(figure(total, 99)))
    await typeFigure(one, li, part, 5)
    await one.office.undo(li)
    const asked = await run(one, li, 'restoreTotals')
    await one.office.run(li, { functionName: 'restoreTotals', run: asked.run, answer: { button: 'NO' } })
    const told = words.steps.undo.skipped(menuWords.totals, words.steps.kept(false), null)
    await expect(one.office.undo(li)).rejects.toEqual(new OfficeError('conflict', told))
    expect((await one.office.redo(li)).what).toBe(editOf(part))
  })
})

describe('an undo after a command', () => {
  /** A command by its name, with its arguments. */
  type Call = [name: string, ...values: unknown[]]
  const source = { name: 'clean.json', kind: 'json', content: JSON.stringify(clean) }

  async function anImport(one: Desk): Promise<Call> {
    const request = { into: 'lastYear', source }
    const { value } = await run(one, li, 'previewImport', request)
    const { preview, source: read } = value as { preview: { items: { id: string }[] }; source: unknown }
    return ['applyImport', { ...request, source: read, ticks: preview.items.map(({ id }) => id) }]
  }

  const sidebarOf = async (one: Desk) => (await run(one, li, 'showFindings')).value as Sidebar

  const anAcceptance = async (one: Desk): Promise<Call> => {
    const { groups } = await sidebarOf(one)
    return ['acceptFinding', groups[0]?.findings[0]?.fingerprint, '原件如此']
  }

  const aRepair = async (one: Desk): Promise<Call> => ['applyRepair', [(await sidebarOf(one)).repairs[0]?.id]]

  const plain =
    (...call: Call) =>
    (): Promise<Call> =>
      Promise.resolve(call)

  const withoutLines = (book: Book): Book => ({
    ...book,
    sheets: book.sheets.filter(({ name }) => name !== tabNames.log),
  })

  it.each<[string, () => Book, (one: Desk) => Promise<Call>]>([
    [menuWords.check, filledBook, plain('checkWorkbook')],
    [menuWords.sketch, blankBook, plain('makeDraft', [], { trainings: '2' })],
    [menuWords.fields, filledBook, plain('insertField', '办结', { section: 'other' })],
    [importWords.event, filledBook, anImport],
    [sidebarWords.acceptEvent, filledBook, anAcceptance],
    [sidebarWords.applyEvent, filledBook, aRepair],
  ])('takes back all that “%s” wrote, as one step, but 流程记录', async (caption, book, prepare) => {
    const one = await desk(book())
    await typeFigure(one, li, part, 99)
    const [name, ...values] = await prepare(one)
    const before = one.office.book
    expect(await run(one, li, name, ...values)).toMatchObject({ isChange: true })
    await one.office.whenRenewed()
    expect((await one.office.undo(li)).what).toBe(caption)
    expect(withoutLines(one.office.book)).toEqual(withoutLines(before))
  })
})
