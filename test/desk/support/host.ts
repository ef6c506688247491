/** A workbook on the desk without people or a server: commands by name, and what a person types. */
import type { Reply } from '../../../src/actions'
import { Bench, commandOf, EditRefused, menuOf, runCommand, typeInto } from '../../../src/desk/bench'
import type { StoredFile } from '../../../src/desk/bench'
import { yearOf } from '../../../src/desk/book'
import type { Book, Scalar } from '../../../src/desk/book'
import { shownOf } from '../../../src/desk/office/run-answers'
import type { Menu, RunAnswer } from '../../../src/desk/protocol'
import { firstCellOf } from '../../../src/workbook'

/** Of the program that the built files are of. */
declare const __NIANBAO_VERSION__: string

type Shown = Omit<RunAnswer, 'run' | 'seq'>

export class DeskHost {
  private bench: Bench
  private stored: readonly StoredFile[] = []

  constructor(
    book: Book,
    private readonly user = 'li@example.cn',
    private readonly clock = () => new Date(),
  ) {
    this.bench = new Bench(structuredClone(book))
  }

  menus(): Menu[] {
    return [menuOf()]
  }

  /** A question for which no reply is left is closed. */
  run(name: string, values: readonly unknown[] = [], replies: readonly Reply[] = []): Shown {
    let stage = commandOf(name, values)
    const comments = this.bench.book.comments ?? []
    for (const reply of [...replies, 'closed' as const]) {
      if (!stage) break
      const about = { user: this.user, version: __NIANBAO_VERSION__, moment: this.clock(), selected: null, comments }
      const ran = runCommand(this.bench, stage, about, this.stored)
      this.stored = ran.stored ?? this.stored
      if (!ran.asked) return shownOf(ran)
      stage = ran.asked.next(reply)
    }
    throw new Error(`${name} is no command, or takes no such arguments`)
  }

  /** A person types values from a cell (A1 notation) on; gives the reason where that is refused. */
  edit(tab: string, cell: string, values: readonly (readonly (Scalar | null)[])[]): string | null {
    const at = firstCellOf(cell)
    if (!at) throw new Error(`${cell} is not a cell`)
    const area = { ...at, rows: values.length, columns: values[0]?.length ?? 0 }
    try {
      this.bench.change(() => typeInto(this.bench, { tab, area, values }, yearOf(this.clock())))
      return null
    } catch (error) {
      if (error instanceof EditRefused) return error.message
      throw error
    }
  }

  book(): Book {
    return structuredClone(this.bench.book)
  }

  setBook(book: Book): void {
    this.bench = new Bench(structuredClone(book))
  }
}
