/** The desk is started again: whoever comes back is known, and what was not finished is named. */
import { expect, it } from '@jest/globals'
import { tabNames } from '../../src/words/tabs'
import { sheetOf, temporaryHome, Visitor } from '../desk/server/desk'
import { everyFault } from './support/accessibility'
import { onThisMachine, saved } from './support/desk-page'
import { ownDesk } from './support/own-desk'

const title = '示例街道办事处2024年政府信息公开工作年度报告'
const own = ownDesk(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|status of 40[13]/)

it('a colleague is not asked for the name again, finds which workbook has a draft, and hears who opens it', async () => {
  const home = temporaryHome()
  const before = await own.start({ home, isShared: true })
  const { page, goTo } = await own.enterAs('王某', before.links.editor[0])
  await goTo(/三、/, 'E12')
  await page.keyboard.type('7')
  await page.locator('[data-saving=editing]').waitFor()
  const li = await own.enter()
  await li.goTo(/三、/, 'D9')
  await page.locator('.frame-person').waitFor()
  const [mine, theirs] = await page.locator('.person').evaluateAll((all) => all.map((one) => one.className))
  expect([mine, theirs]).toEqual(['person solid', 'person dashed'])
  await before.close()
  // Nobody knows any more where the others are.
  await page.locator('.frame-person').waitFor({ state: 'detached' })
  expect(await page.locator('.person').count()).toBe(1)
  await page.getByRole('alert').getByText('程序已经关闭').waitFor()
  await page.goto('about:blank')
  const again = await own.start({ home, isShared: true, port: before.port })
  await page.goto(onThisMachine(again.port, again.links.editor[0] ?? ''))
  await page.getByRole('heading', { name: '最近的工作簿' }).waitFor()
  await page.getByText('您的姓名是“王某”，这个浏览器上次填的。').waitFor()
  await page.getByText(`“${title}”有 1 处没有保存的内容，留在这个浏览器里，打开它接着填。`).waitFor()
  expect(await everyFault(page)).toEqual([])
  // Another opens it: the page says so, and leaves the person where she is.
  const visitor = await Visitor.enter(again.port, again.links.own)
  const { recent } = await visitor.read<{ recent: { id: string }[] }>('/api/start')
  await visitor.done('/api/recent', { id: recent[0]?.id })
  await page.getByText(`李填报打开了“${title}”。`).waitFor()
  expect(await everyFault(page)).toEqual([])
  await page.getByRole('button', { name: '进入', exact: true }).click()
  await page.locator('html[data-ready]').waitFor()
  // One state is told: it is being filled in, until it is.
  const begun = page.getByText(/E12：上次离开本页时“7”还没有填完/)
  await begun.waitFor()
  expect(await page.locator('[data-saving]').getAttribute('data-saving')).toBe('editing')
  await page.keyboard.press('Enter')
  await saved(page)
  await begun.waitFor({ state: 'detached' })
  expect(sheetOf(await visitor.book(), tabNames.table3).cells['12,5']?.value).toBe(7)
})

it('another at the same browser gives a name of their own', async () => {
  const home = temporaryHome()
  const before = await own.start({ home, isShared: true })
  const { page } = await own.enterAs('王某', before.links.editor[0])
  await page.goto('about:blank')
  await before.close()
  const again = await own.start({ home, isShared: true, port: before.port, workbook: before.workbook ?? '' })
  await page.goto(onThisMachine(again.port, again.links.reviewer[0] ?? ''))
  await page.locator('html[data-ready]').waitFor()
  await page.getByText('您的姓名是“王某”').waitFor()
  await page.getByRole('button', { name: '不是我，换姓名' }).click()
  await page.getByRole('textbox').fill('赵审核')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^赵审核（我），审核人/ }).waitFor()
})

it('a reviewer who waits goes in when the workbook is opened', async () => {
  const home = temporaryHome()
  const before = await own.start({ home, isShared: true })
  await before.close()
  const again = await own.start({ home, isShared: true })
  const { page } = await own.enterAs('赵审核', again.links.reviewer[0], false)
  await page.getByText('填报人打开以后，这里会自动进入').waitFor()
  const visitor = await Visitor.enter(again.port, again.links.own)
  const { recent } = await visitor.read<{ recent: { id: string }[] }>('/api/start')
  await visitor.done('/api/recent', { id: recent[0]?.id })
  await page.locator('html[data-ready]').waitFor()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title)
})
