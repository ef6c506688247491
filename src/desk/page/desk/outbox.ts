/** Edits on their way to the server, in order; each stays here until the server has it on disk. */
import type { EditAnswer, EditRequest, Overwrote } from '../../protocol'
import { ServerError } from '../api'
import type { Unsent } from './unsent'

export interface Letter extends Unsent {
  /** The change the server made of it; unknown while it is on its way. */
  seq?: number
  /** It waited for the connection: what others wrote meanwhile is not written over unasked. */
  isAsking?: boolean
}

export type Saving =
  | { state: 'saved' }
  | { state: 'sending'; count: number }
  /** Kept here and sent again by itself. Without a reason: the server could not be reached. */
  | { state: 'kept'; count: number; reason: string }

export interface OutboxEvents {
  send: (request: EditRequest) => Promise<EditAnswer>
  onSaving: (saving: Saving) => void
  onAnswer: (answer: EditAnswer, letter: Letter) => void
  onRefused: (letter: Letter, reason: string) => void
  /** An edit that asks would have replaced these values of others: nothing was written. */
  onNewer: (letter: Letter, newer: readonly Overwrote[], seq: number) => void
  /** Calls after so many milliseconds; a clock, for tests. */
  later: (act: () => void, milliseconds: number) => void
}

function requestOf({ id, edit, isAsking }: Letter): EditRequest {
  const { blocks, base, isConfirmed, isRestored, overrules } = edit
  const [first, ...more] = blocks
  if (!first) throw new RangeError('an edit without a block')
  const marks = {
    ...(isConfirmed && { isConfirmed }),
    ...(isAsking && { isAsking }),
    ...(isRestored && { isRestored }),
    ...(overrules !== undefined && { overrules }),
  }
  return { ...first, id, base, ...(more.length > 0 && { more }), ...marks }
}

const waits = [500, 1000, 2000, 5000]

export class Outbox {
  private readonly letters: Letter[] = []
  private isSending = false
  private failures = 0
  /** Why the last attempt failed. */
  private reason = ''
  private waiting: (() => void)[] = []

  constructor(private readonly events: OutboxEvents) {}

  /** Edits the server does not have yet. */
  get count(): number {
    return this.letters.length
  }

  add({ id, edit }: Unsent, isAsking = false): Letter {
    const letter: Letter = { id, edit, ...((isAsking || this.failures > 0) && { isAsking: true }) }
    this.letters.push(letter)
    this.tell()
    void this.work()
    return letter
  }

  /** Resolves when the server has every edit that is here now. */
  whenEmpty(): Promise<void> {
    return this.count === 0 ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve))
  }

  /** The edits that the server does not have yet. */
  unsent(): Unsent[] {
    return this.letters.map(({ id, edit }) => ({ id, edit }))
  }

  /** Stops sending, and returns the edits that were not sent. */
  stop(): Unsent[] {
    this.isSending = true
    return this.unsent()
  }

  /** Told at each letter: what is not on the server's disk is kept by the browser. */
  private tell(): void {
    const { count, failures, reason } = this
    if (failures > 0) this.events.onSaving({ state: 'kept', count, reason })
    else this.events.onSaving(count > 0 ? { state: 'sending', count } : { state: 'saved' })
  }

  private async work(): Promise<void> {
    if (this.isSending) return
    this.isSending = true
    for (let letter = this.letters[0]; letter; letter = this.letters[0]) {
      if (!(await this.deliver(letter))) break
      this.letters.shift()
      this.tell()
    }
    this.isSending = false
    if (this.count === 0) for (const resolve of this.waiting.splice(0)) resolve()
  }

  private async deliver(letter: Letter): Promise<boolean> {
    try {
      const answer = await this.events.send(requestOf(letter))
      this.failures = 0
      letter.seq = answer.seq
      this.events.onAnswer(answer, letter)
      return true
    } catch (error) {
      return this.failed(letter, error)
    }
  }

  /** True: it will not be sent again. */
  private failed(letter: Letter, error: unknown): boolean {
    const refusal = error instanceof ServerError && !error.isPassing
    if (refusal) {
      this.failures = 0
      if (error.newer) this.events.onNewer(letter, error.newer, error.seq)
      else this.events.onRefused(letter, error.message)
      return true
    }
    for (const one of this.letters) one.isAsking = true
    const reason = error instanceof ServerError ? error.message : String(error)
    this.reason = reason
    this.events.later(() => void this.work(), waits[Math.min(this.failures++, waits.length - 1)] ?? 0)
    this.tell()
    return false
  }
}
