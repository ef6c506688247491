/** Where the person was in this tab of the browser: a page that is loaded anew begins there. */
import type { SheetPosition } from '../../protocol'
import type { TabStorage, WorkbookName } from './unsent'

const keyOf = ({ file, title }: WorkbookName): string => `nianbao-place ${JSON.stringify([file, title])}`

export function keepPlace(storage: TabStorage, workbook: WorkbookName, { sheet, row, column }: SheetPosition): void {
  try {
    storage.setItem(keyOf(workbook), JSON.stringify({ sheet, row, column }))
  } catch {
    // The browser keeps nothing: the page begins at its first tab.
  }
}

export const lastPlace = (storage: TabStorage, workbook: WorkbookName): SheetPosition | null =>
  JSON.parse(storage.getItem(keyOf(workbook)) ?? 'null') as SheetPosition | null
