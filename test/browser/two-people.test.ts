/** Two people in one cell. */
import { beforeEach, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { EditAnswer, Scalar } from '../../src/desk/protocol'
import { tabNames } from '../../src/words/tabs'
import { sheetOf } from '../desk/server/desk'
import { everyFault } from './support/accessibility'
import { cellOf, paste, saved } from './support/desk-page'
import type { DeskPage } from './support/desk-page'
import { ownDesk } from './support/own-desk'

const table3 = /三、/
const E8 = { row: 8, column: 5 }
// The tests cut the network themselves.
const own = ownDesk(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)

beforeEach(async () => {
  await own.start()
})

async function enter(): Promise<DeskPage> {
  const page = await own.enter()
  await page.goTo(table3, 'E8')
  return page
}

/** Somebody else, without a page. */
async function other(tab: string) {
  const visitor = await own.visit()
  const { id } = sheetOf(await visitor.book(), tab)
  return {
    write: async (place: { row: number; column: number }, value: Scalar) =>
      visitor.done<EditAnswer>('/api/edit', {
        sheet: id,
        ...place,
        values: [[value]],
        base: (await visitor.book()).seq,
      }),
    value: async ({ row, column }: { row: number; column: number }) =>
      sheetOf(await visitor.book(), tab).cells[`${row},${column}`]?.value,
  }
}

const field = (page: Page) => page.locator('.grid-field.open')
const questions = (page: Page) => page.locator('.choices')
const lines = (page: Page) => questions(page).locator('.choice-text').allTextContents()
const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

describe('a cell that is open', () => {
  it('is left alone, shows what another wrote, and the later one wins; both can put theirs back', async () => {
    const [one, two] = [await enter(), await enter()]
    await one.page.keyboard.type('22')
    await type(two.page, '33')
    await one.page.locator('.field-notice').getByText('李填报刚把这一格改为“33”').waitFor()
    await one.page.keyboard.type('5')
    expect(await field(one.page).inputValue()).toBe('225')
    await one.page.keyboard.press('Enter')
    await questions(one.page).waitFor()
    await questions(two.page).waitFor()
    expect(await lines(one.page)).toEqual(['三、依申请公开!E8：您的“225”替换了李填报刚填的“33”。'])
    expect(await lines(two.page)).toEqual(['三、依申请公开!E8：李填报的“225”替换了您填的“33”。'])
    expect([...(await everyFault(one.page)), ...(await everyFault(two.page))]).toEqual([])
    await press(two.page, '恢复我的')
    await cellOf(one.page, 'E8').getByText('33', { exact: true }).waitFor()
    await questions(one.page).getByText('李填报的“33”替换了您填的“225”').waitFor()
    expect(await lines(one.page)).toEqual(['三、依申请公开!E8：李填报的“33”替换了您填的“225”。'])
    await saved(two.page)
    expect(await questions(two.page).isHidden()).toBe(true)
    await press(one.page, '保留 TA 的')
    await questions(one.page).waitFor({ state: 'hidden' })
  })

  it('whoever is overruled by a choice of the other is told, also who has answered; who got theirs back as well', async () => {
    const [one, two] = [await enter(), await enter()]
    await one.page.keyboard.type('22')
    await type(two.page, '33')
    await one.page.locator('.field-notice').waitFor()
    await one.page.keyboard.press('Enter')
    await press(one.page, '保留我的')
    await press(two.page, '恢复我的')
    await questions(one.page).getByText('李填报的“33”替换了您填的“22”').waitFor()
    await questions(two.page).waitFor({ state: 'hidden' })
    await press(one.page, '恢复我的')
    await questions(two.page).getByText('李填报的“22”替换了您填的“33”').waitFor()
    // Theirs comes back: what was asked is settled, and it is said who has done it.
    await one.page.keyboard.press('Control+z')
    await two.page.getByText('三、依申请公开!E8：李填报把这一格改成了您填的“33”。').waitFor()
    await questions(two.page).waitFor({ state: 'hidden' })
  })

  it('keeps the words that are being composed, whatever becomes of its tab', async () => {
    const { page, context } = await enter()
    const li = await other(tabNames.table3)
    const session = await context.newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: 'er shi', selectionStart: 6, selectionEnd: 6 })
    await li.write(E8, 33)
    await page.locator('.field-notice').waitFor()
    // Draws the tab anew.
    await page.setViewportSize({ width: 1200, height: 700 })
    await page.waitForFunction(() => new Promise((done) => requestAnimationFrame(() => done(true))))
    await session.send('Input.insertText', { text: '22' })
    expect(await field(page).inputValue()).toBe('22')
    await page.keyboard.press('Escape')
    await cellOf(page, 'E8').getByText('33', { exact: true }).waitFor()
  })

  it('says so where another undid a step; what stood before is no value that is lost', async () => {
    const [one, two] = [await enter(), await enter()]
    await type(two.page, '33')
    await cellOf(one.page, 'E8').getByText('33', { exact: true }).waitFor()
    await one.page.keyboard.type('4')
    await saved(two.page)
    await two.page.keyboard.press('Control+z')
    await one.page.locator('.field-notice').getByText('李填报刚撤销或重做了一步').waitFor()
    await one.page.keyboard.press('Enter')
    await saved(one.page)
    await cellOf(two.page, 'E8').getByText('4', { exact: true }).waitFor()
    expect([await questions(one.page).isHidden(), await questions(two.page).isHidden()]).toEqual([true, true])
  })
})

