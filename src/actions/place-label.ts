import { figureOf, isCellId, type CellId } from '../form'
import type { Place, SpotName, WorkbookReading } from '../workbook'
import { checkMessages } from '../words/checks'
import { importWords } from '../words/import'
import { tabNames } from '../words/tabs'

/** `三、依申请公开 “（七）总计”·自然人`. */
export function placeLabel(cell: CellId, isLastYear = false): string {
  const { table, rowLabel, columnLabel } = figureOf(cell)
  return checkMessages.place(tabNames[isLastYear ? 'lastYear' : table], rowLabel, columnLabel)
}

/** Fields and texts of the workbook that are no figures. */
export const spotNames = Object.keys(importWords.spots) as SpotName[]

const LAST = 'last:'

/** Names a figure of last year beside one of this year. */
export const lastYearKey = (cell: CellId): string => LAST + cell

const isSpot = (key: string): key is SpotName => key in importWords.spots
const lastYearOf = (key: string): CellId => key.slice(LAST.length)

/** Where a figure of either year, a field or a text stands. */
export function placeOfKey(key: string, { places, lastYearPlaces, spots }: WorkbookReading): Place | undefined {
  if (isSpot(key)) return spots.get(key)
  return key.startsWith(LAST) ? lastYearPlaces.get(lastYearOf(key)) : places.get(key)
}

/** The same in words; empty for what the form does not have. */
export function keyLabel(key: string): string {
  if (isSpot(key)) return importWords.spots[key]
  const isLastYear = key.startsWith(LAST)
  const cell = isLastYear ? lastYearOf(key) : key
  return isCellId(cell) ? placeLabel(cell, isLastYear) : ''
}
