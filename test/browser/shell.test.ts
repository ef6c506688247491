import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import type { RunRequest } from '../../src/desk/protocol'
import { openChromium } from './support/chromium'
import { faults } from './support/accessibility'
import { atCell, choose, PATIENCE_MS } from './support/desk-page'
import type { DeskPage } from './support/desk-page'
import { gridPage } from './support/grid'
import { servePage } from './support/page-server'
import type { PageServer } from './support/page-server'

describe('around the cells', () => {
  const grid = gridPage()
  let server: PageServer
  let desk: DeskPage
  let page: Page
  beforeEach(() => {
    ;({ server, desk, page } = grid)
  })

  it('runs a menu item by keyboard alone', async () => {
    await page.getByRole('button', { name: '政务公开年报' }).focus()
    await page.keyboard.press('ArrowDown')
    expect(await faults(page)).toEqual([])
    const items = await page.getByRole('menuitem').allTextContents()
    expect(items[0]).toBe('校验')
    await page.keyboard.press('End')
    expect(await page.locator(':focus').textContent()).toBe(items.at(-1))
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await page.getByRole('log').getByText('详见“校验结果”').waitFor()
    expect(await page.getByRole('menu').count()).toBe(0)
    await page.locator('.cells:focus-within').waitFor()
  })

  it('goes round the parts of the page with F6', async () => {
    const inside = (part: string) => page.locator(`${part}:focus-within`).waitFor()
    await inside('.cells')
    await page.keyboard.press('F6')
    await inside('.tabs')
    await page.keyboard.press('F6')
    await inside('.toolbar')
    await page.keyboard.press('Shift+F6')
    await inside('.tabs')
    await page.keyboard.press('Shift+F6')
    await inside('.cells')
  })

  it('shows what is asked and its buttons below a message that is longer than the window', async () => {
    await page.setViewportSize({ width: 1366, height: 625 })
    const errors = Array.from({ length: 40 }, (_, at) => `· 三、依申请公开 第 ${at + 1} 条错误，各项之和与总计不同`)
    const message = [...errors, '', '仍生成草稿？'].join('\n')
    const question = { title: '生成年度报告', message, buttons: 'YES_NO' } as const
    server.answers.set('initTemplate', ({ answer }) => (answer ? {} : { run: 'r', question }))
    await choose(page, '初始化模板')
    const dialog = page.getByRole('dialog', { name: '生成年度报告' })
    for (const text of ['仍生成草稿？', '· 三、依申请公开 第 1 条错误']) {
      const box = await dialog.getByText(text).boundingBox()
      expect([(box?.y ?? -1) >= 0, (box?.y ?? 999) + (box?.height ?? 0) <= 625]).toEqual([true, true])
    }
    const no = await dialog.getByRole('button', { name: '否' }).boundingBox()
    expect((no?.y ?? 999) + (no?.height ?? 0)).toBeLessThanOrEqual(625)
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  it('asks what a command asks, and goes on with the answer', async () => {
    const asked: RunRequest[] = []
    const ask = (message: string) => ({ title: '初始化模板', message, buttons: 'YES_NO' }) as const
    server.answers.set('initTemplate', (request) => {
      asked.push(request)
      const next = ['要重建吗？\n第二行', '还要清空吗？'][asked.length - 1]
      if (next !== undefined) return { run: `r${asked.length}`, question: ask(next) }
      return { toasts: [{ title: '好', message: '完成了', seconds: 5 }] }
    })
    await choose(page, '初始化模板')
    const dialog = page.getByRole('dialog', { name: '初始化模板' })
    expect(await dialog.getByRole('button').allTextContents()).toEqual(['', '否', '是'])
    expect(await dialog.getByRole('paragraph').allTextContents()).toEqual(['要重建吗？', '第二行'])
    expect(await faults(page)).toEqual([])
    // An Enter too much changes nothing.
    const no = page.locator(':focus')
    expect([await no.textContent(), await no.evaluate((button) => getComputedStyle(button).outlineStyle)]).toEqual([
      '否',
      'solid',
    ])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await dialog.getByText('还要清空吗？').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('完成了').waitFor()
    // It has changed nothing, which is no success.
    expect(await page.locator('.toast', { hasText: '完成了' }).getAttribute('class')).toBe('toast info')
    expect(asked).toEqual([
      { functionName: 'initTemplate' },
      { functionName: 'initTemplate', run: 'r1', answer: { button: 'YES' } },
      { functionName: 'initTemplate', run: 'r2', answer: { button: 'CLOSE' } },
    ])
  })

  it('shows an error of a command as a dialog', async () => {
    server.answers.set('initTemplate', () => ({ error: '找不到工作表' }))
    await choose(page, '初始化模板')
    await page.getByRole('dialog', { name: '初始化模板没有完成' }).getByText('找不到工作表').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('shows a command’s sidebar in a frame that calls commands and reaches nothing else', async () => {
    const html = `<button id="go">改</button><p id="out"></p><p id="reach"></p><script>
      document.getElementById('go').onclick = () =>
        google.script.run.withSuccessHandler((value) => (document.getElementById('out').textContent = [value].flat().join('、')))
          .withFailureHandler((error) => (document.getElementById('out').textContent = error.message))
          .repair(1, 'b')
      try { parent.document.title } catch { document.getElementById('reach').textContent = 'no parent' }
      fetch('${server.address}api/book').catch(() => (document.getElementById('reach').textContent += ', no server'))
    </script>`
    const requests: RunRequest[] = []
    server.answers.set('checkWorkbook', () => ({ dialogs: [{ kind: 'sidebar', title: '校验结果', html }] }))
    server.answers.set('repair', (request) => {
      requests.push(request)
      return requests.length === 1 ? { value: ['D7', 'J7'] } : { error: '已经改过了' }
    })
    await choose(page, '校验')
    const frame = page.frameLocator('iframe.command-frame')
    await frame.getByText('no parent, no server').waitFor()
    expect(await faults(page)).toEqual([])
    await frame.getByRole('button', { name: '改' }).click()
    await frame.getByText('D7、J7').waitFor()
    await frame.getByRole('button', { name: '改' }).click()
    await frame.getByText('已经改过了').waitFor()
    server.answers.set('repair', () => ({ value: { tab: '三、依申请公开', cell: 'E12' } }))
    await frame.getByRole('button', { name: '改' }).click()
    await atCell(page, 'E12')
    expect(requests[0]?.arguments).toEqual([1, 'b'])
    await page.getByRole('button', { name: '关闭侧栏' }).click()
    expect(await page.locator('iframe').count()).toBe(0)
    const told = desk.complaints.splice(0)
    expect(told.every((line) => /Content Security Policy/.test(line))).toBe(true)
  })

  it('takes comments on the selected cell, adds remarks and resolves', async () => {
    await desk.goTo(/三、/, 'D8')
    await page.getByRole('button', { name: /^批注/ }).click()
    await page.getByLabel('在 三、依申请公开!D8 添加批注').fill('请核对台账')
    await page.getByRole('button', { name: '添加批注' }).click()
    const thread = page.getByRole('article', { name: '三、依申请公开!D8' })
    await thread.getByText('请核对台账').waitFor()
    await page.getByRole('button', { name: '批注，1 条未解决' }).waitFor()
    expect(await faults(page)).toEqual([])
    await thread.locator('summary').click()
    await thread.locator('textarea:focus').waitFor()
    await page.keyboard.type('已核对')
    await thread.getByRole('button', { name: '回复' }).click()
    await thread.getByText('已核对').waitFor()
    await thread.getByRole('button', { name: '标为已解决' }).click()
    await thread.waitFor({ state: 'detached' })
    await page.getByLabel('显示已解决的批注').check()
    await thread.getByText('已解决', { exact: true }).waitFor()
  })

  it('keeps a remark that is being written while another comment comes, and sends it by keyboard', async () => {
    await desk.goTo(/三、/, 'D8')
    await page.getByRole('button', { name: /^批注/ }).click()
    const add = page.getByRole('button', { name: '添加批注' })
    await add.click()
    await page.getByRole('alert').getByText('请先填写批注内容。').waitFor()
    await page.getByLabel('在 三、依申请公开!D8 添加批注').fill('请核对台账')
    await add.click()
    const thread = page.getByRole('article', { name: '三、依申请公开!D8' })
    await thread.locator('summary').click()
    await thread.getByRole('textbox').fill('已核对')
    await desk.goTo(/三、/, 'D9')
    await page.getByLabel('在 三、依申请公开!D9 添加批注').fill('这一格也请核对')
    await add.click()
    await page.getByRole('article', { name: '三、依申请公开!D9' }).waitFor()
    await thread.getByRole('textbox').focus()
    await page.keyboard.press('End')
    await page.keyboard.type('，无误')
    await page.keyboard.press('Control+Enter')
    await thread.getByText('已核对，无误', { exact: true }).waitFor()
    await thread.locator('summary:focus').waitFor()
    expect(await thread.getByRole('textbox').count()).toBe(0)
    expect(await faults(page)).toEqual([])
  })

  it('shows the history of the selected cell', async () => {
    await desk.goTo(/三、/, 'D7')
    await page.getByRole('button', { name: '单元格历史' }).click()
    await page.getByRole('heading', { name: '三、依申请公开!D7 的修改历史' }).waitFor()
    expect(await page.locator('.history .change').allTextContents()).toEqual(['8 → 7', '7 → 8'])
    expect(await page.locator('.history .tag').allTextContents()).toEqual(['撤销：填写 D7', '填写'])
  })

  it('has the list of tabs in a sidebar follow the person', async () => {
    await desk.goTo(/三、/, 'D7')
    await choose(page, '插入数据项')
    const list = page.frameLocator('iframe.command-frame').getByLabel('写进')
    await list.waitFor()
    const shown = () => list.evaluate((one) => (one as HTMLSelectElement).selectedOptions[0]?.text)
    expect(await shown()).toBe('一、总体情况')
    await desk.goTo(/五、/, 'B5')
    await page.waitForFunction(() => document.querySelector('iframe.command-frame') !== null)
    await page.frameLocator('iframe.command-frame').locator('select[data-tab="五、问题及改进"]').waitFor()
    expect(await shown()).toBe('五、问题及改进')
    await list.selectOption('六、其他事项')
    await desk.goTo(/五、/, 'B5')
    expect(await shown()).toBe('六、其他事项')
  })

  it('says who is in which cell', async () => {
    const place = { sheet: 4, row: 9, column: 5 }
    server.people([{ id: 'w', name: '王审核', role: 'reviewer', colour: '#9c36b5', line: 'solid', place }])
    await page.getByRole('button', { name: '王审核，审核人，在三、依申请公开!E9' }).click()
    await atCell(page, 'E9')
  })

  it('lists the files of a run to be taken', async () => {
    const file = { id: 'f1', name: '年报.docx', contentType: 'application/octet-stream', size: 20_480 }
    server.answers.set('initTemplate', () => ({ files: [file] }))
    await choose(page, '初始化模板')
    const link = page.getByRole('link', { name: '下载 年报.docx' }).first()
    expect(await link.getAttribute('href')).toBe('/files/f1')
    await page.getByRole('button', { name: '文件', exact: true }).click()
    expect(await page.locator('.files').textContent()).toContain('20 KB')
    expect(await page.getByRole('link', { name: '预览 上次.html' }).getAttribute('href')).toBe('/files/f0')
  })
})

describe('the start page', () => {
  let browser: Browser
  let server: PageServer
  let page: Page
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser.close())
  const open = async (options: Parameters<typeof servePage>[0]) => {
    server = await servePage(options)
    page = await browser.newPage({ locale: 'zh-CN' })
    page.setDefaultTimeout(PATIENCE_MS)
    await page.goto(server.address)
  }
  afterEach(async () => {
    await page.close()
    await server.close()
  })

  it('asks for the name first', async () => {
    await open({ name: undefined })
    await page.getByLabel('姓名').waitFor()
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText('请填写姓名。').waitFor()
    await page.keyboard.type('李填报')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '最近的工作簿' }).waitFor()
  })

  it('offers recent workbooks, a new one, a file and the example', async () => {
    await open({})
    const headings = page.getByRole('heading', { level: 2 })
    await headings.first().waitFor()
    expect(await headings.allTextContents()).toEqual(['最近的工作簿', '打开 .xlsx', '查看示例', '新建工作簿'])
    expect(await faults(page)).toEqual([])
    expect(await page.locator('button.recent', { hasText: '2023年度年报' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: '新建' }).click()
    await page.getByText('请填写单位名称。').waitFor()
  })
})
