import { menuItems } from '../actions'
import { helpWords, menuWords } from '../words/actions'

/** The menu, an item a function of the entry. What is checked of Google is of no use on the desk: it stands here. */
export function addMenu(): void {
  const ui = SpreadsheetApp.getUi()
  const menu = ui.createMenu(menuWords.menu)
  for (const { caption, command } of menuItems) menu.addItem(caption, command)
  menu.addSubMenu(ui.createMenu(helpWords.menu).addItem(helpWords.selfTest, 'selfTest'))
  menu.addToUi()
}
