import { copyFileSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { journalOf, openStore } from '../../../src/desk/store'
import { journalWords as words } from '../../../src/words/journal'
import { storeWords } from '../../../src/words/store'
import { changeLine, halfSaved, lineOf, linesOf, opened, valueAt, withoutFile, writeLines } from './damage'
import { hashOf } from '../../../src/desk/store/marks'
import { clock, entry, newFolder, workbookFile } from './folder'

const rows = ['1,3', '2,3', '3,3', '4,3']
const archived = words.archived('年报.xlsx.journal.0001')
const at = '2026-01-05 10:00 李'

async function found(path: string) {
  const { book, messages } = await opened(path)
  return { values: rows.map((key) => valueAt(book, key)), messages }
}

describe('a wrong bit costs nothing', () => {
  it.each(['"value":"a"', '"value":"d"', '"line":"head"', '"line":"save"', '"title"'])(
    'in the line with %s',
    async (sign) => {
      const path = await halfSaved()
      const bytes = readFileSync(journalOf(path))
      const place = bytes.indexOf(sign) + 9
      bytes[place] = (bytes[place] ?? 0) ^ 4
      writeFileSync(journalOf(path), bytes)
      withoutFile(path)
      const { values, messages } = await found(path)
      expect(values).toEqual(['a', 'b', 'c', 'd'])
      expect(messages).toEqual([storeWords.fileLost, words.mended(1), archived])
    },
  )

  it.each([
    ['before the save', '"value":"a"', '"value":"b"'],
    ['after it', '"value":"c"', '"value":"d"'],
  ])('nor one each in two lines that stand together, %s', async (_, first, second) => {
    const path = await halfSaved()
    const bytes = readFileSync(journalOf(path))
    for (const sign of [first, second]) {
      const place = bytes.indexOf(sign) + 9
      bytes[place] = (bytes[place] ?? 0) ^ 4
    }
    writeFileSync(journalOf(path), bytes)
    withoutFile(path)
    const { values, messages } = await found(path)
    expect(values).toEqual(['a', 'b', 'c', 'd'])
    expect(messages).toEqual([storeWords.fileLost, words.mended(2), archived])
  })

  it('in the end of a line, nor in its checksum', async () => {
    const path = await halfSaved()
    const bytes = readFileSync(journalOf(path))
    const end = bytes.indexOf('\n', bytes.indexOf('"value":"c"'))
    bytes[end] = 0x2a
    bytes[end - 30] = (bytes[end - 30] ?? 0) ^ 1
    writeFileSync(journalOf(path), bytes)
    // Two wrong bytes in one stretch are too many: the value is read, but in doubt.
    const twice = await opened(path)
    expect(rows.map((key) => valueAt(twice.book, key))).toEqual(['a', 'b', undefined, undefined])
    const single = await halfSaved()
    const whole = readFileSync(journalOf(single))
    whole[whole.indexOf('\n', whole.indexOf('"value":"c"'))] = 0x2a
    writeFileSync(journalOf(single), whole)
    expect(await found(single)).toEqual({
      values: ['a', 'b', 'c', 'd'],
      messages: [storeWords.recovered(2), words.mended(1), archived],
    })
  })
})

it.each([true, false])(
  'line ends that a program has converted cost nothing (with the file: %p)',
  async (isWithFile) => {
    const path = await halfSaved()
    if (!isWithFile) withoutFile(path)
    const count = linesOf(path).length
    writeFileSync(journalOf(path), readFileSync(journalOf(path), 'utf8').replaceAll('\n', '\r\n'))
    const first = isWithFile ? storeWords.recovered(2) : storeWords.fileLost
    expect(await found(path)).toEqual({
      values: ['a', 'b', 'c', 'd'],
      messages: [first, words.converted(count), archived],
    })
    expect(readFileSync(journalOf(path), 'utf8')).not.toContain('\r')
  },
)

describe('a line that is removed', () => {
  it('of a change that the file has: nothing is lost but its place in the history', async () => {
    const path = await halfSaved()
    changeLine(path, '"value":"b"', () => null)
    expect(await found(path)).toEqual({
      values: ['a', 'b', 'c', 'd'],
      messages: [words.lost(1, at, at), words.fromFile(['表一!C2'], 1), words.lostPast(['表一!2,3'], 1), archived],
    })
  })

  it('of a change that no file has: its cell is named, by whom and when it was made', async () => {
    const path = await halfSaved()
    changeLine(path, '"value":"c"', () => null)
    expect(await found(path)).toEqual({
      values: ['a', 'b', undefined, 'd'],
      messages: [words.lost(1, at, at), words.lostCells(['表一!3,3'], 1), archived],
    })
  })

  it('two that stand together and that nothing can put right: both cells are named', async () => {
    const path = await halfSaved()
    const ruin = (line: string) => line.replace(/"cells":\[\{.*?\],"patch"/, (part) => '\0'.repeat(part.length))
    for (const sign of ['"value":"c"', '"value":"d"']) changeLine(path, sign, ruin)
    const { values, messages } = await found(path)
    expect(values).toEqual(['a', 'b', undefined, undefined])
    expect(messages).toContain(words.lostCells(['表一!3,3'], 1))
    const before = await halfSaved()
    for (const sign of ['"value":"a"', '"value":"b"']) changeLine(before, sign, ruin)
    const saved = await found(before)
    expect(saved.values).toEqual(['a', 'b', 'c', 'd'])
    expect(saved.messages).toContain(words.lostPast(['表一!2,3', '表一!1,3'], 2))
  })

  it('the head: the rest holds all that it said', async () => {
    const path = await halfSaved()
    changeLine(path, '"line":"head"', () => null)
    withoutFile(path)
    const { values, messages } = await found(path)
    expect(values).toEqual(['a', 'b', 'c', 'd'])
    expect(messages).toEqual([storeWords.fileLost, words.baseLost, archived])
  })

  it('a piece of the workbook in the head: the file has it; without the file its cells are named', async () => {
    const path = await halfSaved()
    changeLine(path, '"formula":"=A1*2"', () => null)
    const file = await opened(path)
    expect(valueAt(file.book, '1,1')).toBe(1)
    const alone = await halfSaved()
    changeLine(alone, '"formula":"=A1*2"', () => null)
    withoutFile(alone)
    const { messages } = await opened(alone)
    expect(messages).toEqual([storeWords.fileLost, words.baseLost, words.pieces(['表一!A1–B1']), archived])
  })
})

describe('a value that is in doubt', () => {
  it('is asked in a comment and kept in the history, and what stands stays', async () => {
    const path = await halfSaved()
    // A disk that lost a part of the line, as of a block.
    changeLine(path, '"value":"d"', (line) => line.replace(/,"patch".*/, '\0'.repeat(200)))
    const { book, messages, store } = await opened(path)
    expect(valueAt(book, '4,3')).toBeUndefined()
    expect(messages).toContain(words.doubts([words.doubt('表一!4,3', null, 'd')], 1))
    expect(book.comments).toMatchObject([
      { sheet: 0, row: 4, column: 3, entries: [{ text: words.doubtComment(null, 'd', words.whyDamaged) }] },
    ])
    expect(store.history({ sheet: 0, row: 4, column: 3 })).toMatchObject([{ from: 'd', to: null, who: words.program }])
    const again = await opened(path)
    expect(again.book.comments).toHaveLength(1)
  })

  it('where file and journal disagree and neither can be trusted', async () => {
    const path = await halfSaved()
    changeLine(path, '"line":"save"', () => null)
    changeLine(path, '"line":"save"', () => null)
    changeLine(path, '"value":"b"', () => null)
    const { messages, book } = await opened(path)
    expect(valueAt(book, '2,3')).toBe('b')
    expect(messages).toContain(words.doubts([words.doubt('表一!C2', 'b', null)], 1))
  })
})

describe('the end of the journal', () => {
  it('cut off at a line: the mark in the file tells that something is missing', async () => {
    const path = await halfSaved()
    const lines = linesOf(path)
    writeLines(path, lines.slice(0, lineOf(lines, '"value":"b"')))
    expect(await found(path)).toEqual({
      values: ['a', 'b', undefined, undefined],
      messages: [words.lostTail(1, at, ''), words.doubts([words.doubt('表一!C2', 'b', null)], 1), archived],
    })
  })

  it.each(['zeroed', 'removed', 'torn'])('%s: the witness tells what was there, by cell', async (how) => {
    const witnesses = newFolder()
    const path = await halfSaved(witnesses)
    const bytes = readFileSync(journalOf(path))
    const start = bytes.lastIndexOf('{"line":"entry"')
    if (how === 'zeroed') writeFileSync(journalOf(path), bytes.fill(0, start))
    else writeFileSync(journalOf(path), bytes.subarray(0, how === 'removed' ? start : start + 90))
    const { messages, book, store } = await openStore(path, { who: '王', clock, witnesses })
    expect(rows.map((key) => valueAt(book, key))).toEqual(['a', 'b', 'c', undefined])
    expect(messages.slice(0, 2)).toEqual([words.lostTail(1, at, at), words.lostCells(['表一!4,3'], 1)])
    expect(messages.filter((text) => text === storeWords.torn || text.includes('字节读不出'))).toEqual([])
    // The number of a lost change is not given again.
    expect(store.seq).toBe(4)
    await store.close()
  })

  it('cut where the desk was killed some moments after a change: how many are missing, and until when', async () => {
    const witnesses = newFolder()
    const path = await workbookFile()
    const { store } = await openStore(path, { who: '王', clock, witnesses })
    const whole = statSync(journalOf(path)).size
    await store.append([entry(1, 3, 'a')])
    await store.append([entry(2, 3, 'b')])
    const [witness = ''] = readdirSync(witnesses)
    const noted = () => readFileSync(join(witnesses, witness), 'utf8').includes('"seq":2')
    // Nobody waits for it: the witness is written after the changes were acknowledged.
    expect(noted()).toBe(false)
    for (let tries = 0; tries < 500 && !noted(); tries++) await wait(20)
    const copy = join(newFolder(), '年报.xlsx')
    copyFileSync(path, copy)
    writeFileSync(journalOf(copy), readFileSync(journalOf(path)).subarray(0, whole + 40))
    const known = hashOf(Buffer.from(realpathSync(copy))).slice(0, 32)
    copyFileSync(join(witnesses, witness), join(witnesses, `${known}.json`))
    const after = await openStore(copy, { who: '王', clock, witnesses })
    expect(after.messages.slice(0, 2)).toEqual([
      words.lostTail(2, '', at),
      words.lostCells(['表一!1,3', '表一!2,3'], 2),
    ])
    expect(after.messages).not.toContain(storeWords.torn)
    await after.store.close()
    await store.close()
  })

  it('zeroed, without a witness: not called a change that was never acknowledged', async () => {
    const path = await halfSaved()
    const bytes = readFileSync(journalOf(path))
    const start = bytes.lastIndexOf('{"line":"entry"')
    writeFileSync(journalOf(path), bytes.fill(0, start))
    const { messages } = await opened(path)
    expect(messages).toContain(words.tailUnclear(bytes.length - start))
    expect(messages).not.toContain(storeWords.torn)
  })
})

describe('lines in other places', () => {
  it('two that have changed places are put in order', async () => {
    const path = await halfSaved()
    const lines = linesOf(path)
    const [one, other] = [lineOf(lines, '"value":"a"'), lineOf(lines, '"value":"d"')]
    writeLines(path, lines.with(one, lines[other] ?? '').with(other, lines[one] ?? ''))
    const { values, messages } = await found(path)
    expect(values).toEqual(['a', 'b', 'c', 'd'])
    expect(messages).toEqual([storeWords.recovered(2), words.disordered, archived])
  })

  it('the head of another journal is not taken for this one’s', async () => {
    const [path, other] = [await halfSaved(), await halfSaved()]
    const head = linesOf(other)[0] ?? ''
    writeLines(path, linesOf(path).with(0, head))
    const { values, messages } = await found(path)
    expect(values).toEqual(['a', 'b', 'c', 'd'])
    expect(messages).toEqual([words.baseLost, words.foreignLines(1), archived])
  })
})

it('both files put back to an older day: the witness of this computer tells', async () => {
  const witnesses = newFolder()
  const path = await halfSaved(witnesses)
  const lines = linesOf(path)
  writeLines(path, lines.slice(0, lineOf(lines, '"value":"c"')))
  const { messages, store } = await openStore(path, { who: '王', clock, witnesses })
  await store.close()
  expect(messages).toContain(words.lostTail(2, at, at))
  expect(messages).toContain(words.lostCells(['表一!3,3', '表一!4,3'], 2))
})
