/** Which cells are for texts of several paragraphs: they are written in the editor, not in the cell. */
import { rangeNames } from '../../../workbook'
import { protectionAt } from '../../book/locks'
import { cellAt } from '../../book/cells'
import type { Area, Book, Sheet } from '../../book/model'
import { validationAt } from '../view/locks'

const textNames: ReadonlySet<string> = new Set([rangeNames.overview, rangeNames.problems, rangeNames.other])

/** A large open cell whose text begins at its upper left, as the form lays out its three texts. */
function hasRoom(sheet: Sheet, { row, column, rows }: Area): boolean {
  const { style, formula } = cellAt(sheet, row, column) ?? {}
  if (rows < 2 || formula !== undefined || style?.wrap !== true || style.vertical !== 'top') return false
  return style.horizontal !== 'center' && !validationAt(sheet, row, column) && !protectionAt(sheet, row, column)
}

/**
 * `area`: the cell, or the merge that it is in. By the name of its area; where a foreign program has lost the name, by
 * its shape.
 */
export function isTextPlace({ names }: Pick<Book, 'names'>, sheet: Sheet, area: Area): boolean {
  const isNamed = names.some(
    ({ name, sheet: id, area: own }) =>
      textNames.has(name) && id === sheet.id && own.row === area.row && own.column === area.column,
  )
  return (isNamed && !protectionAt(sheet, area.row, area.column)) || hasRoom(sheet, area)
}
