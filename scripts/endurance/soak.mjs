// Very many edits in one desk: its memory stays as it is.
import { execFileSync } from 'node:child_process'
import { randomOf } from '../random.mjs'
import { inputs, quantile, startDesk, tableOf, Visitor } from './desk.mjs'

const WRITERS = 20
const SAMPLES = 100
const MOST_GROWTH = 0.2

/** MB that the process has in memory. */
const memoryOf = (pid) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024

export async function soak(place, edits, seed, say) {
  const desk = startDesk(place)
  const entry = await desk.ready
  const visitors = []
  for (let at = 0; at < WRITERS; at++) visitors.push(await Visitor.enter(entry))
  const { seq, book } = await visitors[0].get('/api/book')
  const sheet = tableOf(book).id
  const samples = []
  let made = 0
  let refused = 0
  const write = async (visitor, random) => {
    while (made < edits) {
      made += 1
      if (made % Math.ceil(edits / SAMPLES) === 0) samples.push(memoryOf(desk.pid))
      const [row, column] = random.pick(inputs)
      const { status } = await visitor.post('/api/edit', { sheet, row, column, values: [[made]], base: seq })
      if (status !== 200) refused += 1
    }
  }
  const started = performance.now()
  await Promise.all(visitors.map((visitor, at) => write(visitor, randomOf(seed + at))))
  const seconds = (performance.now() - started) / 1000
  const code = await desk.end('SIGINT')
  // At the beginning memory grows to what the work takes.
  const part = Math.max(1, Math.floor(samples.length / 5))
  const [before, after] = [quantile(samples.slice(part, 2 * part), 0.5), quantile(samples.slice(-part), 0.5)]
  const growth = after / before - 1
  say(
    `soak: ${edits} edits in ${seconds.toFixed(0)} s, refused ${refused}, memory ${before.toFixed(0)} MB after a fifth, ` +
      `${after.toFixed(0)} MB at the end (${(100 * growth).toFixed(1)} %), end with code ${code}`,
  )
  return refused === 0 && growth < MOST_GROWTH && code === 0
}
