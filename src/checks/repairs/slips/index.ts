import { exchanged } from './exchanged'
import { shifted } from './shifted'
import type { LineSlip } from './slip'
import { split } from './split'

/** The slips of the hand along a row or a column; those of one figure stand in `figure.ts`. */
export const lineSlips: readonly LineSlip[] = [exchanged, shifted, split]

export { figureSlip } from './figure'
export type { Found, Undone } from './slip'
