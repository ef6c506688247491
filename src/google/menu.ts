import { menuItems } from '../actions'
import { menuWords } from '../words/actions'

/** The menu, an item a function of the entry. */
export function addMenu(): void {
  const menu = SpreadsheetApp.getUi().createMenu(menuWords.menu)
  for (const { caption, command } of menuItems) menu.addItem(caption, command)
  menu.addToUi()
}
