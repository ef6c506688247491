import type { Browser, BrowserContext, Download, Locator, Page } from 'playwright-core'

/** A page with the workbook open, and everything it complained about. */
export interface DeskPage {
  page: Page
  context: BrowserContext
  /** Errors, messages of the Content-Security-Policy, and requests to other machines. */
  complaints: string[]
  /** Shows the tab and clicks the cell. */
  goTo: (tab: RegExp, cell: string) => Promise<void>
  /** Opens the link, as a person does who comes back. */
  load: () => Promise<void>
  /** Leaves the desk, and puts back what a test may have changed: requests held, questions, keys, size, paper, drafts. */
  tidy: () => Promise<void>
  /** Leaves the desk: nothing of this page reaches the server any more. */
  leave: () => Promise<void>
  close: () => Promise<void>
}

/** How long what should come may take on a machine that is busy. What comes is never waited for longer than it takes. */
export const PATIENCE_MS = 45_000

/** The cell, by its address; of merged cells the first. */
export const cellOf = (page: Page, cell: string): Locator => page.getByRole('grid').locator(`[data-cell="${cell}"]`)

/** When the cell is selected. */
export const atCell = (page: Page, cell: string): Promise<void> =>
  page.locator(`.cells [data-cell="${cell}"][aria-selected=true]`).waitFor()

async function goTo(page: Page, tab: RegExp, cell: string): Promise<void> {
  await page.getByRole('tab', { name: tab }).click()
  await page.locator(`.cells [role=grid]`).waitFor()
  await cellOf(page, cell).click()
  await atCell(page, cell)
}

export interface Served {
  address: string
  /** The link that lets in, where one is needed. */
  link?: string
}

const usualViewport = { width: 1366, height: 768 }

/** A page that has not opened the desk yet. */
export async function newDeskPage(
  browser: Browser,
  server: Served,
  deviceScaleFactor = 1,
  viewport = usualViewport,
): Promise<DeskPage> {
  const context = await browser.newContext({ viewport, deviceScaleFactor, locale: 'zh-CN' })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (?:409|422|426|507)/.test(message.text()))
      complaints.push(message.text())
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(server.address) && !/^(?:data|blob|about):/.test(url)) complaints.push(url)
  })
  return {
    page,
    context,
    complaints,
    goTo: (tab, cell) => goTo(page, tab, cell),
    load: async () => {
      await page.goto(server.link ?? server.address)
      await page.locator('html[data-ready]').waitFor()
    },
    tidy: async () => {
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      page.removeAllListeners('dialog')
      await page.mouse.up()
      await page.emulateMedia({ media: null })
      await page.setViewportSize(viewport)
      // First, for a page that is open keeps its drafts again and again, also as it goes.
      await page.goto('about:blank')
      const session = await context.newCDPSession(page)
      const { origin } = new URL(server.address)
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage' })
      await session.detach()
    },
    leave: async () => void (await page.goto('about:blank')),
    close: () => context.close(),
  }
}

export async function openDesk(browser: Browser, server: Served): Promise<DeskPage> {
  const desk = await newDeskPage(browser, server)
  await desk.load()
  return desk
}

const addressOf = (port: number) => `http://127.0.0.1:${port}/`

/** A link for the network names another address of this machine. */
export const onThisMachine = (port: number, link: string): string => link.replace(/^http:\/\/[^/]*\//, addressOf(port))

/** A desk that runs. */
export const enterDesk = (browser: Browser, port: number, link: string): Promise<DeskPage> =>
  openDesk(browser, { address: addressOf(port), link: onThisMachine(port, link) })

/** What the line over the cells shows of the selected one. */
export const inBar = (page: Page): Promise<string> => page.locator('.cell-content').inputValue()

/** When it shows exactly that, or what fits the form. */
export async function barShows(page: Page, wanted: string | RegExp): Promise<void> {
  const isShown = ([text, form]: (string | null)[]) => {
    const { value = '' } = document.querySelector<HTMLTextAreaElement>('.cell-content') ?? {}
    return form ? new RegExp(form).test(value) : value === text
  }
  await page.waitForFunction(isShown, typeof wanted === 'string' ? [wanted, null] : [null, wanted.source])
}

/** A click on an item of the menu. */
export async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: '政务公开年报' }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

/** When everything typed is on the disk. */
export const saved = (page: Page): Promise<void> => page.locator('[data-saving=saved]').waitFor()

/** Puts text on the clipboard and pastes it, as from Excel or WPS. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((given) => navigator.clipboard.writeText(given), text)
  await page.keyboard.press('Control+v')
}

export async function bytesOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
