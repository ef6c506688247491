/** The two probes that need the page of 自检 and the person at it. */
import { pasteTab } from '../../words/actions'
import { selfTestWords as words } from '../../words/self-test'
import { judged, type Seen } from './probe'
import type { Site } from './site'

/** What the page sends: 100 KB that nobody shortens by chance. */
const pageText = (): string => Array.from({ length: 12_800 }, (_, at) => String(at % 1e8).padStart(8, '0')).join('')

export const pageSeen = (text: string): Seen => judged(text === pageText(), words.letters(text.length))

/** A block to copy and a place to paste it. */
export function preparePaste({ spreadsheet }: Site): void {
  const before = spreadsheet.getSheetByName(pasteTab)
  if (before) spreadsheet.deleteSheet(before)
  const sheet = spreadsheet.insertSheet(pasteTab, spreadsheet.getSheets().length)
  sheet.getRange('A1').setValues([[words.pasteHelp]])
  sheet.getRange('A3:B5').setValues([
    [1, 2],
    [3, 4],
    [5, 6],
  ])
  sheet.getRange('D3').activate()
}

/** `onEdit` has noted in A1 which cells it was told of. */
export function pasteSeen({ spreadsheet }: Site): Seen {
  const sheet = spreadsheet.getSheetByName(pasteTab)
  if (!sheet) return judged(false, words.nothing)
  try {
    const told = sheet.getRange('A1').getNotes()[0]?.[0] ?? ''
    return judged(told === 'D3:E5', words.pasted(told))
  } finally {
    spreadsheet.deleteSheet(sheet)
  }
}
