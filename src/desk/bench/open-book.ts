/** A workbook that nobody else has open, with the commands over it: the command line works on it. */
import { logRow, logWrite } from '../../actions'
import type { LogEntry, Question, Reply } from '../../actions'
import { runWords } from '../../words/actions'
import { tabNames } from '../../words/tabs'
import { shownTime, yearOf } from '../book'
import type { Book } from '../book'
import { applyWrites } from './apply-writes'
import { Bench } from './bench'
import { commandOf } from './commands'
import type { DeskFile, StoredFile } from './files'
import { runCommand } from './run-command'
import type { Ran } from './run-command'

export interface OpenBookOptions {
  /** Name of the person; empty where it is not known. */
  user: string
  /** Of the program. */
  version: string
  clock: () => Date
}

/** A question with the reply to it. */
interface Replied extends Question {
  reply: Reply
}

export interface Completed extends Pick<Ran, 'value' | 'error' | 'toasts'> {
  replied: Replied[]
  files: DeskFile[]
}

export class OpenBook {
  private readonly bench: Bench
  private stored: readonly StoredFile[] = []

  constructor(
    book: Book,
    private readonly options: OpenBookOptions,
  ) {
    this.bench = new Bench(book)
  }

  /** The workbook as it stands. */
  get book(): Book {
    return this.bench.book
  }

  /** Adds a line to 流程记录 of a workbook that was just made. */
  log(entry: LogEntry): void {
    const { user, version, clock } = this.options
    const moment = clock()
    const stamp = { time: shownTime(moment.toISOString()), user: user || runWords.unnamed, version }
    const writes = logWrite(tabNames.log, logRow(stamp, entry))
    this.bench.change(() => applyWrites(this.bench, writes, yearOf(moment)))
  }

  /** Runs a command to its end. A question for which no reply is left is closed. */
  run(name: string, values: readonly unknown[] = [], replies: readonly Reply[] = []): Completed {
    const { user, version, clock } = this.options
    const comments = this.book.comments ?? []
    const completed: Completed = { toasts: [], replied: [], files: [] }
    const left = [...replies]
    let stage = commandOf(name, values)
    while (stage) {
      const about = { user, version, moment: clock(), selected: null, comments }
      const ran: Ran = runCommand(this.bench, stage, about, this.stored)
      this.stored = ran.stored ?? this.stored
      completed.toasts.push(...ran.toasts)
      completed.files.push(...ran.files)
      completed.replied.push(...ran.notices.map((notice) => ({ ...notice, reply: 'yes' as const })))
      if (!ran.asked) {
        const { value, error } = ran
        return { ...completed, ...(value !== undefined && { value }), ...(error !== undefined && { error }) }
      }
      const reply = left.shift() ?? 'closed'
      completed.replied.push({ ...ran.asked.question, reply })
      stage = ran.asked.next(reply)
    }
    throw new Error(`${name} is no command, or takes no such arguments`)
  }
}
