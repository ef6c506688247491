import { menuWords } from '../words/actions'

/** The menu, an item a function of the entry. */
export function addMenu(): void {
  SpreadsheetApp.getUi()
    .createMenu(menuWords.menu)
    .addItem(menuWords.check, 'checkWorkbook')
    .addItem(menuWords.sidebar, 'showFindings')
    .addItem(menuWords.totals, 'restoreTotals')
    .addItem(menuWords.fields, 'showFields')
    .addItem(menuWords.draft, 'showDraft')
    .addItem(menuWords.generate, 'generateReport')
    .addItem(menuWords.importLastYear, 'importLastYear')
    .addItem(menuWords.importPublished, 'importPublished')
    .addItem(menuWords.template, 'initTemplate')
    .addToUi()
}
