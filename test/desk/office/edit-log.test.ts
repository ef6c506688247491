import { afterEach, describe, expect, it } from '@jest/globals'
import { positionOf } from '../../../src/desk/book'
import type { Book } from '../../../src/desk/book'
import { EditLog } from '../../../src/desk/office/edit-log'
import { tabNames } from '../../../src/words/tabs'
import { filledBook, tabOf } from '../support/template'
import { again, closeAll, desk, li, run, wang } from './desk'
import type { Desk } from './desk'

afterEach(closeAll)

/** The template's workbook with room for one line in 流程记录. */
function logged(): Book {
  return filledBook((book) => {
    const log = tabOf(book, tabNames.log)
    log.rows = 4
    log.cells = Object.fromEntries(Object.entries(log.cells).filter(([key]) => positionOf(key).row <= log.rows))
  })
}

const sheet = (one: Desk) => tabOf(one.office.book, tabNames.table3).id

/** Types into 三、依申请公开, from D7 on. */
const typeAt = (one: Desk, person: typeof li, across: number, value: number) =>
  one.office.edit(person, { sheet: sheet(one), row: 7, column: 4 + across, values: [[value]], base: one.office.seq })

/** A run without an entry of its own in 流程记录. */
const insert = (one: Desk, person: typeof li) => run(one, person, 'insertField', '办结', { section: 'other' })

const sheetOf = ({ office }: Desk) => office.book.sheets.find(({ name }) => name === tabNames.log)

/** Time, person, what and detail of each line. */
function linesOf(one: Desk): unknown[] {
  const cells = sheetOf(one)?.cells ?? {}
  return Array.from({ length: 6 }, (_, at) => at + 4).flatMap((row) =>
    cells[`${row},1`]?.value !== undefined ? [[1, 2, 3, 4].map((column) => cells[`${row},${column}`]?.value)] : [],
  )
}

describe('流程记录', () => {
  let now = Date.UTC(2024, 11, 30, 1, 5)
  const clock = () => new Date(now)

  it('tells of edits in one line a person, before the next run, and not as a step to be undone', async () => {
    now = Date.UTC(2024, 11, 30, 1, 5)
    const one = await desk(logged(), { clock })
    await typeAt(one, li, 0, 11)
    now += 60_000
    await typeAt(one, li, 1, 12)
    await typeAt(one, wang, 2, 13)
    expect(linesOf(one)).toEqual([])
    await insert(one, li)
    const first = ['2024-12-30 09:06', '李', '填写', '09:05 起修改 2 格：三、依申请公开 D7、E7']
    const second = ['2024-12-30 09:06', '王', '填写', '09:06 起修改 1 格：三、依申请公开 F7']
    expect(linesOf(one)).toEqual([first, second])
    await one.office.undo(li)
    expect((await one.office.undo(li)).what).toContain('三、依申请公开!E7')
    now += 60_000
    await insert(one, wang)
    expect(linesOf(one)).toEqual([['2024-12-30 09:06', ...first.slice(1)], second])
  })

  it('stands in the order of time: who edited last stands last', async () => {
    now = Date.UTC(2024, 11, 30, 1, 5)
    const one = await desk(logged(), { clock })
    await typeAt(one, li, 0, 11)
    now += 60_000
    await typeAt(one, wang, 1, 12)
    await insert(one, li)
    now += 60_000
    await typeAt(one, li, 2, 13)
    await insert(one, li)
    expect(linesOf(one).map((line) => (line as unknown[]).slice(0, 2))).toEqual([
      ['2024-12-30 09:06', '王'],
      ['2024-12-30 09:07', '李'],
    ])
    now += 60_000
    await typeAt(one, wang, 1, 14)
    await one.office.close()
    expect(linesOf(await again(one.path))).toEqual([
      ['2024-12-30 09:07', '李', '填写', '09:05 起修改 2 格：三、依申请公开 D7、F7'],
      ['2024-12-30 09:08', '王', '填写', '09:06 起修改 1 格：三、依申请公开 E7'],
    ])
  })

  it('begins a new line after any other entry, and makes room for it', async () => {
    now = Date.UTC(2024, 11, 30, 1, 5)
    const one = await desk(logged(), { clock })
    await typeAt(one, li, 0, 11)
    const asked = await run(one, li, 'generateReport')
    await one.office.run(li, { functionName: 'generateReport', run: asked.run, answer: { button: 'YES' } })
    await typeAt(one, li, 0, 12)
    const { path } = one
    await one.office.close()
    const reopened = await again(path)
    expect(linesOf(reopened).map((line) => (line as unknown[]).slice(2))).toEqual([
      ['填写', '09:05 起修改 1 格：三、依申请公开 D7'],
      ['生成年度报告（草稿）', '生成时校验：错误 3，警告 0，提示 0'],
      ['填写', '09:05 起修改 1 格：三、依申请公开 D7'],
    ])
    // One row at a time would write the whole tab with each line.
    expect(sheetOf(reopened)?.rows).toBe(206)
  })

  it('keeps what is typed while its lines are on their way to the disk', () => {
    const book = filledBook()
    const log = new EditLog()
    const changed = (cell: string) => [{ sheet: 4, row: 7, column: 4, cell, from: 1, to: 2 }]
    log.noted({ by: 'li', who: '李' }, changed('甲'), new Date(now))
    const update = log.update(book)
    log.noted({ by: 'li', who: '李' }, changed('乙'), new Date(now))
    update?.done()
    expect(log.isBehind).toBe(true)
    const text = JSON.stringify(log.update(book)?.patch)
    expect(text).toContain('乙')
  })

  it('is told at rest', async () => {
    const one = await desk(logged(), { clock, logSeconds: 0 })
    await typeAt(one, li, 0, 11)
    while (linesOf(one).length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(linesOf(one)).toHaveLength(1)
  })
})
