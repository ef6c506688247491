import { afterEach, describe, expect, it } from '@jest/globals'
import { NewerCells } from '../../../src/desk/office'
import type { OfficeEvent } from '../../../src/desk/protocol'
import { smallBook } from '../store/folder'
import { again, cellAt, closeAll, desk, li, wang } from './desk'
import type { Desk } from './desk'

afterEach(closeAll)

const place = { sheet: 0, row: 1, column: 1 }
const key = '1,1'
const text = ['第一段。', '第二段。', '第三段。']
const withParagraph = (at: number, paragraph: string) =>
  text.map((old, index) => (index === at ? paragraph : old)).join('\n')

const write = ({ office }: Desk, by: typeof li, value: string | number | null, base: number, isAsking?: true) =>
  office.edit(by, { ...place, values: [[value]], base, ...(isAsking && { isAsking }) })

const toldOf = ({ events }: Desk) =>
  events.filter((event): event is OfficeEvent & { type: 'overwritten' } => event.type === 'overwritten')

const opened = () => desk(smallBook({ A1: text.join('\n') }))

describe('two people at one text', () => {
  it('both keep what they wrote in different paragraphs', async () => {
    const one = await opened()
    const base = one.office.seq
    await write(one, wang, withParagraph(0, '王改的第一段。'), base)
    const answer = await write(one, li, withParagraph(2, '李改的第三段。'), base)
    const both = '王改的第一段。\n第二段。\n李改的第三段。'
    expect(answer).toEqual({ seq: base + 2, merged: [{ ...place, cell: '表一!A1', who: '王', value: both }] })
    expect([cellAt(one, key)?.value, toldOf(one)]).toEqual([both, []])
  })

  it('are told of each other where a page has seen more than there is, as after an older journal came back', async () => {
    const one = await desk(smallBook({ A1: 5 }))
    await write(one, wang, 6, one.office.seq)
    await expect(write(one, li, 7, one.office.seq + 50, true)).rejects.toBeInstanceOf(NewerCells)
    expect(cellAt(one, key)?.value).toBe(6)
    const { overwrote } = await write(one, li, 7, one.office.seq + 50)
    expect(overwrote).toEqual([{ ...place, cell: '表一!A1', who: '王', value: 6 }])
  })

  it('also when both come at the same moment, and when the desk was started anew in between', async () => {
    const one = await opened()
    const base = one.office.seq
    await Promise.all([
      write(one, wang, withParagraph(0, '王。'), base),
      write(one, li, withParagraph(1, '李。'), base),
    ])
    expect(cellAt(one, key)?.value).toBe('王。\n李。\n第三段。')
    await one.office.close()
    const two = await again(one.path)
    await write(two, li, withParagraph(2, '又改。'), base)
    expect(cellAt(two, key)?.value).toBe('王。\n李。\n又改。')
  })

  it('however often the other has saved the text meanwhile', async () => {
    const one = await opened()
    const base = one.office.seq
    await write(one, wang, withParagraph(0, '王改的第一段。'), base)
    for (let time = 1; time <= 12; time++) {
      await write(one, wang, ['王改的第一段。', `第二段${time}。`, '第三段。'].join('\n'), one.office.seq)
    }
    await write(one, li, withParagraph(2, '李改的第三段。'), base, true)
    expect(cellAt(one, key)?.value).toBe('王改的第一段。\n第二段12。\n李改的第三段。')
  })

  it('who is overruled by somebody that knew it is told; who has chosen so is not asked again', async () => {
    const one = await desk(smallBook({ A1: 5, B1: 7 }))
    await write(one, wang, 6, one.office.seq)
    const edit = { ...place, values: [[8, 9]], base: one.office.seq }
    expect(await one.office.edit(li, { ...edit, isAsking: true, overrules: 0 })).toEqual({ seq: one.office.seq })
    const told = { type: 'overwritten', to: 'wang', ...place, cell: '表一!A1', who: '李', was: 6, now: 8 }
    expect(toldOf(one)).toEqual([told])
  })

  it('nobody is told where she only types over what she sees', async () => {
    const one = await desk(smallBook({ A1: 5 }))
    await write(one, wang, 6, one.office.seq)
    await write(one, li, 8, one.office.seq)
    expect(toldOf(one)).toEqual([])
  })

  it('are not put together beyond what a cell holds: the later one wins, and both are told', async () => {
    const one = await opened()
    const base = one.office.seq
    const long = (sign: string) => sign.repeat(20_000)
    await write(one, wang, withParagraph(0, long('王')), base)
    const { merged, overwrote } = await write(one, li, withParagraph(2, long('李')), base)
    expect([merged, overwrote?.map(({ who }) => who)]).toEqual([undefined, ['王']])
    expect(toldOf(one).map(({ to }) => to)).toEqual(['wang'])
  })

  it('in the same paragraph the later one wins, and both are told what the other wrote', async () => {
    const one = await opened()
    const base = one.office.seq
    const [first, second] = [withParagraph(0, '王。'), withParagraph(0, '李。')]
    await write(one, wang, first, base)
    const { overwrote } = await write(one, li, second, base)
    const cell = { ...place, cell: '表一!A1' }
    expect(overwrote).toEqual([{ ...cell, who: '王', value: first }])
    expect(toldOf(one)).toEqual([{ type: 'overwritten', to: 'wang', who: '李', was: first, now: second, ...cell }])
    expect(one.office.history(place).map(({ to }) => to)).toEqual([second, first])
  })

  it('in the same paragraph and in others: those stay of both, whichever of the two the one is', async () => {
    const one = await opened()
    const base = one.office.seq
    const [theirs, mine] = ['王。\n第二段。\n王改。', '李。\n李改。\n第三段。']
    await write(one, wang, theirs, base)
    const { overwrote, merged } = await write(one, li, mine, base)
    const [asMine, asTheirs] = ['李。\n李改。\n王改。', '王。\n李改。\n王改。']
    const cell = { ...place, cell: '表一!A1' }
    expect([overwrote, merged]).toEqual([[{ ...cell, who: '王', value: asTheirs }], undefined])
    expect(toldOf(one)).toEqual([{ type: 'overwritten', to: 'wang', who: '李', was: asTheirs, now: asMine, ...cell }])
    expect(one.office.history(place).map(({ from, to }) => [from, to])).toEqual([
      [theirs, asMine],
      [text.join('\n'), theirs],
    ])
  })

  it('asks first with what would be written: the paragraphs that only the other has changed are in it', async () => {
    const one = await opened()
    const base = one.office.seq
    const theirs = '王。\n第二段。\n王改。'
    await write(one, wang, theirs, base)
    const refused = await write(one, li, withParagraph(0, '李。'), base, true).catch((error: unknown) => error)
    expect(refused).toMatchObject({
      newer: [{ ...place, cell: '表一!A1', who: '王', value: theirs, both: '李。\n第二段。\n王改。' }],
    })
    expect(cellAt(one, key)?.value).toBe(theirs)
  })
})

