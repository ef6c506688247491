/** Figures entered as people type them: what was understood is told and can be taken back; blanks are filled with 0. */
import { beforeEach, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { lockAt } from '../../src/desk/page/view/locks'
import { tabNames } from '../../src/words/tabs'
import { cellAt } from '../../src/desk/book'
import { a1, firstCellOf } from '../../src/workbook'
import { sheetOf } from '../desk/server/desk'
import type { Visitor } from '../desk/server/desk'
import { everyFault } from './support/accessibility'
import { blankWorkbook } from './support/desk'
import { cellOf, paste, saved } from './support/desk-page'
import type { DeskPage } from './support/desk-page'
import { ownDesk } from './support/own-desk'

const table3 = /三、/
const own = ownDesk()
let shown: DeskPage
let visitor: Visitor

beforeEach(async () => {
  const bytes = await blankWorkbook('示例局', 2024)
  await own.start({ isShared: true, exampleWorkbook: () => Promise.resolve({ title: '示例局', bytes }) })
  shown = await own.enter()
  visitor = await own.visit()
})

async function contentOf(address: string): Promise<unknown> {
  const { row = 0, column = 0 } = firstCellOf(address) ?? {}
  return cellAt(sheetOf(await visitor.book(), tabNames.table3), row, column)?.value ?? null
}

async function typeAt(address: string, text: string): Promise<void> {
  await shown.goTo(table3, address)
  await shown.page.keyboard.insertText(text)
  await shown.page.keyboard.press('Enter')
  await saved(shown.page)
}

const button = (name: string) => shown.page.getByRole('button', { name, exact: true })
const zeros = (page: Page) => page.getByRole('button', { name: '空白填 0', exact: true })

describe('what was understood', () => {
  it('is a number, told in a line that does not hold up typing, and put back as it was by a click', async () => {
    const { page } = shown
    await typeAt('D7', '１２')
    await page.getByText('三、依申请公开!D7：“１２”记为 12').waitFor()
    expect(await contentOf('D7')).toBe(12)
    // On the way of F6, and back.
    await page.keyboard.press('F6')
    expect(await page.locator(':focus').textContent()).toBe('恢复原样')
    await page.keyboard.press('Shift+F6')
    await page.locator('.grid-field:focus').waitFor()
    await page.keyboard.type('5')
    await page.keyboard.press('Enter')
    await saved(page)
    expect(await contentOf('D8')).toBe(5)
    expect(await everyFault(page)).toEqual([])
    await button('恢复原样').click()
    await saved(page)
    expect(await contentOf('D7')).toBe('１２')
    expect(await page.getByText('记为 12').count()).toBe(0)
    await page.keyboard.type('6')
    await page.keyboard.press('Enter')
    await saved(page)
    expect(await contentOf('D9')).toBe(6)
  })

  it('is taken back by Ctrl+Z', async () => {
    await typeAt('D7', '1,024')
    expect(await contentOf('D7')).toBe(1024)
    await shown.page.keyboard.press('Control+z')
    await shown.page.getByText(/^撤销：/).waitFor()
    expect(await contentOf('D7')).toBeNull()
  })

  it('is left as it was written where it holds words, and its number offered', async () => {
    await typeAt('D7', '12件')
    await shown.page.getByText('三、依申请公开!D7：“12件”按原样保留，不计入合计；其中的数是 12').waitFor()
    expect(await contentOf('D7')).toBe('12件')
    await button('改为 12').click()
    await saved(shown.page)
    expect(await contentOf('D7')).toBe(12)
  })

  it('offers its number until that is answered or the cell changes, whatever else is told', async () => {
    const { page } = shown
    const offer = page.getByText('其中的数是 12')
    await typeAt('D7', '12件')
    await offer.waitFor()
    await zeros(page).click()
    await page.getByRole('button', { name: '是', exact: true }).click()
    await page.getByText('格已填 0，可以撤销').waitFor()
    expect(await offer.isVisible()).toBe(true)
    await page.getByRole('log').getByRole('button', { name: '撤销', exact: true }).click()
    await page.getByText(/^撤销：空白填 0/).waitFor()
    expect(await contentOf('D8')).toBeNull()
    await page.getByText('格已填 0，可以撤销').waitFor({ state: 'detached' })
    expect(await offer.isVisible()).toBe(true)
    await cellOf(page, 'D8').click()
    await page.keyboard.press('Control+z')
    await offer.waitFor({ state: 'detached' })
    expect(await contentOf('D7')).toBeNull()
  }, 60_000)

  it('is one line for a paste, and does not touch what was changed since', async () => {
    await shown.goTo(table3, 'D7')
    await paste(shown.page, '１\t２\n３\t４\n５件\t6')
    await shown.page.getByText('其中的数是 5').waitFor()
    await shown.page.getByText('4 格记为数字：三、依申请公开!D7“１”→ 1，E7“２”→ 2，D8“３”→ 3 等').waitFor()
    await typeAt('E8', '40')
    await shown.page.getByText('3 格记为数字：三、依申请公开!D7“１”→ 1，E7“２”→ 2，D8“３”→ 3').waitFor()
    await button('全部恢复原样').click()
    await saved(shown.page)
    expect(await Promise.all(['D7', 'E7', 'D8', 'E8', 'D9', 'E9'].map(contentOf))).toEqual([
      '１',
      '２',
      '３',
      40,
      '５件',
      6,
    ])
  })
})

describe('空白填 0', () => {
  it('stands above the tables 二, 三 and 四 only, and not before a reviewer', async () => {
    const { page } = shown
    const tabs = [tabNames.overview, tabNames.table2, tabNames.table3, tabNames.table4, tabNames.findings]
    const visible: boolean[] = []
    for (const name of tabs) {
      await page.getByRole('tab', { name }).click()
      await page.getByRole('tab', { name, selected: true }).waitFor()
      visible.push(await zeros(page).isVisible())
    }
    expect(visible).toEqual([false, true, true, true, false])
    const reviewer = await own.enterAs('王审核', own.desk.links.reviewer[0])
    await reviewer.page.getByRole('tab', { name: table3 }).click()
    await cellOf(reviewer.page, 'D7').click()
    expect(await zeros(reviewer.page).isVisible()).toBe(false)
  })

  it('leaves no more than 60 keystrokes for a table of zeros with nine figures', async () => {
    const { page } = shown
    await page.getByRole('tab', { name: table3 }).click()
    await page.locator('.cells [data-cell=D7][aria-selected=true]').waitFor()
    let strokes = 0
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
      strokes += keys.length
    }
    const isAt = (name: string) => page.evaluate((words) => document.activeElement?.textContent === words, name)
    // Received, carried over, answered and left to next year, of persons and of companies.
    await press('1', '2', 'Tab', '3', 'Enter', '1', 'Enter', '8', 'Tab', '2', 'Enter', '3', 'Enter', 'ArrowDown')
    await press('1', 'Enter', 'Control+ArrowDown', 'ArrowDown', '1', 'Tab', '1', 'Enter')
    await saved(page)
    await press('Shift+F6')
    await page.locator('.grid:focus-within').waitFor({ state: 'hidden' })
    expect(await isAt('政务公开年报')).toBe(true)
    await press('Enter')
    await page.locator('[role=menuitem]:focus').waitFor()
    for (let tries = 0; tries < 20 && !(await isAt('空白填 0')); tries++) await press('ArrowDown')
    expect(await isAt('空白填 0')).toBe(true)
    await press('Enter')
    await page.getByRole('dialog').waitFor()
    await press('Tab')
    await press('Enter')
    await page.getByText('格已填 0').first().waitFor()
    const sheet = sheetOf(await visitor.book(), tabNames.table3)
    const figures: string[] = []
    const others: unknown[] = []
    for (let row = 7; row <= 31; row++) {
      for (let column = 4; column <= 9; column++) {
        if (lockAt(sheet, row, column)) continue
        const value = cellAt(sheet, row, column)?.value
        if (value === 0) others.push(value)
        else figures.push(`${a1({ row, column })} ${String(value)}`)
      }
    }
    expect(figures).toEqual(['D7 12', 'E7 3', 'D8 1', 'D9 8', 'E9 2', 'D10 3', 'D12 1', 'D31 1', 'E31 1'])
    expect(others).toHaveLength(24 * 6 - 9)
    expect(strokes).toBeLessThanOrEqual(60)
  })
})
