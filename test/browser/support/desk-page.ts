import type { Browser, BrowserContext, Page } from 'playwright-core'

/** A page with the workbook open, and everything it complained about. */
export interface DeskPage {
  page: Page
  context: BrowserContext
  /** Errors, messages of the Content-Security-Policy, and requests to other machines. */
  complaints: string[]
  /** Selects a cell of the tab that is shown by going there from another. */
  goTo: (tab: RegExp, cell: string) => Promise<void>
  close: () => Promise<void>
}

const steps: Readonly<Record<string, string>> = { right: 'ArrowRight', down: 'ArrowDown' }

/** How far a cell is from the one that is selected, in presses of the arrow keys. */
async function walk(page: Page, cell: string): Promise<void> {
  const name = page.locator('.cell-name')
  let last = ''
  for (let presses = 0; presses < 200; presses++) {
    const here = (await name.textContent()) ?? ''
    if (here === cell) return
    if (presses > 0 && here === last) await page.waitForTimeout(20)
    last = here
    const [, column = '', row = ''] = /^([A-Z])(\d+)$/.exec(here) ?? []
    const [, toColumn = '', toRow = ''] = /^([A-Z])(\d+)$/.exec(cell) ?? []
    if (Number(row) !== Number(toRow)) await page.keyboard.press(Number(row) < Number(toRow) ? 'ArrowDown' : 'ArrowUp')
    else await page.keyboard.press(column < toColumn ? (steps['right'] ?? '') : 'ArrowLeft')
  }
  throw new Error(`could not reach ${cell}`)
}

/**
 * Chromium now and then never answers the closing of a page whose stream has just ended. The browser's own end, after
 * the tests, takes such a page along.
 */
async function closed(context: BrowserContext): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, 10_000)))
  await Promise.race([context.close(), late])
  clearTimeout(timer)
}

export interface Served {
  address: string
  /** The link that lets in, where one is needed. */
  link?: string
}

export async function openDesk(browser: Browser, server: Served): Promise<DeskPage> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  context.setDefaultTimeout(8_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (?:409|422|507)/.test(message.text())) complaints.push(message.text())
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(server.address) && !/^(?:data|blob|about):/.test(url)) complaints.push(url)
  })
  await page.goto(server.link ?? server.address)
  await page.locator('html[data-ready]').waitFor({ timeout: 30_000 })
  const goTo = async (tab: RegExp, cell: string) => {
    await page.getByRole('tab', { name: tab }).click()
    // The first cell of inputs is selected when a tab is shown for the first time; the keyboard goes to the cells.
    await page.locator('.cells').click({ position: { x: 520, y: 300 } })
    await walk(page, cell)
  }
  return { page, context, complaints, goTo, close: () => closed(context) }
}

const addressOf = (port: number) => `http://127.0.0.1:${port}/`

/** A link for the network names another address of this machine. */
export const onThisMachine = (port: number, link: string): string => link.replace(/^http:\/\/[^/]*\//, addressOf(port))

/** A desk that runs. */
export async function enterDesk(browser: Browser, port: number, link: string): Promise<DeskPage> {
  const shown = await openDesk(browser, { address: addressOf(port), link: onThisMachine(port, link) })
  shown.context.setDefaultTimeout(20_000)
  return shown
}

/** A click on an item of the menu. */
export async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: '政务公开年报' }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

/** When everything typed is on the disk. */
export const saved = (page: Page): Promise<void> => page.locator('.saving[data-state=saved]').waitFor()

/** Puts text on the clipboard and pastes it, as from Excel or WPS. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((given) => navigator.clipboard.writeText(given), text)
  await page.keyboard.press('Control+v')
}
