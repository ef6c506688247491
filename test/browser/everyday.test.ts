import { beforeEach, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { findPrograms } from '../../src/desk/programs'
import { tabNames } from '../../src/words/tabs'
import { exampleBytes, sheetOf } from '../desk/server/desk'
import { atCell, barShows, choose, paste, saved } from './support/desk-page'
import { ownDesk } from './support/own-desk'

const table3 = /三、/
const own = ownDesk()

/** What is read, once it is as expected or no longer will be. */
async function eventually<T>(read: () => Promise<T>, expected: T): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const found = await read()
    if (JSON.stringify(found) === JSON.stringify(expected)) return found
    await new Promise((next) => setTimeout(next, 100))
  }
  return read()
}

describe('findings', () => {
  beforeEach(async () => {
    await own.start()
  })

  it('stay accepted over another run, until a value of theirs changes', async () => {
    const { page, goTo } = await own.enter()
    await choose(page, '校验结果侧栏')
    const sidebar = page.frameLocator('iframe[title="校验结果侧栏"]')
    await sidebar.getByText('错误 2').first().waitFor()
    const finding = sidebar.getByRole('listitem').filter({ hasText: '各列之和 7，现为 6' }).first()
    await finding.getByText('接受这一条…').click()
    await finding.getByRole('textbox').fill('原件如此，已与上级核实')
    await finding.getByRole('button', { name: '接受', exact: true }).click()
    await sidebar.getByText('已接受：原件如此，已与上级核实').waitFor()
    await choose(page, '校验')
    await page
      .getByText(/详见“校验结果”/)
      .first()
      .waitFor()
    await choose(page, '校验结果侧栏')
    await sidebar.getByText('已接受：原件如此，已与上级核实').waitFor()
    await goTo(table3, 'D10')
    await page.keyboard.type('5')
    await page.keyboard.press('Enter')
    await saved(page)
    await choose(page, '校验结果侧栏')
    const changed = sidebar.getByRole('listitem').filter({ hasText: '现为 6' }).first()
    await changed.getByText('接受这一条…').waitFor()
    expect(await sidebar.getByText('已接受：原件如此，已与上级核实').count()).toBe(0)
  })
})

describe('a generated report', () => {
  beforeEach(async () => {
    await own.start({ searchPath: process.env['PATH'] ?? '' })
  })

  async function generated(): Promise<Page> {
    const { page } = await own.enter()
    await choose(page, '生成年度报告')
    await page.getByRole('dialog').getByRole('button', { name: '是' }).click()
    await page
      .frameLocator('iframe[title="生成年度报告"]')
      .getByText(/\.docx$/)
      .waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '文件' }).click()
    return page
  }

  it('is printed from the page, alone', async () => {
    const page = await generated()
    await page.addInitScript(() => {
      window.print = () => {
        const printed = (Reflect.get(window.parent, 'printed') ?? []) as string[]
        Reflect.set(window.parent, 'printed', [...printed, document.title])
      }
    })
    const title = '草稿 示例街道办事处2024年政府信息公开工作年度报告'
    const printed = () => page.evaluate(() => (Reflect.get(window, 'printed') ?? []) as string[])
    await page.getByRole('button', { name: /^打印 .*\.html$/ }).click()
    expect(await eventually(printed, [title])).toEqual([title])
    await page.getByRole('button', { name: /^打印 .*\.html$/ }).click()
    expect(await eventually(printed, [title, title])).toEqual([title, title])
    expect(await page.locator('iframe.printed').count()).toBe(1)
  })

  const programs = findPrograms(process.env['PATH'] ?? '')
  const pdf = programs.length > 0 ? it : it.skip
  pdf('is taken as PDF where a program can make one', async () => {
    const page = await generated()
    const link = page.getByRole('link', { name: /^PDF .*\.docx$/ })
    const address = (await link.getAttribute('href')) ?? ''
    const visitor = await own.visit()
    const answer = await visitor.get(address)
    expect([answer.status, answer.headers['content-type'], answer.body.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ])
  })
})

describe('a workbook file', () => {
  beforeEach(async () => {
    await own.start()
  })

  it('is opened by dropping it on the start page', async () => {
    const { page } = await own.enter()
    await page
      .getByRole('button', { name: '打开其他工作簿' })
      .or(page.getByRole('link', { name: '打开其他工作簿' }))
      .click()
    await page.locator('main.start').waitFor()
    const bytes = Buffer.from(await exampleBytes()).toString('base64')
    const dropped = await page.evaluateHandle((base64) => {
      const data = new DataTransfer()
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      data.items.add(new File([content], '拖入的年报.xlsx'))
      return data
    }, bytes)
    await page.locator('main.start').dispatchEvent('drop', { dataTransfer: dropped })
    await page.locator('html[data-ready]').waitFor()
    await page.getByRole('tab', { name: table3 }).waitFor()
    const visitor = await own.visit()
    expect(sheetOf(await visitor.book(), tabNames.table3).cells['7,4']?.value).toBe(8)
  })
})

