/** What cannot be kept of what was typed is told to the page of the person who typed it. */
import { expect, it } from '@jest/globals'
import { officeWords as words } from '../../../src/words/office'
import { Listening, openDesk, sheetOf, Visitor } from './desk'

it('tells the person of control characters and halves of signs that were left out, and nobody else', async () => {
  const desk = await openDesk()
  const [writer, other] = [
    await Visitor.enter(desk.port, desk.links.own),
    await Visitor.enter(desk.port, desk.links.own),
  ]
  const { book, seq } = await writer.book()
  const { id } = sheetOf({ book }, '三、依申请公开')
  const [own, others] = [await Listening.open(writer, seq), await Listening.open(other, seq)]
  await writer.done('/api/edit', {
    id: 'e',
    sheet: id,
    row: 9,
    column: 5,
    values: [['甲\u0000\u0007\ud800乙']],
    base: seq,
  })
  expect(await own.next(({ type }) => type === 'notice')).toMatchObject({ text: words.cleaned })
  await others.next(({ type }) => type === 'patch')
  expect(others.waiting.filter(({ type }) => type === 'notice')).toEqual([])
  const { cells } = sheetOf(await writer.book(), '三、依申请公开')
  expect(cells['9,5']?.value).toBe('甲乙')
  for (const one of [own, others]) one.close()
  await desk.close()
})
