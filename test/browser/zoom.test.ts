/** Large cells on a small screen of an odd scale: what has to stay in view stays, and nothing shines through. */
import { describe, expect, it } from '@jest/globals'
import { tabNames } from '../../src/words/tabs'
import { cellOf, choose, saved } from './support/desk-page'
import { gridPage } from './support/grid'
import { sheetOf } from './support/workbook'

const grid = gridPage({ width: 1280, height: 600 }, 1.25)
const table3 = /三、/

async function zoomed(percent: number): Promise<void> {
  const plus = grid.page.getByRole('button', { name: '放大' })
  while (!(await grid.page.locator('.zoom').textContent())?.includes(`${percent}%`)) await plus.click()
}

const scrollTo = (left: number, top: number) =>
  grid.page.evaluate(
    ([x, y]) => {
      document.querySelector('.grid')?.scrollTo(x ?? 0, y ?? 0)
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))
    },
    [left, top],
  )

const boxOf = async (selector: string) => {
  const box = await grid.page.locator(selector).boundingBox()
  if (!box) throw new Error(`${selector} is not drawn`)
  return box
}

const room = () => boxOf('.grid')

/** Rows that scroll, in a colour that nothing else has. */
const paintRows = () =>
  grid.page.evaluate(() => {
    const rows = '.grid-table tbody tr:not([data-header])'
    const rule = `${rows} td, ${rows} th { background: #f0f !important; border-color: #f0f; color: #f0f !important }`
    document.styleSheets[0]?.insertRule(rule, document.styleSheets[0].cssRules.length)
  })

/** Pixels with some of that colour in them. */
async function paintedIn(picture: Buffer): Promise<string[]> {
  const page = await grid.desk.context.newPage()
  const places = await page.evaluate(
    async (source) => {
      const image = new Image()
      image.src = source
      await image.decode()
      const { width, height } = image
      const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')
      context?.drawImage(image, 0, 0)
      const { data } = context?.getImageData(0, 0, width, height) ?? { data: [] }
      const found: string[] = []
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0, blue = 0] = data.slice(at, at + 3)
        if (Math.min(red, blue) - green > 20) found.push(`${(at / 4) % width},${Math.floor(at / 4 / width)}`)
      }
      return found
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  )
  await page.close()
  return places
}

