/**
 * Random damage to a journal, with and without the .xlsx beside it: no value that either file still holds is lost, and
 * every loss is named, by cell where the journal can tell, else by time and person.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Book } from '../../../src/desk/book'
import { journalOf, openStore } from '../../../src/desk/store'
import { runs } from '../../support/runs'
import { valueAt } from './damage'
import { clock, entry, newFolder, save, smallBook, workbookFile } from './folder'

const ROWS = 12
const EDITS = 24
const SAVED = 12

interface Made {
  path: string
  witnesses: string
  journal: Buffer
  file: Buffer
  /** Of each edit: which row, and what was written. */
  edits: { row: number; value: string }[]
}

const bookAfter = (edits: Made['edits']): Book =>
  smallBook({ A1: 1, ...Object.fromEntries(edits.map(({ row, value }) => [`C${row}`, value])) })

async function written(): Promise<Made> {
  const path = await workbookFile(smallBook({ A1: 1 }))
  const witnesses = newFolder()
  const { store } = await openStore(path, { who: '王', clock, witnesses })
  const edits: Made['edits'] = []
  const last = new Map<number, string>()
  for (let at = 0; at < EDITS; at++) {
    const edit = { row: ((at * 7) % ROWS) + 1, value: `值${at}` }
    const named = entry(edit.row, 3, edit.value, last.get(edit.row) ?? null)
    await store.append([{ ...named, cells: named.cells.map((cell) => ({ ...cell, cell: `表一!C${edit.row}` })) }])
    last.set(edit.row, edit.value)
    edits.push(edit)
    if (at === SAVED - 1) await save(store, bookAfter(edits))
  }
  await store.close()
  return { path, witnesses, journal: readFileSync(journalOf(path)), file: readFileSync(path), edits }
}

type Damage = {
  kind: 'bit' | 'block' | 'zeroTail' | 'cutTail' | 'removed' | 'swapped' | 'head' | 'otherHead'
  at: number
  size: number
}

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('bit', 'block', 'zeroTail', 'cutTail', 'removed', 'swapped', 'head', 'otherHead'),
  at: fc.nat(1_000_000),
  size: fc.nat(400),
})

function damaged({ journal }: Made, { kind, at, size }: Damage, other: Buffer): Buffer {
  const bytes = Buffer.from(journal)
  const place = at % bytes.length
  const lines = journal.toString('utf8').split('\n').slice(0, -1)
  const joined = (all: readonly string[]) => Buffer.from(all.map((line) => `${line}\n`).join(''))
  const number = at % lines.length
  switch (kind) {
    case 'bit':
      bytes[place] = (bytes[place] ?? 0) ^ (1 << (size % 8))
      return bytes
    case 'block':
      return bytes.fill(0, place, place + size + 1)
    case 'zeroTail':
      return bytes.fill(0, place)
    case 'cutTail':
      return bytes.subarray(0, place)
    case 'removed':
      return joined(lines.toSpliced(number, 1 + (size % 3)))
    case 'swapped': {
      const to = (number + 1 + size) % lines.length
      return joined(lines.with(number, lines[to] ?? '').with(to, lines[number] ?? ''))
    }
    case 'head':
      return joined(lines.slice(1 + (size % 4)))
    case 'otherHead':
      return joined(lines.with(0, other.toString('utf8').split('\n')[0] ?? ''))
  }
}

/** The value of each row after so many edits. */
const after = (edits: Made['edits']): Map<number, string> => new Map(edits.map(({ row, value }) => [row, value]))

/** Edits whose line is in the damaged file as it was written. */
const readable = (bytes: Buffer, journal: Buffer, edits: Made['edits']): Set<number> => {
  const lines = new Set(bytes.toString('utf8').split('\n'))
  const all = journal
    .toString('utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"line":"entry"'))
  return new Set(edits.flatMap((_, at) => (lines.has(all[at] ?? '') ? [at] : [])))
}

interface Found {
  book: Book
  told: string
}

async function opened({ path, witnesses }: Made): Promise<Found> {
  const { store, book, messages } = await openStore(path, { who: '王', clock, witnesses })
  await store.close()
  const asked = (book.comments ?? []).flatMap(({ entries }) => entries.map(({ text }) => text))
  return { book, told: [...messages, ...asked].join('\n') }
}

/** Whether what is told says that the row's value may not be the last one. */
const isNamed = (told: string, row: number): boolean =>
  new RegExp(`表一!C${row}(?!\\d)`).test(told) || /少了 \d+ 处(?:已经确认的)?修改（.*李/.test(told)

it('of a journal: nothing is lost that a file still holds, and what is lost is named', async () => {
  const [made, other] = [await written(), await written()]
  const whole = after(made.edits)
  const saved = after(made.edits.slice(0, SAVED))
  await fc.assert(
    fc.asyncProperty(damage, fc.boolean(), async (one, hasFile) => {
      const bytes = damaged(made, one, other.journal)
      for (const name of [journalOf(made.path), ...archives(made.path)]) rmSync(name, { force: true })
      writeFileSync(journalOf(made.path), bytes)
      if (hasFile) writeFileSync(made.path, made.file)
      else rmSync(made.path, { force: true })
      keepWitness(made)
      const isEmpty = !hasFile && !bytes.includes('{"line":"part"')
      if (isEmpty) return
      const { book, told } = await opened(made)
      const lines = readable(bytes, made.journal, made.edits)
      for (let row = 1; row <= ROWS; row++) {
        const found = valueAt(book, `${row},3`)
        const last = made.edits.findLastIndex((edit) => edit.row === row)
        const isHeld = lines.has(last) || (hasFile && last < SAVED)
        if (isHeld) expect([row, found]).toEqual([row, whole.get(row)])
        else if (found !== whole.get(row)) {
          expect([row, isNamed(told, row)]).toEqual([row, true])
          // Never an older value than a file still holds.
          if (hasFile)
            expect(made.edits.findLastIndex(({ value }) => value === found)).toBeGreaterThanOrEqual(
              made.edits.findLastIndex(({ value }) => value === saved.get(row)),
            )
        }
      }
      if (hasFile) expect(valueAt(book, '1,1')).toBe(1)
    }),
    runs(60),
  )
}, 600_000)

const archives = (path: string): string[] => ['0001', '0002', '0003'].map((number) => `${journalOf(path)}.${number}`)

const witnessFiles = new Map<string, Buffer>()
/** Each opening writes a new one: the next damage is to meet the first one again. */
function keepWitness({ witnesses }: Made): void {
  for (const name of readdirSync(witnesses)) {
    const path = join(witnesses, name)
    const first = witnessFiles.get(path) ?? readFileSync(path)
    witnessFiles.set(path, first)
    writeFileSync(path, first)
  }
}
