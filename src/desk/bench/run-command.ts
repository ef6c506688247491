/** Runs a command on the bench up to its end or its next question. */
import type { Dialog, Host, Progress, Question, Reply } from '../../actions'
import { deskWords } from '../../words/desk'
import { oneLine } from '../../words/one-line'
import type { BookChange } from '../book'
import { isFault } from '../fault'
import type { Bench } from './bench'
import { BenchHost } from './bench-host'
import type { Circumstances } from './bench-host'
import { Shelf } from './files'
import type { DeskFile, StoredFile } from './files'

/** A command up to its next question: the command with its arguments, or what follows a reply. */
export type Stage = (host: Host) => Progress<unknown>

export interface Asked {
  question: Question
  next: (reply: Reply) => Stage
}

/** What a command did. One that failed has changed nothing. */
export interface Ran extends BookChange {
  value?: unknown
  /** One line. */
  error?: string
  /** What was thrown, where the error is the program's own. */
  fault?: Error
  /** It is not done: the person has to reply first. */
  asked?: Asked
  /** What the person only has to take note of. */
  notices: Question[]
  toasts: { title: string; message: string }[]
  dialogs: Dialog[]
  files: DeskFile[]
  /** All files known from now on; null if none was made. */
  stored: readonly StoredFile[] | null
}

/** Passes over questions that only tell something, and keeps them as notices. */
function passed(progress: Progress<unknown>, host: Host, notices: Question[]): Progress<unknown> {
  if (!('question' in progress) || progress.question.kind !== 'acknowledge') return progress
  notices.push(progress.question)
  return passed(progress.next(host, 'yes'), host, notices)
}

const lineOf = (error: unknown): string => oneLine(error instanceof Error ? error.message : String(error))

/** Nothing was done. */
export const noRun: Ran = {
  patch: { cells: {} },
  back: { cells: {} },
  notices: [],
  toasts: [],
  dialogs: [],
  files: [],
  stored: null,
}

export function runCommand(bench: Bench, stage: Stage, about: Circumstances, stored: readonly StoredFile[]): Ran {
  const shelf = new Shelf(stored)
  const host = new BenchHost(bench, shelf, about)
  const notices: Question[] = []
  try {
    const { made, patch, back } = bench.change(() => passed(stage(host), host, notices))
    const { toasts, dialogs, files } = host
    const ran = { patch, back, notices, toasts, dialogs, files, stored: shelf.changed }
    if (!('question' in made)) return { ...ran, ...(made.value !== undefined && { value: made.value }) }
    const { question, next } = made
    return { ...ran, asked: { question, next: (reply) => (then) => next(then, reply) } }
  } catch (error) {
    return isFault(error) ? { ...noRun, error: deskWords.failed, fault: error } : { ...noRun, error: lineOf(error) }
  }
}
