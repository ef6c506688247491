/** Marks and hints that an earlier check has set, held against the workbook as it is now. */
import type { WorkbookSnapshot } from '../../workbook'
import { readAt } from '../areas'
import { hasMark } from '../note-mark'
import type { CellWrite } from '../plan'
import { propertyNames, type Properties } from '../properties'
import { assess } from './assess'
import { checkState } from './check-state'
import { markWrites } from './mark-writes'
import { hintWrites, tabMarks, type MarksReading } from './plan-check'
import type { TabMarks } from './mark-writes'

export interface RenewalReading extends MarksReading {
  snapshot: WorkbookSnapshot
  properties: Properties
}

type Notes = readonly (readonly string[])[]

const isMarked = (notes: Notes): boolean => notes.some((line) => line.join('') !== '' && line.some(hasMark))

/** Only a cell that has a mark, or had one at the last check: what a person has not checked is not judged for her. */
function ofEarlier(marks: TabMarks): TabMarks {
  const isEarlier = ([cell, { row, column }]: [string, { row: number; column: number }]) =>
    cell in marks.coloured || hasMark(readAt(marks.notes, { row, column }))
  return { ...marks, wanted: new Map([...marks.wanted].filter(isEarlier)) }
}

/** What is to be written so that no mark and no hint contradicts what stands in the workbook. */
export function renewedMarks(reading: RenewalReading): CellWrite[] {
  const { snapshot, notes, properties } = reading
  // Before the first check there is hardly ever a mark; to judge the whole workbook takes milliseconds.
  const isChecked = properties[propertyNames.check] !== undefined
  if (!isChecked && !Object.values(notes).some(isMarked)) return []
  const assessment = assess(snapshot)
  const marks = tabMarks(assessment, reading, checkState(properties)).map(ofEarlier)
  const hints = hintWrites(assessment, snapshot).filter(
    ({ tab, row, column }) =>
      readAt(snapshot.tabs.find(({ name }) => name === tab)?.values ?? [], { row, column }) !== '',
  )
  return [...marks.flatMap(markWrites), ...hints]
}
