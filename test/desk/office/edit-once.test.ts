import { afterEach, describe, expect, it } from '@jest/globals'
import { OfficeError } from '../../../src/desk/office'
import { officeWords as words } from '../../../src/words/office'
import { again, cellAt, closeAll, desk, li, wang } from './desk'

afterEach(closeAll)

const block = (row: number, value: string) => ({ sheet: 0, row, column: 3, values: [[value]] })

describe('an edit that is sent twice', () => {
  it('counts once, also where another has written there since', async () => {
    const one = await desk()
    const edit = { ...block(1, 'li'), id: 'a', base: 0 }
    const first = await one.office.edit(li, edit)
    await one.office.edit(wang, { ...block(1, 'wang'), id: 'b', base: first.seq })
    const { seq } = one.office
    expect(await one.office.edit(li, edit)).toEqual(first)
    expect([cellAt(one, '1,3')?.value, one.office.seq]).toEqual(['wang', seq])
  })

  it('is another’s edit where another’s page has given the same name', async () => {
    const one = await desk()
    await one.office.edit(li, { ...block(1, 'li'), id: 'a', base: 0 })
    await one.office.edit(wang, { ...block(2, 'wang'), id: 'a', base: 0 })
    expect(['1,3', '2,3'].map((key) => cellAt(one, key)?.value)).toEqual(['li', 'wang'])
  })

  it('counts once while the first is on its way', async () => {
    const one = await desk()
    const edit = { ...block(1, 'li'), id: 'a', base: 0 }
    const [first, second] = await Promise.all([one.office.edit(li, edit), one.office.edit(li, edit)])
    expect(second.seq).toBe(first.seq)
    await one.office.undo(li)
    await expect(one.office.undo(li)).rejects.toThrow(words.nothingToUndo)
  })

  it('counts once, also over a restart of the desk', async () => {
    const one = await desk()
    const edit = { ...block(1, 'li'), id: 'a', base: 0 }
    const { seq } = await one.office.edit(li, edit)
    await one.office.close()
    const two = await again(one.path)
    expect((await two.office.edit(li, edit)).seq).toBe(seq)
    expect(two.office.seq).toBe(seq)
  })
})

describe('the name of another edit', () => {
  const refusal = new OfficeError('conflict', words.sameName)

  it.each([
    ['another value', { ...block(1, 'other') }],
    ['another cell', { ...block(2, 'li') }],
    ['a further block', { ...block(1, 'li'), more: [block(4, 'y')] }],
  ])('with %s is refused, also over a restart, and the first one stands', async (_, other) => {
    const one = await desk()
    const first = { ...block(1, 'li'), id: 'a', base: 0 }
    const { seq } = await one.office.edit(li, first)
    await expect(one.office.edit(li, { ...other, id: 'a', base: seq })).rejects.toEqual(refusal)
    await one.office.close()
    const two = await again(one.path)
    await expect(two.office.edit(li, { ...other, id: 'a', base: seq })).rejects.toEqual(refusal)
    expect(await two.office.edit(li, { ...first, base: 99, isAsking: true })).toEqual({ seq })
    expect([cellAt(two, '1,3')?.value, cellAt(two, '2,3'), two.office.seq]).toEqual(['li', undefined, seq])
  })
})

describe('several blocks of one edit', () => {
  it('are one change', async () => {
    const one = await desk()
    const before = one.office.seq
    const { seq } = await one.office.edit(li, { ...block(1, 'x'), more: [block(4, 'y')], base: 0 })
    expect(seq).toBe(before + 1)
    expect([cellAt(one, '1,3')?.value, cellAt(one, '4,3')?.value]).toEqual(['x', 'y'])
  })

  it('are written all or not at all', async () => {
    const one = await desk()
    const before = one.office.book
    const outside = { sheet: 0, row: 1, column: 50_000, values: [['z']] }
    const edit = { ...block(1, 'x'), more: [block(4, 'y'), outside], base: 0 }
    await expect(one.office.edit(li, edit)).rejects.toThrow()
    expect(one.office.book).toEqual(before)
  })

  it('tell what of another’s they have replaced, by the base fixed when typing began', async () => {
    const one = await desk()
    const base = one.office.seq
    await one.office.edit(wang, { ...block(4, 'wang'), base })
    const { overwrote } = await one.office.edit(li, { ...block(1, 'x'), more: [block(4, 'y')], base })
    expect(overwrote?.map(({ row, value }) => [row, value])).toEqual([[4, 'wang']])
  })
})
