/** What becomes of entries when the file cannot be written, or the page dies. */
import { describe, expect, it } from '@jest/globals'
import { workbookBytes } from '../../src/desk/cli/workbook'
import { tabNames } from '../../src/words/tabs'
import { sheetOf, temporaryHome } from '../desk/server/desk'
import { atCell, cellOf, saved } from './support/desk-page'
import type { DeskPage } from './support/desk-page'
import { ownDesk } from './support/own-desk'

const table3 = /三、/
// What is held back, and the crash, the browser complains of.
const own = ownDesk(/ERR_|status of 401/)

async function figure(key: string): Promise<unknown> {
  const visitor = await own.visit()
  return sheetOf(await visitor.book(), tabNames.table3).cells[key]?.value
}

describe('a workbook that cannot be written', () => {
  it('is told of on every page, also one that comes later, until it can be', async () => {
    let isFull = false
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    await own.start({ toXlsx: (book) => (isFull ? Promise.reject(full) : workbookBytes(book)) })
    const one = await own.enter()
    isFull = true
    await one.goTo(table3, 'E8')
    await one.page.keyboard.type('61')
    await one.page.keyboard.press('Enter')
    const unsaved = (desk: DeskPage) => desk.page.locator('[data-saving=unsaved]').waitFor()
    await unsaved(one)
    expect(await one.page.locator('.saving').textContent()).toBe('文件未写入')
    expect(await one.page.getByRole('alert').textContent()).toContain('磁盘已满')
    const later = await own.enter()
    await unsaved(later)
    // Entries are taken all the same, and are in the journal.
    await later.goTo(table3, 'E9')
    await later.page.keyboard.type('62')
    await later.page.keyboard.press('Enter')
    await cellOf(one.page, 'E9').getByText('62').waitFor()
    await unsaved(later)
    expect(await figure('9,5')).toBe(62)
    isFull = false
    await later.page.keyboard.type('63')
    await later.page.keyboard.press('Enter')
    for (const { page } of [one, later]) {
      await saved(page)
      expect(await page.getByRole('alert').count()).toBe(0)
    }
    expect([...one.complaints, ...later.complaints]).toEqual([])
  })
})

describe('a page that dies', () => {
  it('gives back what stood in its field, and sends what it had not sent', async () => {
    const desk = await own.start()
    const { page, context, goTo } = await own.enter()
    await goTo(table3, 'E8')
    let isCut = true
    await context.route('**/api/edit', (route) => (isCut ? route.abort() : route.continue()))
    await page.keyboard.type('71')
    await page.keyboard.press('Enter')
    await page.locator('[data-saving=kept]').waitFor()
    await page
      .getByRole('alert')
      .getByText('1 处修改尚未保存：连接不上服务，恢复后自动重发，合计也在那时更新。')
      .waitFor()
    await page.keyboard.type('72 写到一半')
    const session = await context.newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    void session.send('Page.crash').catch(() => undefined)
    await crashed
    isCut = false
    // Opened anew at once.
    const next = await context.newPage()
    await next.goto(`http://127.0.0.1:${desk.port}/`)
    await next.locator('html[data-ready]').waitFor()
    await atCell(next, 'E9')
    expect(await next.locator('.grid-field.open').inputValue()).toBe('72 写到一半')
    await next.getByText('72 写到一半').first().waitFor()
    await cellOf(next, 'E8').getByText('71').waitFor()
    await next.keyboard.press('Escape')
    await saved(next)
    expect([await figure('8,5'), await figure('9,5')]).toEqual([71, 0])
  })
})

describe('a desk that was ended', () => {
  it('tells so in plain words, with what is kept and what to do; by its next link the page goes on', async () => {
    const home = temporaryHome()
    const desk = await own.start({ home })
    const { page, context, goTo } = await own.enter()
    await goTo(table3, 'E8')
    await desk.close()
    const alert = page.getByRole('alert')
    await alert.getByText('工作台程序已经关闭。填写的内容都已保存。要继续，请重新启动工作台').waitFor()
    await page.keyboard.type('71')
    await page.keyboard.press('Enter')
    await alert
      .getByText(`1 处修改还没有保存，留在这个浏览器里：新链接以 http://127.0.0.1:${desk.port}/ 开头的`)
      .waitFor()
    await page.keyboard.type('7')
    await alert.getByText('1 处修改和正在填写的内容还没有保存').waitFor()
    await page.keyboard.press('Escape')
    const again = await own.start({ home, port: desk.port, workbook: desk.workbook ?? '' })
    await alert.getByText('这个页面的链接已经失效（工作台重新启动过').waitFor()
    expect(again.port).toBe(desk.port)
    const next = await context.newPage()
    await next.goto(again.links.own)
    await next.locator('html[data-ready]').waitFor()
    await saved(page)
    await alert.getByText('链接已经失效').waitFor({ state: 'hidden' })
    expect(await figure('8,5')).toBe(71)
  })
})
