// Many pages at once, each an edit a second: all of them end with the same cells.
import { randomOf } from '../random.mjs'
import { inputs, pause, quantile, startDesk, tableOf, Visitor } from './desk.mjs'

const SECOND = 1000

/** What a page has, kept by the events alone. */
class Page {
  constructor(visitor, random, { seq, book }) {
    this.visitor = visitor
    this.random = random
    this.seq = seq
    this.book = book
    this.sent = new Map()
    this.echoes = []
    this.faults = []
  }

  listen() {
    this.stop = this.visitor.events(this.seq, (event) => {
      if (event.type === 'workbook') this.faults.push('told to load anew')
      if (event.type === 'patch' && event.seq > this.seq) this.take(event)
    })
  }

  take({ seq, patch }) {
    if (seq !== this.seq + 1) this.faults.push(`change ${seq} after ${this.seq}`)
    this.seq = seq
    for (const sheet of patch.sheets ?? []) {
      const at = this.book.sheets.findIndex(({ id }) => id === sheet.id)
      if (at < 0) this.book.sheets.push(sheet)
      else this.book.sheets[at] = sheet
    }
    for (const sheet of this.book.sheets) this.patchSheet(sheet, patch.cells[sheet.id] ?? {})
  }

  patchSheet(sheet, cells) {
    for (const [key, cell] of Object.entries(cells)) {
      if (cell === null) delete sheet.cells[key]
      else sheet.cells[key] = cell
      const since = this.sent.get(cell?.value)
      if (since === undefined) continue
      this.sent.delete(cell.value)
      this.echoes.push(performance.now() - since)
    }
  }

  async edit(sheet, value) {
    const [row, column] = this.random.pick(inputs)
    this.sent.set(value, performance.now())
    const answer = await this.visitor.post('/api/edit', { sheet, row, column, values: [[value]], base: this.seq })
    if (answer.status !== 200) this.faults.push(`edit: ${answer.status} ${answer.body?.message}`)
  }

  async work(sheet, number, seconds) {
    await pause(this.random.below(SECOND))
    const edits = []
    for (let second = 0; second < seconds; second++) {
      const started = performance.now()
      // Each value once in the whole run, so that an echo is known by it.
      edits.push(this.edit(sheet, 1 + number + 100 * second))
      await pause(Math.max(0, SECOND - (performance.now() - started)))
    }
    await Promise.all(edits)
  }
}

const textOf = (book) => JSON.stringify(book.sheets.map(({ id, cells }) => [id, Object.entries(cells).sort()]))

/** @param most milliseconds within which 95 of 100 echoes must come; none unless given */
export async function crowd(place, people, seconds, seed, say, most = Infinity) {
  const desk = startDesk(place)
  const entry = await desk.ready
  const pages = []
  for (let number = 0; number < people; number++) {
    const visitor = await Visitor.enter(entry)
    pages.push(new Page(visitor, randomOf(seed + number), await visitor.get('/api/book')))
  }
  for (const page of pages) page.listen()
  const sheet = tableOf(pages[0].book).id
  await Promise.all(pages.map((page, number) => page.work(sheet, number, seconds)))
  const last = await pages[0].visitor.get('/api/book')
  for (let wait = 0; wait < 50 && pages.some(({ seq }) => seq < last.seq); wait++) await pause(100)
  const truth = textOf(last.book)
  const different = pages.filter(({ book, seq }) => seq !== last.seq || textOf(book) !== truth).length
  const faults = pages.flatMap((page) => page.faults)
  for (const page of pages) page.stop()
  const code = await desk.end('SIGINT')
  const echoes = pages.flatMap((page) => page.echoes)
  const ms = (share) => `${quantile(echoes, share).toFixed(1)} ms`
  say(
    `crowd: ${people} pages, ${seconds} s, edits ${people * seconds}, echo p50 ${ms(0.5)}, p95 ${ms(0.95)}, ` +
      `pages with other cells ${different}, faults ${faults.length}${faults.length ? ` (${faults[0]})` : ''}`,
  )
  return different === 0 && faults.length === 0 && code === 0 && quantile(echoes, 0.95) <= most
}
