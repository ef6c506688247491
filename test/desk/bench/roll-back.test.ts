/**
 * A command that is stopped at any of its writes leaves the workbook exactly as it was, formulas' results included, and
 * can be run again as if nothing had been.
 */
import { describe, expect, it } from '@jest/globals'
import type { Host, Reply, Sidebar, Write } from '../../../src/actions'
import { Bench, commandOf, runCommand, typeInto } from '../../../src/desk/bench'
import type { Ran, Stage } from '../../../src/desk/bench'
import { same } from '../../../src/desk/book'
import type { Book } from '../../../src/desk/book'
import { runWords } from '../../../src/words/actions'
import { deskWords } from '../../../src/words/desk'
import { tabNames } from '../../../src/words/tabs'
import { moments } from '../../support/runs'
import { lastUndo } from '../../support/last-undo'
import { blankBook, clean, figure, filledBook, newSpreadsheet, tabOf, version } from '../support/template'

const about = { user: '李', version, moment: new Date('2025-01-06T02:30:00Z'), selected: null, comments: [] }
const GONE = '没有这张表'
const toNowhere: Write = { kind: 'values', tab: GONE, row: 1, column: 1, values: [[1]] }

interface Counter {
  /** Writes carried out so far. */
  done: number
  /** The number of those after which the next one fails. */
  most: number
}

/** The host, whose writes fail after so many. */
function stopping(host: Host, counter: Counter): Host {
  const apply = (writes: readonly Write[]): void => {
    const left = counter.most - counter.done
    counter.done += writes.length
    host.apply(left < writes.length ? [...writes.slice(0, left), toNowhere] : writes)
  }
  return Object.assign(Object.create(host) as Host, { apply })
}

interface Command {
  name: string
  values: readonly unknown[]
  replies: readonly Reply[]
}

function stageOf({ name, values }: Command): Stage {
  const stage = commandOf(name, values)
  if (!stage) throw new Error(`${name} is no command`)
  return stage
}

/** Runs the command to its end, or to the write that fails. */
function run(bench: Bench, command: Command, counter: Counter = { done: 0, most: Infinity }): Ran {
  const stopped = (stage: Stage): Stage => {
    return (host) => stage(stopping(host, counter))
  }
  let ran = runCommand(bench, stopped(stageOf(command)), about, [])
  for (const reply of command.replies) if (ran.asked) ran = runCommand(bench, stopped(ran.asked.next(reply)), about, [])
  return ran
}

const call = (name: string, values: readonly unknown[] = [], replies: readonly Reply[] = []): Command => ({
  name,
  values,
  replies,
})

const faulty = () => filledBook(figure('table4.review.total', 9), figure('table3.granted.research', '３'))

function repairedBook(): { book: Book; ids: readonly string[] } {
  const bench = new Bench(faulty())
  const { repairs } = run(bench, call('showFindings')).value as Sidebar
  const ids = repairs.slice(0, 1).map(({ id }) => id)
  run(bench, call('applyRepair', [ids]))
  return { book: bench.book, ids }
}

const source = { name: 'clean.json', kind: 'json', content: JSON.stringify(clean) }

function importInto(book: Book): Command {
  const request = { into: 'thisYear', source, choices: [] }
  const value = run(new Bench(structuredClone(book)), call('previewImport', [request])).value
  const { preview, source: read } = value as { preview: { items: { id: string }[] }; source: unknown }
  return call('applyImport', [{ ...request, source: read, ticks: preview.items.map(({ id }) => id) }])
}

/** The errors are listed: only the second step has anything to write. */
function askedBook(): Book {
  const bench = new Bench(faulty())
  run(bench, call('generateReport', [], ['no']))
  return bench.book
}

const { unit, year } = clean

const commands: [string, () => Book, (book: Book) => Command, number][] = [
  ['初始化模板 of a new spreadsheet', newSpreadsheet, () => call('initTemplate', [{ unit, year, lastYear: clean }]), 7],
  ['校验', faulty, () => call('checkWorkbook'), 1],
  ['计算合计', faulty, () => call('restoreTotals', [], ['yes']), 1],
  ['生成年度报告 up to its question', faulty, () => call('generateReport', [], ['no']), 1],
  ['生成年度报告 after its question', askedBook, () => call('generateReport', [], ['yes']), 1],
  ['a repair', faulty, () => call('applyRepair', [repairedBook().ids]), 1],
  ['a repair taken back', () => repairedBook().book, (book) => call('undoRepair', [lastUndo(book)]), 1],
  ['从已发布文本导入', blankBook, importInto, 1],
  ['生成叙述初稿', blankBook, () => call('makeDraft', [[], { trainings: '2' }]), 1],
]

describe('a command stopped at any of its writes', () => {
  it.each(commands)('%s', (_, make, commandFor, step) => {
    const before = make()
    const command = commandFor(before)
    const whole = new Bench(structuredClone(before))
    const counter = { done: 0, most: Infinity }
    const expected = run(whole, command, counter)
    expect([expected.error, counter.done > 0]).toEqual([undefined, true])
    const bench = new Bench(structuredClone(before))
    for (const moment of moments(counter.done, step)) {
      const { error, patch, files } = run(bench, command, { done: 0, most: moment - 1 })
      expect(error).toContain(runWords.tabGone(GONE))
      expect(error).not.toContain('可以撤销')
      expect([patch, files]).toEqual([{ cells: {} }, []])
      // Finding differences takes long, finding none does not.
      if (!same(bench.book, before)) expect(bench.book).toStrictEqual(before)
    }
    expect(run(bench, command).patch).toEqual(expected.patch)
    expect(bench.book).toEqual(whole.book)
  })
})

describe('a change that fails', () => {
  it('leaves the results of formulas as they were, whatever they would be now', () => {
    const book = filledBook()
    const { cells } = tabOf(book, tabNames.overview)
    cells['30,1'] = { formula: '=VLOOKUP(1,A1:B2,2)', value: 40 }
    cells['31,1'] = { formula: '=A30+1', value: 7 }
    const before = structuredClone(book)
    const bench = new Bench(book)
    const fail = () => {
      typeInto(bench, { tab: tabNames.table3, area: { row: 7, column: 4, rows: 1, columns: 1 }, values: [[5]] }, 2024)
      bench.calculator.recalculate()
      throw new Error('stopped')
    }
    expect(() => bench.change(fail)).toThrow('stopped')
    expect(bench.book).toStrictEqual(before)
  })

  it('is one whose text no cell can hold, which would keep every save from being made', () => {
    const bench = new Bench(filledBook())
    const { problems } = tabNames
    const area = { row: 5, column: 2, rows: 1, columns: 1 }
    const typed = (text: string) => () => typeInto(bench, { tab: problems, area, values: [[text]] }, 2024)
    expect(() => bench.change(typed('字'.repeat(32_768)))).toThrow(deskWords.longText(problems, 'B5', 32_767))
    bench.change(typed('字'.repeat(32_767)))
    expect(String(tabOf(bench.book, problems).cells['5,2']?.value)).toHaveLength(32_767)
  })
})
