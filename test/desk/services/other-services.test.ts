import { describe, expect, it } from '@jest/globals'
import { bookOf } from '../support/books'
import { errorOf, hostOf, script, valueOf } from '../support/scripts'

describe('Ui', () => {
  it('answers in order, then closes questions and acknowledges notices', () => {
    const body = `
      const ui = SpreadsheetApp.getUi()
      const yes = ui.alert('标题', '继续？', ui.ButtonSet.YES_NO) === ui.Button.YES
      const prompt = ui.prompt('原因', ui.ButtonSet.OK_CANCEL)
      const closed = ui.alert('继续？', ui.ButtonSet.YES_NO) === ui.Button.CLOSE
      return [yes, prompt.getSelectedButton() === ui.Button.OK, prompt.getResponseText(), closed, ui.alert('完成') === ui.Button.OK]`
    const { value, questions } = script(body, bookOf(), {
      answers: [{ button: 'YES' }, { button: 'OK', text: '补充' }],
    })
    expect(value).toEqual([true, true, '补充', true, true])
    expect(
      questions.map(({ kind, title, message, buttons, answer }) => [kind, title, message, buttons, answer.button]),
    ).toEqual([
      ['alert', '标题', '继续？', 'YES_NO', 'YES'],
      ['prompt', '', '原因', 'OK_CANCEL', 'OK'],
      ['alert', '', '继续？', 'YES_NO', 'CLOSE'],
      ['alert', '', '完成', 'OK', 'OK'],
    ])
  })

  it('refuses an answer that is no button', () => {
    const body = "const ui = SpreadsheetApp.getUi(); ui.alert('好', ui.ButtonSet.OK)"
    expect(script(body, bookOf(), { answers: [{ button: 'YES' }] }).error?.message).toMatch(/not a button of OK/)
  })

  it('gives the HTML files of the script as they are, and says which it has not', () => {
    expect(valueOf("return HtmlService.createTemplateFromFile('page').getRawContent()")).toBe('<p>1</p>')
    expect(errorOf("HtmlService.createTemplateFromFile('other')")).toBe('No HTML file named other was found.')
  })

  it('records dialogs, the sidebar, toasts and the log', () => {
    const body = `
      const html = HtmlService.createHtmlOutput('<p>a</p>').append('b').setTitle('侧栏').setWidth(300).setHeight(200)
      SpreadsheetApp.getUi().showModalDialog(html, '对话框')
      SpreadsheetApp.getUi().showSidebar(html)
      book.toast('好了', '校验', 3)
      console.log('%s 件', 8, { a: 1 })
      Logger.log('x')`
    const { dialogs, toasts, log } = script(body)
    expect(dialogs).toEqual([
      { kind: 'modal', title: '对话框', html: '<p>a</p>b', width: 300, height: 200 },
      { kind: 'sidebar', title: '侧栏', html: '<p>a</p>b', width: 300, height: 200 },
    ])
    expect(toasts).toEqual([{ title: '校验', message: '好了', seconds: 3 }])
    expect(log).toEqual(['8 件 {"a":1}', 'x'])
  })
})