describe('edits', () => {
  beforeEach(async () => {
    await own.start()
  })

  it('are taken back and done again by keyboard, a paste as one, and keep the keyboard in the cells', async () => {
    const { page, goTo } = await own.enter()
    const visitor = await own.visit()
    const shows = async (expected: readonly number[]) => {
      const read = async () => {
        const { cells } = sheetOf(await visitor.book(), tabNames.table3)
        return ['7,4', '8,4', '8,5', '9,4', '9,5', '7,10'].map((key) => Number(cells[key]?.value))
      }
      expect(await eventually(read, [...expected])).toEqual(expected)
    }
    await goTo(table3, 'D7')
    await page.keyboard.type('31')
    await page.keyboard.press('Enter')
    await shows([31, 1, 0, 1, 0, 31])
    await paste(page, '2\t3\n4\t5')
    await shows([31, 2, 3, 4, 5, 31])
    await page.keyboard.press('Control+z')
    await shows([31, 1, 0, 1, 0, 31])
    await page.keyboard.press('Control+z')
    await shows([8, 1, 0, 1, 0, 8])
    await page.keyboard.press('Control+y')
    await page.keyboard.press('Control+y')
    await shows([31, 2, 3, 4, 5, 31])
    await page.locator('.cells:focus-within').waitFor()
  })
})

describe('two people in one cell', () => {
  beforeEach(async () => {
    await own.start({ isShared: true })
  })

  it('are told of both texts: the later one stands, the earlier one is in the history', async () => {
    const [one, other] = [await own.enter(), await own.enter()]
    await one.goTo(table3, 'E8')
    await one.page.keyboard.type('53')
    await other.goTo(table3, 'E8')
    await other.page.keyboard.type('52')
    await other.page.keyboard.press('Enter')
    await saved(other.page)
    await one.page.keyboard.press('Enter')
    await one.page
      .getByText(/E8.*52/)
      .first()
      .waitFor()
    await other.page
      .getByText(/E8.*52/)
      .first()
      .waitFor()
    await other.goTo(table3, 'E8')
    await barShows(other.page, '53')
    await other.page.getByRole('button', { name: '单元格历史' }).click()
    await other.page.locator('.side').getByText('52').first().waitFor()
    one.complaints.length = 0
  })
})

describe('a clerk’s whole work', () => {
  beforeEach(async () => {
    await own.start()
  })

  it('is done by keyboard alone: fill, check, go to the finding, repair, generate, take', async () => {
    const { page } = await own.enter()
    const keys = async (...names: string[]) => {
      for (const name of names) await page.keyboard.press(name)
    }
    /** What has the keyboard, in the page or in the page of a command. */
    const focused = async (): Promise<string> => {
      for (const frame of page.frames().slice(1)) {
        const text = await frame.evaluate(() =>
          document.hasFocus() ? (document.activeElement?.textContent ?? '') : '',
        )
        if (text !== '') return text
      }
      const words = (one: Element | null) => one?.getAttribute('aria-label') ?? one?.textContent ?? ''
      return page.evaluate(`(${String(words)})(document.activeElement)`) as Promise<string>
    }
    const tabTo = async (wanted: RegExp, key = 'Tab') => {
      for (let tries = 0; tries < 60; tries++) {
        if (wanted.test(await focused())) return
        await keys(key)
      }
      throw new Error(`${wanted} was not reached by ${key}; the keyboard is on ${await focused()}`)
    }
    /** From the cells. */
    const menu = async (item: string) => {
      await keys('Shift+F6')
      await tabTo(/^政务公开年报/)
      await keys('Enter')
      await tabTo(new RegExp(`^${item}$`), 'ArrowDown')
      await keys('Enter')
    }
    for (let tab = 0; tab < 4; tab++) await keys('Control+Shift+PageDown')
    await atCell(page, 'D7')
    await page.keyboard.type('9')
    await keys('Tab')
    await page.keyboard.type('0')
    await keys('ArrowLeft', 'ArrowLeft')
    await page.keyboard.type('8')
    await menu('校验')
    await page.getByText(/详见“校验结果”/).waitFor()
    await page.locator('.grid-field:focus').waitFor()
    await menu('校验结果侧栏')
    const sidebar = page.frameLocator('iframe[title="校验结果侧栏"]')
    await sidebar.locator('.repair').first().waitFor()
    await keys('F6', 'F6')
    await tabTo(/各列之和 7，现为 6/)
    await keys('Enter')
    await atCell(page, 'J10')
    await page.locator('.grid-field:focus').waitFor()
    await keys('F6', 'F6')
    await tabTo(/^应用这项修改$/)
    await keys('Enter')
    await sidebar
      .getByText(/错误 0/)
      .first()
      .waitFor()
    // Out of the sidebar, and round to the cells.
    await keys('F6', 'F6')
    await page.locator('.grid-field:focus').waitFor()
    await menu('生成年度报告')
    const dialog = page.frameLocator('iframe[title="生成年度报告"]')
    await dialog.getByText(/\.docx$/).waitFor()
    await keys('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await keys('Shift+F6')
    await tabTo(/^文件$/)
    // Round to the panel that it opens.
    await keys('Enter', 'Shift+F6')
    const started = page.waitForEvent('download')
    await tabTo(/^下载 .*\.docx$/)
    await keys('Enter')
    expect((await started).suggestedFilename().endsWith('.docx')).toBe(true)
  })
})
