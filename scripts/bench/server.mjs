/** How fast the desk's server takes edits, and how much memory it has. */
import { spawnSync } from 'node:child_process'

const EDITS = 60

/** Resident memory of a process, in words. */
export function memoryOf(pid) {
  const { status, stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return status === 0 ? `${Math.round(Number(stdout) / 1024)} MB` : 'unknown'
}

/**
 * In the page: sends edits, each when the one before is acknowledged and shown; `isResting`: and painted, as when a
 * person types. Milliseconds until each was acknowledged.
 */
async function sendEdits([values, { row, column }, isResting]) {
  const { dataset } = document.documentElement
  const key = { 'x-nianbao-key': localStorage.getItem('nianbao-key') }
  const { book, seq } = await (await fetch('/api/book', { headers: key })).json()
  const sheet = book.sheets.find(({ name }) => name === '三、依申请公开').id
  const send = async (value) => {
    const body = JSON.stringify({ sheet, row, column, values: [[value]], base: seq })
    const headers = { 'content-type': 'application/json', ...key }
    const started = performance.now()
    const answer = await (await fetch('/api/edit', { method: 'POST', headers, body })).json()
    const acknowledged = performance.now() - started
    while (!(Number(dataset.seq) >= answer.seq)) await new Promise((next) => setTimeout(next))
    if (isResting) await new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
    return acknowledged
  }
  const times = []
  for (const value of values) times.push(await send(value))
  return times
}

/** Edits one after the other, each changing its cell: figures, and by turns a figure and what is none. */
export async function editTimes(page) {
  const cell = { row: 9, column: 5 }
  const numbers = Array.from({ length: EDITS }, (_, at) => String(at + 1))
  const byTurns = numbers.map((number, at) => (at % 2 === 0 ? '若干' : number))
  return {
    plain: await page.evaluate(sendEdits, [numbers, cell, true]),
    marked: await page.evaluate(sendEdits, [byTurns, cell, true]),
    hurried: await page.evaluate(sendEdits, [numbers, cell, false]),
  }
}
