/**
 * Histories of edits, saves, faults and power failures on a simulated disk, each held against a plain model: what was
 * acknowledged is kept, what was refused leaves no trace, and nothing else is there.
 */
import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Office } from '../../../src/desk/office'
import type { Book } from '../../../src/desk/protocol'
import { journalOf, openStore } from '../../../src/desk/store'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import { storeWords } from '../../../src/words/store'
import { journalWords } from '../../../src/words/journal'
import { runs } from '../../support/runs'
import { SimulatedDisk } from '../store/simulated-disk'
import type { Fault, Loss } from '../store/simulated-disk'
import { clock, smallBook } from '../store/folder'
import { li, wang, zhao } from './desk'

const path = '/年报/年报.xlsx'

type Step =
  | { do: 'edit'; cells: number[] }
  | { do: 'comment' }
  | { do: 'save' }
  | { do: 'reopen' }
  | { do: 'fault'; fault: Fault | null }
  | { do: 'takeJournal' }
  /** `steps` of the disk after the edits began. */
  | { do: 'fail'; cells: number[]; steps: number; loss: Loss; draws: number[]; isSaving: boolean }

/** Edits of so many cells: those that are sent together are flushed together. */
const cells = fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 4 })
const loss = fc.constantFrom<Loss>('lost', 'torn', 'reordered')
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('edit' as const), cells }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('comment' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('save' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('takeJournal' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom<Fault | null>('full', 'readOnly', 'busy', 'slow', null, null),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('fail' as const),
      cells,
      steps: fc.nat(14),
      loss,
      draws: fc.array(fc.nat(997), { minLength: 8, maxLength: 8 }),
      isSaving: fc.boolean(),
    }),
  },
)

const keyOf = (cell: number): string => `${cell + 1},5`
const standing = (book: Book, cell: number) => book.sheets[0]?.cells[keyOf(cell)]?.value

/** What a crash may leave in a cell: what was acknowledged, or what was under way. */
class Model {
  readonly acknowledged = new Map<number, number>()
  readonly underway = new Map<number, number[]>()
  comments = 0

  began(cell: number, value: number): void {
    this.underway.set(cell, [...(this.underway.get(cell) ?? []), value])
  }

  ended(cell: number, value: number, isKept: boolean): void {
    if (isKept) this.acknowledged.set(cell, value)
    this.underway.set(
      cell,
      (this.underway.get(cell) ?? []).filter((one) => one !== value),
    )
  }

  hold(book: Book): void {
    for (let cell = 0; cell < 10; cell++) {
      const allowed = [this.acknowledged.get(cell), ...(this.underway.get(cell) ?? [])]
      const found = standing(book, cell)
      expect(allowed).toContain(found)
      if (found !== undefined) this.acknowledged.set(cell, Number(found))
      this.underway.delete(cell)
    }
    // Where a power failure left parts of a write, the program asks about its cells.
    const written = (book.comments ?? []).filter(({ entries }) => entries[0]?.who !== journalWords.program)
    expect(written).toHaveLength(this.comments)
  }
}

class Player {
  private disk = new SimulatedDisk()
  private office!: Office
  private readonly model = new Model()
  private value = 0

  async start(): Promise<void> {
    this.disk.put(path, await bookToXlsx(smallBook()))
    await this.open()
  }

  async play(one: Step): Promise<void> {
    switch (one.do) {
      case 'edit':
        return this.edit(one.cells)
      case 'comment':
        return this.comment()
      case 'save':
        return void (await this.office.save().catch(() => undefined))
      case 'reopen':
        return this.reopen()
      case 'fault':
        this.disk.fault = one.fault
        return
      case 'takeJournal':
        return this.takeJournal()
      case 'fail':
        return this.fail(one)
    }
  }

  async finish(): Promise<void> {
    this.disk.fault = null
    await this.reopen()
    await this.office.close()
    this.model.hold((await xlsxToBook(this.disk.read(path))) as Book)
  }

  private async open(): Promise<void> {
    const { store, book, messages } = await openStore(path, { who: '王', clock, disk: this.disk, journalLimit: 6_000 })
    const options = { workbook: path, who: '王', version: '0', toXlsx: bookToXlsx, clock, restSeconds: 3600 }
    this.office = new Office({ ...options, logSeconds: 3600 }, store, book, messages)
    this.model.hold(this.office.book)
    // A power failure loses nothing that was acknowledged, so that nothing may be told to be lost.
    const told = messages.filter((text) => !/^上次没有正常关闭|^原日志另存为/.test(text) && text !== storeWords.torn)
    const unclear = new RegExp(journalWords.tailUnclear(0).replace('0', '\\d+'))
    expect(told.filter((text) => !unclear.test(text) && !text.startsWith('有 '))).toEqual([])
  }

  private async edit(cellsOf: readonly number[]): Promise<void> {
    await Promise.all(cellsOf.map((cell, at) => this.editOne(cell, at % 2 === 0 ? li : wang)))
    this.model.hold(this.office.book)
  }

  private async editOne(cell: number, person: typeof li): Promise<void> {
    const value = ++this.value
    this.model.began(cell, value)
    const request = { sheet: 0, row: cell + 1, column: 5, values: [[value]], base: this.office.seq }
    const isKept = await this.office.edit(person, request).then(
      () => true,
      () => false,
    )
    // Of an edit that ended with the power nobody knows.
    if (!this.disk.hasFailed) this.model.ended(cell, value, isKept)
  }

  /** The next change must notice it; until then only what is in memory is left. */
  private async takeJournal(): Promise<void> {
    this.disk.fault = null
    this.disk.takeAway(journalOf(path))
    await this.edit([0])
    expect(this.model.acknowledged.get(0)).toBe(this.value)
  }

  private async comment(): Promise<void> {
    const request = { do: 'comment' as const, text: '请核对', sheet: 0, row: 1, column: 1 }
    const isKept = await this.office.comment(zhao, request).then(
      () => true,
      () => false,
    )
    if (isKept) this.model.comments += 1
  }

  private async reopen(): Promise<void> {
    this.disk.fault = null
    await this.office.close()
    await this.open()
  }

  private async fail({ cells: cellsOf, steps, loss: how, draws, isSaving }: Step & { do: 'fail' }): Promise<void> {
    this.disk.failAfter(steps)
    const saving = isSaving ? this.office.save().catch(() => undefined) : Promise.resolve()
    await Promise.all([saving, ...cellsOf.map((cell) => this.editOne(cell, li))])
    let drawn = 0
    const draw = (below: number) => (draws[drawn++ % draws.length] ?? 0) % Math.max(1, below)
    this.disk = this.disk.after(how, draw)
    await this.open()
  }
}

it('keeps what it acknowledged and nothing that it refused, whatever the disk does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const player = new Player()
      await player.start()
      for (const one of steps) await player.play(one)
      await player.finish()
    }),
    runs(40),
  )
}, 600_000)
