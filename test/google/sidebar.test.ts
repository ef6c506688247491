import { describe, expect, it } from '@jest/globals'
import type { Book } from '../../src/desk/book'
import type { Host, RunResult } from './double'
import type { SidebarUpdate } from '../../src/actions'
import type { Sidebar } from '../../src/actions'
import { lastUndo } from '../support/last-undo'
import { figureCell, filledBook, homeOf, listed, noteFigure, officeOf, run, sheetOf, typeFigure } from './office'

const total = 'table4.review.total'
const rewritten = ['table3.granted.research', 'table2.licensing.decisions']

/** A total typed over, two figures in another writing. */
function faultyBook(): Book {
  const book = filledBook()
  typeFigure(book, total, 9)
  typeFigure(book, 'table3.granted.research', '０')
  typeFigure(book, 'table2.licensing.decisions', '12件')
  return book
}

const sidebarAt = (host: Host) => run(host, 'showFindings').value as Sidebar
const answerOf = ({ value }: RunResult) => value as SidebarUpdate
const act = (host: Host, name: string, ...values: unknown[]) => answerOf(run(host, name, ...values))
const findingAt = ({ groups }: Sidebar, part: string) =>
  groups.flatMap(({ findings }) => findings).find(({ message }) => message.includes(part))
const logged = (book: Book, row: number) =>
  [1, 2, 3, 4].map((column) => sheetOf(book, '流程记录').cells[`${row},${column}`]?.value)

/** The repair that sets the typed total right. */
function totalRepair(sidebar: Sidebar) {
  const repair = sidebar.repairs.find(({ changes }) => changes.length === 1 && changes[0]?.isFormula)
  if (!repair) throw new Error('no repair of the total')
  return repair
}

describe('校验结果侧栏', () => {
  it('checks where nobody has, and lists by tab with places and repairs', () => {
    const host = officeOf(faultyBook())
    const result = run(host, 'showFindings')
    expect(listed(host.book()).length).toBeGreaterThan(2)
    const sidebar = result.value as Sidebar
    expect(sidebar.freshness).toBe('fresh')
    expect(sidebar.groups.map(({ title }) => title)).toEqual(['二、主动公开', '三、依申请公开', '四、复议诉讼'])
    expect(findingAt(sidebar, '现为 9（')?.target).toEqual({ tab: '四、复议诉讼', cell: 'E7' })
    expect(sidebar.safe.cells).toBe(2)
    expect(result.dialogs.map(({ kind, title }) => [kind, title])).toEqual([['sidebar', '校验结果侧栏']])
  })

  it('takes 14 reads with a check, 11 and no write after one', () => {
    const host = officeOf(faultyBook())
    expect(run(host, 'showFindings').counts.read).toBe(14)
    const { counts } = run(host, 'showFindings')
    expect([counts.read, counts.write]).toEqual([11, 0])
  })

  it('tells in three reads that figures have changed, until they are checked again', () => {
    const host = officeOf(faultyBook())
    run(host, 'showFindings')
    const fresh = run(host, 'areFindingsFresh')
    expect([fresh.value, fresh.counts.read, fresh.counts.write]).toEqual([true, 3, 0])
    host.edit('三、依申请公开', 'D7', 80)
    expect(run(host, 'areFindingsFresh').value).toBe(false)
    const again = run(host, 'refreshFindings')
    expect([answerOf(again).sidebar.freshness, again.counts.read]).toEqual(['fresh', 14])
    expect(run(host, 'areFindingsFresh').value).toBe(true)
  })

  it('opened again after a change, checks: list, 校验结果 and banner are of one state', () => {
    const host = officeOf(filledBook())
    const before = sidebarAt(host).counts
    host.edit('三、依申请公开', 'D7', 80)
    const sidebar = sidebarAt(host)
    const { errors, warnings, infos } = sidebar.counts
    expect(errors).toBeGreaterThan(before.errors)
    expect(sidebar.freshness).toBe('fresh')
    expect(listed(host.book())).toHaveLength(errors + warnings + infos)
    expect(run(host, 'areFindingsFresh').value).toBe(true)
  })

  it('goes to a cell without a read, and tells of a tab that is gone', () => {
    const host = officeOf(filledBook())
    const { value, counts } = run(host, 'goToCell', '三、依申请公开', 'J9')
    expect([value, counts.read, counts.write]).toEqual([{ tab: '三、依申请公开', cell: 'J9' }, 0, 0])
    expect(host.run('goToCell', ['无', 'A1']).error?.message).toContain('找不到工作表“无”')
  })
})

