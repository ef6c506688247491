import { sheetNamed } from '../../../../src/desk/book'
import type { Sheet } from '../../../../src/desk/book'
import { running } from './running'

/** Names of tabs are unique regardless of case, and at most 100 characters. */
export function checkSheetName(name: string, own?: Sheet): void {
  if (name === '' || name.length > 100) throw new Error('A sheet name has 1 to 100 characters.')
  const other = sheetNamed(running().book, name)
  if (other && other !== own) {
    throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`)
  }
}
