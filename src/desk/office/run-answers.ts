import type { LiveResult } from '../host'
import type { AskedQuestion, FileLink, RunAnswer } from '../protocol'

const mostWaiting = 100

/** The times of runs that wait for an answer: when a run is made again, its clock shows the same time. */
export class WaitingRuns {
  private readonly moments = new Map<string, number>()

  wait(run: string, moment: number): void {
    this.moments.set(run, moment)
    const [oldest] = this.moments.keys()
    if (this.moments.size > mostWaiting && oldest !== undefined) this.moments.delete(oldest)
  }

  take(run: string): number | undefined {
    const moment = this.moments.get(run)
    this.moments.delete(run)
    return moment
  }
}

/** In Google this copy would become a Google Doc. People take the .docx beside it. */
export const isCopy = (mimeType: string): boolean => mimeType.startsWith('application/vnd.google-apps')

const linkTo = ({ id, name, contentType, bytes }: LiveResult['files'][number]): FileLink => {
  return { id, name, contentType, size: bytes.length }
}

function noticesOf({ questions }: LiveResult): AskedQuestion[] {
  const notices = questions.filter(({ kind, buttons }) => kind === 'alert' && buttons === 'OK')
  return notices.map(({ kind, title, message, buttons }) => ({ kind, title, message, buttons }))
}

/** What a run shows to the person; if it stopped at a question, only the question. */
export function shownOf(result: LiveResult): Omit<RunAnswer, 'run' | 'seq'> {
  if (result.asked) return { dialogs: [], toasts: [], notices: [], files: [], question: result.asked }
  return {
    dialogs: result.dialogs,
    toasts: result.toasts,
    notices: noticesOf(result),
    files: result.files.filter(({ mimeType }) => !isCopy(mimeType)).map(linkTo),
    ...(result.value !== undefined && { value: result.value }),
    ...(result.error && { error: result.error.message }),
  }
}