describe('an undone step', () => {
  it('is nothing that could be overwritten: what it put back was there before', async () => {
    const one = await opened()
    const start = one.office.seq
    await write(one, wang, 33, start)
    const base = one.office.seq
    await one.office.undo(wang)
    const answers = [await write(one, li, 22, base), await write(one, li, 23, start)]
    expect(answers.map(({ overwrote }) => overwrote)).toEqual([undefined, undefined])
    expect(toldOf(one)).toEqual([])
  })

  it('puts back what a third person wrote, who is told when that is overwritten', async () => {
    const one = await opened()
    const base = one.office.seq
    await write(one, wang, 33, base)
    await write(one, li, 44, one.office.seq)
    await one.office.undo(li)
    const { overwrote } = await write(one, li, 22, base)
    expect(overwrote).toEqual([{ ...place, cell: '表一!A1', who: '王', value: 33 }])
    expect(toldOf(one).map(({ to, was, now }) => [to, was, now])).toEqual([['wang', 33, 22]])
  })
})

it('an edit that is sent again after a restart is told again what it has replaced', async () => {
  const one = await opened()
  const base = one.office.seq
  await write(one, wang, 21, base)
  const edit = { ...place, values: [[22]], base, id: 'lost' }
  const answer = await one.office.edit(li, edit)
  await one.office.close()
  const two = await again(one.path)
  expect(answer.overwrote).toHaveLength(1)
  expect(await two.office.edit(li, edit)).toEqual(answer)
})

describe('an edit that asks first', () => {
  it('writes nothing over what others wrote after its base, and tells what that is', async () => {
    const one = await opened()
    const base = one.office.seq
    await write(one, wang, 33, base)
    const before = one.office.book
    const refused = write(one, li, 22, base, true)
    await expect(refused).rejects.toThrow(NewerCells)
    await expect(refused).rejects.toMatchObject({
      problem: 'conflict',
      newer: [{ ...place, cell: '表一!A1', who: '王', value: 33 }],
    })
    expect([one.office.book, one.office.seq]).toEqual([before, base + 1])
    await write(one, li, 22, one.office.seq, true)
    expect(cellAt(one, key)?.value).toBe(22)
  })

  it('is written where nobody else wrote, where the same was written, and where texts can be put together', async () => {
    const one = await opened()
    const base = one.office.seq
    await write(one, li, withParagraph(0, '李。'), base, true)
    await write(one, wang, withParagraph(0, '李。'), base, true)
    await write(one, wang, withParagraph(2, '王。'), base, true)
    expect(cellAt(one, key)?.value).toBe('李。\n第二段。\n王。')
  })
})
