import { figureOf, isCellId, type CellId } from '../form'
import type { Place, Position, SpotName, WorkbookReading } from '../workbook'
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

/** What a cell is, for who reads what was changed: a place of the form in words, a place of the program, or neither. */
export interface KnownCell {
  label: string | null
  /** The program writes there by itself: findings, the log, the hints above the texts. */
  isProgram: boolean
}

const keyAt = (tab: string, { row, column }: Position): string => `${row},${column},${tab}`

function labelsOf(reading: WorkbookReading): Map<string, string> {
  const { places, lastYearPlaces, tabs } = reading
  const keys = [...places.keys(), ...[...lastYearPlaces.keys()].map(lastYearKey), ...spotNames]
  return new Map(
    keys.flatMap((key): [string, string][] => {
      const place = placeOfKey(key, reading)
      return place ? [[keyAt(tabs.get(place.tab) ?? '', place), keyLabel(key)]] : []
    }),
  )
}

/** Tells of any cell of the workbook what it is. */
export function knownCells(reading: WorkbookReading): (tab: string, at: Position) => KnownCell {
  const { tabs, hints } = reading
  const labels = labelsOf(reading)
  const own = new Set([tabs.get('findings'), tabs.get('log')])
  const hinted = new Set([...hints.values()].map((place) => keyAt(tabs.get(place.tab) ?? '', place)))
  return (tab, at) => ({
    label: labels.get(keyAt(tab, at)) ?? null,
    isProgram: own.has(tab) || hinted.has(keyAt(tab, at)),
  })
}
