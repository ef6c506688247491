/** 校验: findings into 校验结果, marks onto the cells, hints onto the texts; only our own marks are ever taken away. */
import type { Finding } from '../../checks'
import type { TabKey, WorkbookReading, WorkbookSnapshot } from '../../workbook'
import { checkWords as words } from '../../words/actions'
import { readAt } from '../areas'
import type { CellWrite, Plan } from '../plan'
import { isCopied, otherVersion, type Properties } from '../properties'
import type { Stamp } from '../stamp'
import { assess, countsOf, type Assessment } from './assess'
import { checkState, stateWrites, type CheckState } from './check-state'
import { findingsBlock, findingsWrites } from './findings-block'
import { colouredCells, foldedPaint, markWrites, type TabMarks } from './mark-writes'
import { layoutColours, marksOf } from './marked-cells'

/** The tabs that 校验 reads, and those of them whose notes it reads as well. */
export const markedTabs = ['table2', 'table3', 'table4'] as const
const reportTabs: readonly TabKey[] = ['basics', 'overview', ...markedTabs, 'problems', 'other', 'lastYear']
export const checkTabs: readonly TabKey[] = [...reportTabs, 'findings']

export interface CheckReading {
  snapshot: WorkbookSnapshot
  /** Notes of the tabs that are marked, by the tab's name. */
  notes: Readonly<Record<string, string[][]>>
  sheetIds: Readonly<Record<string, number>>
  properties: Properties
  /** The spreadsheet's id; empty where the host keeps only one. */
  id: string
}

export interface CheckPlan extends Plan {
  writes: CellWrite[]
  findings: Finding[]
  counts: { errors: number; warnings: number; infos: number }
}

/** Most writes that one check makes. */
const MOST_WRITES = 18

export type MarksReading = Pick<CheckReading, 'notes'>

export function tabMarks(assessment: Assessment, { notes }: MarksReading, state: CheckState): TabMarks[] {
  const marks = marksOf(assessment.findings, assessment.reading)
  return markedTabs.flatMap((key): TabMarks[] => {
    const tab = assessment.reading.tabs.get(key)
    const present = tab === undefined ? undefined : notes[tab]
    if (tab === undefined || !present) return []
    const base = () => layoutColours(assessment.reading, key)
    return [{ tab, notes: present, wanted: marks.get(key) ?? new Map(), coloured: state.coloured[tab] ?? {}, base }]
  })
}

type HintWrite = CellWrite & { kind: 'values' }

/** 校验提示 above each text. */
export function hintWrites({ reading, findings }: Assessment, { tabs }: WorkbookSnapshot): HintWrite[] {
  return [...reading.hints].flatMap(([section, place]): HintWrite[] => {
    const tab = reading.tabs.get(place.tab)
    const values = tabs.find(({ name }) => name === tab)?.values
    if (tab === undefined || !values) return []
    const hint = words.hint(findings.filter((finding) => finding.section === section))
    if (readAt(values, place) === hint) return []
    return [{ kind: 'values', tab, row: place.row, column: place.column, values: [[hint]] }]
  })
}

function stateAfter(
  marks: readonly TabMarks[],
  { tabs }: WorkbookReading,
  sheetIds: Readonly<Record<string, number>>,
): CheckState {
  const ids = [...tabs.values()].map((name) => [name, sheetIds[name] ?? 0])
  const coloured = marks.map(({ tab, wanted }) => [tab, colouredCells(wanted)] as const)
  return {
    coloured: Object.fromEntries(coloured.filter(([, cells]) => Object.keys(cells).length > 0)),
    sheetIds: Object.fromEntries(ids),
  }
}

/**
 * Keeps to the limit of writes: while there are too many, the colours of a table go into one write, last table first.
 */
function withinLimit(perTab: readonly { marks: TabMarks; writes: CellWrite[] }[], others: number): CellWrite[] {
  let left = others + perTab.reduce((sum, { writes }) => sum + writes.length, 0) - MOST_WRITES
  return [...perTab]
    .reverse()
    .map(({ marks, writes }) => {
      const kept = left > 0 ? foldedPaint(marks, writes) : writes
      left -= writes.length - kept.length
      return kept
    })
    .reverse()
    .flat()
}

function messageOf({ reading, findings }: Assessment, { properties, id }: CheckReading, version: string): string {
  const isListed = reading.tabs.has('findings')
  const first = findings.find(({ severity }) => severity === 'error')
  const madeBy = otherVersion(properties, version)
  const copiedInto = isCopied(properties, id) ? version : null
  return words.done(countsOf(findings), isListed ? null : (first?.message ?? ''), madeBy, copiedInto)
}

export function planCheck(reading: CheckReading, stamp: Stamp): CheckPlan {
  const { snapshot, sheetIds, properties } = reading
  const assessment = assess(snapshot)
  const { findings } = assessment
  const before = checkState(properties)
  const block = findingsBlock({ assessment, snapshot, sheetIds, stamp })
  const allMarks = tabMarks(assessment, reading, before)
  const after = stateAfter(allMarks, assessment.reading, sheetIds)
  const isLinked = JSON.stringify(before.sheetIds) === JSON.stringify(after.sheetIds)
  const perTab = allMarks.map((marks) => ({ marks, writes: markWrites(marks) }))
  const closing = [
    ...hintWrites(assessment, snapshot),
    ...(block ? findingsWrites(block, isLinked) : []),
    ...stateWrites(before, after),
  ]
  return {
    writes: [...withinLimit(perTab, closing.filter(({ kind }) => kind !== 'grow').length), ...closing],
    message: messageOf(assessment, reading, stamp.version),
    findings,
    counts: countsOf(findings),
  }
}
