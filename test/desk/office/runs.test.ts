import { afterEach, describe, expect, it, jest } from '@jest/globals'
import type { Sidebar, SidebarUpdate } from '../../../src/actions'
import { OfficeError } from '../../../src/desk/office'
import type { OfficeEvent, RunAnswer } from '../../../src/desk/protocol'
import { StoreError } from '../../../src/desk/store'
import { Store } from '../../../src/desk/store/store'
import { menuWords, totalsWords } from '../../../src/words/actions'
import { deskWords } from '../../../src/words/desk'
import { reportWords } from '../../../src/words/generate'
import { commentOn } from '../../../src/desk/book/comment-quote'
import { officeWords as words } from '../../../src/words/office'
import { sidebarWords } from '../../../src/words/sidebar'
import { tabNames } from '../../../src/words/tabs'
import { workbookFile } from '../store/folder'
import { oldHead, writeJournal } from '../store/written'
import { blankBook, clean, figure, figureIn, filledBook, tabOf } from '../support/template'
import { lastUndo } from '../../support/last-undo'
import { again, closeAll, desk, li, onPage, run, typeFigure, wang, written, zhao } from './desk'
import type { Desk } from './desk'

afterEach(closeAll)

const total = 'table4.review.total'
const restoreTotals = 'restoreTotals'

/** A total that somebody typed, and that is wrong: 计算合计 asks about it, 生成年度报告 as well. */
const faulty = () => filledBook(figure(total, 9))

const answered = ({ office }: Desk, by: typeof li, given: RunAnswer, button: 'YES' | 'NO', name = restoreTotals) =>
  office.run(by, { functionName: name, run: given.run, answer: { button } })

const gone = (action: string) => new OfficeError('conflict', words.questionGone(action))

const kinds = (events: readonly OfficeEvent[]) =>
  events.map((event) => (event.type === 'run' ? `${event.state} ${event.name}` : event.type))

describe('生成年度报告', () => {
  it('tells the open comments with author, words, quoted cell and place, those of a minute ago too', async () => {
    const one = await desk(filledBook())
    const sheet = tabOf(one.office.book, tabNames.table3).id
    for (const row of [7, 8])
      await one.office.comment(wang, { do: 'comment', sheet, row, column: 4, text: `请核对第${row}行` })
    const [, second] = one.office.book.comments ?? []
    await one.office.comment(li, { do: 'resolve', id: second?.id ?? '', resolved: true })
    const { dialogs } = await run(one, li, 'generateReport')
    expect(dialogs[0]?.html).toContain(
      '<p>还有 1 条批注没有解决，报告已照常生成：</p><ul><li><span class="place">三、依申请公开 D7 </span>' +
        '王：请核对第7行（批注在表格，原文“8”）</li></ul></html>',
    )
  })

  it('quotes what a comment was said of, tells what stands there by now, and the answers', async () => {
    const one = await desk(filledBook())
    const figure = 'table3.received.naturalPerson'
    const sheet = tabOf(one.office.book, tabNames.table3).id
    await one.office.comment(wang, { do: 'comment', sheet, row: 7, column: 4, text: '应为 9' })
    await one.office.comment(wang, { do: 'comment', sheet, row: 7, column: 4, text: '请附依据' })
    const [first] = one.office.book.comments ?? []
    await one.office.comment(li, { do: 'reply', id: first?.id ?? '', text: '已改' })
    await typeFigure(one, li, figure, 9)
    const lines = async (of: Desk) => {
      const asked = await run(of, li, 'generateReport')
      return (await answered(of, li, asked, 'YES', 'generateReport')).dialogs[0]?.html
    }
    const told = [
      '王：应为 9（批注在表格，原文“8”，现在是“9”）；李回复：已改',
      '王：请附依据（批注在表格，原文“8”，现在是“9”）',
    ]
    for (const line of told) expect(await lines(one)).toContain(line)
    await one.office.close()
    // Also out of the .xlsx and the journal.
    const next = await again(one.path)
    for (const line of told) expect(await lines(next)).toContain(line)
  })

  it('quotes of a long text only the words that a comment is about, or its beginning', async () => {
    const one = await desk(filledBook())
    const sheet = tabOf(one.office.book, tabNames.overview).id
    const at = { do: 'comment', sheet, row: 5, column: 2 } as const
    await one.office.comment(wang, { ...at, text: commentOn('本年新收政府信息公开申请8件', '与台账不符') })
    await one.office.comment(wang, { ...at, text: '太短' })
    const { dialogs } = await run(one, li, 'generateReport')
    const told =
      '王：与台账不符（批注在表格，原文“本年新收政府信息公开申请8件”）</li><li><span class="place">一、总体情况 B5 </span>' +
      '王：太短（批注在表格，原文“2024年，本机关按照《中华人民共和国政府信息公开条例》做好政府信息公开工作。…”）'
    expect(dialogs[0]?.html).toContain(told)
    const log = JSON.stringify(tabOf(one.office.book, tabNames.log).cells)
    expect(log).toContain('王：与台账不符（批注在表格，原文“本年新收政府信息公开申请8件”）')
    expect(log).not.toContain('没有发生责任追究')
  })
})

