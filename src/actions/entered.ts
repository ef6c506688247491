/**
 * How a text that a person types is entered, where the host leaves that to us (the desk; Google Sheets reads it itself
 * before any script runs).
 */
import { numberInWords, readFigure, readNumeral } from '../report'
import { a1, layout, readWorkbook, type Position, type TabSnapshot } from '../workbook'

/** Whether the form stands on the tab of this name: nothing that is typed there is a day, a time or a percentage. */
export const isFormTab = (name: string): boolean => layout().tabs.some((tab) => tab.name === name)

/** Tells the cells that hold figures, of this year or of last year, on one tab. */
export function figureCells(tab: TabSnapshot): (at: Position) => boolean {
  const { places, lastYearPlaces } = readWorkbook({ tabs: [tab], names: [] })
  const cells = new Set([...places.values(), ...lastYearPlaces.values()].map((place) => a1(place)))
  return (at) => cells.has(a1(at))
}

export interface EnteredFigure {
  /** What is written: the number, or the text as it was typed. */
  value: number | string
  /** The number that the text stands for; null where it stands for none. */
  understood: number | null
}

/** Of a text that is no plain number: `８` and `1,024` are numbers; `12件` and `十二` stay as typed, and 12 is only offered. */
export function enteredFigure(typed: string): EnteredFigure {
  const number = readNumeral(typed)
  if (number !== null) return { value: number, understood: number }
  const figure = readFigure(typed)
  const offered = typeof figure === 'object' ? figure?.value : undefined
  return { value: typed, understood: offered ?? numberInWords(typed) }
}
