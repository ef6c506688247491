import { officeWords as words } from '../../words/office'
import { codeOf, reasonOf } from '../disk-error'
import type { CellChange, Overwrote } from '../protocol'
import { StoreError } from '../store'
import { XlsxError } from '../xlsx'

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
    message = words.newer(newer.length),
  ) {
    super('conflict', message)
  }
}

/** What a change replaces, where nobody knows any more who wrote it. */
export const withoutWriter = ({ sheet, row, column, cell, from: value }: CellChange): Overwrote => {
  return { sheet, row, column, cell, who: words.someone, value }
}

/** As the author of the change is told. */
export function withoutId({ sheet, row, column, cell, who, value }: Overwrote): Overwrote {
  return { sheet, row, column, cell, who, value }
}

/** What the user is told of an error; null: it is a fault of the program, whose message is for nobody at a page. */
export function knownReason(error: unknown): string | null {
  if (error instanceof StoreError || error instanceof XlsxError || error instanceof OfficeError) return error.message
  return codeOf(error) === null ? null : reasonOf(error)
}

/** Does what reads or writes files; what the disk or the store refuses becomes an OfficeError with a sentence. */
export async function onDisk<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StoreError) throw new OfficeError('failed', error.message)
    throw codeOf(error) === null ? error : new OfficeError('failed', reasonOf(error))
  }
}
