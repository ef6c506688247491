/** Random histories of two pages: all end equal, nothing acknowledged is lost, nothing typed is lost unseen. */
import { afterEach, describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { cellAt, contentOf } from '../../../src/desk/book'
import type { Book } from '../../../src/desk/book'
import type { SheetPosition } from '../../../src/desk/protocol'
import { runs } from '../../support/runs'
import { closeAll } from '../office/desk'
import { paragraphs, textPlace, World } from './world'

afterEach(closeAll)

/** A hundred histories take seconds. */
const LIMIT_MS = 240_000 * Math.max(1, Number(process.env['TEST_RUNS_TIMES'] ?? 1))

interface Typed extends SheetPosition {
  token: string
  page: number
}

/** All a history does; chance is in its numbers, so that one that fails is made shorter. */
interface Step {
  do: (typeof kinds)[number]
  page: number
  number: number
  /** Goes on before the server has answered. */
  isHasty: boolean
}

const kinds = [
  ...['type', 'type', 'enter', 'enter', 'compose', 'paste', 'text', 'text', 'clear'],
  ...['pass', 'pass', 'pass', 'passOne', 'choose', 'choose', 'undo', 'redo'],
  ...['offline', 'return', 'renew', 'reload', 'die', 'kill'],
] as const

const steps = fc.array(
  fc.record<Step>({
    do: fc.constantFrom(...kinds),
    page: fc.nat(1),
    number: fc.nat(1000),
    isHasty: fc.boolean(),
  }),
  { minLength: 10, maxLength: 60 },
)

class History {
  readonly typed: Typed[] = []
  private count = 0

  constructor(private readonly world: World) {}

  async take({ do: kind, page: at, number, isHasty }: Step): Promise<void> {
    const page = this.world.pages[at]
    if (!page) throw new RangeError('no such page')
    const place = { sheet: 0, row: 1 + (number % 3), column: 1 + (Math.floor(number / 3) % 2) }
    switch (kind) {
      case 'type':
      case 'compose':
        // Words being composed stand in the field as typed ones do.
        page.type(
          place,
          this.token(place, at, (count) => String(10_000 + count)),
        )
        break
      case 'text':
        this.writeParagraph(at, number)
        break
      case 'enter':
        page.enter()
        break
      case 'clear':
        page.paste(place.row, place.column, [[null]])
        break
      case 'paste':
        page.paste(1, 1, this.block(at, 1 + (number % 3)))
        break
      case 'passOne':
        page.pass(1)
        break
      case 'pass':
        this.world.time += 2_000
        page.pass(Infinity)
        break
      case 'choose':
        page.choose(Math.floor(number / 2), number % 2 === 0)
        break
      case 'undo':
      case 'redo':
        if (page.isOnline && page.edits.count === 0) await this.world.step(page.person, kind)
        break
      case 'offline':
        page.goOffline()
        break
      case 'return':
        page.connect()
        break
      case 'renew':
        page.lose()
        page.connect(true)
        break
      case 'reload':
        page.die(true)
        break
      case 'die':
        page.die(false)
        break
      case 'kill':
        await this.world.kill()
        for (const one of this.world.pages) if (one.isOnline) one.connect()
    }
    if (isHasty) await new Promise((next) => setImmediate(next))
    else await this.world.atRest()
  }

  private token(place: SheetPosition, page: number, make: (count: number) => string): string {
    this.count += 1
    const token = make(this.count)
    // What is typed over in the open field before Enter is given up by the person.
    const open = this.world.pages[page]?.typing
    const isOver = open?.row === place.row && open.column === place.column
    const last = isOver ? this.typed.findIndex(({ token: one }) => open.text.includes(one)) : -1
    if (last >= 0) this.typed.splice(last, 1)
    this.typed.push({ ...place, token, page })
    return token
  }

  private block(page: number, rows: number): string[][] {
    return Array.from({ length: rows }, (_, down) =>
      [1, 2].map((column) => this.token({ sheet: 0, row: 1 + down, column }, page, (count) => String(10_000 + count))),
    )
  }

  private writeParagraph(at: number, number: number): void {
    const page = this.world.pages[at]
    if (!page || page.typing?.row === textPlace.row) return
    page.enter()
    const text = String(page.shown.cell(0, textPlace.row, textPlace.column)?.value ?? paragraphs.join('\n')).split('\n')
    text[number % text.length] = this.token(textPlace, at, (count) => `改${10_000 + count}。`)
    page.type(textPlace, text.join('\n'))
  }
}

const cellsOf = (book: Book): unknown =>
  book.sheets.map(({ cells }) => Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell])))

/** What was typed and can be found nowhere. */
function lost({ office, pages }: World, typed: readonly Typed[]): Typed[] {
  const [tab] = office.book.sheets
  return typed.filter(({ token, page, ...place }) => {
    const values = office.history(place).flatMap(({ from, to }) => [from, to])
    const now = tab && contentOf(cellAt(tab, place.row, place.column))
    return ![...values, now, pages[page]?.told].some((one) => String(one).includes(token))
  })
}

/** Acknowledged values that the history of their cell does not have. */
function forgotten({ office, acknowledged }: World): string[] {
  return acknowledged.flatMap(({ more = [], ...first }) =>
    [first, ...more].flatMap(({ sheet, row, column, values }) =>
      values.flatMap((line, down) =>
        line.flatMap((value, across) => {
          const place = { sheet, row: row + down, column: column + across }
          const token = /\d{5}/.exec(String(value))?.[0]
          const was = office.history(place).map(({ to }) => String(to))
          return token === undefined || was.some((one) => one.includes(token)) ? [] : [token]
        }),
      ),
    ),
  )
}

describe('two pages', () => {
  it(
    'end equal, with all that was typed, whatever happens to them',
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (all) => {
          const world = await World.open()
          const history = new History(world)
          for (const step of all) await history.take(step)
          await world.end()
          const server = cellsOf(world.book())
          expect(world.pages.map(({ shown }) => cellsOf(shown.book))).toEqual([server, server])
          expect(world.pages.map(({ view }) => cellsOf(view))).toEqual([server, server])
          expect(cellsOf(await world.onDisk())).toEqual(server)
          expect(lost(world, history.typed)).toEqual([])
          expect(forgotten(world)).toEqual([])
          expect(world.unasked).toEqual([])
          await closeAll()
        }),
        runs(100),
      )
    },
    LIMIT_MS,
  )
})
