/** What a person is shown of a run, and the runs that wait for a reply. */
import type { Question, Reply } from '../../actions'
import type { Asked, Ran } from '../bench'
import type { AskedQuestion, FileLink, PressedButton, RunAnswer } from '../protocol'

const mostWaiting = 100

interface Asker {
  /** Of the person. */
  by: string
  /** Of the command. */
  name: string
}

/** A command that has asked something: what comes next, for whom. */
export interface Waiting extends Asker {
  asked: Asked
}

export class WaitingRuns {
  private readonly runs = new Map<string, Waiting>()

  wait(run: string, waiting: Waiting): void {
    this.runs.set(run, waiting)
    const [oldest] = this.runs.keys()
    if (this.runs.size > mostWaiting && oldest !== undefined) this.runs.delete(oldest)
  }

  /** Nobody can answer any more. */
  forget(): void {
    this.runs.clear()
  }

  /** A run goes on once: a reply sent twice finds nothing the second time. */
  take(run: string, { by, name }: Asker): Waiting | undefined {
    const waiting = this.runs.get(run)
    if (waiting?.by !== by || waiting.name !== name) return undefined
    this.runs.delete(run)
    return waiting
  }
}

const replies: Readonly<Record<PressedButton['button'], Reply>> = {
  YES: 'yes',
  OK: 'yes',
  NO: 'no',
  CLOSE: 'closed',
}

export const replyOf = ({ button }: PressedButton): Reply => replies[button]

const buttonsOf = { yesNo: 'YES_NO', acknowledge: 'OK' } as const

const questionOf = ({ title, message, kind }: Question): AskedQuestion => ({
  title,
  message,
  buttons: buttonsOf[kind],
})

const linkTo = ({ id, name, contentType, bytes }: Ran['files'][number]): FileLink => {
  return { id, name, contentType, size: bytes.length }
}

const TOAST_SECONDS = 5

export function shownOf({
  asked,
  notices,
  toasts,
  dialogs,
  files,
  value,
  error,
}: Ran): Omit<RunAnswer, 'run' | 'seq' | 'isChange'> {
  return {
    dialogs,
    toasts: toasts.map((toast) => ({ ...toast, seconds: TOAST_SECONDS })),
    notices: notices.map(questionOf),
    files: files.map(linkTo),
    ...(value !== undefined && { value }),
    ...(error !== undefined && { error }),
    ...(asked && { question: questionOf(asked.question) }),
  }
}
