/**
 * Random histories in which other programs save, replace and delete the workbook's file, with the desk open, closed or
 * killed: what was acknowledged stands, or is in the cell's history beside what took its place, or opens beside.
 */
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import { runs } from '../../support/runs'
import { newFolder, smallBook } from '../store/folder'
import { again, cellAt, closeAll, desk, li, type } from './desk'
import type { Desk } from './desk'

afterEach(closeAll)

const CELLS = 5

type Step =
  | { do: 'edit'; cell: number }
  | { do: 'save' | 'close' | 'kill' | 'older' | 'delete' | 'touch' | 'foreign' }
  /** Excel has the file as it is, or an older one, changes cells and saves. */
  | { do: 'excel'; cell: number; isOlder: boolean }

const cell = fc.nat(CELLS - 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('edit' as const), cell }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('save' as const, 'close' as const, 'kill' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('older' as const, 'delete' as const, 'touch' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('excel' as const), cell, isOlder: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('foreign' as const) }) },
)

const keyOf = (at: number): string => `${at + 1},5`

class Player {
  private one!: Desk
  private value = 0
  /** Of each cell: what was acknowledged last, or written by another program after that. */
  private readonly acknowledged = new Map<number, number>()
  private readonly elsewhere = new Map<number, number[]>()
  private readonly older: Buffer[] = []

  async start(): Promise<void> {
    this.one = await desk(smallBook(), { journalLimit: 4_000 })
  }

  async play(one: Step): Promise<void> {
    const { path } = this.one
    if (existsSync(path) && this.older.length < 5) this.older.push(readFileSync(path))
    switch (one.do) {
      case 'edit':
        await type(this.one, li, one.cell + 1, 5, ++this.value)
        this.acknowledged.set(one.cell, this.value)
        return
      case 'save':
        return void (await this.one.office.save().catch(() => undefined))
      case 'close':
        await this.one.office.close().catch(() => undefined)
        return this.reopen(path)
      case 'kill':
        return this.kill()
      case 'older':
        return writeFileSync(path, this.older[this.value % this.older.length] ?? '')
      case 'delete':
        return rmSync(path, { force: true })
      case 'touch':
        return existsSync(path) ? writeFileSync(path, readFileSync(path)) : undefined
      case 'excel':
        return this.excel(one.cell, one.isOlder)
      case 'foreign':
        return writeFileSync(path, await bookToXlsx({ ...smallBook({ A1: 'other' }), title: '另一个单位' }))
    }
  }

  hold(): void {
    for (const [at, value] of this.acknowledged) {
      const found = cellAt(this.one, keyOf(at))?.value
      if (found === value) continue
      // Another program's value may have taken its place; then the one that was here can be had back.
      expect([at, this.elsewhere.get(at) ?? []]).toEqual([at, expect.arrayContaining([found])])
      const past = this.one.office.history({ sheet: 0, row: at + 1, column: 5 })
      expect([at, past.flatMap(({ from, to }) => [from, to])]).toEqual([at, expect.arrayContaining([value])])
    }
  }

  async finish(): Promise<void> {
    await this.one.office.close().catch(() => undefined)
    await this.reopen(this.one.path)
  }

  private async excel(at: number, isOlder: boolean): Promise<void> {
    const { path } = this.one
    const bytes = isOlder || !existsSync(path) ? this.older[0] : readFileSync(path)
    const book = await xlsxToBook(bytes ?? readFileSync(path))
    const value = 1_000_000 + ++this.value
    for (const sheet of book.sheets) sheet.cells[keyOf(at)] = { value }
    this.elsewhere.set(at, [...(this.elsewhere.get(at) ?? []), value])
    writeFileSync(path, await bookToXlsx(book))
  }

  /** The files as they are, in a folder of their own: the killed desk cannot touch them. */
  private async kill(): Promise<void> {
    const { path, office } = this.one
    const copy = join(newFolder(), basename(path))
    for (const end of ['', '.journal', ...Array.from({ length: 9 }, (_, at) => `.journal.000${at + 1}`)]) {
      if (existsSync(`${path}${end}`)) copyFileSync(`${path}${end}`, `${copy}${end}`)
    }
    await office.close().catch(() => undefined)
    await this.reopen(copy)
  }

  private async reopen(path: string): Promise<void> {
    this.one = await again(path, { journalLimit: 4_000 })
    // Another workbook stood there: work goes on in the one that was saved beside.
    const { beside } = this.one.office
    if (beside !== null) {
      await this.one.office.close()
      this.one = await again(beside, { journalLimit: 4_000 })
    }
    this.hold()
  }
}

it('lose nothing that was acknowledged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
      const player = new Player()
      await player.start()
      for (const one of steps) await player.play(one)
      await player.finish()
      await closeAll()
    }),
    runs(30),
  )
}, 600_000)
