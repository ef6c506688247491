/** Tabs, names, merged cells and rules, as 初始化模板 makes and reads them. */
import type { Write } from '../../actions'
import { selfTestWords as words, temporaryNames } from '../../words/self-test'
import { applyWrites } from '../apply-writes'
import { counted, judged, shown, type Probe, type Seen } from './probe'
import { messageOf, type Site } from './site'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

const { rangeName } = temporaryNames
const { main, copy, gone } = temporaryNames.tabNames
const area = { tab: main, row: 40, column: 4, rows: 2, columns: 2 }
const help = '8'

/** What a tab of the layout has: a merged cell with a note, a rule, a lock and a name. */
const furnishing: readonly Write[] = [
  { kind: 'merge', area, direction: 'all' },
  { kind: 'notes', tab: main, row: area.row, column: area.column, notes: [[help]] },
  { kind: 'validate', area, rule: { kind: 'wholeNumber', min: 0, help } },
  { kind: 'protect', tab: main, open: [area] },
  { kind: 'name', name: rangeName, area },
]

function furnish({ spreadsheet, tab }: Site): void {
  void tab
  applyWrites(spreadsheet, new Map(), furnishing)
}

const sheetLocks = (sheet: Sheet) => sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)

/** A copy is protected and named afterwards, so it only must not be locked twice nor take the name away. */
function copySeen(site: Site): Seen {
  furnish(site)
  const { spreadsheet } = site
  applyWrites(spreadsheet, new Map(), [
    { kind: 'insertTab', tab: copy, index: spreadsheet.getSheets().length, columns: 1, like: main },
    { kind: 'protect', tab: copy, open: [] },
  ])
  const sheet = spreadsheet.getSheetByName(copy)
  if (!sheet) return judged(false, words.nothing)
  const range = sheet.getRange(area.row, area.column, area.rows, area.columns)
  const lacks = words.copyLacks
  const wrong = [
    range.getMergedRanges().length === 1 ? '' : lacks.merge,
    range.getNotes()[0]?.[0] === help ? '' : lacks.note,
    range.getDataValidation() ? '' : lacks.validation,
    sheetLocks(sheet).length === 1 ? '' : lacks.protection,
    site.named()?.getRange().getGridId() === site.tab.getSheetId() ? '' : lacks.name,
  ].filter((one) => one !== '')
  return wrong.length > 0 ? judged(false, words.missing(wrong)) : judged(true, words.all(5))
}

function protectSeen({ tab }: Site): Seen {
  tab.protect()
  tab.protect().setWarningOnly(true)
  return counted(sheetLocks(tab).length, 1)
}

function namePlaceSeen(site: Site): Seen {
  furnish(site)
  const range = site.named()?.getRange()
  const place = range ? `${range.getA1Notation()}，${range.getGridId()}` : words.nothing
  return judged(place === `D40:E41，${site.tab.getSheetId()}`, place)
}

/** What a broken name tells of its place is not documented; the program passes it over, whatever it is. */
function toldPlace(named: GoogleAppsScript.Spreadsheet.NamedRange): string {
  try {
    const range = named.getRange() as GoogleAppsScript.Spreadsheet.Range | null
    return shown(range && range.getA1Notation())
  } catch (error) {
    return messageOf(error)
  }
}

function brokenNameSeen(site: Site): Seen {
  const { spreadsheet } = site
  const sheet = site.newTab(gone)
  spreadsheet.setNamedRange(rangeName, sheet.getRange(1, 1))
  spreadsheet.deleteSheet(sheet)
  const named = site.named()
  if (!named) return judged(false, words.nothing)
  const told = toldPlace(named)
  named.remove()
  return judged(site.named() === undefined, words.brokenRange(told))
}

function coveredSeen(site: Site): Seen {
  furnish(site)
  const range = site.tab.getRange(area.row, area.column, area.rows, area.columns)
  const written = [
    [1, 2],
    [3, 4],
  ]
  const values = range.setValues(written).getValues()
  return judged(values[0]?.[0] === 1, values.flat().map(shown).join('、'))
}

function validationSeen(site: Site): Seen {
  furnish(site)
  const rule = site.tab.getRange(area.row, area.column).getDataValidation()
  if (!rule) return judged(false, words.nothing)
  const formula = String(rule.getCriteriaValues()[0] ?? '')
  const isKept =
    rule.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.CUSTOM_FORMULA &&
    formula.includes('INDIRECT("RC",FALSE)>=0') &&
    rule.getHelpText() === help &&
    rule.getAllowInvalid()
  return judged(isKept, formula)
}

function goneTabSeen(site: Site): Seen {
  const sheet = site.newTab(gone)
  const cell = site.cell().setValues([[`='${gone}'!A1`]])
  site.spreadsheet.deleteSheet(sheet)
  SpreadsheetApp.flush()
  const formula = cell.getFormulas()[0]?.[0] ?? ''
  return judged(formula.includes('#REF!'), formula)
}

function frozenSeen(site: Site): Seen {
  const sheet = site.newTab(gone)
  try {
    sheet.setFrozenRows(1)
    sheet.insertRowBefore(1)
    return counted(sheet.getFrozenRows(), 2)
  } finally {
    site.spreadsheet.deleteSheet(sheet)
  }
}

function selectSeen({ spreadsheet, tab }: Site): Seen {
  tab.getRange('B2').activate()
  const cell = spreadsheet.getCurrentCell() as GoogleAppsScript.Spreadsheet.Range | null
  const place = cell ? `${cell.getSheet().getName()} ${cell.getA1Notation()}` : words.nothing
  return judged(place === `${main} B2`, place)
}

export const tabProbes: readonly Probe[] = [
  { id: 'emptyTab', run: ({ tab }) => counted(tab.getLastRow(), 0) },
  { id: 'frozen', run: frozenSeen },
  { id: 'goneTab', run: goneTabSeen },
  { id: 'brokenName', run: brokenNameSeen },
  { id: 'namePlace', run: namePlaceSeen },
  { id: 'covered', run: coveredSeen },
  { id: 'validation', run: validationSeen },
  { id: 'protect', run: protectSeen },
  { id: 'copy', run: copySeen },
  { id: 'select', run: selectSeen },
]