describe('a run', () => {
  it('is told, on the disk, told as a change, and told as ended, in this order', async () => {
    const one = await desk(faulty())
    const before = one.office.book
    const lines: number[] = []
    one.office.subscribe(() => void lines.push(written(one).length))
    const answer = await run(one, li, 'checkWorkbook')
    expect(answer.seq).toBe(1)
    expect(answer.toasts).toHaveLength(1)
    expect(answer.dialogs).toEqual([])
    expect(kinds(one.events)).toEqual(['started 校验', 'patch', 'finished 校验'])
    expect(lines).toEqual([0, 1, 1])
    expect(one.events[1]).toMatchObject({ seq: 1, by: 'li', kind: 'run' })
    expect(one.office.trail(1).entries).toMatchObject([{ who: '李', kind: 'run', what: '校验' }])
    expect(onPage(before, one.events)).toEqual(one.office.book)
  })

  it('that changes nothing is told, but no change', async () => {
    const one = await desk(blankBook())
    const { dialogs, seq } = await run(one, li, 'importPublished')
    expect(dialogs.map(({ kind, title }) => [kind, title])).toEqual([['modal', menuWords.importPublished]])
    expect([seq, written(one).length]).toEqual([0, 0])
    expect(kinds(one.events)).toEqual(['started 从已发布文本导入', 'finished 从已发布文本导入'])
  })

  it('that throws changes nothing, and the next one goes on', async () => {
    const one = await desk(faulty())
    const before = one.office.book
    const answer = await run(one, li, 'goToCell', '没有', 'A1')
    expect(answer).toEqual({
      run: answer.run,
      seq: 0,
      dialogs: [],
      toasts: [],
      notices: [],
      files: [],
      error: sidebarWords.tabGone('没有'),
    })
    expect([one.office.book, one.office.seq, written(one)]).toEqual([before, 0, []])
    expect((await run(one, li, 'checkWorkbook')).seq).toBe(1)
  })

  it('that ends by a fault of the program says so in Chinese, changes nothing, and leaves a trace', async () => {
    const faults: Error[] = []
    const one = await desk(faulty(), { onFault: (fault) => faults.push(fault as Error) })
    const before = one.office.book
    const answer = await run(one, li, 'initTemplate', { lastYear: {} })
    expect(answer.error).toBe(deskWords.failed)
    expect([one.office.book, one.office.seq]).toEqual([before, 0])
    expect(faults.map(({ name, stack }) => [name, /\n +at .*template/.test(stack ?? '')])).toEqual([
      ['TypeError', true],
    ])
  })

  const refused: [string, typeof li, string, unknown[], OfficeError][] = [
    ['a command that is none', li, 'none', [], new OfficeError('refused', words.noCommand('none'))],
    ['what every object has', li, 'constructor', [], new OfficeError('refused', words.noCommand('constructor'))],
    ['too few arguments', li, 'applyRepair', [], new OfficeError('refused', words.badArguments('applyRepair'))],
    ['other arguments', li, 'applyRepair', ['x'], new OfficeError('refused', words.badArguments('applyRepair'))],
    ['too many', li, 'checkWorkbook', [1], new OfficeError('refused', words.badArguments('checkWorkbook'))],
    ['a reviewer', zhao, 'checkWorkbook', [], new OfficeError('forbidden', words.reviewer)],
  ]
  it.each(refused)('is refused, and nobody is told of it: %s', async (_, person, name, values, error) => {
    const one = await desk()
    const before = one.office.book
    await expect(run(one, person, name, ...values)).rejects.toEqual(error)
    expect([one.office.book, one.office.seq, one.events]).toEqual([before, 0, []])
  })

  it('is not there when the disk refuses it: told as ended, no step, no file; the next one is', async () => {
    const files: string[] = []
    const one = await desk(filledBook(), { onFile: ({ id }) => files.push(id) })
    const before = one.office.book
    const noRoom = new StoreError('没有保存')
    const append = jest.spyOn(Store.prototype, 'append').mockRejectedValueOnce(noRoom)
    await expect(run(one, li, 'generateReport')).rejects.toEqual(new OfficeError('failed', noRoom.message))
    append.mockRestore()
    expect(kinds(one.events)).toEqual(['started 生成年度报告', 'finished 生成年度报告'])
    expect([one.office.book, one.office.seq, files]).toEqual([before, 0, []])
    await expect(one.office.undo(li)).rejects.toThrow(words.nothingToUndo)
    await run(one, li, 'generateReport')
    expect(files).toEqual(['desk-file-1', 'desk-file-2'])
    expect(onPage(before, one.events)).toEqual(one.office.book)
  })

  it('knows who runs it and the cell where that person is', async () => {
    const one = await desk(filledBook())
    one.office.join(li)
    one.office.here(li, { sheet: tabOf(one.office.book, tabNames.problems).id, row: 5, column: 2 })
    const before = tabOf(one.office.book, tabNames.problems).cells['5,2']?.value
    await run(one, li, 'insertField', '办结', { section: 'other' })
    expect(tabOf(one.office.book, tabNames.problems).cells['5,2']?.value).toBe(`${String(before)}【办结】`)
    await run(one, wang, 'generateReport')
    await run(one, wang, 'generateReport')
    const { cells } = tabOf(one.office.book, tabNames.log)
    const people = Object.entries(cells).flatMap(([key, { value }]) => (key.endsWith(',2') ? [value] : []))
    expect(people).toContain('王')
  })

  it('applies a repair and takes it back, each checked at once', async () => {
    const one = await desk(faulty())
    const { value } = await run(one, li, 'showFindings')
    const { repairs } = value as Sidebar
    const id = repairs[0]?.id ?? ''
    expect(await run(one, li, 'applyRepair', [id])).toMatchObject({ value: { isDone: true } })
    expect(figureIn(one.office.book, total).formula).toMatch(/^=/)
    expect(await run(one, wang, 'undoRepair', lastUndo(one.office.book))).toMatchObject({ value: { isDone: true } })
    expect(figureIn(one.office.book, total)).toMatchObject({ value: 9 })
  })
})

