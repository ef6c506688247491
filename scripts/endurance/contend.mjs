// Several desks want one workbook at once, when it is free and when the one that had it was killed: one gets it.
import { join } from 'node:path'
import { randomOf } from '../random.mjs'
import { inputs, pause, startDesk, tableOf, Visitor } from './desk.mjs'

const DESKS = 2

/** Desks of different people: each has a folder of its own. They start within some milliseconds. */
async function race({ workbook, home }, round, random) {
  const desks = []
  for (let at = 0; at < DESKS; at++) {
    desks.push(startDesk({ workbook, home: join(home, `desk-${at}`) }))
    await pause(random.below(60))
  }
  const entries = await Promise.all(desks.map((desk) => desk.ready.catch(() => null)))
  const holders = desks.flatMap((desk, at) => (entries[at] ? [{ desk, entry: entries[at] }] : []))
  const losers = desks.filter((_, at) => !entries[at])
  return { holders, said: losers.map((desk) => desk.said()), round }
}

async function written(visitor, { value, random }) {
  const { seq, book } = await visitor.get('/api/book')
  const [row, column] = random.pick(inputs)
  const { status } = await visitor.post('/api/edit', {
    sheet: tableOf(book).id,
    row,
    column,
    values: [[value]],
    base: seq,
  })
  return status === 200 ? `${row},${column}` : null
}

export async function contend(place, rounds, seed, say) {
  const random = randomOf(seed)
  const kept = new Map()
  let [both, none, unclear, lost] = [0, 0, 0, 0]
  for (let round = 0; round < rounds; round++) {
    const { holders, said } = await race(place, round, random)
    if (holders.length > 1) both += 1
    if (holders.length === 0) none += 1
    unclear += said.filter((text) => !text.includes('已经打开') && !text.includes('已在另一台电脑')).length
    for (const { entry } of holders.slice(0, 1)) {
      const visitor = await Visitor.enter(entry)
      const { cells } = tableOf((await visitor.get('/api/book')).book)
      for (const [key, value] of kept) if (cells[key]?.value !== value) lost += 1
      for (let count = 0; count < 5; count++) {
        const value = 1 + round * 10 + count
        const key = await written(visitor, { value, random })
        if (key !== null) kept.set(key, value)
      }
    }
    for (const { desk } of holders) await desk.end(round % 2 === 0 ? 'SIGKILL' : 'SIGINT')
  }
  say(
    `contend: ${rounds} races of ${DESKS} desks, both let in ${both}, nobody let in ${none}, refusals without a reason ` +
      `${unclear}, edits lost ${lost}`,
  )
  return both + none + unclear + lost === 0
}
