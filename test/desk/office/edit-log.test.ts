import { afterEach, describe, expect, it } from '@jest/globals'
import { insertSheet } from '../../../src/desk/book'
import type { Book } from '../../../src/desk/book'
import { tabNames } from '../../../src/words/tabs'
import { smallBook } from '../store/folder'
import { again, closeAll, desk, li, type, wang } from './desk'
import type { Desk } from './desk'

afterEach(closeAll)

function logged(): Book {
  const book = smallBook()
  const log = insertSheet(book, tabNames.log, 1)
  Object.assign(log, { rows: 4, columns: 6 })
  log.cells['3,1'] = { value: '时间' }
  return book
}

const sheetOf = ({ office }: Desk) => office.book.sheets.find(({ name }) => name === tabNames.log)

/** Time, person, what and detail of each line. */
function linesOf(one: Desk): unknown[] {
  const cells = sheetOf(one)?.cells ?? {}
  return Array.from({ length: 6 }, (_, at) => at + 4).flatMap((row) =>
    cells[`${row},1`] ? [[1, 2, 3, 4].map((column) => cells[`${row},${column}`]?.value)] : [],
  )
}

describe('流程记录', () => {
  let now = Date.UTC(2024, 11, 30, 1, 5)
  const clock = () => new Date(now)

  it('tells of edits in one line a person, before the next run, and not as a step to be undone', async () => {
    now = Date.UTC(2024, 11, 30, 1, 5)
    const one = await desk(logged(), { clock })
    await type(one, li, 1, 3, 1)
    now += 60_000
    await type(one, li, 2, 3, 2)
    await type(one, wang, 3, 3, 3)
    expect(linesOf(one)).toEqual([])
    await one.office.run(li, { functionName: 'fill', arguments: [1] })
    const first = ['2024-12-30 09:06', '李', '填写', '09:05 起修改 2 格：表一 C1、C2']
    const second = ['2024-12-30 09:06', '王', '填写', '09:06 起修改 1 格：表一 C3']
    expect(linesOf(one)).toEqual([first, second])
    await one.office.undo(li)
    expect((await one.office.undo(li)).what).toContain('表一!C2')
    now += 60_000
    await one.office.run(wang, { functionName: 'fill', arguments: [2] })
    expect(linesOf(one)).toEqual([['2024-12-30 09:06', ...first.slice(1)], second])
  })

  it('begins a new line after any other entry, and makes room for it', async () => {
    now = Date.UTC(2024, 11, 30, 1, 5)
    const one = await desk(logged(), { clock })
    await type(one, li, 1, 3, 1)
    await one.office.run(li, { functionName: 'note' })
    await type(one, li, 1, 3, 2)
    const { path } = one
    await one.office.close()
    const reopened = await again(path)
    expect(linesOf(reopened).map((line) => (line as unknown[]).slice(2))).toEqual([
      ['填写', '09:05 起修改 1 格：表一 C1'],
      ['别的', undefined],
      ['填写', '09:05 起修改 1 格：表一 C1'],
    ])
    expect(sheetOf(reopened)?.rows).toBe(6)
  })

  it('is told at rest', async () => {
    const one = await desk(logged(), { clock, logSeconds: 0 })
    await type(one, li, 1, 3, 1)
    while (linesOf(one).length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(linesOf(one)).toHaveLength(1)
  })
})
