import { contains } from './address'
import type { Protection, Sheet } from './model'

function locks({ area, open, warningOnly }: Protection, row: number, column: number): boolean {
  if (warningOnly || (area && !contains(area, row, column))) return false
  return !open.some((one) => contains(one, row, column))
}

/** The protection that keeps a person from typing into a cell. */
export function lockOn(sheet: Sheet, row: number, column: number): Protection | undefined {
  return sheet.protections.find((protection) => locks(protection, row, column))
}