describe('table 3 at 200 % beside the sidebar', () => {
  it('keeps the selected cell and the names of its rows in view', async () => {
    const { page } = grid
    await grid.desk.goTo(table3, 'D7')
    await choose(page, '校验结果侧栏')
    await page.locator('.side').waitFor()
    await zoomed(200)
    const { x, width } = await room()
    const first = await boxOf('[data-cell=D7]')
    expect(first.x + first.width).toBeLessThanOrEqual(x + width)
    const before = await boxOf('[data-cell=C11]')
    await scrollTo(400, 500)
    const after = await boxOf('[data-cell=C11]')
    expect(after.x).toBeCloseTo(before.x, 0)
    expect((await boxOf('[data-column="3"]')).x).toBeCloseTo(before.x, 0)
    expect(after.x + after.width).toBeLessThan(x + width * 0.65)
    // The names have all of their letters: a cell grows with its text.
    const cut = await page
      .locator('.grid-table td')
      .evaluateAll((all) => all.filter((td) => td.scrollHeight > td.clientHeight + 1).map((td) => td.textContent))
    expect(cut).toEqual([])
  })

  it('brings a cell out from beneath the names that stay', async () => {
    await grid.desk.goTo(table3, 'D8')
    await zoomed(200)
    await grid.keys('Control+ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
    expect(await grid.selected()).toBe('D8')
    const names = await boxOf('[data-cell=A8]')
    expect((await boxOf('[data-cell=D8]')).x).toBeGreaterThanOrEqual(names.x + names.width - 1)
  })

  it.each([100, 125, 150, 200])('shows nothing of the rows beneath its header, at %i %%', async (percent) => {
    const { page } = grid
    await grid.desk.goTo(table3, 'D7')
    await zoomed(percent)
    const { x, y, width } = await room()
    const last = await boxOf('.grid-table tr:has([data-row="6"]) th')
    const clip = { x, y, width: width - 20, height: last.y + last.height - y - 2 }
    const start = await page.locator('.grid').evaluate((one) => one.scrollTop)
    await paintRows()
    const places: string[] = []
    for (const [right, down] of [
      [0, 30],
      [7, 47],
      [19.2, 61.6],
      [33, 88.8],
    ] as const) {
      await scrollTo(right, start + down)
      places.push(...(await paintedIn(await page.screenshot({ clip }))))
    }
    expect(places).toEqual([])
    // The colour is seen where it is there.
    const more = { ...clip, height: clip.height + 20 }
    expect((await paintedIn(await page.screenshot({ clip: more }))).length).toBeGreaterThan(500)
  })
})

describe('frozen columns', () => {
  async function frozenTab(): Promise<void> {
    const { page, server } = grid
    const sheet = { ...sheetOf(server.book(), tabNames.log), id: 91, name: '冻结', rows: 60, columns: 20 }
    const keys = Array.from({ length: 60 * 20 }, (_, at) => [Math.floor(at / 20) + 1, (at % 20) + 1])
    const cells = Object.fromEntries(keys.map(([row, column]) => [`${row},${column}`, { value: `${row}行${column}` }]))
    const frozen = { frozenRows: 1, frozenColumns: 2 }
    const plain = { hiddenColumns: [], columnWidths: {}, merges: [], protections: [], validations: [] }
    server.change({ cells: {}, sheets: [{ ...sheet, ...plain, ...frozen, cells }] })
    await page.getByRole('tab', { name: '冻结' }).click()
    await cellOf(page, 'A1').waitFor()
  }

  it('stay, and are typed into where they are seen', async () => {
    const { page, server } = grid
    await frozenTab()
    const before = await boxOf('[data-cell=B9]')
    await scrollTo(500, 90)
    const place = await boxOf('[data-cell=B9]')
    expect(place.x).toBeCloseTo(before.x, 0)
    const letter = await boxOf('[data-column="2"]')
    expect(letter.x).toBeCloseTo(before.x, 0)
    await cellOf(page, 'B9').click()
    expect(await grid.selected()).toBe('B9')
    await page.keyboard.type('改')
    const field = await boxOf('.grid-field.open')
    expect(Math.abs(field.x - place.x)).toBeLessThan(3)
    expect(Math.abs(field.y - place.y)).toBeLessThan(3)
    await grid.keys('Enter')
    await saved(page)
    expect(server.edits.map(({ sheet, values }) => ({ sheet, values }))).toEqual([{ sheet: 91, values: [['改']] }])
    expect(await page.locator('.grid').evaluate((one) => one.scrollLeft)).toBe(500)
  })

  it('leave room for the cell that is gone to', async () => {
    await frozenTab()
    await cellOf(grid.page, 'C5').click()
    await scrollTo(700, 0)
    await grid.keys('ArrowRight')
    const [frozen, next] = [await boxOf('[data-cell=B5]'), await boxOf('[data-cell=D5]')]
    expect(next.x).toBeGreaterThanOrEqual(frozen.x + frozen.width - 1)
  })
})

it('a text that is written is as large as the cells, and stays open while it is enlarged', async () => {
  const { page } = grid
  await grid.desk.goTo(/一、/, 'B5')
  const text = page.locator('.text-field:focus')
  await text.waitFor()
  const size = () => text.evaluate((field) => getComputedStyle(field).fontSize)
  expect(await size()).toBe('17px')
  await page.keyboard.type('写着')
  await zoomed(150)
  expect(await size()).toBe('25.5px')
  const marks = await page.locator('.text-back').evaluate((back) => getComputedStyle(back).lineHeight)
  expect(marks).toBe('45px')
  expect(await text.inputValue()).toContain('写着')
  await page.keyboard.press('Escape')
}, 60_000)
