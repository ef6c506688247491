import { figureOf, type CellId } from '../form'
import { checkMessages } from '../words/checks'
import { tabNames } from '../words/tabs'

/** `三、依申请公开 “（七）总计”·自然人`. */
export function placeLabel(cell: CellId, isLastYear = false): string {
  const { table, rowLabel, columnLabel } = figureOf(cell)
  return checkMessages.place(tabNames[isLastYear ? 'lastYear' : table], rowLabel, columnLabel)
}
