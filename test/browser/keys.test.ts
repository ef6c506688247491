/** Every key that the cells know, in a real browser. */
import { describe, expect, it } from '@jest/globals'
import { tabNames } from '../../src/words/tabs'
import { atCell, cellOf, paste, saved } from './support/desk-page'
import { gridPage } from './support/grid'

const grid = gridPage({ width: 1366, height: 625 })
const { cell, selected, range, keys, field } = grid
const table3 = /三、/
const basics = /基本信息/
const values = (...addresses: string[]) => addresses.map((address) => cell(tabNames.table3, address)?.value)

describe('moving', () => {
  // One page for all: a move changes nothing but the selected cell.
  const moves = [
    ['D7', 'ArrowRight', 'E7'],
    ['D7', 'ArrowDown', 'D8'],
    ['D7', 'ArrowLeft', 'A7'],
    ['E7', 'ArrowUp', 'E6'],
    ['D20', 'Control+ArrowDown', 'D32'],
    ['D20', 'Control+ArrowRight', 'J20'],
    ['E9', 'Home', 'A9'],
    ['E9', 'End', 'J9'],
    ['E9', 'Control+Home', 'D7'],
    ['E9', 'Control+End', 'J32'],
    ['D7', 'Tab', 'E7'],
    ['I7', 'Tab', 'D8'],
    ['D8', 'Shift+Tab', 'I7'],
    ['I29', 'Tab', 'D31'],
    ['I31', 'Tab', 'D7'],
    ['D7', 'Enter', 'D8'],
    ['D8', 'Shift+Enter', 'D7'],
  ] as const

  it('goes from cell to cell', async () => {
    const reached: string[] = []
    for (const [from, key] of moves) {
      await grid.desk.goTo(table3, from)
      await keys(key)
      reached.push(`${from} ${key} ${await selected()}`)
    }
    expect(reached).toEqual(moves.map((move) => move.join(' ')))
  })

  it('goes through a merged cell and on in the row from which it came', async () => {
    await grid.desk.goTo(table3, 'C14')
    await keys('ArrowLeft')
    await atCell(grid.page, 'B11')
    await keys('ArrowLeft')
    await atCell(grid.page, 'A9')
    await keys('ArrowRight', 'ArrowRight')
    await atCell(grid.page, 'C14')
    await keys('ArrowLeft', 'ArrowDown')
    await atCell(grid.page, 'B19')
  })

  it('goes back below the first of a row of Tabs by Enter', async () => {
    await grid.desk.goTo(table3, 'D7')
    await keys('Tab', 'Tab', 'Enter')
    await atCell(grid.page, 'D8')
  })

  it('pages by screenfuls', async () => {
    await grid.desk.goTo(table3, 'D7')
    await keys('PageDown')
    expect(Number((await selected())?.slice(1))).toBeGreaterThan(18)
    await keys('PageUp')
    await atCell(grid.page, 'D7')
  })

  it('changes tabs, and leaves Ctrl+PageDown to the browser', async () => {
    await grid.desk.goTo(table3, 'D7')
    const tab = () => grid.page.locator('[role=tab][aria-selected=true]').textContent()
    await keys('Control+Shift+PageDown')
    expect(await tab()).toBe(tabNames.table4)
    await keys('Control+PageDown')
    expect(await tab()).toBe(tabNames.table4)
    await keys('Control+Shift+PageUp')
    expect(await tab()).toBe(tabNames.table3)
    await atCell(grid.page, 'D7')
  })

  it('has the keyboard in the cells after a click on a tab', async () => {
    await grid.page.getByRole('tab', { name: table3 }).click()
    await keys('5', 'Enter')
    await saved(grid.page)
    expect(values('D7')).toEqual([5])
  })
})

