import { parseFormula } from './formula/parse'
import { remembered } from './remembered'

/** A formula as a tree, which stays: workbooks of one template have the same formulas. */
export const parsed = remembered(parseFormula, 10_000)
