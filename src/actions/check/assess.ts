/** What a workbook holds and what is wrong with it: its layout, its figures, its texts. */
import { findingsAbout } from '../../checks'
import type { Finding, Repair } from '../../checks'
import { readWorkbook } from '../../workbook'
import type { TabSnapshot, WorkbookReading, WorkbookSnapshot } from '../../workbook'

export interface Assessment {
  reading: WorkbookReading
  /** Errors first; of the same severity, the layout before the figures. */
  findings: Finding[]
  /** Looked for when they are first asked for: 校验 and the marks of an edit need none. */
  readonly repairs: Repair[]
}

const gravity = { error: 0, warning: 1, info: 2 } as const

const known = new WeakMap<WorkbookSnapshot, Assessment>()

/** The last workbook that was judged. The desk judges it after each change, and a check mostly finds it as it was. */
let last: { snapshot: WorkbookSnapshot; assessment: Assessment } | null = null

/** Remembers the result: a command asks for it several times of what it has read once. */
export function assess(snapshot: WorkbookSnapshot): Assessment {
  const before = last && isSame(last.snapshot, snapshot) ? last.assessment : undefined
  const assessment = known.get(snapshot) ?? before ?? assessed(snapshot)
  known.set(snapshot, assessment)
  last = { snapshot, assessment }
  return assessment
}

/** Whether two snapshots were read of the very same tabs: nobody changes the rows that were read. */
function isSame(one: WorkbookSnapshot, other: WorkbookSnapshot): boolean {
  return (
    one.tabs.length === other.tabs.length &&
    one.tabs.every((tab, at) => isSameTab(tab, other.tabs[at])) &&
    JSON.stringify(one.names) === JSON.stringify(other.names)
  )
}

const isSameTab = (one: TabSnapshot, other: TabSnapshot | undefined): boolean =>
  one.name === other?.name && one.values === other.values && one.formulas === other.formulas

function assessed(snapshot: WorkbookSnapshot): Assessment {
  const reading = readWorkbook(snapshot)
  const judged = findingsAbout(reading.report, reading)
  const findings = [...reading.findings, ...judged.findings]
  let repairs: Repair[] | null = null
  return {
    reading,
    findings: findings.sort((a, b) => gravity[a.severity] - gravity[b.severity]),
    get repairs() {
      return (repairs ??= judged.repairs())
    },
  }
}

export function countsOf(findings: readonly Finding[]): { errors: number; warnings: number; infos: number } {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), infos: count('info') }
}