describe('校验结果侧栏', () => {
  it('refuses to take back a repair that Ctrl+Z has taken back, and leaves what was done before it alone', async () => {
    const one = await desk(filledBook(figure(total, 9), figure('table3.granted.research', '３')))
    const { repairs, safe } = (await run(one, li, 'showFindings')).value as Sidebar
    await run(one, li, 'applyRepair', safe.ids)
    const before = one.office.book
    await run(one, li, 'applyRepair', [repairs.find(({ changes }) => changes[0]?.isFormula)?.id])
    const shown = lastUndo(one.office.book)
    await one.office.undo(li)
    const { value } = await run(one, li, 'undoRepair', shown)
    expect(value).toMatchObject({ isDone: false, message: sidebarWords.otherUndo })
    expect((value as SidebarUpdate).sidebar.undo?.id).toBe(lastUndo(before))
    expect(figureIn(one.office.book, 'table3.granted.research').value).toBe(3)
    expect((await one.office.redo(li)).what).toBe(sidebarWords.applyEvent)
  })

  it('is shown anew without a change, so that what was undone can be redone', async () => {
    const one = await desk(faulty())
    const { repairs, state } = (await run(one, li, 'showFindings')).value as Sidebar
    const { value } = await run(one, li, 'applyRepair', [repairs[0]?.id])
    await one.office.undo(li)
    const { sidebar } = value as SidebarUpdate
    expect(await run(one, li, 'areFindingsFresh', sidebar.state)).toMatchObject({ value: null })
    const looked = await run(one, li, 'refreshFindings', true)
    expect(looked).not.toHaveProperty('isChange')
    expect(looked.value).toMatchObject({ sidebar: { state, undo: null, freshness: 'fresh' } })
    expect((await one.office.redo(li)).what).toBe(sidebarWords.applyEvent)
  })

  it('opened after an edit checks anew, and an undo takes the edit back, not the check', async () => {
    const one = await desk(filledBook())
    await run(one, li, 'showFindings')
    await typeFigure(one, li, 'table3.received.enterprise', 77)
    const { value } = await run(one, li, 'showFindings')
    const { freshness, counts } = value as Sidebar
    expect([freshness, counts.errors > 0]).toEqual(['fresh', true])
    expect(await run(one, li, 'areFindingsFresh')).toMatchObject({ value: true })
    expect((await one.office.undo(li)).what).toMatch(/^修改 三、依申请公开!/)
    expect(figureIn(one.office.book, 'table3.received.enterprise').value).toBe(
      clean.figures['table3.received.enterprise'],
    )
  })
})

