import { officeWords as words } from '../../words/office'
import type { Overwrote } from '../protocol'

/** `forbidden`: not this person; `refused`: not this; `conflict`: not any more; `failed`: not now, for want of disk. */
export type OfficeProblem = 'forbidden' | 'refused' | 'conflict' | 'failed'

/** A request that changed nothing. `message` is Chinese, for the person who made it. */
export class OfficeError extends Error {
  override readonly name = 'OfficeError'

  constructor(
    readonly problem: OfficeProblem,
    message: string,
  ) {
    super(message)
  }
}

/** An edit that was to ask first: it would have replaced what others wrote after its base. Nothing was changed. */
export class NewerCells extends OfficeError {
  /** @param seq the last change that they stand in */
  constructor(
    readonly newer: readonly Overwrote[],
    readonly seq: number,
  ) {
    super('conflict', words.newer(newer.length))
  }
}