describe('selecting', () => {
  it('extends by Shift and arrows, and takes merged cells whole', async () => {
    await grid.desk.goTo(table3, 'D7')
    await keys('Shift+ArrowRight', 'Shift+ArrowDown')
    expect(await range()).toEqual(['D7', 'E7', 'D8', 'E8'])
    await grid.desk.goTo(table3, 'C12')
    await keys('Shift+ArrowLeft')
    expect(await range()).toEqual(['B11', 'C11', ...[12, 13, 14, 15, 16, 17, 18].map((row) => `C${row}`)])
  })

  it('extends by Ctrl+Shift, Shift+Home and Shift+click, and selects all', async () => {
    await grid.desk.goTo(table3, 'D30')
    await keys('Control+Shift+ArrowDown')
    expect(await range()).toEqual(['D30', 'D31', 'D32'])
    await grid.desk.goTo(table3, 'F8')
    await cellOf(grid.page, 'D9').click({ modifiers: ['Shift'] })
    expect(await range()).toEqual(['D8', 'E8', 'F8', 'D9', 'E9', 'F9'])
    await keys('Control+a')
    expect((await range()).slice(-1)).toEqual(['J32'])
  })

  it('selects whole rows and columns by their heads, and a range by dragging', async () => {
    const { page, desk } = grid
    await desk.goTo(table3, 'D8')
    await page.locator('th[data-row="8"]').click()
    expect(await range()).toEqual(['A8', 'D8', 'E8', 'F8', 'G8', 'H8', 'I8', 'J8', 'K8'])
    await page.locator('th[data-column="4"]').click()
    expect(await range()).toContain('D31')
    await cellOf(page, 'D8').hover()
    await page.mouse.down()
    await cellOf(page, 'E9').hover()
    await page.mouse.up()
    expect(await range()).toEqual(['D8', 'E8', 'D9', 'E9'])
  })

  it('goes round inside a range by Enter and Tab', async () => {
    await grid.desk.goTo(table3, 'D7')
    await keys('Shift+ArrowRight', 'Shift+ArrowDown')
    await keys('1', 'Enter', '2', 'Enter', '3', 'Tab', '4', 'Enter')
    await saved(grid.page)
    expect(values('D7', 'D8', 'E7', 'E8')).toEqual([1, 4, 3, 0])
  })

  it('names the first address of a merged cell wherever it is clicked, and what stands there', async () => {
    const { page, desk } = grid
    await page.getByRole('tab', { name: /一、/ }).click()
    const box = await cellOf(page, 'B5').boundingBox()
    await page.mouse.click((box?.x ?? 0) + 300, 560)
    await atCell(page, 'B5')
    expect(await page.locator('.cell-name').inputValue()).toBe('B5')
    await desk.goTo(/一、/, 'B5')
  })
})

describe('typing', () => {
  it('takes it by an arrow while it is typed, moves in the text after F2, and gives it up by Esc', async () => {
    await grid.desk.goTo(table3, 'D7')
    await keys('1', '2', 'ArrowRight')
    await atCell(grid.page, 'E7')
    await keys('ArrowLeft', 'F2', 'ArrowLeft', '0', 'Enter')
    await saved(grid.page)
    expect(values('D7')).toEqual([102])
    await keys('ArrowUp', '9', 'Escape')
    expect(await field()).toBe('')
    await atCell(grid.page, 'D7')
    expect([values('D7'), grid.server.edits.length]).toEqual([[102], 2])
  })

  it('opens a cell by double click, with its text', async () => {
    await grid.desk.goTo(table3, 'D7')
    await cellOf(grid.page, 'D7').dblclick()
    expect(await field()).toBe('8')
    await keys('1', 'Enter')
    await saved(grid.page)
    expect(values('D7')).toEqual([81])
  })

  it('breaks a line by Alt+Enter', async () => {
    await grid.desk.goTo(basics, 'B3')
    await grid.page.keyboard.type('第一段')
    await keys('Alt+Enter')
    await grid.page.keyboard.type('第二段')
    await keys('Enter')
    await saved(grid.page)
    expect(cell(tabNames.basics, 'B3')?.value).toBe('第一段\n第二段')
  })

  it('writes the text into all selected cells by Ctrl+Enter, as one change', async () => {
    await grid.desk.goTo(table3, 'D7')
    await keys('Shift+ArrowRight', 'Shift+ArrowDown', '7', 'Control+Enter')
    await saved(grid.page)
    expect(values('D7', 'E7', 'D8', 'E8')).toEqual([7, 7, 7, 7])
    expect(grid.server.edits).toHaveLength(1)
  })

  it('empties by Delete, and begins anew by Backspace', async () => {
    await grid.desk.goTo(table3, 'D7')
    await keys('Delete')
    await saved(grid.page)
    expect(values('D7')).toEqual([undefined])
    await keys('ArrowDown', 'Backspace', '3', 'Enter')
    await saved(grid.page)
    expect(values('D8')).toEqual([3])
  })

  it('composes on a selected cell: nothing lost, nothing doubled', async () => {
    await grid.desk.goTo(basics, 'B3')
    await grid.compose(['n', 'ni', 'nian', '年'], '年报')
    expect(await field()).toBe('年报')
    await grid.compose(['q', '全'], '全文')
    await keys('Enter')
    await saved(grid.page)
    expect(cell(tabNames.basics, 'B3')?.value).toBe('年报全文')
    expect(grid.server.edits).toHaveLength(1)
  })

  it('drops what is composed on a locked cell, and says why', async () => {
    await grid.desk.goTo(table3, 'A7')
    await grid.compose(['z', 'zhu'], '主')
    await grid.page.getByText('这里是固定的标题').first().waitFor()
    await keys('Enter')
    expect([await field(), grid.server.edits]).toEqual(['', []])
    await keys('ArrowRight', 'ArrowUp', '6', 'Enter')
    await saved(grid.page)
    expect(values('D7')).toEqual([6])
  })
})