describe('Utilities', () => {
  it.each<[string, unknown]>([
    [
      "Utilities.formatDate(new Date(Date.UTC(2024, 0, 31, 16, 5, 9)), 'Asia/Shanghai', 'yyyy-MM-dd HH:mm:ss')",
      '2024-02-01 00:05:09',
    ],
    [
      "Utilities.formatDate(new Date(Date.UTC(2024, 0, 31, 16, 5, 9)), 'GMT', \"yy/M/d h:mm a 'o''clock'\")",
      "24/1/31 4:05 PM o'clock",
    ],
    ["Utilities.formatDate(new Date(0), 'GMT+8', 'yyyyMMddHHmmss')", '19700101080000'],
    ["Utilities.formatDate(new Date(Date.UTC(2024, 6, 1)), 'America/New_York', 'EEEE d HH')", 'Sunday 30 20'],
    ["Utilities.base64Encode('年报')", '5bm05oql'],
    ['Utilities.base64Encode([-27, 0, 127, -128])', '5QB/gA=='],
    ["Utilities.base64Decode('5QB/gA==')", [-27, 0, 127, -128]],
    ["Utilities.newBlob('年', 'text/html', 'a.html').getBytes()", [-27, -71, -76]],
    ['Utilities.newBlob([-27, -71, -76]).getDataAsString()', '年'],
    ['/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(Utilities.getUuid())', true],
    ['Session.getActiveUser().getEmail()', 'li@example.cn'],
    ['Session.getScriptTimeZone()', 'Asia/Shanghai'],
  ])('%s', (call, expected) => {
    expect(valueOf(`return ${call}`)).toEqual(expected)
  })

  it.each([
    ['Utilities.newBlob([200])', /don't match/],
    ['Utilities.newBlob(new Uint8Array([1]))', /don't match/],
    ["Utilities.base64Decode('*')", /Could not decode/],
    ["Utilities.formatDate(new Date(), 'GMT', 'YYYY')", /the pattern YYYY is not available/],
  ])('%s is refused', (call, message) => {
    expect(errorOf(call)).toMatch(message)
  })
})

describe('PropertiesService', () => {
  it('keeps document, script and user properties apart, from run to run', () => {
    const host = hostOf(`
      const all = () => [PropertiesService.getDocumentProperties(), PropertiesService.getScriptProperties(), PropertiesService.getUserProperties()]
      function write() { all().forEach((p, i) => p.setProperty('k', 'v' + i).setProperties({ other: 'x' })) }
      function read() { return all().map((p) => p.getProperty('k')) }
      function clear() { all()[0].deleteProperty('k'); all()[1].deleteAllProperties(); return all().map((p) => p.getKeys()) }
      function none() { return all()[0].getProperty('toString') }`)
    host.run('write')
    expect(host.run('read').value).toEqual(['v0', 'v1', 'v2'])
    expect(host.book().properties).toEqual({ k: 'v0', other: 'x' })
    expect(host.run('clear').value).toEqual([['other'], [], ['k', 'other']])
    expect(host.run('none').value).toBeNull()
  })

  it('refuses values over 9 KB, counted in bytes', () => {
    const write = (length: number) =>
      `PropertiesService.getDocumentProperties().setProperty('k', '年'.repeat(${length}))`
    expect(errorOf(write(3072))).toBeUndefined()
    expect(errorOf(write(3073))).toBe('Argument too large: value')
  })
})

describe('LockService', () => {
  const body = `
    const lock = LockService.getDocumentLock()
    const got = lock.tryLock(100)
    const held = lock.hasLock()
    lock.releaseLock()
    return [got, held, lock.hasLock()]`

  it('is free, unless another run has the lock', () => {
    expect(script(body).value).toEqual([true, true, false])
    expect(script(body, bookOf(), { lockIsTaken: true }).value).toEqual([false, false, false])
    const wait = script('LockService.getScriptLock().waitLock(10)', bookOf(), { lockIsTaken: true })
    expect(wait.error?.message).toMatch(/Lock timeout/)
  })
})

describe('Drive', () => {
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const bundle = `
    const blob = (bytes) => Utilities.newBlob(bytes, '${docx}', 'ignored')
    function create() {
      return Drive.Files.create({ name: '年报', mimeType: 'application/vnd.google-apps.document' }, blob([80, -1]), { fields: 'id' }).id
    }
    function update(id) { return Drive.Files.update({}, id, blob([1, 2, 3])) }
    function list() { return Drive.Files.list().files.map((f) => f.name) }
    function missing() { Drive.Files.get('none') }
    function search() { Drive.Files.list({ q: 'trashed = false' }) }`

  it('hands files to the host, and knows them in the next run', () => {
    const seen: string[] = []
    const host = hostOf(bundle, bookOf(), { onFile: ({ id, bytes }) => seen.push(`${id} ${[...bytes].join(',')}`) })
    const created = host.run('create')
    const id = String(created.value)
    expect(created.files).toEqual([
      {
        id,
        name: '年报',
        mimeType: 'application/vnd.google-apps.document',
        contentType: docx,
        webViewLink: '',
        bytes: new Uint8Array([80, 255]),
      },
    ])
    expect(host.run('update', [id]).value).toMatchObject({ id, name: '年报' })
    expect(host.run('list').value).toEqual(['年报'])
    expect(seen).toEqual([`${id} 80,255`, `${id} 1,2,3`])
    expect(created.counts.drive).toBe(1)
  })

  it('says what it has not', () => {
    const host = hostOf(bundle)
    expect(host.run('missing').error?.message).toMatch(/File not found: none/)
    expect(host.run('search').error?.message).toMatch(/the option q is not available/)
  })
})
