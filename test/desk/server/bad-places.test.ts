/** Comments at places that the workbook does not have are refused before anything happens, whoever makes them. */
import { readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { openDesk, sheetOf, Visitor } from './desk'

it('leaves journal and comments as they are, and the workbook can be saved', async () => {
  const desk = await openDesk({ isShared: true })
  const editor = await Visitor.enter(desk.port, desk.links.own)
  await editor.done('/api/name', { name: '李填报' })
  const link = desk.links.reviewer[0] ?? ''
  const reviewer = link === '' ? editor : await Visitor.enter(desk.port, link)
  await reviewer.done('/api/name', { name: '赵审核' })
  const before = await editor.book()
  const { id, rows, columns } = sheetOf(before, '三、依申请公开')
  const journal = () => readFileSync(`${desk.workbook}.journal`, 'utf8')
  const written = journal()
  const places = [
    { row: 0 },
    { row: -1 },
    { row: 1.5 },
    { row: '7' },
    { row: null },
    { row: rows + 1 },
    { row: 1e9 },
    { column: 0 },
    { column: columns + 1 },
    { sheet: 99 },
    { sheet: -1 },
  ]
  const statuses: number[] = []
  for (const visitor of [editor, reviewer]) {
    for (const place of places) {
      const comment = { do: 'comment', sheet: id, row: 7, column: 4, text: '请核对', ...place }
      statuses.push((await visitor.post('/api/comment', comment)).status)
    }
  }
  expect(statuses.filter((status) => status < 400 || status > 499)).toEqual([])
  expect(statuses).toHaveLength(2 * places.length)
  const after = await editor.book()
  expect([journal(), after.seq, after.comments]).toEqual([written, before.seq, before.comments])
  await desk.close()
})
