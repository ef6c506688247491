import { exchanged } from './exchanged'
import { shifted } from './shifted'
import type { LineSlip } from './slip'
import { split } from './split'

/** Typing slips along a row or a column; those of one figure are in `figure.ts`. */
export const lineSlips: readonly LineSlip[] = [exchanged, shifted, split]

export { figureSlip } from './figure'
export type { LineState, Undone } from './slip'
