import { describe, expect, it } from '@jest/globals'
import {
  clean,
  differences,
  figureCell,
  filledBook,
  marked,
  newOffice,
  noteFigure,
  officeOf,
  run,
  sheetOf,
} from './office'

const received = 'table3.received.naturalPerson'

/** A figure too large by three: the text tells another number, and two columns do not add up. */
const wrongBook = () => filledBook({ ...clean, figures: { ...clean.figures, [received]: 11 } })

describe('onEdit', () => {
  it('marks an edited cell and takes the mark away again, keeping people’s notes; two reads, two writes', () => {
    const book = filledBook()
    noteFigure(book, received, '李工核对过')
    const host = officeOf(book)
    const wrong = host.edit('三、依申请公开', 'D7', '若干')
    expect([wrong.counts.read, wrong.counts.write]).toEqual([2, 2])
    expect(figureCell(host.book(), received).note).toMatch(
      /^李工核对过\n【校验】错误：三、依申请公开 “一、本年新收政府信息公开申请数量”/,
    )
    expect(figureCell(host.book(), received).style?.background).toBe('#f4b6b6')
    const right = host.edit('三、依申请公开', 'D7', clean.figures[received] as number)
    expect([right.counts.read, right.counts.write]).toEqual([2, 2])
    expect(differences(host.book(), book)).toEqual([])
  })

  it('writes nothing where no mark changes', () => {
    const host = officeOf(filledBook())
    const { counts } = host.edit('二、主动公开', 'B10', 3)
    expect([counts.read, counts.write]).toEqual([2, 0])
  })

  it('takes a paste over many cells in the same calls', () => {
    const host = officeOf(filledBook())
    const rows = Array.from({ length: 25 }, (_, row) => Array.from({ length: 6 }, () => (row === 3 ? '若干' : 0)))
    const { counts } = host.edit('三、依申请公开', 'D7', rows)
    expect([counts.read, counts.write]).toEqual([2, 2])
    expect(marked(host.book()).painted.filter((at) => at.startsWith('三、依申请公开 10,'))).toHaveLength(6)
  })

  it('cleans a note that came along with a copied cell', () => {
    const host = officeOf(filledBook())
    host.edit('四、复议诉讼', 'A7', -1)
    const book = host.book()
    noteFigure(book, 'table4.review.corrected', '【校验】错误：抄来的')
    host.setBook(book)
    host.edit('四、复议诉讼', 'B7', 0)
    expect(figureCell(host.book(), 'table4.review.corrected').note ?? '').toBe('')
  })

  it.each(['基本信息', '上年数据', '校验结果', '填报说明'])('does nothing on %s', (tab) => {
    const { counts, error } = officeOf(filledBook()).edit(tab, 'B5', '文字')
    expect(error).toBeUndefined()
    expect([counts.read, counts.write]).toEqual([0, 0])
  })

  it('tells that the hint above a text is of before the edit, once; a read and a write', () => {
    const host = officeOf(wrongBook())
    run(host, 'checkWorkbook')
    const hint = () => sheetOf(host.book(), '一、总体情况').cells['4,2']?.value
    const before = hint()
    expect(before).toMatch(/^错误：一、总体情况：“本年新收政府信息公开申请8件”/)
    const { counts } = host.edit('一、总体情况', 'B5', '本年新收政府信息公开申请11件。')
    expect([counts.read, counts.write, hint()]).toEqual([1, 1, `（校验以后改过）${String(before)}`])
    const again = host.edit('一、总体情况', 'B6', '第二段')
    expect([again.counts.read, again.counts.write]).toEqual([1, 0])
    expect(host.edit('一、总体情况', 'A3', '说明').counts.write).toBe(0)
    run(host, 'checkWorkbook')
    expect(hint()).not.toMatch(/校验以后改过/)
  })

  it('has no hint to tell of before the first check', () => {
    const { counts } = officeOf(filledBook()).edit('一、总体情况', 'B5', '文字')
    expect([counts.read, counts.write]).toEqual([1, 0])
  })

  it('tells of marks elsewhere in the table that they are of before the edit; two reads, two writes at most', () => {
    const host = officeOf(wrongBook())
    run(host, 'checkWorkbook')
    const noteAt = (key: string) => sheetOf(host.book(), '三、依申请公开').cells[key]?.note ?? ''
    expect([noteAt('31,4'), noteAt('31,10')]).toEqual(Array(2).fill(expect.stringMatching(/^【校验】错误：/)))
    const { counts } = host.edit('三、依申请公开', 'D7', 8)
    expect([counts.read, counts.write]).toEqual([2, 1])
    for (const key of ['31,4', '31,10', '7,10']) expect(noteAt(key)).toMatch(/^【校验】（校验以后改过）错误：/)
    const again = host.edit('三、依申请公开', 'D7', '若干')
    expect([again.counts.read, again.counts.write]).toEqual([2, 2])
    run(host, 'checkWorkbook')
    host.edit('三、依申请公开', 'D7', 8)
    run(host, 'checkWorkbook')
    expect([noteAt('31,4'), noteAt('31,10'), noteAt('7,10')]).toEqual(['', '', ''])
  })

  it('never stops the person who types, whatever fails', () => {
    for (const fault of [
      { kind: 'read', call: 1 },
      { kind: 'read', call: 2 },
      { kind: 'write', call: 1 },
      { kind: 'write', call: 2 },
    ] as const) {
      const host = officeOf(filledBook())
      expect(host.edit('三、依申请公开', 'D7', '若干', { fault }).error).toBeUndefined()
      expect(figureCell(host.book(), received).value).toBe('若干')
      run(host, 'checkWorkbook')
      expect(figureCell(host.book(), received).style?.background).toBe('#f4b6b6')
    }
    expect(newOffice().run('onEdit').error).toBeUndefined()
  })
})