describe('a repair', () => {
  it('restores the formula of a total, tells it in the log, and leads to a new check', () => {
    const host = officeOf(faultyBook())
    const repair = totalRepair(sidebarAt(host))
    const result = run(host, 'applyRepair', [repair.id])
    const { isDone, sidebar, html } = answerOf(result)
    expect(isDone).toBe(true)
    expect(figureCell(host.book(), total).formula).toMatch(/^=IF\(COUNT\(A7:D7\)/)
    expect(findingAt(sidebar, '现为 9（')).toBeUndefined()
    expect(html).not.toContain('现为 9（')
    expect(sidebar.undo).toMatchObject({ user: 'zhang@example.gov.cn', label: repair.label })
    const entry = logged(host.book(), 4)
    expect(entry.slice(0, 3)).toEqual(['2025-01-06 10:30', 'zhang@example.gov.cn', '应用修改'])
    expect(String(entry[3])).toMatch(/^四、复议诉讼 “行政复议”·总计：9 → \d+$/)
    expect(run(host, 'areFindingsFresh').value).toBe(true)
    expect(result.counts.read).toBeLessThanOrEqual(17)
    expect(result.counts.write).toBeLessThanOrEqual(3 + 18)
  })

  it('writes numbers as numbers, all safe ones at once, notes and looks left alone', () => {
    const book = faultyBook()
    noteFigure(book, 'table2.licensing.decisions', '李工核对过')
    const host = officeOf(book)
    const { ids } = sidebarAt(host).safe
    const result = run(host, 'applyRepair', ids)
    expect(rewritten.map((figure) => figureCell(host.book(), figure).value)).toEqual([0, 12])
    expect(figureCell(host.book(), 'table2.licensing.decisions').note).toBe('李工核对过')
    expect(answerOf(result).sidebar.safe).toEqual({ ids: [], cells: 0 })
    expect(result.counts.read).toBeLessThanOrEqual(19)
  })

  it('is refused, and nothing is changed, where a cell holds something else by now', () => {
    const host = officeOf(faultyBook())
    const { id } = totalRepair(sidebarAt(host))
    const changed = host.book()
    typeFigure(changed, total, 98)
    host.setBook(changed)
    const { isDone, message, sidebar } = act(host, 'applyRepair', [id])
    expect([isDone, message]).toEqual([false, expect.stringMatching(/^没有修改：数据已有改动/)])
    expect(figureCell(host.book(), total).value).toBe(98)
    expect(sidebar.undo).toBeNull()
    expect(logged(host.book(), 4)).toEqual([undefined, undefined, undefined, undefined])
  })

  it.each([[[]], [['0000000000000000']]])('is refused for the ids %j', (ids) => {
    const host = officeOf(faultyBook())
    sidebarAt(host)
    const before = JSON.stringify(host.book())
    expect(act(host, 'applyRepair', ids).isDone).toBe(false)
    expect(JSON.stringify(host.book())).toBe(before)
  })

  it('is refused while somebody else runs an action', () => {
    const host = officeOf(faultyBook())
    const { id } = totalRepair(sidebarAt(host))
    const { error } = host.run('applyRepair', [[id]], { lockIsTaken: true })
    expect(error?.message).toContain('别人正在运行菜单操作')
    expect(figureCell(host.book(), total).value).toBe(9)
  })
})

describe('undoing a repair', () => {
  it('restores exactly what stood there, once, also in another session', () => {
    const before = faultyBook()
    const host = officeOf(before)
    const { safe } = sidebarAt(host)
    act(host, 'applyRepair', safe.ids)
    const later = officeOf(host.book())
    const undone = run(later, 'undoRepair', lastUndo(later.book()))
    expect(rewritten.map((figure) => figureCell(later.book(), figure).value)).toEqual(['０', '12件'])
    expect(answerOf(undone).sidebar.undo).toBeNull()
    expect(answerOf(undone).sidebar.safe.ids).toEqual(safe.ids)
    expect(undone.counts.read).toBeLessThanOrEqual(18)
    expect(logged(later.book(), 5)[2]).toBe('撤销修改')
    const again = act(later, 'undoRepair', lastUndo(later.book()))
    expect([again.isDone, again.message]).toEqual([false, '没有可以撤销的修改。'])
  })

  it('brings a typed total back in place of the formula', () => {
    const host = officeOf(faultyBook())
    act(host, 'applyRepair', [totalRepair(sidebarAt(host)).id])
    act(host, 'undoRepair', lastUndo(host.book()))
    expect(figureCell(host.book(), total)).toMatchObject({ value: 9 })
    expect(figureCell(host.book(), total).formula).toBeUndefined()
  })

  it('brings back a formula that a person had put into an input', () => {
    const book = filledBook()
    const figure = 'table3.granted.research'
    const at = homeOf(figure)
    sheetOf(book, at.tab).cells[`${at.row},${at.column}`] = { formula: '="０"', value: '０' }
    const host = officeOf(book)
    const { safe } = sidebarAt(host)
    act(host, 'applyRepair', safe.ids)
    expect(figureCell(host.book(), figure)).toMatchObject({ value: 0 })
    act(host, 'undoRepair', lastUndo(host.book()))
    expect(figureCell(host.book(), figure)).toMatchObject({ formula: '="０"', value: '０' })
  })

  it('leaves a cell where somebody has gone on, names it, and takes the others back', () => {
    const book = faultyBook()
    const host = officeOf(book)
    act(host, 'applyRepair', sidebarAt(host).safe.ids)
    const changed = host.book()
    typeFigure(changed, 'table2.licensing.decisions', 13)
    host.setBook(changed)
    const { isDone, message } = act(host, 'undoRepair', lastUndo(host.book()))
    expect([isDone, message]).toEqual([true, expect.stringContaining('其中 1 格后来又有改动，没有恢复')])
    const other = 'table3.granted.research'
    expect(figureCell(host.book(), 'table2.licensing.decisions').value).toBe(13)
    expect(figureCell(host.book(), other).value).toBe(figureCell(book, other).value)
    expect(figureCell(book, other).value).not.toBe(0)
  })

  it('is refused where somebody has gone on with all the cells', () => {
    const host = officeOf(faultyBook())
    act(host, 'applyRepair', sidebarAt(host).safe.ids)
    const changed = host.book()
    for (const cell of ['table3.granted.research', 'table2.licensing.decisions']) typeFigure(changed, cell, 13)
    host.setBook(changed)
    const { isDone, message } = act(host, 'undoRepair', lastUndo(host.book()))
    expect([isDone, message]).toEqual([false, expect.stringMatching(/^没有撤销：/)])
  })

  it.each([1, 2, 3, 4])('works after a repair that was cut off at write %i', (call) => {
    const host = officeOf(faultyBook())
    const { safe } = sidebarAt(host)
    const cut = host.run('applyRepair', [safe.ids], { fault: { kind: 'write', call } })
    expect(cut.error?.message).toMatch(/^应用修改没有完成：.*没有做完的可以撤销。$/)
    act(host, 'undoRepair', lastUndo(host.book()))
    expect(rewritten.map((figure) => figureCell(host.book(), figure).value)).toEqual(['０', '12件'])
  })
})

describe('accepting a finding', () => {
  const accepted = () => {
    const host = officeOf(faultyBook())
    act(host, 'applyRepair', sidebarAt(host).safe.ids)
    const finding = findingAt(sidebarAt(host), '现为 9（')
    if (!finding) throw new Error('no finding')
    const result = run(host, 'acceptFinding', finding.fingerprint, ' 原件如此，已与法规科核对 ')
    return { host, finding, result }
  }

  it('notes the reason beside the finding and in the log, and takes it out of what is open', () => {
    const { host, result } = accepted()
    const { isDone, sidebar } = answerOf(result)
    expect([isDone, sidebar.counts.errors, sidebar.counts.accepted]).toEqual([true, 0, 1])
    expect(sidebar.accepted[0]?.reason).toBe('原件如此，已与法规科核对')
    expect(listed(host.book()).map(({ opinion }) => opinion)).toContain('已接受：原件如此，已与法规科核对')
    expect(logged(host.book(), 5).slice(2)).toEqual(['接受校验结果', expect.stringContaining('理由：原件如此')])
    expect(result.counts.read).toBeLessThanOrEqual(13)
    expect(result.counts.write).toBe(2)
  })

  it('outlives a new run while the values stay, and no longer', () => {
    const { host } = accepted()
    run(host, 'checkWorkbook')
    expect(sidebarAt(host).counts).toMatchObject({ errors: 0, accepted: 1 })
    const changed = host.book()
    typeFigure(changed, total, 98)
    host.setBook(changed)
    const { sidebar } = act(host, 'refreshFindings')
    expect(sidebar.counts).toMatchObject({ errors: 1, accepted: 0 })
  })

  it('lets the report be made, which names the finding and the reason in the log', () => {
    const { host } = accepted()
    const { value, questions } = run(host, 'generateReport')
    expect(questions).toEqual([])
    expect(value).toMatchObject({ isDraft: false })
    const [, , event, detail] = logged(host.book(), 6)
    expect(event).toBe('生成年度报告')
    expect(detail).toMatch(/^生成时校验：错误 0.*\n已接受 四、复议诉讼.*现为 9（.*（理由：原件如此，已与法规科核对）$/)
  })

  it('can be withdrawn; the reason stays as a remark', () => {
    const { host, finding } = accepted()
    const { sidebar } = act(host, 'withdrawAcceptance', finding.fingerprint)
    expect(sidebar.counts).toMatchObject({ errors: 1, accepted: 0 })
    expect(findingAt(sidebar, '现为 9（')?.remark).toBe('原件如此，已与法规科核对')
    expect(act(host, 'withdrawAcceptance', finding.fingerprint).isDone).toBe(false)
  })

  it.each([
    ['a mere remark does not accept', '待核', 0],
    ['a person may type it', '已接受: 原件如此', 1],
    ['a reason is needed', '已接受：', 0],
  ])('%s', (_, opinion, count) => {
    const { host, finding } = accepted()
    act(host, 'withdrawAcceptance', finding.fingerprint)
    const index = listed(host.book()).findIndex(({ message }) => message.includes('现为 9（'))
    host.edit('校验结果', `H${6 + index}`, opinion)
    expect(sidebarAt(host).counts.accepted).toBe(count)
  })

  it.each([
    ['without a reason', '', '   '],
    ['of a finding that is not there', '0000000000000000', '原件如此'],
  ])('%s is refused', (_, given, reason) => {
    const host = officeOf(faultyBook())
    const fingerprint = given || (findingAt(sidebarAt(host), '现为 9（')?.fingerprint ?? '')
    expect(act(host, 'acceptFinding', fingerprint, reason).isDone).toBe(false)
    expect(listed(host.book()).every(({ opinion }) => opinion === '')).toBe(true)
  })
})
