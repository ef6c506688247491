/** Random histories of two pages in real browsers, with kills of pages and of the desk. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import type { HistoryEntry } from '../../src/desk/protocol'
import { tabNames } from '../../src/words/tabs'
import { sheetOf, Visitor } from '../desk/server/desk'
import { openChromium } from './support/chromium'
import { atCell, cellOf, enterDesk, paste, saved } from './support/desk-page'

const table3 = /三、/
const cells = ['E8', 'F8', 'E9', 'F9', 'E10', 'F10']
const placeOf = (cell: string) => ({ row: Number(cell.slice(1)), column: cell.startsWith('E') ? 5 : 6 })

/** A page is dead when it has said nothing for so long. */
const DEAD_MS = 4_500
const STEPS = 12

let browser: Browser
let home: string
let desk: ChildProcess
let port = 0
let link = ''
const people: Person[] = []
let typed: { cell: string; value: string }[] = []
/** What the people were shown when they chose. */
let decided = ''
let count = 0

interface Person {
  context: BrowserContext
  page: Page
  session: CDPSession
  isOffline: boolean
}

function startDesk(): Promise<void> {
  const args = [resolve('bin/nianbao.js'), 'desk', '--port', String(port), '--no-open', '--name', '李填报']
  const env = { ...process.env, NIANBAO_HOME: home }
  desk = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((ready) => {
    let said = ''
    desk.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const [found, given] = /http:\/\/127\.0\.0\.1:(\d+)\/\?token=[\w-]+/.exec(said) ?? []
      if (found === undefined) return
      link = found
      port = Number(given)
      ready()
    })
  })
}

async function killDesk(): Promise<void> {
  if (desk.exitCode !== null || desk.signalCode !== null) return
  desk.kill('SIGKILL')
  await new Promise((ended) => desk.once('exit', ended))
}

/** Whether the last history came to its end: after one that did not, all begins anew. */
let isWhole = true

async function begin(): Promise<void> {
  home = mkdtempSync(join(tmpdir(), 'nianbao-two-'))
  port = 0
  await startDesk()
  for (let at = 0; at < 2; at++) {
    const { context, page, goTo } = await enterDesk(browser, port, link)
    await goTo(table3, 'E8')
    people.push({ context, page, session: await context.newCDPSession(page), isOffline: false })
  }
}

async function end(): Promise<void> {
  for (const { context } of people.splice(0)) await context.close()
  await killDesk()
  rmSync(home, { recursive: true, force: true })
}

beforeAll(async () => {
  browser = await openChromium()
  await begin()
})
afterAll(async () => {
  await end()
  await browser.close()
})
beforeEach(async () => {
  if (!isWhole) {
    await end()
    await begin()
  }
  isWhole = false
})

/** mulberry32: the same numbers from the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

function value(cell: string): string {
  count += 1
  const text = String(10_000 + count)
  typed.push({ cell, value: text })
  return text
}

async function opened({ page }: Person): Promise<void> {
  await page.locator('html[data-ready]').waitFor()
  if ((await page.locator('.grid-field.open').count()) > 0) await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: table3 }).click()
}

async function goTo({ page }: Person, cell: string): Promise<void> {
  // By the name box: questions above the cells move them while one would click.
  await page.locator('.cell-name').fill(cell)
  await page.locator('.cell-name').press('Enter')
  await atCell(page, cell)
}

async function dieAndReturn(person: Person): Promise<void> {
  await person.page.close({ runBeforeUnload: false })
  await new Promise((next) => setTimeout(next, DEAD_MS))
  person.page = await person.context.newPage()
  person.session = await person.context.newCDPSession(person.page)
  await person.page.goto(`http://127.0.0.1:${port}/`)
  await opened(person)
}

async function online(person: Person): Promise<void> {
  person.isOffline = false
  await person.context.setOffline(false)
}

async function compose({ session }: Person, text: string): Promise<void> {
  await session.send('Input.imeSetComposition', { text: 'yi', selectionStart: 2, selectionEnd: 2 })
  await session.send('Input.insertText', { text })
}

async function pressQuestion(person: Person, random: (below: number) => number): Promise<void> {
  const { page } = person
  const buttons = page.locator('.choices .choice-buttons button')
  const shown = await buttons.count()
  if (shown === 0) return
  decided += await told(person)
  await buttons.nth(random(shown)).click()
}

async function step(person: Person, kind: number, random: (below: number) => number): Promise<void> {
  const { page } = person
  const cell = cells[random(cells.length)] ?? 'E8'
  if (kind < 5) {
    await goTo(person, cell)
    if (kind === 4) await compose(person, value(cell))
    else await page.keyboard.type(value(cell))
    await page.keyboard.press('Enter')
  } else if (kind < 7) {
    await goTo(person, 'E8')
    await paste(page, `${value('E8')}\t${value('F8')}\n${value('E9')}\t${value('F9')}`)
  } else if (kind < 9) await pressQuestion(person, random)
  else if (kind === 9 && !person.isOffline) await page.keyboard.press('Control+z')
  else if (kind < 12) {
    person.isOffline = true
    await person.context.setOffline(true)
  } else await online(person)
}

/** What the page still has to say about a value, in questions and in what was not taken. */
const told = ({ page }: Person): Promise<string> =>
  page
    .locator('.refused')
    .evaluateAll((all) =>
      all
        .map((one) => one.textContent + [...one.querySelectorAll('[title]')].map((line) => line.getAttribute('title')))
        .join('\n'),
    )

const kept = ({ page }: Person): Promise<string> => page.evaluate(() => JSON.stringify({ ...localStorage }))

async function atEnd(): Promise<void> {
  for (const person of people) await online(person)
  for (const { page } of people) await saved(page)
  const visitor = await Visitor.enter(port, link)
  const sheet = sheetOf(await visitor.book(), tabNames.table3)
  const standing = cells.map((cell) => {
    const { row, column } = placeOf(cell)
    return String(sheet.cells[`${row},${column}`]?.value ?? '')
  })
  for (const { page } of people) {
    for (const [at, cell] of cells.entries())
      await cellOf(page, cell)
        .getByText(standing[at] ?? '')
        .first()
        .waitFor()
  }
  const histories = new Map<string, string>()
  for (const cell of cells) {
    const { row, column } = placeOf(cell)
    const entries = await visitor.read<HistoryEntry[]>(`/api/history?sheet=${sheet.id}&row=${row}&column=${column}`)
    histories.set(cell, entries.map(({ to }) => String(to)).join('\n'))
  }
  const said = (await Promise.all(people.flatMap((person) => [told(person), kept(person)]))).join('\n') + decided
  expect(typed.filter((one) => ![histories.get(one.cell), said].join('\n').includes(one.value))).toEqual([])
}

it.each([1, 2, 3, 4])('ends equal on both pages and loses nothing unseen: seed %i', async (seed) => {
  const random = numbers(seed)
  typed = []
  decided = ''
  const killAt = 3 + random(STEPS - 4)
  const dieAt = 3 + random(STEPS - 4)
  for (let at = 0; at < STEPS; at++) {
    const person = people[random(2)]
    if (!person) throw new RangeError('nobody')
    await step(person, random(14), random)
    if (at === killAt) {
      await killDesk()
      await startDesk()
    }
    if (at === dieAt) {
      await online(person)
      if (seed > 1) {
        await person.page.reload()
        await opened(person)
      } else await dieAndReturn(person)
    }
  }
  await atEnd()
  isWhole = true
})
