/** Edits that the browser's tab keeps while the page loads itself anew, each workbook's for itself. */
import type { TypedBlock, TypedEdit } from '../view/view'

export interface Unsent {
  /** Sent again, the edit counts once. */
  id: string
  edit: TypedEdit
  /** Over a total, and not confirmed yet: it is asked about again. */
  isTotal?: boolean
}

export interface WorkbookName {
  file: string
  title: string
}

export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = ({ file, title }: WorkbookName): string => `nianbao-unsent ${JSON.stringify([file, title])}`

/** A name that no other edit has. `crypto.randomUUID` is missing on addresses that are not secure. */
export const newEditId = (): string => [...crypto.getRandomValues(new Uint32Array(4))].join('-')

/** False: the browser has no room for them, or keeps nothing. */
export function keepUnsent(storage: TabStorage, workbook: WorkbookName, unsent: readonly Unsent[]): boolean {
  try {
    storage.setItem(keyOf(workbook), JSON.stringify(unsent))
    return true
  } catch {
    return false
  }
}

/** As pages of protocol 1 kept it: one block. */
interface OldUnsent {
  edit: TypedBlock & { isConfirmed?: boolean }
  base: number
}

function asNow(kept: Unsent | OldUnsent): Unsent {
  if ('id' in kept) return kept
  const { isConfirmed, sheet, row, column, values } = kept.edit
  const block = { sheet, row, column, values }
  return { id: newEditId(), edit: { blocks: [block], base: kept.base, ...(isConfirmed && { isConfirmed }) } }
}

/** What was kept for the workbook, which is then kept no longer; null: the page was not loaded anew with it. */
export function takeUnsent(storage: TabStorage, workbook: WorkbookName): Unsent[] | null {
  const kept = storage.getItem(keyOf(workbook))
  if (kept === null) return null
  storage.removeItem(keyOf(workbook))
  return (JSON.parse(kept) as (Unsent | OldUnsent)[]).map(asNow)
}
