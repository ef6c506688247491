/** A change that its author can take back. */
import { isEmptyPatch } from '../book'
import type { Sheet } from '../book'
import type { BookPatch } from '../protocol'

/** With the patch forward and the patch back. */
export interface Step {
  what: string
  forward: BookPatch
  backward: BookPatch
  /** A run may write where a person may not. */
  isRun: boolean
  /** 流程记录 tells of it in a line of its own. */
  isLogged: boolean
  /** Why nothing of it can be taken back, in words; null: it can. */
  kept: string | null
}

const has = (sheets: readonly Sheet[] | undefined, id: number): boolean =>
  sheets?.some((sheet) => sheet.id === id) === true

function patchWithout(patch: BookPatch, log: number): BookPatch {
  const { cells, sheets, ...rest } = patch
  const others = sheets?.filter(({ id }) => id !== log) ?? []
  return {
    cells: Object.fromEntries(Object.entries(cells).filter(([id]) => Number(id) !== log)),
    ...(others.length > 0 && { sheets: others }),
    ...rest,
  }
}

/**
 * The step without what it wrote into 流程记录, which only grows: nobody takes back what stands there. Null: nothing else
 * is in the step. A log that the step itself has made goes with it: nothing but the step stands in there.
 */
export function withoutLog(step: Step, log: Sheet | undefined): Step | null {
  const { forward, backward } = step
  if (!log || (has(forward.sheets, log.id) && !has(backward.sheets, log.id))) return step
  if (!forward.cells[log.id] && !has(forward.sheets, log.id)) return step
  const rest = { forward: patchWithout(forward, log.id), backward: patchWithout(backward, log.id) }
  return isEmptyPatch(rest.forward) ? null : { ...step, ...rest, isLogged: true }
}
