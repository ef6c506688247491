// `kill -9` at random moments while edits stream in: nothing that was acknowledged may be lost.
import { randomOf } from '../random.mjs'
import { inputs, pause, startDesk, tableOf, Visitor } from './desk.mjs'

const WRITERS = 3

/** One person who fills cells of their own, one after the other, and remembers what was acknowledged. */
class Writer {
  constructor(visitor, random, cells) {
    this.visitor = visitor
    this.random = random
    this.cells = cells
    this.acknowledged = new Map()
    this.underway = null
    this.value = 0
    this.count = 0
  }

  async write(sheet, base, isOver) {
    while (!isOver()) {
      const [row, column] = this.random.pick(this.cells)
      const key = `${row},${column}`
      this.value += 1
      this.underway = { key, value: this.value }
      const answer = await this.visitor
        .post('/api/edit', { sheet, row, column, values: [[this.value]], base })
        .catch(() => null)
      // The desk was killed: whether it has this one is not known.
      if (answer === null) return
      if (answer.status !== 200) throw new Error(`edit refused: ${answer.status} ${answer.body?.message}`)
      this.acknowledged.set(key, this.value)
      this.underway = null
      this.count += 1
    }
  }

  /** What is missing of the acknowledged edits. */
  losses(cells) {
    const { underway } = this
    const lost = []
    for (const [key, value] of this.acknowledged) {
      const found = cells[key]?.value
      if (found !== value && !(underway?.key === key && found === underway.value)) lost.push({ key, value, found })
    }
    if (underway && cells[underway.key]?.value === underway.value) this.acknowledged.set(underway.key, underway.value)
    this.underway = null
    return lost
  }
}

/**
 * Mostly while edits stream in; now and then at rest, when the file is being written, or before the desk is ready. No
 * kill comes before so many edits of its round are acknowledged: on a slow machine it would have nothing to lose.
 */
function nextMoment(round, random) {
  if (round % 12 === 5) return { kind: 'saving', edits: 1, ms: 2_900 + random.below(500) }
  if (round % 6 === 3) return { kind: 'starting', edits: 1, ms: random.below(900) }
  return { kind: 'writing', edits: 1 + random.below(24), ms: random.below(60) }
}

const acknowledgedBy = (writers) => writers.reduce((sum, { count }) => sum + count, 0)

async function untilAcknowledged(writers, count, isOver) {
  while (acknowledgedBy(writers) < count && !isOver()) await pause(1)
}

async function restarted(place) {
  const desk = startDesk(place)
  return { desk, entry: await desk.ready }
}

export async function kills(place, rounds, seed, say) {
  const random = randomOf(seed)
  let { desk, entry } = await restarted(place)
  const writers = []
  for (let at = 0; at < WRITERS; at++) {
    writers.push(
      new Writer(
        await Visitor.enter(entry),
        randomOf(seed + 1 + at),
        inputs.filter((_, cell) => cell % WRITERS === at),
      ),
    )
  }
  let lost = 0
  const moments = { writing: 0, saving: 0, starting: 0 }
  for (let round = 0; round < rounds; round++) {
    const { kind, edits, ms } = nextMoment(round, random)
    const before = acknowledgedBy(writers)
    moments[kind] += 1
    const { seq, book } = await writers[0].visitor.get('/api/book')
    const sheet = tableOf(book).id
    let isOver = false
    const streams = writers.map((writer) => writer.write(sheet, seq, () => isOver))
    // A writer whose edit was refused ends the trial.
    await Promise.race([Promise.all(streams), untilAcknowledged(writers, before + edits, () => isOver)])
    if (kind === 'writing') await pause(ms)
    else {
      isOver = true
      await Promise.all(streams)
      if (kind === 'saving') await pause(ms)
    }
    await desk.end('SIGKILL')
    isOver = true
    await Promise.all(streams)
    if (kind === 'starting') {
      desk = startDesk({ ...place, port: entry.port })
      await pause(ms)
      await desk.end('SIGKILL')
    }
    ;({ desk } = await restarted({ ...place, port: entry.port }))
    // By the cookies of before: whoever was in is still in.
    const { cells } = tableOf((await writers[0].visitor.get('/api/book')).book)
    const losses = writers.flatMap((writer) => writer.losses(cells))
    for (const { key, value, found } of losses)
      say(`  lost after kill ${round + 1} (${kind}): ${key} ${value}, found ${found}`)
    lost += losses.length
    if ((round + 1) % 20 === 0) say(`  ${round + 1} kills`)
  }
  const code = await desk.end('SIGINT')
  const edits = acknowledgedBy(writers)
  const times = Object.entries(moments).map(([kind, count]) => `${kind} ${count}`)
  say(`kills: ${rounds} (${times.join(', ')}), edits acknowledged ${edits}, lost ${lost}, last end with code ${code}`)
  return lost === 0 && edits >= rounds && code === 0
}
