/** What the workbook itself says: its sheets, and how it counts days. */
import { attributeOf, flagOf, scanXml } from './scan'

export interface SheetEntry {
  name: string
  isHidden: boolean
  /** Of the relation to its part. */
  relation: string
}

export interface WorkbookPart {
  sheets: SheetEntry[]
  /** Days from the other way of counting, which begins in 1904, to the usual one. */
  dayShift: number
}

const DAYS_TO_1904 = 1462
const RELATION_ID = /\s(\w+:id)\s*=/

function entryOf(attributes: string): SheetEntry {
  const id = RELATION_ID.exec(attributes)?.[1]
  return {
    name: attributeOf(attributes, 'name') ?? '',
    isHidden: (attributeOf(attributes, 'state') ?? 'visible') !== 'visible',
    relation: id === undefined ? '' : (attributeOf(attributes, id) ?? ''),
  }
}

export function readWorkbookPart(xml: string): WorkbookPart {
  const sheets: SheetEntry[] = []
  let dayShift = 0
  scanXml(xml, {
    open: (name, attributes) => {
      if (name === 'sheet') sheets.push(entryOf(attributes))
      else if (name === 'workbookPr' && flagOf(attributes, 'date1904')) dayShift = DAYS_TO_1904
    },
    text: () => undefined,
    close: () => undefined,
  })
  return { sheets, dayShift }
}
