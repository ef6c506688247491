/** A person's verdict on a finding stands in 处理意见 beside its fingerprint and nowhere else. */
import type { Finding } from '../../checks'
import { findingsColumns, type WorkbookReading, type WorkbookSnapshot } from '../../workbook'
import { sidebarWords as words } from '../../words/sidebar'
import { logRow, logWrite } from '../log'
import type { CellWrite } from '../plan'
import type { Stamp } from '../stamp'

/** The reason in a 处理意见 that accepts its finding; null if it is only a remark. */
export function reasonIn(opinion: string): string | null {
  return words.acceptanceForm.exec(opinion)?.[1]?.trim() ?? null
}

/** Reasons by fingerprint. */
export function acceptedReasons({ findingsList }: Pick<WorkbookReading, 'findingsList'>): Map<string, string> {
  const opinions = [...(findingsList?.opinions ?? [])]
  return new Map(
    opinions.flatMap(([fingerprint, opinion]): [string, string][] => {
      const reason = reasonIn(opinion)
      return reason === null ? [] : [[fingerprint, reason]]
    }),
  )
}

export interface VerdictInput {
  reading: WorkbookReading
  findings: readonly Finding[]
  snapshot: WorkbookSnapshot
  fingerprint: string
  /** Null withdraws the acceptance; its reason stays as a remark. */
  reason: string | null
  log: string | null
  stamp: Stamp
}

/** Null where nothing can be noted: no such finding, none listed, no reason or nothing to withdraw. */
export function planVerdict(input: VerdictInput): { writes: CellWrite[]; message: string } | null {
  const { reading, findings, snapshot, fingerprint, log, stamp } = input
  const finding = findings.find((one) => one.fingerprint === fingerprint)
  const tab = reading.tabs.get('findings')
  const values = snapshot.tabs.find(({ name }) => name === tab)?.values ?? []
  const { opinion, fingerprint: key } = findingsColumns
  const index = values.findIndex((line) => line[key - 1] === fingerprint)
  const standing = acceptedReasons(reading).get(fingerprint)
  const isAccepting = input.reason !== null
  const reason = input.reason === null ? standing : input.reason.trim()
  if (!finding || tab === undefined || index < 0 || !reason) return null
  const text = isAccepting ? words.acceptance(reason) : `'${reason}`
  const event = isAccepting ? words.acceptEvent : words.withdrawEvent
  return {
    writes: [
      { kind: 'values', tab, row: index + 1, column: opinion, values: [[text]] },
      ...logWrite(log, logRow(stamp, { event, detail: words.verdict(finding.message, reason) })),
    ],
    message: isAccepting ? words.acceptDone : words.withdrawDone,
  }
}
