/** Marks and hints of a check after what they tell of was corrected. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { Changes } from '../../../src/desk/office/changes'
import { tabNames } from '../../../src/words/tabs'
import { clean, figure, filledBook, homeOf, tabOf } from '../support/template'
import { closeAll, desk, li, onPage, run, typeFigure, wang, written } from './desk'
import type { Desk } from './desk'

afterEach(closeAll)

const part = 'table3.received.naturalPerson'
const right = clean.figures[part] as number
const { overview } = clean.narrative

/** A figure too large by three: the text tells another number, and two columns do not add up. */
const wrongBook = () => filledBook(figure(part, right + 3))

const hintOf = ({ office }: Desk): unknown => tabOf(office.book, tabNames.overview).cells['4,2']?.value

const marksOf = ({ office }: Desk): string[] =>
  office.book.sheets.flatMap(({ name, cells }) =>
    Object.entries(cells).flatMap(([key, { note, style }]) =>
      note?.includes('【校验】') === true ? [`${name} ${key} ${style?.background}`] : [],
    ),
  )

async function writeOverview({ office }: Desk, text: string): Promise<void> {
  const { id } = tabOf(office.book, tabNames.overview)
  await office.edit(li, { sheet: id, row: 5, column: 2, values: [[text]], base: office.seq })
  await office.whenRenewed()
}

const marked = ['7,10', '31,4', '31,10'].map((key) => `${tabNames.table3} ${key} #f4b6b6`)
const clear = '未发现问题。'
const told = /^错误：一、总体情况：“本年新收政府信息公开申请8件”说的是收到申请 8 件/

describe('marks and hints of a check', () => {
  it('are waited for while they are renewed, not only before', async () => {
    const one = await desk(wrongBook())
    await run(one, li, 'checkWorkbook')
    const { tab, row, column } = homeOf(part)
    const { id: sheet } = tabOf(one.office.book, tab)
    const edit = (value: number) => one.office.edit(li, { sheet, row, column, values: [[value]], base: one.office.seq })
    await edit(right)
    // The renewal has begun, and stands behind something slow.
    const { changes } = one.office as unknown as { changes: Changes }
    void changes.alone(() => wait(400))
    await wait(200)
    await one.office.whenRenewed()
    expect([hintOf(one), marksOf(one)]).toEqual([clear, []])
    // Edited again while it is renewed.
    void changes.alone(() => wait(400))
    void edit(right + 3)
    await wait(200)
    await edit(right)
    await one.office.whenRenewed()
    expect([hintOf(one), marksOf(one)]).toEqual([clear, []])
  })

  it('go as soon as the figure is corrected, whoever does it, and come again with an undo', async () => {
    const one = await desk(wrongBook())
    const before = one.office.book
    await run(one, li, 'checkWorkbook')
    expect([hintOf(one), marksOf(one)]).toEqual([expect.stringMatching(told), marked])
    await typeFigure(one, wang, part, right)
    expect([hintOf(one), marksOf(one)]).toEqual([clear, []])
    await one.office.undo(wang)
    expect([hintOf(one), marksOf(one)]).toEqual([expect.stringMatching(told), marked])
    await one.office.redo(wang)
    expect([hintOf(one), marksOf(one)]).toEqual([clear, []])
    expect(onPage(before, one.events)).toEqual(one.office.book)
  })

  it('go as soon as the text is corrected', async () => {
    const one = await desk(wrongBook())
    await run(one, li, 'checkWorkbook')
    await writeOverview(one, overview.replace('申请8件', `申请${right + 3}件`))
    expect(hintOf(one)).not.toMatch(told)
    expect(marksOf(one)).toEqual(marked.slice(1))
  })

  it('are renewed by a command that changes what they tell of', async () => {
    const one = await desk(filledBook(figure('table3.received.total', right + 3)))
    await run(one, li, 'checkWorkbook')
    expect(marksOf(one)).not.toEqual([])
    const { question, run: id } = await run(one, li, 'restoreTotals')
    expect(question?.buttons).toBe('YES_NO')
    await one.office.run(li, { functionName: 'restoreTotals', run: id, answer: { button: 'YES' } })
    await one.office.whenRenewed()
    expect([hintOf(one), marksOf(one)]).toEqual([clear, []])
  })

  it('leave every step of a person to be undone, the check itself after another’s edit included', async () => {
    const one = await desk(wrongBook())
    await run(one, li, 'checkWorkbook')
    await typeFigure(one, wang, part, right)
    await one.office.undo(li)
    expect(marksOf(one)).toEqual([])
    await one.office.undo(wang)
    expect(tabOf(one.office.book, tabNames.table3).cells['7,4']?.value).toBe(right + 3)
  })

  it('are set nowhere where no check has been made', async () => {
    const one = await desk(wrongBook())
    await typeFigure(one, wang, part, right + 4)
    expect([hintOf(one), marksOf(one), written(one)]).toEqual([undefined, [], [expect.any(String)]])
  })

  it('are no part of what a person wrote: nobody is told that a hint was overwritten', async () => {
    const one = await desk(wrongBook())
    await run(one, li, 'checkWorkbook')
    const { seq: base } = one.office
    await typeFigure(one, wang, part, right)
    const { id } = tabOf(one.office.book, tabNames.overview)
    const values = [[overview.replace('申请8件', '申请9件')]]
    const answer = await one.office.edit(li, { sheet: id, row: 5, column: 2, values, base, isAsking: true })
    expect(answer.overwrote).toBeUndefined()
    await one.office.whenRenewed()
    expect(hintOf(one)).toMatch(/^错误：/)
  })
})
