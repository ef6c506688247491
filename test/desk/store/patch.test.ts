import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { applyPatch, changeCell, copyBook, diffBooks, isEmptyPatch, Tracker } from '../../../src/desk/book'
import type { Book, Cell, Sheet } from '../../../src/desk/book'
import { runs } from '../../support/runs'
import { smallBook } from './folder'

const place = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })).map((at) => at.join(','))
const value = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.record({ date: fc.nat() }))
const cell: fc.Arbitrary<Cell> = fc.record(
  { value, formula: fc.constantFrom('=A1', '=B2+1'), note: fc.string(), style: fc.record({ bold: fc.boolean() }) },
  { requiredKeys: [] },
)
const area = fc.record({ row: fc.nat(9), column: fc.nat(9), rows: fc.nat(9), columns: fc.nat(9) })

const sheet = (id: number): fc.Arbitrary<Sheet> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constantFrom('甲', '乙', '丙'),
    rows: fc.constantFrom(10, 20),
    columns: fc.constant(5),
    frozenRows: fc.nat(2),
    frozenColumns: fc.constant(0),
    hidden: fc.boolean(),
    columnWidths: fc.dictionary(fc.constantFrom('1', '2'), fc.nat()),
    rowHeights: fc.constant({}),
    hiddenColumns: fc.array(fc.nat(5), { maxLength: 2 }),
    hiddenRows: fc.constant([]),
    cells: fc.dictionary(place, cell),
    merges: fc.array(area, { maxLength: 1 }),
    validations: fc.constant([]),
    protections: fc.array(
      fc.record({ open: fc.array(area, { maxLength: 1 }), description: fc.string(), warningOnly: fc.boolean() }),
      { maxLength: 1 },
    ),
  })

const sheets = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }).chain((ids) => fc.tuple(...ids.map(sheet)))
const name = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'a'))
const comment = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  sheet: fc.nat(1),
  row: fc.nat(1),
  column: fc.constant(1),
  resolved: fc.boolean(),
  entries: fc.array(fc.record({ who: fc.string(), time: fc.string(), text: fc.nat(2).map(String) }), { maxLength: 3 }),
})
const book: fc.Arbitrary<Book> = fc
  .record(
    {
      title: fc.constantFrom('一', '二'),
      sheets,
      names: fc.array(fc.record({ name: fc.string(), sheet: fc.nat(3), area }), { maxLength: 2 }),
      properties: fc.array(fc.tuple(name, fc.string())).map((pairs) => Object.fromEntries(pairs)),
      comments: fc.oneof(
        fc.uniqueArray(comment, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
        // Another program may have given an id twice.
        fc.array(comment, { minLength: 1, maxLength: 3 }),
      ),
    },
    { requiredKeys: ['title', 'sheets', 'names', 'properties'] },
  )
  .map((made) => JSON.parse(JSON.stringify(made)) as Book)

/** What is kept in a journal has been JSON in between. */
const asJson = <T>(made: T): T => JSON.parse(JSON.stringify(made)) as T

describe('a patch', () => {
  it('makes the second of any two books of a copy of the first, and leaves the first and itself alone', () => {
    fc.assert(
      fc.property(book, book, (before, after) => {
        const [untouched, changed] = [structuredClone(before), copyBook(before)]
        const patch = asJson(diffBooks(before, after))
        applyPatch(changed, patch)
        expect(changed).toEqual(after)
        expect([before, patch]).toEqual([untouched, asJson(diffBooks(before, after))])
      }),
      runs(500),
    )
  })

  it('is empty between equal books only', () => {
    fc.assert(
      fc.property(book, (one) => {
        expect(isEmptyPatch(diffBooks(one, structuredClone(one)))).toBe(true)
        expect(isEmptyPatch(diffBooks(one, { ...one, title: `${one.title}x` }))).toBe(false)
      }),
      runs(100),
    )
  })

  it('names the cells that changed and no others', () => {
    const before = smallBook({ A1: 1, A2: 2, A3: 3 })
    const after = smallBook({ A1: 1, A2: 5, B1: 'x' })
    expect(diffBooks(before, after)).toEqual({
      cells: { 0: { '2,1': { value: 5 }, '1,2': { value: 'x' }, '3,1': null } },
    })
  })
})

describe('a tracker', () => {
  it('tells each change once, with the patch that takes it back', () => {
    const one = smallBook({ A1: 1 })
    const tracker = new Tracker(one)
    const [tab] = one.sheets
    if (!tab) throw new Error('no tab')
    changeCell(tab, 1, 1, { value: 2 })
    expect(tracker.take()).toEqual({
      patch: { cells: { 0: { '1,1': { value: 2 } } } },
      back: { cells: { 0: { '1,1': { value: 1 } } } },
    })
    expect(isEmptyPatch(tracker.take().patch)).toBe(true)
    changeCell(tab, 1, 1, { value: 3 })
    tab.merges.push({ row: 1, column: 1, rows: 1, columns: 2 })
    one.properties['a'] = 'b'
    const { patch, back } = tracker.take()
    expect(Object.keys(patch).sort()).toEqual(['cells', 'properties', 'sheets'])
    applyPatch(one, back)
    expect(one).toEqual(smallBook({ A1: 2 }))
    expect(Object.keys(tracker.take().patch).sort()).toEqual(['cells', 'properties', 'sheets'])
    one.sheets[0]?.merges.push({ row: 1, column: 1, rows: 1, columns: 2 })
    expect(tracker.take().patch.sheets).toHaveLength(1)
  })

  it('gives patches both ways for any change, which later changes leave alone', () => {
    fc.assert(
      fc.property(book, book, book, (before, after, later) => {
        const one = copyBook(before)
        const tracker = new Tracker(one)
        applyPatch(one, diffBooks(one, after))
        const { patch, back } = tracker.take()
        const kept = structuredClone({ patch, back })
        applyPatch(one, diffBooks(one, later))
        tracker.take()
        expect({ patch, back }).toEqual(kept)
        const [forth, home] = [copyBook(before), copyBook(after)]
        applyPatch(forth, patch)
        applyPatch(home, back)
        expect([forth, home]).toEqual([after, before])
      }),
      runs(300),
    )
  })
})