describe('a question', () => {
  it('stays until it is answered, also on a page loaded anew, and says when the cell has changed again', async () => {
    const one = await enter()
    const li = await other(tabNames.table3)
    await one.page.keyboard.type('22')
    await li.write(E8, 33)
    await one.page.locator('.field-notice').waitFor()
    await one.page.keyboard.press('Enter')
    await questions(one.page).waitFor()
    await saved(one.page)
    await one.page.reload()
    await questions(one.page).waitFor()
    await li.write(E8, 44)
    await questions(one.page).getByText('这一格后来又变为“44”。').waitFor()
    await one.page.getByRole('button', { name: '恢复 TA 的' }).focus()
    await one.page.keyboard.press('Enter')
    await one.goTo(table3, 'E8')
    await cellOf(one.page, 'E8').getByText('33', { exact: true }).waitFor()
    await saved(one.page)
    expect(await li.value(E8)).toBe(33)
  })
})

it('what another puts back by one step is told in one line, however many cells it has', async () => {
  const { page } = await enter()
  const visitor = await own.visit()
  const { seq, ...before } = await visitor.book()
  const { id: sheet } = sheetOf(before, tabNames.table3)
  await paste(page, '1\t2\n3\t4')
  await saved(page)
  await visitor.done('/api/edit', {
    sheet,
    ...E8,
    values: [
      [5, 6],
      [7, 8],
    ],
    base: seq,
  })
  await questions(page).getByText('别人的修改替换了您刚填的 4 格。').waitFor()
  await visitor.done('/api/undo')
  await page.getByText('李填报把 三、依申请公开!E8 等 4 格改成了您填的内容。').waitFor()
  expect(await page.locator('.toast').count()).toBe(1)
  expect(await questions(page).isHidden()).toBe(true)
})

describe('after being offline', () => {
  it('shows what would be written over newer values, and writes nothing before', async () => {
    const { page, context } = await enter()
    const li = await other(tabNames.table3)
    await context.setOffline(true)
    await type(page, '61')
    await page.locator('[data-saving=kept]').waitFor()
    await li.write(E8, 62)
    await context.setOffline(false)
    await questions(page).waitFor()
    expect(await lines(page)).toEqual(['三、依申请公开!E8：您填的“61”还没有写入，李填报在这期间填了“62”。'])
    await cellOf(page, 'E8').getByText('62', { exact: true }).waitFor()
    expect(await li.value(E8)).toBe(62)
    await page.reload()
    await questions(page).waitFor()
    // One state: what is not written is not told to be saved.
    expect(await page.locator('[data-saving]').textContent()).toBe('1 处等您决定，还没有写入')
    await press(page, '用我的')
    await saved(page)
    await questions(page).waitFor({ state: 'hidden' })
    expect(await li.value(E8)).toBe(61)
  })

  it('asks once about a block, cell by cell, and writes the rest with what was chosen', async () => {
    const { page, context } = await enter()
    const li = await other(tabNames.table3)
    await context.setOffline(true)
    await paste(page, '71\t72\n73\t74')
    await page.locator('[data-saving=kept]').waitFor()
    await li.write(E8, 1)
    await li.write({ row: 9, column: 6 }, 2)
    await context.setOffline(false)
    await questions(page).waitFor()
    expect(await lines(page)).toEqual([
      '您一次改的 4 格都还没有写入：其中 2 格别人在这期间改过，选定后一起写入。',
      '三、依申请公开!E8：您填的“71”还没有写入，李填报在这期间填了“1”。',
      '三、依申请公开!F9：您填的“74”还没有写入，李填报在这期间填了“2”。',
    ])
    expect(await everyFault(page)).toEqual([])
    await press(page, '用我的，三、依申请公开!E8')
    await press(page, '保留 TA 的，三、依申请公开!F9')
    await saved(page)
    const places = [E8, { row: 8, column: 6 }, { row: 9, column: 5 }, { row: 9, column: 6 }]
    expect(await Promise.all(places.map((place) => li.value(place)))).toEqual([71, 72, 73, 2])
  })
})

