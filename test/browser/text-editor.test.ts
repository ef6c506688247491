/** The editor of the narratives: opened, written in, left, given up, brought back. */
import { describe, expect, it } from '@jest/globals'
import { tabNames } from '../../src/words/tabs'
import { faults } from './support/accessibility'
import { atCell, cellOf, paste, saved } from './support/desk-page'
import { gridPage } from './support/grid'
import { textEditor } from './support/text-editor'

const grid = gridPage({ width: 1366, height: 625 })
const { cell, keys } = grid
const overview = /一、/
const { shown, closed, text, write } = textEditor(() => grid.page)
const stands = () => cell(tabNames.overview, 'B5')?.value

/** A text stands in the cell, as another page has written it. */
async function written(value: string): Promise<void> {
  grid.server.change({ cells: { [sheet()]: { '5,2': { ...cell(tabNames.overview, 'B5'), value } } } })
  await cellOf(grid.page, 'B5')
    .getByText(value.split('\n')[0] ?? '')
    .waitFor({ state: 'attached' })
}
const sheet = () => grid.server.book().sheets.find(({ name }) => name === tabNames.overview)?.id ?? -1

async function select(): Promise<void> {
  await grid.page.getByRole('tab', { name: overview }).click()
  await atCell(grid.page, 'B5')
}

describe('a text', () => {
  it('opens by a click, where it was clicked, and is taken by Ctrl+Enter', async () => {
    await select()
    await written('第一段。\n第二段。')
    await cellOf(grid.page, 'B5').click({ position: { x: 4, y: 12 } })
    await shown()
    expect(await text()).toBe('第一段。\n第二段。')
    await grid.page.keyboard.type('新的')
    await keys('Enter')
    expect(await text()).toBe('新的\n第一段。\n第二段。')
    await grid.page.locator('[data-saving=editing]').waitFor()
    await keys('Control+Enter')
    await closed()
    await saved(grid.page)
    expect(stands()).toBe('新的\n第一段。\n第二段。')
    await atCell(grid.page, 'B5')
    expect(await grid.page.locator('.grid-field').evaluate((one) => one === document.activeElement)).toBe(true)
  })

  it('opens by F2 and by typing, and keeps what stands there', async () => {
    await select()
    await written('原文。')
    await keys('F2')
    await shown()
    await keys('Escape')
    await closed()
    await grid.page.keyboard.type('又一句。')
    expect(await text()).toBe('原文。又一句。')
    await keys('Control+Enter')
    await saved(grid.page)
    expect(stands()).toBe('原文。又一句。')
    expect(grid.server.edits).toHaveLength(1)
  })

  it('opens by what is composed: nothing lost, nothing doubled', async () => {
    await select()
    await grid.compose(['n', 'ni', 'nian', '年'], '年报')
    await shown()
    await grid.compose(['q', '全'], '全文')
    expect(await text()).toBe('年报全文')
    await keys('Control+Enter')
    await saved(grid.page)
    expect(stands()).toBe('年报全文')
    expect(grid.server.edits).toHaveLength(1)
  })

  it('is taken when the person goes elsewhere: to another tab, into the menu', async () => {
    await write('甲\n\n乙\n')
    await grid.page.getByRole('tab', { name: /五、/ }).click()
    await closed()
    await saved(grid.page)
    expect(stands()).toBe('甲\n\n乙\n')
    await keys('F2')
    await shown()
    await grid.page.keyboard.type('问题')
    await grid.page.getByRole('button', { name: '政务公开年报' }).click()
    await closed()
    await saved(grid.page)
    expect(cell(tabNames.problems, 'B5')?.value).toBe('问题')
  })

  it('is given up by Esc without a question, and can be brought back', async () => {
    await select()
    await written('原文。')
    await write('改过')
    await keys('Escape')
    await closed()
    expect(await grid.page.locator('[data-saving=saved]').count()).toBe(1)
    expect(grid.server.edits).toHaveLength(0)
    await grid.page.getByRole('button', { name: '恢复刚才的修改' }).click()
    await shown()
    expect(await text()).toBe('原文。改过')
    await keys('Control+Enter')
    await saved(grid.page)
    expect(stands()).toBe('原文。改过')
  })

  it('given up is not offered any more once another has changed it', async () => {
    await select()
    await written('原文。')
    await write('改过')
    await keys('Escape')
    const offer = grid.page.getByRole('button', { name: '恢复刚才的修改' })
    await offer.waitFor()
    await written('别人的。')
    await offer.waitFor({ state: 'detached' })
  })

  it('opened and left as it was is no change', async () => {
    await select()
    await written('2024')
    await keys('F2')
    await shown()
    expect(await text()).toBe('2024')
    expect(await grid.page.locator('[data-saving=saved]').count()).toBe(1)
    await keys('Control+Enter')
    await closed()
    expect(grid.server.edits).toHaveLength(0)
  })

  it.each(['=1+1', '2024', "'引号", '2024年3月1日', '  两头有空格  '])(
    '%j stays the text that it is',
    async (typed) => {
      await write(typed)
      await keys('Control+Enter')
      await saved(grid.page)
      expect(stands()).toBe(typed)
      await keys('F2')
      await shown()
      expect(await text()).toBe(typed)
    },
  )

  it('undoes by the browser while it is open, and as one change when it was taken', async () => {
    await write('一二')
    await keys('Control+z')
    expect(await text()).toBe('')
    await keys('Control+y')
    expect(await text()).toBe('一二')
    expect(grid.server.edits).toHaveLength(0)
  })

  it('counts the letters as the rule does', async () => {
    await write('一二 三\n四')
    expect(await grid.page.locator('.text-count').textContent()).toBe('4 字（一般约 1000 字）')
  })

  it('shows the caret where words are pasted, and keeps the paragraphs of plain text', async () => {
    await write('前后')
    await keys('ArrowLeft')
    await paste(grid.page, '甲\r\n\r\n乙')
    expect(await text()).toBe('前甲\n\n乙后')
  })

  it('goes from tab to tab by keys, and is found by its own F6', async () => {
    await write('文')
    await keys('Control+Shift+PageDown')
    await closed()
    await saved(grid.page)
    expect(stands()).toBe('文')
    expect(await grid.page.getByRole('tab', { selected: true }).textContent()).toContain('二、')
  })
})