describe('a question', () => {
  it('is asked before anything changes; the run goes on with the answer and what others did meanwhile', async () => {
    const one = await desk(faulty())
    const before = one.office.book
    const first = await run(one, li, restoreTotals)
    expect(first).toMatchObject({
      question: { title: totalsWords.title, buttons: 'YES_NO' },
      notices: [],
      toasts: [],
    })
    expect([one.office.book, one.office.seq]).toEqual([before, 0])
    await typeFigure(one, wang, 'table3.received.enterprise', 77)
    const second = await answered(one, li, first, 'YES')
    // The second change is the line of 流程记录 about the edit.
    expect([second.run, second.seq, second.question]).toEqual([first.run, 3, undefined])
    expect(figureIn(one.office.book, total).formula).toMatch(/^=/)
    expect(figureIn(one.office.book, 'table3.received.enterprise').value).toBe(77)
    expect(onPage(before, one.events)).toEqual(one.office.book)
    expect((await one.office.undo(li)).what).toBe(menuWords.totals)
    expect(figureIn(one.office.book, total)).toMatchObject({ value: 9 })
  })

  it('answered with no leaves the total, and says so', async () => {
    const one = await desk(faulty())
    const { toasts } = await answered(one, li, await run(one, li, restoreTotals), 'NO')
    expect(toasts).toHaveLength(1)
    expect(figureIn(one.office.book, total)).toMatchObject({ value: 9 })
  })

  it('is answered once', async () => {
    const one = await desk(faulty())
    const first = await run(one, li, restoreTotals)
    await answered(one, li, first, 'YES')
    const after = one.office.book
    const events = one.events.length
    await expect(answered(one, li, first, 'YES')).rejects.toEqual(gone(menuWords.totals))
    expect([one.office.book, one.events.length]).toEqual([after, events])
  })

  it('is answered by who was asked, for what was asked, and stays open for that person', async () => {
    const one = await desk(faulty())
    const before = one.office.book
    const first = await run(one, li, restoreTotals)
    await expect(answered(one, wang, first, 'YES')).rejects.toEqual(gone(menuWords.totals))
    await expect(answered(one, li, first, 'YES', 'generateReport')).rejects.toEqual(gone(menuWords.generate))
    await expect(answered(one, li, { ...first, run: 'other' }, 'YES')).rejects.toEqual(gone(menuWords.totals))
    await expect(answered(one, zhao, first, 'YES')).rejects.toEqual(new OfficeError('forbidden', words.reviewer))
    expect([one.office.book, one.office.seq]).toEqual([before, 0])
    // A run that begins anew does not take the place of one that waits.
    await one.office.run(wang, { functionName: restoreTotals, run: first.run })
    expect((await answered(one, li, first, 'YES')).seq).toBe(1)
  })

  it('is gone when the workbook was closed in between', async () => {
    const one = await desk(faulty())
    const first = await run(one, li, restoreTotals)
    await one.office.close()
    const later = await again(one.path)
    await expect(answered(later, li, first, 'YES')).rejects.toEqual(gone(menuWords.totals))
    expect(figureIn(later.office.book, total)).toMatchObject({ value: 9 })
  })

  it('that only tells something is passed on after the run', async () => {
    const one = await desk()
    const { notices, question } = await run(one, li, 'generateReport')
    expect(notices).toEqual([{ title: menuWords.generate, message: reportWords.notOurs, buttons: 'OK' }])
    expect(question).toBeUndefined()
  })
})

