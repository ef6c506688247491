/** What is typed counts, whatever the person does next. */
import { describe, expect, it } from '@jest/globals'
import { changeCell } from '../../src/desk/book'
import type { Book } from '../../src/desk/book'
import { tabNames } from '../../src/words/tabs'
import { faults } from './support/accessibility'
import { atCell, bytesOf, cellOf, choose, openDesk, saved } from './support/desk-page'
import { gridPage } from './support/grid'
import { sheetOf } from './support/workbook'

const grid = gridPage({ width: 1366, height: 768 })
const { cell, keys, field } = grid
const table3 = /三、/
const saving = () => grid.page.locator('[data-saving]').getAttribute('data-saving')
const D7 = () => cell(tabNames.table3, 'D7')?.value

async function type(text: string): Promise<void> {
  await grid.desk.goTo(table3, 'D7')
  await grid.page.keyboard.type(text)
}

describe('typed without Enter', () => {
  it('is in what a menu item does', async () => {
    await type('1999')
    expect(await saving()).toBe('editing')
    expect(await grid.page.locator('[data-saving]').textContent()).toBe('正在填写')
    let seen: unknown = null
    grid.server.answers.set('checkWorkbook', () => {
      seen = D7()
      return {}
    })
    await choose(grid.page, '校验')
    await saved(grid.page)
    expect([seen, D7()]).toEqual([1999, 1999])
  })

  it('is in the workbook that is downloaded', async () => {
    await type('1998')
    const started = grid.page.waitForEvent('download')
    await grid.page.getByRole('link', { name: '下载 .xlsx' }).click()
    const taken = JSON.parse((await bytesOf(await started)).toString('utf8')) as Book
    expect(sheetOf(taken, tabNames.table3).cells['7,4']?.value).toBe(1998)
  })

  it.each([
    ['another tab', () => grid.page.getByRole('tab', { name: /四、/ }).click()],
    ['another cell', () => cellOf(grid.page, 'F12').click()],
    ['a row’s head', () => grid.page.locator('th[data-row="12"]').click()],
    ['the name box', () => grid.page.locator('.cell-name').click()],
    ['the comments', () => grid.page.getByRole('button', { name: '批注', exact: true }).click()],
    ['find', () => keys('Control+f')],
    ['undo', () => grid.page.getByRole('button', { name: '撤销' }).click()],
  ])('is taken by a click on %s', async (_, act) => {
    await type('77')
    await act()
    await saved(grid.page)
    expect(D7()).toBe(77)
  })

  it('warns before the page is left, and is given back when it died', async () => {
    const { page } = grid
    await type('1999')
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.accept()
    })
    await page.reload()
    await page.locator('html[data-ready]').waitFor()
    expect(asked).toEqual(['beforeunload'])
    expect([await field(), await saving(), D7()]).toEqual(['1999', 'editing', 8])
    await page.getByText(/三、依申请公开!D7：上次离开本页时“1999”还没有填完/).waitFor()
    await keys('Enter')
    await saved(page)
    expect(D7()).toBe(1999)
    page.removeAllListeners('dialog')
    await page.reload()
    await page.locator('html[data-ready]').waitFor()
    expect([await field(), asked]).toEqual(['', ['beforeunload']])
  })

  it('is written after a question was closed by the mouse, which leaves the selection outside of the field', async () => {
    const { page } = grid
    await grid.desk.goTo(table3, 'J9')
    await page.keyboard.type('3')
    await page.keyboard.press('Enter')
    const question = page.getByRole('dialog')
    await question.getByRole('button').first().click()
    await question.waitFor({ state: 'detached' })
    await cellOf(page, 'D17').click()
    await page.keyboard.type('4')
    await page.keyboard.press('Enter')
    await saved(page)
    expect(await cellOf(page, 'D17').textContent()).toBe('4')
  })

  it('is not written by what comes by itself: a late question, a sidebar that looks whether it is of before', async () => {
    const { page, server } = grid
    let goOn: () => void = () => undefined
    const held = new Promise<void>((resolve) => (goOn = resolve))
    const question = { title: '初始化模板', message: '要重建吗？', buttons: 'YES_NO' } as const
    server.answers.set('initTemplate', ({ answer }) => (answer ? {} : { run: 'r', question }))
    await choose(page, '校验结果侧栏')
    await page.locator('iframe.command-frame').waitFor()
    await page.route('**/api/run', async (route) => {
      await held
      await route.continue()
    })
    await grid.desk.goTo(table3, 'D7')
    await choose(page, '初始化模板')
    await page.keyboard.type('19')
    goOn()
    const dialog = page.getByRole('dialog', { name: '初始化模板' })
    await dialog.waitFor()
    expect([await field(), D7()]).toEqual(['19', 8])
    const answered = page.waitForResponse('**/api/run')
    await dialog.getByRole('button', { name: '否', exact: true }).click()
    await answered
    await page.keyboard.type('9')
    const asked = page.waitForResponse('**/api/run')
    const { id, cells } = sheetOf(server.book(), tabNames.table3)
    server.change({ cells: { [id]: { '9,4': { ...cells['9,4'], value: 3 } } } })
    await asked
    expect([await field(), await saving(), server.edits]).toEqual(['199', 'editing', []])
    await page.keyboard.type('9')
    await keys('Enter')
    await saved(page)
    expect(D7()).toBe(1999)
  })

  it('asks where it is not valid: to go on writing, or to give it up', async () => {
    const book = grid.server.book()
    const sheet = sheetOf(book, tabNames.table3)
    const strict = sheet.validations.map((one) => ({ ...one, allowInvalid: false }))
    grid.server.change({ cells: {}, sheets: [{ ...sheet, validations: strict }] })
    await grid.page.waitForFunction(() => document.documentElement.dataset['seq'] === '2')
    await type('若干')
    await grid.page.getByRole('button', { name: '政务公开年报' }).click()
    const dialog = grid.page.getByRole('dialog', { name: '不符合填写要求' })
    await dialog.getByText('三、依申请公开!D7 填的是“若干”。请填0或正整数').waitFor()
    expect(await faults(grid.page)).toEqual([])
    expect(await grid.page.locator(':focus').textContent()).toBe('继续修改')
    await dialog.getByRole('button', { name: '继续修改' }).click()
    expect([await field(), D7()]).toEqual(['若干', 8])
    await keys('Enter')
    await dialog.getByRole('button', { name: '放弃这次填写' }).click()
    await saved(grid.page)
    expect([await field(), D7(), grid.server.edits]).toEqual(['', 8, []])
  })
})

