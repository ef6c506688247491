/** The desk: commands over its own book. */
import type { SelectedCell } from '../../src/actions'
import { areaOf, parseReference } from '../../src/workbook'
import type { Area, Book, Scalar } from '../../src/desk/book'
import { Bench, commandOf, EditRefused, runCommand, typeInto } from '../../src/desk/bench'
import type { Ran, StoredFile } from '../../src/desk/bench'
import { moment, person } from './driver'
import type { ContractHost, Driver, Given, Question, Told } from './driver'

const buttons = { yesNo: 'YES_NO', acknowledge: 'OK' } as const
const replies = { YES: 'yes', NO: 'no', CLOSE: 'closed' } as const

/** Of the program that made the workbooks; any other would be told in messages. */
declare const __NIANBAO_VERSION__: string

function areaFrom(cell: string, values: readonly (readonly Scalar[])[]): Area {
  const reference = parseReference(cell)
  if (!reference) throw new Error(`${cell} is not a cell`)
  const { row, column } = areaOf(reference, { rows: 1, columns: 1 })
  return { row, column, rows: values.length, columns: values[0]?.length ?? 0 }
}

/** All but the cells: these are replaced when they change, never changed themselves, so that a look at them costs little. */
function copied(book: Book): Book {
  const { sheets, ...rest } = book
  const frames = structuredClone({ ...rest, sheets: sheets.map((sheet) => ({ ...sheet, cells: {} })) })
  return { ...frames, sheets: frames.sheets.map((frame, index) => ({ ...frame, cells: { ...sheets[index]?.cells } })) }
}

/** The answer of goToCell. */
const isPlace = (value: unknown): value is { tab: string; cell: string } =>
  typeof value === 'object' && value !== null && 'tab' in value && 'cell' in value

const nothingTold = (): Told => ({ questions: [], toasts: [], dialogs: [], files: [] })

class DeskDriver implements Driver {
  private bench: Bench
  private stored: readonly StoredFile[] = []
  /** Where the page has the person after 转到这一格. */
  private selected: SelectedCell | null = null

  constructor(book: Book) {
    this.bench = new Bench(copied(book))
  }

  call(name: string, values: readonly unknown[], answers: readonly Given[]): Told {
    let stage = commandOf(name, values)
    const told = nothingTold()
    const left = [...answers]
    while (stage) {
      const comments = this.bench.book.comments ?? []
      const now = { user: person, moment, version: __NIANBAO_VERSION__, selected: this.selected, comments }
      const ran = runCommand(this.bench, stage, now, this.stored)
      this.take(told, ran)
      if (!ran.asked) return told
      // A question without an answer is closed, as at Google.
      stage = ran.asked.next(replies[left.shift() ?? 'CLOSE'])
    }
    return { ...told, error: 'no such command' }
  }

  edit(tab: string, cell: string, values: readonly (readonly Scalar[])[]): Told {
    try {
      this.bench.change(() => typeInto(this.bench, { tab, area: areaFrom(cell, values), values }, 2025))
      return nothingTold()
    } catch (error) {
      if (!(error instanceof EditRefused)) throw error
      return { ...nothingTold(), error: error.message }
    }
  }

  book(): Book {
    return copied(this.bench.book)
  }

  setBook(book: Book): void {
    this.bench = new Bench(copied(book))
  }

  private take(told: Told, ran: Ran): void {
    const asked: Question[] = [...ran.notices, ...(ran.asked ? [ran.asked.question] : [])].map(
      ({ title, message, kind }) => ({
        title,
        message,
        buttons: buttons[kind],
      }),
    )
    told.questions.push(...asked)
    told.toasts.push(...ran.toasts)
    told.dialogs.push(...ran.dialogs)
    told.files.push(...ran.files)
    if (isPlace(ran.value)) this.selected = { tab: ran.value.tab, ...areaFrom(ran.value.cell, [[0]]) }
    if (ran.value !== undefined) told.value = JSON.parse(JSON.stringify(ran.value)) as unknown
    if (ran.error !== undefined) told.error = ran.error
    this.stored = ran.stored ?? this.stored
  }
}

export const desk: ContractHost = { hasGoogleFiles: false, open: (book) => new DeskDriver(book) }