describe('files', () => {
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const ids = ({ files }: RunAnswer) => files.map(({ id, name }) => [id, name.slice(name.lastIndexOf('.'))])

  it('are handed over on the disk, and renewed under the same id, after the workbook is opened again as well', async () => {
    const sizes = new Map<string, number>()
    const onFile = ({ id, bytes }: { id: string; bytes: Uint8Array }) => sizes.set(id, bytes.length)
    const one = await desk(filledBook(), { onFile })
    const first = await run(one, li, 'generateReport')
    expect(ids(first)).toEqual([
      ['desk-file-1', '.docx'],
      ['desk-file-2', '.html'],
    ])
    expect(first.files[0]?.name).toBe(`${clean.unit}${clean.year}年政府信息公开工作年度报告.docx`)
    expect(first.files.map(({ id, size }) => sizes.get(id) === size && size > 1000)).toEqual([true, true])
    expect(ids(await run(one, li, 'generateReport'))).toEqual(ids(first))
    await one.office.close()
    const later = await again(one.path)
    expect(ids(await run(later, wang, 'generateReport'))).toEqual(ids(first))
  })

  it('of a journal from before formats had numbers are renewed as well', async () => {
    const path = await workbookFile(filledBook())
    const name = `${clean.unit}${clean.year}年政府信息公开工作年度报告`
    const files = [
      { id: 'desk-file-1', name, mimeType: 'application/vnd.google-apps.document' },
      { id: 'desk-file-2', name: `${name}.docx`, mimeType: docx },
    ]
    writeJournal(path, [await oldHead(path, files)])
    const one = await again(path)
    expect(ids(await run(one, li, 'generateReport'))).toEqual([
      ['desk-file-2', '.docx'],
      ['desk-file-3', '.html'],
    ])
  })

  it('of another name get ids of their own', async () => {
    const one = await desk(faulty())
    const draft = await run(one, li, 'generateReport')
    expect(draft.files).toEqual([])
    const made = await answered(one, li, draft, 'YES', 'generateReport')
    await answered(one, li, await run(one, li, restoreTotals), 'YES')
    await one.office.close()
    const later = await again(one.path)
    const whole = await run(later, li, 'generateReport')
    expect([ids(made), ids(whole)].map((files) => files.map(([id]) => id))).toEqual([
      ['desk-file-1', 'desk-file-2'],
      ['desk-file-3', 'desk-file-4'],
    ])
  })
})
