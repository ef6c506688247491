/** What a text would be found to have if it stood in the workbook; nothing is written. */
import { narrativeIds, type NarrativeId } from '../../form'
import { fieldsOf, type FieldListing } from '../../narrative'
import type { Severity } from '../../checks'
import type { TabSnapshot, WorkbookReading, WorkbookSnapshot } from '../../workbook'
import { assess } from '../check/assess'

/** A finding about one text. */
interface TextFinding {
  rule: string
  severity: Severity
  message: string
  why: string
  /** The words that it is about, as they are typed; absent where it is about the text as a whole. */
  quote?: string
}

export interface TextCheck {
  /** Null: no narrative section begins in this cell. */
  section: NarrativeId | null
  findings: TextFinding[]
  /** Every field, with its value in the workbook as it is now. */
  fields: FieldListing[]
}

/** A text in the cell in which it is being written. */
export interface TextAt {
  tab: string
  row: number
  column: number
  text: string
}

function withText({ tabs, names }: WorkbookSnapshot, { tab, row, column, text }: TextAt): WorkbookSnapshot {
  const put = (one: TabSnapshot): TabSnapshot => {
    const values = one.values.map((line) => line.slice())
    // Of a blank text, the tab as it is read may end above.
    while (values.length < row) values.push([])
    const line = values[row - 1] ?? []
    while (line.length < column) line.push('')
    line[column - 1] = text
    return { ...one, values }
  }
  return { tabs: tabs.map((one) => (one.name === tab ? put(one) : one)), names }
}

function sectionAt({ spots, tabs }: WorkbookReading, { tab, row, column }: TextAt): NarrativeId | null {
  const isHere = (section: NarrativeId) => {
    const place = spots.get(section)
    return place?.row === row && place.column === column && tabs.get(place.tab) === tab
  }
  return narrativeIds.find(isHere) ?? null
}

export function checkText(snapshot: WorkbookSnapshot, at: TextAt): TextCheck {
  const { reading, findings } = assess(withText(snapshot, at))
  const section = sectionAt(reading, at)
  const own = section === null ? [] : findings.filter((finding) => finding.section === section)
  return {
    section,
    findings: own.map(({ rule, severity, message, why, quote }) => ({
      rule,
      severity,
      message,
      why,
      ...(quote !== undefined && { quote }),
    })),
    fields: section === null ? [] : fieldsOf(reading.report, reading.lastYear),
  }
}
