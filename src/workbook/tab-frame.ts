/** What the tabs share: names, the title rows, cells by kind. */
import { edition2021 as form } from '../form'
import { tabNames } from '../words/tabs'
import { workbookWords as words } from '../words/workbook'
import { subtitleFormula } from './formulas'
import type { LayoutCell, LookName, Position, PrintSetup, TabKey } from './types'

/** Names of the named ranges. */
export const rangeNames = {
  guide: 'nianbao_guide',
  basics: 'nianbao_basics',
  overview: 'nianbao_overview',
  table2: 'nianbao_table2',
  table3: 'nianbao_table3',
  table4: 'nianbao_table4',
  problems: 'nianbao_problems',
  other: 'nianbao_other',
  lastYear: 'nianbao_last_year',
  lastTable2: 'nianbao_last_table2',
  lastTable3: 'nianbao_last_table3',
  lastTable4: 'nianbao_last_table4',
  findings: 'nianbao_findings',
  log: 'nianbao_log',
} as const

/** Where the tab of basics holds the two values that other tabs show. */
export const unitPosition: Position = { row: 3, column: 2 }
export const yearPosition: Position = { row: 4, column: 2 }

/** The first row under title, unit and year, and hint. */
export const FIRST_ROW = 4

export const portrait: PrintSetup = { orientation: 'portrait', fitToHeight: 1, repeatRows: 0 }

const sectionKeys: Partial<Record<TabKey, (typeof form.sections)[number]>> = Object.fromEntries(
  form.sections.map((section) => [
    'table' in section.content ? section.content.table : section.content.narrative,
    section,
  ]),
)

/** The heading in the first row of a tab. */
export function tabTitle(key: TabKey): string {
  const section = sectionKeys[key]
  if (section) return `${section.ordinal}、${section.title}`
  if (key === 'guide' || key === 'basics' || key === 'lastYear' || key === 'findings' || key === 'log')
    return words[key].title
  return tabNames[key]
}

/** Guidance of a section with its source. */
export function sectionGuidance(key: TabKey): string {
  const section = sectionKeys[key]
  return section ? words.note(section.note, section.source) : ''
}

export function textCell(look: LookName, value: string, row: number, column: number, columns = 1): LayoutCell {
  return { row, column, rows: 1, columns, look, value, isInput: false }
}

export function inputCell(look: LookName, row: number, column: number): LayoutCell {
  return { row, column, rows: 1, columns: 1, look, isInput: true }
}

/** Title, and the reporting unit with the year by formula, over the whole width. */
export function titleRows(key: TabKey, columns: number): LayoutCell[] {
  const subtitle = { row: 2, column: 1, rows: 1, columns, look: 'subtitle' as const, isInput: false }
  return [
    textCell('title', tabTitle(key), 1, 1, columns),
    { ...subtitle, formula: subtitleFormula(tabNames.basics, unitPosition, yearPosition) },
  ]
}