describe('a narrative', () => {
  it('keeps what both wrote in different paragraphs, and says so', async () => {
    const one = await enter()
    const li = await other(tabNames.overview)
    const B5 = { row: 5, column: 2 }
    await li.write(B5, '第一段。\n第二段。\n第三段。')
    await one.page.getByRole('tab', { name: /一、/ }).click()
    await cellOf(one.page, 'B5').getByText('第三段。').waitFor()
    await one.goTo(/一、/, 'B5')
    await one.page.locator('.text-field:focus').waitFor()
    await one.page.keyboard.press('Control+End')
    await one.page.keyboard.type('又写。')
    await li.write(B5, '改过。\n第二段。\n第三段。')
    await one.page
      .locator('.text-notice')
      .getByText(/按 Ctrl\+Enter 完成：各人改的段落都保留，合在一起；同一段两人都改了的，这一段用您写的/)
      .waitFor()
    await one.page.keyboard.press('Control+Enter')
    await one.page.getByText('一、总体情况!B5：您和李填报改的是不同的段落，已合在一起。').waitFor()
    await saved(one.page)
    expect(await li.value(B5)).toBe('改过。\n第二段。\n第三段。又写。')
    await cellOf(one.page, 'B5').getByText('改过。').waitFor()
    expect(await questions(one.page).isHidden()).toBe(true)
    // Both change the first paragraph, and the other the second one besides: only the first is to be chosen.
    await cellOf(one.page, 'B5').click()
    await one.page.locator('.text-field:focus').waitFor()
    await one.page.keyboard.press('Control+Home')
    await one.page.keyboard.type('我')
    await li.write(B5, '他改过。\n第二段又改。\n第三段。又写。')
    await one.page.locator('.text-notice', { hasText: '第二段' }).waitFor()
    await one.page.keyboard.press('Control+Enter')
    await questions(one.page).getByText('替换了李填报刚填的').waitFor()
    await saved(one.page)
    expect(await li.value(B5)).toBe('我改过。\n第二段又改。\n第三段。又写。')
    await press(one.page, '恢复 TA 的，一、总体情况!B5')
    await saved(one.page)
    expect(await li.value(B5)).toBe('他改过。\n第二段又改。\n第三段。又写。')
  })

  it('of a text that is another by now tells nothing any more', async () => {
    const one = await enter()
    const li = await other(tabNames.overview)
    const B5 = { row: 5, column: 2 }
    await li.write(B5, '第一段。\n第二段。\n第三段。')
    await one.page.getByRole('tab', { name: /一、/ }).click()
    await cellOf(one.page, 'B5').getByText('第三段。').waitFor()
    await one.goTo(/一、/, 'B5')
    await one.page.locator('.text-field:focus').waitFor()
    await one.page.keyboard.press('Control+End')
    await one.page.keyboard.type('又写。')
    await li.write(B5, '改过。\n第二段。\n第三段。')
    await one.page.keyboard.press('Control+Enter')
    await one.page.getByText('已合在一起').waitFor()
    await li.write(B5, '又改过。')
    await one.page.getByText('已合在一起').waitFor({ state: 'detached' })
  })
  it('whose draft is older than what stands there says so, shows both, and lets her choose', async () => {
    const { page, load } = await enter()
    const li = await other(tabNames.overview)
    const B5 = { row: 5, column: 2 }
    await li.write(B5, '第一段。\n第二段。')
    await page.getByRole('tab', { name: /一、/ }).click()
    await cellOf(page, 'B5').getByText('第二段。').click()
    await page.locator('.text-field:focus').waitFor()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText('我还没写完')
    await page.locator('[data-saving=editing]').waitFor()
    await page.goto('about:blank')
    await li.write(B5, '第一段，别人改过。\n第二段。')
    await load()
    const text = page.locator('.text-field:focus')
    const notice = page.locator('.text-notice')
    await notice.getByText('您上次没有写完，在这以后这篇文字改过：“第一段，别人改过。').waitFor()
    expect(await text.inputValue()).toBe('第一段。\n第二段。我还没写完')
    expect(await everyFault(page)).toEqual([])
    const look = notice.getByRole('button', { name: '看不同' })
    await look.click()
    const dialog = page.getByRole('dialog', { name: '看不同：一、总体情况!B5' })
    await dialog.locator('del').waitFor()
    expect(await dialog.locator('del').allTextContents()).toEqual(['删去：，别人改过'])
    expect(await dialog.locator('ins').allTextContents()).toEqual(['新写：我还没写完'])
    expect(await everyFault(page)).toEqual([])
    await press(page, '接着写我的')
    await text.waitFor()
    await look.click()
    await press(page, '用现在的')
    await page.locator('.text-editor').waitFor({ state: 'hidden' })
    await cellOf(page, 'B5').getByText('第一段，别人改过。').waitFor()
    // Her own is not lost, and taken it keeps what the other has changed.
    await press(page, '恢复刚才的修改')
    await notice.getByText('在这以后这篇文字改过').waitFor()
    await page.keyboard.press('Control+Enter')
    await saved(page)
    expect(await li.value(B5)).toBe('第一段，别人改过。\n第二段。我还没写完')
  })
})

it('what was typed into a cell and not taken says that the cell was changed since', async () => {
  const { page, load } = await enter()
  const li = await other(tabNames.table3)
  await page.keyboard.type('22')
  await page.locator('[data-saving=editing]').waitFor()
  await page.goto('about:blank')
  await li.write(E8, 33)
  await load()
  await page
    .locator('.field-notice')
    .getByText('在这以后这一格改为“33”。按 Enter 用您填的，按 Esc 保留现在的。')
    .waitFor()
  expect(await field(page).inputValue()).toBe('22')
})