describe('a text of paragraphs', () => {
  const text = '第一段。\n第二段。\n\n第四段。'

  it('stays as it is when it is opened and left: nothing is sent', async () => {
    const { server, page, desk } = grid
    const book = server.book()
    changeCell(sheetOf(book, tabNames.overview), 5, 2, { value: text })
    server.change({ cells: { 2: { '5,2': sheetOf(book, tabNames.overview).cells['5,2'] ?? {} } } })
    await page.waitForFunction(() => document.documentElement.dataset['seq'] === '2')
    await desk.goTo(/一、/, 'B5')
    const opened = page.locator('.text-field:focus')
    expect([await opened.inputValue(), await saving()]).toEqual([text, 'saved'])
    await keys('Control+Enter')
    expect([await saving(), server.edits]).toEqual(['saved', []])
    expect(await cellOf(page, 'B5').evaluate((td) => td.textContent)).toBe(text)
  })

  it('is written in view, where the cell is higher than the screen', async () => {
    const { page, desk } = grid
    await desk.goTo(/一、/, 'B5')
    const box = await page.locator('.text-field:focus').boundingBox()
    const cells = await page.locator('.grid').boundingBox()
    expect(box?.height).toBeGreaterThan(200)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((cells?.y ?? 0) + (cells?.height ?? 0))
    expect(box?.y).toBeGreaterThanOrEqual(cells?.y ?? 999)
  })
})

