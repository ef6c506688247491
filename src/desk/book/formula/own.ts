/** Which typed texts are formulas that the desk can calculate. */
import { isFunction } from './functions'
import { parseFormula, precedents } from './parse'

/**
 * False for a text that begins with `=` and cannot be read as a formula, calls a function that there is not, or names
 * cells that have no such name.
 */
export function isOwnFormula(text: string, isNamed: (name: string) => boolean): boolean {
  try {
    const node = parseFormula(text)
    const isUnreadable = node.kind === 'literal' && typeof node.value === 'object'
    const { functions, names } = precedents(node)
    return !isUnreadable && functions.every(isFunction) && names.every(isNamed)
  } catch (error) {
    // Brackets within brackets, thousands deep: no formula that anybody meant.
    if (error instanceof RangeError) return false
    throw error
  }
}
