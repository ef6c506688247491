/** 填报说明, 基本信息 and the three narrative tabs. */
import type { NarrativeId } from '../form'
import { tabNames } from '../words/tabs'
import { workbookWords as words } from '../words/workbook'
import {
  inputCell,
  portrait,
  rangeNames,
  sectionGuidance,
  tabTitle,
  textCell,
  titleRows,
  unitPosition,
  yearPosition,
} from './tab-frame'
import type { LayoutCell, LookName, TabLayout } from './types'

type Plain = Pick<TabLayout, 'frozenRows' | 'rowHeights' | 'listLooks' | 'validations' | 'hiddenColumns' | 'print'>

const plain: Plain = {
  frozenRows: 0,
  rowHeights: { 1: 36 },
  listLooks: [],
  validations: [],
  hiddenColumns: [],
  print: portrait,
}

/** A heading and its lines: a word on the left, a sentence on the right. */
function guideBlock(heading: string | null, lines: readonly (readonly [string, string])[], top: number): LayoutCell[] {
  const first = heading === null ? top : top + 1
  return [
    ...(heading === null ? [] : [textCell('label', heading, top, 1)]),
    ...lines.flatMap(([word, sentence], i) => [
      textCell('plain', word, first + i, 1),
      textCell('plain', sentence, first + i, 2),
    ]),
  ]
}

/** The steps, the legend of colours, the menu and some advice. */
function guideCells(): LayoutCell[] {
  const { steps, coloursHeading, colours, menuHeading, menu, adviceHeading, advice } = words.guide
  const swatches: readonly (readonly [LookName, string])[] = [
    ['input', colours.input],
    ['total', colours.total],
    ['machine', colours.machine],
  ]
  const cells = guideBlock(null, steps, 3)
  const coloursRow = 3 + steps.length + 1
  cells.push(textCell('label', coloursHeading, coloursRow, 1))
  swatches.forEach(([look, text], i) => {
    cells.push(textCell(look, '', coloursRow + 1 + i, 1), textCell('plain', text, coloursRow + 1 + i, 2))
  })
  const menuRow = coloursRow + swatches.length + 2
  cells.push(...guideBlock(menuHeading, menu, menuRow))
  cells.push(...guideBlock(adviceHeading, advice, menuRow + menu.length + 2))
  return cells
}

export function guideTab(): TabLayout {
  const cells = [textCell('title', tabTitle('guide'), 1, 1, 2), ...guideCells()]
  const last = Math.max(...cells.map(({ row }) => row))
  return {
    ...plain,
    key: 'guide',
    name: tabNames.guide,
    rows: last + 3,
    columns: 2,
    columnWidths: [170, 640],
    cells,
    names: [{ name: rangeNames.guide, area: { row: 1, column: 1, rows: last, columns: 2 } }],
    open: [],
  }
}

export function basicsTab(): TabLayout {
  const { title, hint, unit, unitHint, year, yearHint, author, reviewer, telephone, optional } = words.basics
  const lines = [
    [unit, unitHint],
    [year, yearHint],
    [author, optional],
    [reviewer, optional],
    [telephone, optional],
  ] as const
  const top = unitPosition.row
  const fields = lines.flatMap(([label, help], i) => [
    textCell('label', label, top + i, 1),
    inputCell(top + i === yearPosition.row ? 'input' : 'lineInput', top + i, unitPosition.column),
    textCell('hint', help, top + i, 3),
  ])
  const yearArea = { ...yearPosition, rows: 1, columns: 1 }
  return {
    ...plain,
    key: 'basics',
    name: tabNames.basics,
    rows: 12,
    columns: 4,
    columnWidths: [110, 360, 260, 80],
    rowHeights: { 1: 36, 2: 40 },
    cells: [textCell('title', title, 1, 1, 3), textCell('hint', hint, 2, 1, 3), ...fields],
    validations: [{ area: yearArea, kind: 'wholeNumber', min: 1900, help: words.validation.year }],
    names: [{ name: rangeNames.basics, area: { row: top, column: 1, rows: lines.length, columns: 2 } }],
    open: [{ row: top, column: unitPosition.column, rows: lines.length, columns: 1 }],
  }
}

const TEXT_ROW = 5
const TEXT_ROWS = 6
const ROWS_BELOW = 30

/** Rows in which a narrative can stand, from its first. */
export const narrativeRows = TEXT_ROWS + ROWS_BELOW

/** One large input beneath the guidance; what is pasted over several rows runs on below it. */
export function narrativeTab(key: NarrativeId): TabLayout {
  const { guidance, check, text } = words.narrative
  const area = { row: TEXT_ROW, column: 2, rows: TEXT_ROWS, columns: 1 }
  const heights = Array.from({ length: TEXT_ROWS }, (_, i) => [TEXT_ROW + i, 110])
  return {
    ...plain,
    key,
    name: tabNames[key],
    rows: TEXT_ROW + narrativeRows,
    columns: 2,
    columnWidths: [90, 760],
    rowHeights: { 1: 36, 3: 56, 4: 56, ...Object.fromEntries(heights) },
    cells: [
      ...titleRows(key, 2),
      textCell('label', guidance, 3, 1),
      textCell('hint', sectionGuidance(key), 3, 2),
      textCell('label', check, 4, 1),
      { row: 4, column: 2, rows: 1, columns: 1, look: 'machine', isInput: false },
      textCell('label', text, TEXT_ROW, 1),
      { ...area, look: 'textInput', isInput: true },
    ],
    names: [{ name: rangeNames[key], area }],
    open: [{ ...area, rows: narrativeRows }],
  }
}