describe('a change from elsewhere while one writes', () => {
  it('is told, and what is typed stays and counts from where it began', async () => {
    const { server, page } = grid
    await type('41')
    server.change({ cells: { 4: { '7,4': { value: 5 } } } })
    await page.locator('.field-notice').getByText('刚把这一格改为“5”').waitFor()
    expect(await field()).toBe('41')
    await keys('Enter')
    await saved(page)
    expect(server.edits.map(({ base }) => base)).toEqual([1])
    expect(D7()).toBe(41)
  })

  it('is written over also by what stood there before, once it is typed; F2 alone writes nothing', async () => {
    const { server, page } = grid
    const was = String(D7())
    await type(was)
    server.change({ cells: { 4: { '7,4': { value: 77 } } } })
    await page.locator('.field-notice').getByText('刚把这一格改为“77”').waitFor()
    await keys('Enter')
    await saved(page)
    expect([String(D7()), server.edits.length]).toEqual([was, 1])
    await grid.desk.goTo(/三、/, 'D7')
    await keys('F2')
    server.change({ cells: { 4: { '7,4': { value: 78 } } } })
    await keys('Enter')
    await saved(page)
    expect(server.edits).toHaveLength(1)
  })
})

describe('messages', () => {
  it('cover neither cells nor the panel beside them, and leave the selected cell in view', async () => {
    const { page, desk } = grid
    const boxOf = async (selector: string) => {
      const box = await page.locator(selector).boundingBox()
      if (!box) throw new Error(`${selector} is not to be seen`)
      return box
    }
    await choose(page, '校验结果侧栏')
    await page.locator('.side').waitFor()
    await desk.goTo(/三、/, 'A7')
    await keys('Control+End')
    const at = (await grid.selected()) ?? ''
    const texts = ['这是一条消息', '这是另一条消息', '第三条', '第四条', '第五条']
    for (const text of texts) {
      grid.server.answers.set('checkWorkbook', () => ({ toasts: [{ title: '校验', message: text, seconds: 60 }] }))
      await choose(page, '校验')
      await page.locator('.toast').getByText(text).waitFor()
    }
    const [toasts, cells, side, cell] = [
      await boxOf('.toasts'),
      await boxOf('.cells'),
      await boxOf('.side'),
      await boxOf(`.cells [data-cell="${at}"]`),
    ]
    // A line each, the newest three; the others on wish.
    const all = texts.map((text) => `校验${text}`)
    expect(await page.locator('.toast:visible').allTextContents()).toEqual(all.slice(2))
    expect(toasts.height).toBeLessThanOrEqual(3 * 36)
    expect(toasts.y).toBeGreaterThanOrEqual(cells.y + cells.height)
    expect(toasts.y).toBeGreaterThanOrEqual(side.y + side.height)
    expect(cell.y + cell.height).toBeLessThanOrEqual(toasts.y)
    expect(toasts.y + toasts.height).toBeLessThanOrEqual((await boxOf('.tabs')).y)
    await page.getByRole('button', { name: '还有 2 条' }).click()
    expect(await page.locator('.toast:visible').allTextContents()).toEqual(all)
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: '收起' }).click()
    expect(await page.locator('.toast:visible').count()).toBe(3)
  })

  it('behind others keep their time until they come into view', async () => {
    const { page } = grid
    for (const [text, seconds] of [
      ['先来的', 4],
      ['第二条', 60],
      ['第三条', 60],
      ['第四条', 60],
    ] as const) {
      grid.server.answers.set('checkWorkbook', () => ({ toasts: [{ title: '校验', message: text, seconds }] }))
      await choose(page, '校验')
      await page.locator('.toast').getByText(text).waitFor({ state: 'attached' })
      if (text === '先来的') await page.locator('.toast').hover()
    }
    const first = page.locator('.toast', { hasText: '先来的' })
    expect(await first.isVisible()).toBe(false)
    await page.mouse.move(5, 5)
    await page.locator('.toast', { hasText: '第四条' }).getByRole('button', { name: '关闭' }).click()
    expect(await first.isVisible()).toBe(true)
  })

  it('of a cell name its tab and address', async () => {
    await grid.desk.goTo(/三、/, 'A7')
    await keys('F2')
    await grid.page
      .locator('.toast')
      .getByText(/^三、依申请公开!A7：/)
      .waitFor()
  })

  it('go away after their time, but not from under the pointer', async () => {
    const { page } = grid
    grid.server.answers.set('checkWorkbook', () => ({ toasts: [{ title: '校验', message: '没有问题', seconds: 1 }] }))
    await choose(page, '校验')
    const toast = page.locator('.toast')
    await toast.hover()
    await page.waitForTimeout(5_000)
    expect(await toast.count()).toBe(1)
    await page.mouse.move(5, 5)
    await toast.waitFor({ state: 'detached' })
  })

  it('stand beside the cells where they are long', async () => {
    const text = Array.from({ length: 8 }, (_, at) => `第 ${at + 1} 条：有一处需要核对。`).join('\n')
    grid.server.answers.set('initTemplate', () => ({ toasts: [{ title: '初始化模板', message: text, seconds: 5 }] }))
    await choose(grid.page, '初始化模板')
    await grid.page.locator('.side').getByText('第 8 条').waitFor()
    expect(await grid.page.locator('.toast').count()).toBe(0)
  })

  it('show the sidebar of findings as it is after 校验', async () => {
    let shown = 0
    grid.server.answers.set('showFindings', () => {
      shown += 1
      return { dialogs: [{ kind: 'sidebar', title: '校验结果侧栏', html: `<p>第 ${shown} 次</p>` }] }
    })
    await choose(grid.page, '校验结果侧栏')
    const frame = grid.page.frameLocator('iframe.command-frame')
    await frame.getByText('第 1 次').waitFor()
    await choose(grid.page, '校验')
    await frame.getByText('第 2 次').waitFor()
  })

  it('tell an open sidebar that the workbook has changed; what it says goes by itself', async () => {
    const { page, close } = await openDesk(grid.browser, grid.server)
    await page.clock.install()
    await choose(page, '校验结果侧栏')
    const sidebar = page.frameLocator('iframe.command-frame')
    const warning = sidebar.locator('#stale')
    await sidebar
      .getByText(/^■? ?错误/)
      .first()
      .waitFor()
    expect(await warning.isVisible()).toBe(false)
    await page.getByRole('tab', { name: table3 }).click()
    await cellOf(page, 'D9').click()
    await page.keyboard.type('99')
    await page.keyboard.press('Enter')
    await saved(page)
    await page.clock.fastForward(1_600)
    // The clock of the frame goes on a moment after the page's: it must stand beyond its five seconds when it is told.
    await page.clock.fastForward(5_000)
    await page.clock.fastForward(600)
    await warning.waitFor()
    const said = sidebar.locator('#say')
    await sidebar.getByRole('button', { name: '重新校验' }).click()
    await said.getByText(/错误/).waitFor()
    expect(await warning.isVisible()).toBe(false)
    await page.clock.fastForward(15_100)
    await sidebar.locator('#say:empty').waitFor({ state: 'attached' })
    await close()
  })

  it('say that a link is dead, and do not promise to connect again', async () => {
    const { page, server } = grid
    await page.route('**/api/events*', (route) => route.fulfill({ status: 401, body: '{}' }))
    server.drop()
    await page.getByRole('alert').getByText('这个页面的链接已经失效').waitFor()
    expect(await page.getByText('正在重新连接').count()).toBe(0)
    await page.unroute('**/api/events*')
    const told = grid.desk.complaints.splice(0)
    expect(told.every((line) => /401|ERR_/.test(line))).toBe(true)
  })
})

describe('the name box', () => {
  const name = () => grid.page.locator('.cell-name')
  it('goes to an address, a tab’s address and a row’s name', async () => {
    await grid.desk.goTo(table3, 'D7')
    for (const [typed, to] of [
      ['F12', 'F12'],
      ['四、复议诉讼!A7', 'A7'],
      ['三、依申请公开!D8', 'D8'],
      ['结转下年度', 'D31'],
      ['重复申请', 'D23'],
    ] as const) {
      await name().fill(typed)
      await keys('Enter')
      await atCell(grid.page, to)
      await grid.page.locator('.grid-field:focus').waitFor()
      expect(await name().inputValue()).toBe(to)
    }
  })

  it('selects a range, and says where there is none', async () => {
    await grid.desk.goTo(table3, 'D7')
    await name().fill('D8:E9')
    await keys('Enter')
    expect(await grid.range()).toEqual(['D8', 'E8', 'D9', 'E9'])
    await name().fill('没有这一行')
    await keys('Enter')
    await grid.page.getByText('没有找到“没有这一行”').waitFor()
    await keys('Escape')
    expect(await name().inputValue()).toBe('D8')
  })
})
