/** A cell as it is read aloud: address, its row and column by their labels, content. */
import { a1 } from '../../../../workbook'
import { pageWords } from '../../../../words/desk-page'
import type { Area } from '../../../book/model'
import { shownText } from './heights'
import type { Tab } from './tab'

const LONGEST = 60

/** The nearest label to the left. */
function rowLabel(tab: Tab, row: number, column: number): string {
  for (let at = column - 1; at >= 1; at--) {
    const area = tab.merges.areaAt({ row, column: at })
    const text = shownText(tab.sheet, area.row, area.column)
    if (tab.isLabelColumn(at) && text !== '') return text
  }
  return ''
}

function columnLabel(tab: Tab, row: number, column: number): string {
  for (let at = tab.header?.to ?? 0; at >= (tab.header?.from ?? 1); at--) {
    if (at >= row) continue
    const area = tab.merges.areaAt({ row: at, column })
    const text = shownText(tab.sheet, area.row, area.column)
    if (text !== '') return text
  }
  return ''
}

export function spokenName(tab: Tab, { row, column }: Area): string {
  const text = shownText(tab.sheet, row, column)
  const content = text === '' ? pageWords.cell.blank : text.slice(0, LONGEST)
  const parts = [a1({ row, column }), rowLabel(tab, row, column), columnLabel(tab, row, column), content]
  return pageWords.cell.spoken(parts.filter((part) => part !== ''))
}
