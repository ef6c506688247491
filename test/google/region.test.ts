/** 初始化模板 sets the region; what is read and written goes by the spreadsheet's zone, not by the script's. */
import { describe, expect, it } from '@jest/globals'
import { newBook } from '../../src/desk/book'
import { openHost, type Host } from './double'
import { clean, filledBook, homeOf, listed, run, scripts, sheetOf, total } from './office'

const abroad = { locale: 'en_US', timeZone: 'Etc/GMT+8' }
const now = new Date('2025-01-06T02:30:00Z')
const person = { user: 'zhang@example.gov.cn', now }

const newSheet = (): Host => openHost({ book: newBook('年报', 'Sheet1'), ...person, ...scripts, spreadsheet: abroad })

function withDate(): ReturnType<typeof filledBook> {
  const book = filledBook()
  const { tab, row, column } = homeOf('table3.granted.enterprise')
  const { cells } = sheetOf(book, tab)
  cells[`${row},${column}`] = { ...cells[`${row},${column}`], value: { date: 45505 } }
  return book
}

describe('初始化模板', () => {
  it('sets locale and time zone of a spreadsheet made abroad, before anything is written, within 300 calls', () => {
    const host = newSheet()
    const result = run(host, 'initTemplate', { unit: clean.unit, year: clean.year })
    expect(host.spreadsheet()).toMatchObject({ locale: 'zh_CN', timeZone: 'Asia/Shanghai' })
    expect(result.value).toMatchObject({
      message: expect.stringMatching(/^表格的语言区域已设为中国，时区已设为北京时间。/),
    })
    expect(total(result)).toBeLessThanOrEqual(300)
    const cut = newSheet()
    cut.run('initTemplate', [], { fault: { kind: 'write', call: 4 } })
    expect(cut.spreadsheet()).toMatchObject({ locale: 'zh_CN', timeZone: 'Asia/Shanghai' })
    expect(cut.book().sheets.map(({ name }) => name)).toEqual(['Sheet1'])
  })

  it('leaves the region alone where it is right, and does not speak of it', () => {
    const host = openHost({ book: filledBook(), ...person, ...scripts })
    const { calls, value } = run(host, 'initTemplate')
    expect(calls['Spreadsheet.setSpreadsheetLocale']).toBeUndefined()
    expect(value).toMatchObject({ message: expect.not.stringContaining('时区') })
  })
})

describe('in a spreadsheet of another zone', () => {
  const host = openHost({ book: withDate(), ...person, ...scripts, spreadsheet: abroad })
  run(host, 'checkWorkbook')

  it('a day is read as the cell shows it', () => {
    const messages = listed(host.book()).map(({ message }) => message)
    expect(messages).toContainEqual(expect.stringContaining('“2024-08-01”'))
  })

  it('a day is not read as the one before, where the spreadsheet is ahead of Beijing', () => {
    const spreadsheet = { ...abroad, timeZone: 'Asia/Tokyo' }
    const ahead = openHost({ book: withDate(), ...person, ...scripts, spreadsheet })
    run(ahead, 'checkWorkbook')
    const messages = listed(ahead.book()).map(({ message }) => message)
    expect(messages).toContainEqual(expect.stringContaining('“2024-08-01”'))
  })

  it('the time of a command is that of the spreadsheet', () => {
    expect(sheetOf(host.book(), '校验结果').cells['2,1']?.value).toMatch(/^校验时间 2025-01-05 18:30，/)
  })

  it('an edit quotes the day that the cell shows, and asks for the zone only then', () => {
    const edited = host.edit('三、依申请公开', 'D7', '若干')
    expect(edited.calls['Spreadsheet.getSpreadsheetTimeZone']).toBe(1)
    const plain = openHost({ book: filledBook(), ...person, ...scripts }).edit('三、依申请公开', 'D7', '若干')
    expect(plain.calls['Spreadsheet.getSpreadsheetTimeZone']).toBeUndefined()
  })
})
