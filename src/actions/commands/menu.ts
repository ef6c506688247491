/** The menu 政务公开年报: its items in their order, each with the command behind it. */
import { menuWords } from '../../words/actions'

export const menuItems = [
  { caption: menuWords.check, command: 'checkWorkbook' },
  { caption: menuWords.sidebar, command: 'showFindings' },
  { caption: menuWords.totals, command: 'restoreTotals' },
  { caption: menuWords.zeros, command: 'fillZeros' },
  { caption: menuWords.fields, command: 'showFields' },
  { caption: menuWords.sketch, command: 'showDraft' },
  { caption: menuWords.generate, command: 'generateReport' },
  { caption: menuWords.importLastYear, command: 'importLastYear' },
  { caption: menuWords.importPublished, command: 'importPublished' },
  { caption: menuWords.template, command: 'initTemplate' },
] as const