describe('a page that dies while one writes', () => {
  it('gives the text back', async () => {
    const { context, load } = grid.desk
    const dying = await context.newPage()
    await dying.goto(grid.server.address)
    await dying.getByRole('tab', { name: overview }).click()
    await atCell(dying, 'B5')
    await dying.keyboard.type('第')
    await dying.locator('.text-field:focus').waitFor()
    await dying.keyboard.insertText('一段\n没写完')
    await dying.locator('[data-saving=editing]').waitFor()
    const session = await context.newCDPSession(dying)
    const crashed = dying.waitForEvent('crash')
    void session.send('Page.crash').catch(() => undefined)
    await crashed
    // Opened anew at once.
    await load()
    await shown()
    expect(await text()).toBe('第一段\n没写完')
    await keys('Control+Enter')
    await saved(grid.page)
    expect(stands()).toBe('第一段\n没写完')
  })
  it('closed and opened anew at once, gives it back as well', async () => {
    const { context, load } = grid.desk
    const closed = await context.newPage()
    await closed.goto(grid.server.address)
    await closed.getByRole('tab', { name: overview }).click()
    await atCell(closed, 'B5')
    await closed.keyboard.press('F2')
    await closed.locator('.text-field:focus').waitFor()
    await closed.keyboard.insertText('没写完')
    await closed.locator('[data-saving=editing]').waitFor()
    await closed.close()
    await load()
    await shown()
    expect(await text()).toBe('没写完')
    await keys('Escape')
  })
})

describe('a comment that was begun', () => {
  it('is given back by a page loaded anew: of a cell, of words of a text, and of another comment', async () => {
    const { page, desk } = grid
    const listed = (words: string) => page.locator('.refused li', { hasText: words })
    await desk.goTo(/三、/, 'E8')
    await page.getByRole('button', { name: /^批注/ }).click()
    await page.getByLabel('在 三、依申请公开!E8 添加批注').fill('这里请核')
    await page.getByRole('button', { name: '关闭侧栏' }).click()
    await write('总体情况如下')
    await keys('Control+a', 'Control+Alt+m')
    await page.keyboard.insertText('如下二字')
    await page.reload()
    await listed('批注“这里请核”还没有写完').waitFor()
    expect(await faults(page)).toEqual([])
    await keys('Control+Enter')
    const onWords = '一、总体情况!B5：上次离开本页时，对“总体情况如下”的批注“如下二字”还没有写完。'
    await listed(onWords).getByRole('button', { name: '接着写' }).click()
    const written = page.getByLabel('批注“总体情况如下”')
    expect(await written.inputValue()).toBe('如下二字')
    const chosen = () =>
      page.locator('.text-field').evaluate((one) => {
        const { value, selectionStart, selectionEnd } = one as HTMLTextAreaElement
        return value.slice(selectionStart, selectionEnd)
      })
    expect(await chosen()).toBe('总体情况如下')
    await written.press('Control+Enter')
    await page.locator('.text-notes', { hasText: '如下二字' }).waitFor()
    await listed('如下二字').waitFor({ state: 'detached' })
    await keys('Escape')
    await page.getByRole('button', { name: /^批注/ }).click()
    await page.locator('.thread', { hasText: '如下二字' }).waitFor()
    await page.locator('.thread summary').click()
    await page.getByLabel(/^回复/).fill('已改一半')
    await page.reload()
    await listed('已改一半').getByRole('button', { name: '接着写' }).click()
    await page.getByLabel(/^回复/).press('Control+Enter')
    await page.locator('.remark', { hasText: '已改一半' }).waitFor()
    await listed('这里请核').getByRole('button', { name: '放弃' }).click()
    await page.reload()
    await page.locator('html[data-ready]').waitFor()
    expect(await page.locator('.refused li').count()).toBe(0)
  })
})
