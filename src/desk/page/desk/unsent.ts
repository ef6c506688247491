/** Edits that the browser's tab keeps while the page loads itself anew, each workbook's for itself. */
import type { TypedBlock } from '../view/view'

/** One block of what was typed, as it is sent. */
export interface SentBlock extends TypedBlock {
  /** Of a total: the person was asked, and wants it. */
  isConfirmed?: boolean
  /** Of several blocks that are undone together. */
  step?: string
}

export interface Unsent {
  edit: SentBlock
  /** The last change that the page had seen when it was typed. */
  base: number
}

export interface WorkbookName {
  file: string
  title: string
}

export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = ({ file, title }: WorkbookName): string => `nianbao-unsent ${JSON.stringify([file, title])}`

/** False: the browser has no room for them, or keeps nothing. */
export function keepUnsent(storage: TabStorage, workbook: WorkbookName, unsent: readonly Unsent[]): boolean {
  try {
    storage.setItem(keyOf(workbook), JSON.stringify(unsent))
    return true
  } catch {
    return false
  }
}

/** Returns what was kept for the workbook, and keeps it no longer. Null: the page was not loaded anew with it. */
export function takeUnsent(storage: TabStorage, workbook: WorkbookName): Unsent[] | null {
  const kept = storage.getItem(keyOf(workbook))
  if (kept === null) return null
  storage.removeItem(keyOf(workbook))
  return JSON.parse(kept) as Unsent[]
}