describe('filling', () => {
  it('fills down by Ctrl+D and to the right by Ctrl+R', async () => {
    await grid.desk.goTo(table3, 'D7')
    await keys('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
    await saved(grid.page)
    expect(values('D7', 'D8', 'D9')).toEqual([8, 8, 8])
    await grid.desk.goTo(table3, 'D7')
    await keys('Shift+ArrowRight', 'Control+r')
    await saved(grid.page)
    expect(values('E7')).toEqual([8])
  })

  it('fills by the handle, and counts on from two numbers', async () => {
    const { page, desk } = grid
    const pull = async (to: string) => {
      const handle = await page.locator('.handle').boundingBox()
      await page.mouse.move((handle?.x ?? 0) + 4, (handle?.y ?? 0) + 4)
      await page.mouse.down()
      await cellOf(page, to).hover()
      await page.mouse.up()
      await saved(page)
    }
    await desk.goTo(table3, 'D7')
    await pull('G7')
    expect(values('E7', 'F7', 'G7')).toEqual([8, 8, 8])
    await desk.goTo(table3, 'D11')
    await keys('2', 'Enter', '4', 'Enter', 'ArrowUp', 'ArrowUp', 'Shift+ArrowDown')
    await pull('D15')
    expect(values('D13', 'D14', 'D15')).toEqual([6, 8, 10])
    expect(await range()).toEqual(['D11', 'D12', 'D13', 'D14', 'D15'])
  })
})

describe('the clipboard', () => {
  const clipboard = () => grid.page.evaluate(() => navigator.clipboard.readText())

  it('cuts a range', async () => {
    await grid.desk.goTo(table3, 'D7')
    await keys('Shift+ArrowDown', 'Control+x')
    await saved(grid.page)
    expect([await clipboard(), values('D7', 'D8')]).toEqual(['8\n1', [undefined, undefined]])
    await grid.desk.goTo(table3, 'E7')
    await keys('Control+v')
    await saved(grid.page)
    expect(values('E7', 'E8')).toEqual([8, 1])
  })

  it('takes a table of a web page, lines inside of cells included, and gives one', async () => {
    const { page, desk } = grid
    const html = '<table><tr><td>1</td><td colspan="2">2</td></tr><tr><td> 3\n </td><td>4</td><td>5</td></tr></table>'
    await desk.goTo(table3, 'D7')
    await page.evaluate(async (text) => {
      const blob = (type: string, content: string) => [type, new Blob([content], { type })]
      const parts = Object.fromEntries([blob('text/html', text), blob('text/plain', 'no table')])
      await navigator.clipboard.write([new ClipboardItem(parts)])
    }, html)
    await keys('Control+v')
    await saved(page)
    expect(values('D7', 'E7', 'F7', 'D8', 'E8', 'F8')).toEqual([1, 2, undefined, 3, 4, 5])
    await keys('Control+c')
    const given = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      return (await item?.getType('text/html'))?.text()
    })
    expect(given).toContain('<td>1</td>')
  })

  it('takes a table with styles, scripts and a base address, which the page’s policy would not apply', async () => {
    await grid.desk.goTo(table3, 'D7')
    const html = `<html><head><base href="http://oa.example/"><style>td {color:red}</style></head><body lang=ZH-CN style='word-wrap:break-word'>
<table class=MsoTableGrid border=1 onclick="go()" style='border-collapse:collapse'><tr style="height:14pt"><td width=100
style='width:77pt;mso-note:"a>b"'><p class=MsoNormal style='text-align:center'><span style="color:red">6</span></p></td>
<td STYLE=width:10pt>5</td></tr></table></body></html>`
    await grid.page.evaluate((text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', text)
      clipboardData.setData('text/plain', 'no table')
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.querySelector('.grid-field')?.dispatchEvent(event)
    }, html)
    await saved(grid.page)
    expect(values('D7', 'E7')).toEqual([6, 5])
  })

  it('makes one text of paragraphs pasted on a cell for texts', async () => {
    await grid.page.getByRole('tab', { name: /一、/ }).click()
    await atCell(grid.page, 'B5')
    await paste(grid.page, '第一段。\r\n第二段。\r\n\r\n第四段。')
    await saved(grid.page)
    expect(cell(tabNames.overview, 'B5')?.value).toBe('第一段。\n第二段。\n\n第四段。')
    expect(cell(tabNames.overview, 'B6')?.value).toBeUndefined()
  })

  it('pastes paragraphs into the open field as text', async () => {
    await grid.desk.goTo(basics, 'B3')
    await keys('F2', 'Control+a')
    await paste(grid.page, '甲\n乙')
    await keys('Enter')
    await saved(grid.page)
    expect(cell(tabNames.basics, 'B3')?.value).toBe('甲\n乙')
  })
})

describe('undo and redo', () => {
  it('are asked of the server by Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z', async () => {
    await grid.desk.goTo(table3, 'D7')
    await keys('Control+z')
    await grid.page.getByText('撤销：填写 D7').waitFor()
    await keys('Control+y')
    await grid.page.getByText('没有可以重做的操作。').waitFor()
    await grid.page.getByRole('button', { name: '关闭' }).last().click()
    await grid.desk.goTo(table3, 'D7')
    await keys('Control+Shift+z')
    await grid.page.getByText('没有可以重做的操作。').waitFor()
  })
})
