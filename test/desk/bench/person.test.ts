/** Who ran a command is never left blank, also where the desk is told nobody. */
import { expect, it } from '@jest/globals'
import { OpenBook } from '../../../src/desk/bench'
import { filledBook, sheetOf } from '../../google/office'

const clock = () => new Date('2025-01-06T02:30:00Z')

it.each([
  ['李四', '李四'],
  ['', '姓名未填（未核实身份）'],
])('a command by %p is told to be of %s', (user, told) => {
  const workbook = new OpenBook(filledBook(), { user, version: '1.0.0', clock })
  workbook.run('checkWorkbook')
  workbook.run('generateReport')
  expect(sheetOf(workbook.book, '校验结果').cells['2,1']?.value).toContain(`，校验人 ${told}。`)
  expect(sheetOf(workbook.book, '流程记录').cells['4,2']?.value).toBe(told)
})
