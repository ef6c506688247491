import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openOffice } from '../../../src/desk/office'
import type { Office, OfficeOptions } from '../../../src/desk/office'
import type { Book, Cell, OfficeEvent, Person } from '../../../src/desk/protocol'
import { bookToXlsx } from '../../../src/desk/xlsx'
import { newFolder, smallBook, workbookFile } from '../store/folder'

/** Built by jest's global setup. */
const services = readFileSync(join(__dirname, '../../../dist/desk/services.js'), 'utf8')

export const li: Person = { id: 'li', name: '李', role: 'editor', colour: '#aa0000' }
export const wang: Person = { id: 'wang', name: '王', role: 'editor', colour: '#00aa00' }
export const zhao: Person = { id: 'zhao', name: '赵', role: 'reviewer', colour: '#0000aa' }

/** A script with a menu, an onEdit that notes who edited, and a question. */
const bundle = `
  let calls = 0
  function onOpen() { SpreadsheetApp.getUi().createMenu('菜单').addItem('填写', 'fill').addToUi() }
  function onEdit(e) {
    if (e.value === 'fail') throw new Error('坏了')
    if (e.value === 'forever') for (;;);
    e.range.setNote(Session.getActiveUser().getEmail() + ':' + e.value)
  }
  function fill(value) {
    calls += 1
    globalThis.left = (globalThis.left || 0) + 1
    SpreadsheetApp.getActive().getSheets()[0].getRange('D1:D2').setValues([[value], [value]])
    PropertiesService.getDocumentProperties().setProperty('filled', String(value))
    return [calls, left]
  }
  function ask() {
    const ui = SpreadsheetApp.getUi()
    const range = SpreadsheetApp.getActive().getSheets()[0].getRange('E1')
    range.setValue('asked')
    ui.alert('知道')
    const first = ui.alert('题', '一？', ui.ButtonSet.YES_NO)
    range.setValue('answered')
    const second = ui.prompt('二？')
    range.setValue(second.getResponseText())
    return [first === ui.Button.YES, Date.now(), new Date().getTime()]
  }
  function half() { SpreadsheetApp.getActive().getSheets()[0].getRange('F1').setValue('half'); throw new Error('半路') }
  function file() {
    return Drive.Files.create({ name: '年报.txt' }, Utilities.newBlob('x', 'text/plain', '年报.txt')).id
  }
  function note() { SpreadsheetApp.getActive().getSheetByName('流程记录').appendRow(['t', '', '别的']) }
  function addTab() { SpreadsheetApp.getActive().insertSheet('新表').getRange('A1').setValue('新') }
  function lock() { SpreadsheetApp.getActive().getSheets()[0].getRange('A1:A3').protect().setDescription('已提交') }
`

export interface Desk {
  office: Office
  events: OfficeEvent[]
  path: string
}

const opened: Office[] = []
export async function closeAll(): Promise<void> {
  for (const office of opened.splice(0)) await office.close().catch(() => undefined)
}

export async function desk(
  book: Book = smallBook(),
  options: Partial<OfficeOptions> = {},
  folder = newFolder(),
): Promise<Desk> {
  return again(await workbookFile(book, folder), options)
}

export async function again(path: string, options: Partial<OfficeOptions> = {}): Promise<Desk> {
  const office = await openOffice({
    toXlsx: bookToXlsx,
    workbook: path,
    who: '李',
    services,
    bundle,
    restSeconds: 3600,
    ...options,
  })
  opened.push(office)
  const events: OfficeEvent[] = []
  office.subscribe((event) => events.push(event))
  return { office, events, path }
}

export const cellAt = ({ office }: Desk, key: string, sheet = 0): Cell | undefined =>
  office.book.sheets.find(({ id }) => id === sheet)?.cells[key]

/** Types one value into the first tab. */
export function type(
  to: Desk,
  person: Person,
  row: number,
  column: number,
  value: string | number | null,
  base = to.office.seq,
) {
  return to.office.edit(person, { sheet: 0, row, column, values: [[value]], base })
}
