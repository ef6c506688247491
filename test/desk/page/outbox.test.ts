import { describe, expect, it } from '@jest/globals'
import { ServerError } from '../../../src/desk/page/api'
import { Outbox } from '../../../src/desk/page/desk/outbox'
import type { Saving } from '../../../src/desk/page/desk/outbox'
import type { EditRequest, Overwrote } from '../../../src/desk/protocol'

const block = (row: number) => ({ sheet: 1, row, column: 1, values: [[`v${row}`]] })
const edit = (row: number, base = 7) => ({ id: `e${row}`, edit: { blocks: [block(row)], base } })
const sentOf = (row: number, base = 7) => ({ ...block(row), id: `e${row}`, base })

/** A server whose answers are given one after the other, and a clock that is pushed by hand. */
function setUp(answers: (ServerError | number)[]) {
  const sent: EditRequest[] = []
  const savings: Saving[] = []
  const refused: [number, string][] = []
  const asked: [string, readonly Overwrote[]][] = []
  const timers: (() => void)[] = []
  const outbox = new Outbox({
    send: async (request) => {
      sent.push(request)
      const answer = answers.shift() ?? 99
      if (answer instanceof ServerError) throw answer
      return { seq: answer }
    },
    onSaving: (saving) => savings.push(saving),
    onAnswer: () => undefined,
    onNewer: (letter, newer) => asked.push([letter.id, newer]),
    onRefused: (letter, reason) => refused.push([letter.edit.blocks[0]?.row ?? 0, reason]),
    later: (act) => timers.push(act),
  })
  return { outbox, sent, savings, refused, asked, timers }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('Outbox', () => {
  it('sends edits one after the other and then has none', async () => {
    const { outbox, sent, savings } = setUp([8, 9])
    outbox.add(edit(1))
    outbox.add(edit(2))
    await outbox.whenEmpty()
    expect(sent).toEqual([1, 2].map((row) => sentOf(row)))
    expect(outbox.count).toBe(0)
    expect(savings.at(-1)).toEqual({ state: 'saved' })
  })

  it.each([
    ['out of reach', new ServerError('', 0)],
    ['a full disk', new ServerError('磁盘已满。', 507)],
    ['an entry that has run out', new ServerError('请重新进入。', 401)],
  ])('keeps edits after %s and sends them again in order', async (_, failure) => {
    const { outbox, sent, savings, timers } = setUp([failure, 8, 9])
    outbox.add(edit(1))
    outbox.add(edit(2))
    await settle()
    expect(savings.at(-1)).toEqual({ state: 'kept', count: 2, reason: failure.message })
    expect(sent.map(({ row }) => row)).toEqual([1])
    timers.shift()?.()
    await outbox.whenEmpty()
    expect(sent.map(({ row }) => row)).toEqual([1, 1, 2])
  })

  it('hands back what is refused and goes on with the next', async () => {
    const { outbox, sent, refused } = setUp([new ServerError('已锁定', 422), 8])
    outbox.add(edit(1))
    outbox.add(edit(2))
    await outbox.whenEmpty()
    expect(refused).toEqual([[1, '已锁定']])
    expect(sent.map(({ row }) => row)).toEqual([1, 2])
  })

  it('tells of an edit that is added while others wait: it is kept as well', async () => {
    const { outbox, savings } = setUp([new ServerError('', 0)])
    outbox.add(edit(1))
    await settle()
    outbox.add(edit(2))
    expect(savings.slice(-1)).toEqual([{ state: 'kept', count: 2, reason: '' }])
  })

  it('asks before what waited for the connection is written over newer values', async () => {
    const newer = [{ sheet: 1, row: 1, column: 1, cell: '表一!A1', who: '王', value: 33 }]
    const { outbox, sent, refused, asked, timers } = setUp([
      new ServerError('', 0),
      new ServerError('请先看过', 409, 'newer', newer),
      8,
      9,
    ])
    outbox.add(edit(1))
    await settle()
    outbox.add(edit(2))
    timers.shift()?.()
    await outbox.whenEmpty()
    outbox.add(edit(3))
    await outbox.whenEmpty()
    expect(sent.map(({ row, isAsking }) => [row, isAsking])).toEqual([
      [1, undefined],
      [1, true],
      [2, true],
      [3, undefined],
    ])
    expect([asked, refused]).toEqual([[['e1', newer]], []])
  })

  it('sends nothing any more once it is stopped', async () => {
    const { outbox, sent } = setUp([])
    expect(outbox.stop()).toEqual([])
    outbox.add(edit(1))
    await settle()
    expect(sent).toEqual([])
    expect(outbox.stop()).toEqual([edit(1)])
  })

  it('waits where the page and the server speak different protocols', async () => {
    const { outbox, savings } = setUp([new ServerError('工作台已更新', 426)])
    outbox.add(edit(1))
    await settle()
    expect(savings.at(-1)).toEqual({ state: 'kept', count: 1, reason: '工作台已更新' })
  })

  it('sends all blocks of an edit as one, and the same again after a lost answer', async () => {
    const { outbox, sent, timers } = setUp([new ServerError('', 0), 8])
    outbox.add({ id: 'e', edit: { blocks: [block(1), block(3)], base: 5, isConfirmed: true } })
    await settle()
    timers.shift()?.()
    await outbox.whenEmpty()
    const expected = { ...block(1), more: [block(3)], id: 'e', base: 5, isConfirmed: true }
    expect(sent).toEqual([expected, { ...expected, isAsking: true }])
  })
})
