/** What the sidebar shows, as plain JSON. */
import type { Finding, Repair } from '../../checks'
import { writtenForm } from '../../report'
import { a1 } from '../../workbook'
import type { Place, WorkbookReading, WorkbookSnapshot } from '../../workbook'
import { checkWords } from '../../words/actions'
import { tabNames } from '../../words/tabs'
import { assess, type Assessment } from '../check/assess'
import { findingRows, placeOf } from '../check/finding-rows'
import type { Properties } from '../properties'
import { placeLabel } from '../place-label'
import { repairId, repairedCells } from './repaired-cells'
import { bannerPlace, rowsBelow, stateOf, type SidebarFreshness } from './shown-state'
import { undoOf } from './stored-undo'
import { acceptedReasons, reasonIn } from './verdicts'

export interface Target {
  tab: string
  cell: string
}

export interface SidebarRepair {
  id: string
  kind: Repair['kind']
  label: string
  /** Whether others are just as likely, as the label says. */
  isAlike: boolean
  changes: { place: string; target: Target; from: string; to: string; isFormula: boolean }[]
}

export interface SidebarFinding {
  fingerprint: string
  severity: Finding['severity']
  place: string
  target: Target | null
  message: string
  why: string
  source: string
  /** The words of the narrative it is about, within their paragraph; null where they do not stand there as quoted. */
  marked: { before: string; words: string; after: string } | null
  /** 处理意见 that is no acceptance. */
  remark: string
  /** The reason it was accepted with; null where it was not. */
  reason: string | null
  /** Ids of the repairs that would resolve it, none preferred. */
  repairs: string[]
}

export interface Sidebar {
  freshness: SidebarFreshness
  /** Tells later whether the workbook still stands as it is shown. */
  state: string
  /** Without the accepted ones. */
  counts: { errors: number; warnings: number; infos: number; accepted: number }
  /** In the order of the tabs. */
  groups: { title: string; findings: SidebarFinding[] }[]
  accepted: SidebarFinding[]
  /** How many findings are left out, the gravest listed first: no page can show thousands, and nobody reads them. */
  left: number
  repairs: SidebarRepair[]
  /** Ids of repairs that keep the meaning, as many as can be applied and undone at once; how many cells they change. */
  safe: { ids: string[]; cells: number }
  /** `id` is the name that its button sends. */
  undo: { id: string; time: string; user: string; label: string } | null
}

const targetOf = (place: Place | undefined, { tabs }: WorkbookReading): Target | null => {
  const tab = place && tabs.get(place.tab)
  return place && tab !== undefined ? { tab, cell: a1(place) } : null
}

function repairOf(repair: Repair, reading: WorkbookReading): SidebarRepair[] {
  const cells = repairedCells(repair, reading) ?? []
  const changes = cells.flatMap(({ cell, place, from, to, isFormula }) => {
    const target = targetOf(place, reading)
    return target ? [{ place: placeLabel(cell), target, from: writtenForm(from), to: writtenForm(to), isFormula }] : []
  })
  if (changes.length === 0 || changes.length < repair.changes.length) return []
  const { kind, label, alike = 0 } = repair
  return [{ id: repairId(repair), kind, label, isAlike: alike > 0, changes }]
}

/**
 * Most cells changed at once: their old contents go into one property, for the undo. The others are offered afterwards.
 */
const MOST_SAFE_CELLS = 60

function safeOf(repairs: readonly SidebarRepair[]): Sidebar['safe'] {
  const safe: Sidebar['safe'] = { ids: [], cells: 0 }
  for (const { id, kind, changes } of repairs) {
    if (kind !== 'safe' || safe.cells + changes.length > MOST_SAFE_CELLS) continue
    safe.ids.push(id)
    safe.cells += changes.length
  }
  return safe
}

const SHOWN_AROUND = 80

/** A quote with the text around it in its paragraph. */
function markedIn({ section, quote }: Finding, { report }: WorkbookReading): SidebarFinding['marked'] {
  const text = section === undefined ? '' : report.narrative[section]
  const at = quote ? text.indexOf(quote) : -1
  if (!quote || at < 0) return null
  const [before, after] = [text.slice(0, at), text.slice(at + quote.length)]
  const [line = ''] = after.split('\n')
  const start = before.slice(before.lastIndexOf('\n') + 1)
  return {
    before: (start.length > SHOWN_AROUND ? '…' : '') + start.slice(-SHOWN_AROUND),
    words: quote,
    after: line.slice(0, SHOWN_AROUND) + (line.length > SHOWN_AROUND ? '…' : ''),
  }
}

/** What is typed by a repair; a formula gives the rest by itself. */
const typedBy = ({ changes }: SidebarRepair): string =>
  changes.flatMap(({ target: { tab, cell }, to, isFormula }) => (isFormula ? [] : `${tab}!${cell} ${to}`)).join('\n')

/**
 * Repairs that write nothing but what one that keeps the meaning writes, and formulas: with it the formulas give the
 * same. By their ids, the one that is enough.
 */
function doubles(repairs: readonly SidebarRepair[]): ReadonlyMap<string, string> {
  const safe = new Map(repairs.flatMap((one) => (one.kind === 'safe' ? [[typedBy(one), one.id]] : [])))
  return new Map(
    repairs.flatMap((one): [string, string][] => {
      const same = one.kind === 'safe' ? undefined : safe.get(typedBy(one))
      return same === undefined ? [] : [[one.id, same]]
    }),
  )
}

interface Present {
  reading: WorkbookReading
  reasons: ReadonlyMap<string, string>
  repairs: readonly Repair[]
  offered: ReadonlySet<string>
  /** Ids of repairs that are not listed, each with the one that does the same. */
  same: ReadonlyMap<string, string>
}

function shownFinding(finding: Finding, { reading, reasons, repairs, offered, same }: Present): SidebarFinding {
  const { fingerprint, severity, message, why, source } = finding
  const { label, at } = placeOf(finding, reading)
  const opinion = reading.findingsList?.opinions.get(fingerprint) ?? ''
  const own = repairs.filter(({ resolves }) => resolves.includes(fingerprint)).map(repairId)
  const resolving = [...new Set(own.map((id) => same.get(id) ?? id))]
  return {
    fingerprint,
    severity,
    place: label,
    target: targetOf(at, reading),
    message,
    why,
    source,
    marked: markedIn(finding, reading),
    remark: reasonIn(opinion) === null ? opinion : '',
    reason: reasons.get(fingerprint) ?? null,
    repairs: resolving.filter((id) => offered.has(id)),
  }
}

/** The workbook as a whole first, then tab by tab. */
function grouped(findings: readonly SidebarFinding[]): Sidebar['groups'] {
  const titles = [checkWords.noPlace, ...Object.values<string>(tabNames)]
  const titleOf = ({ place }: SidebarFinding) => titles.find((title) => place.startsWith(title)) ?? checkWords.noPlace
  return titles.flatMap((title) => {
    const own = findings.filter((finding) => titleOf(finding) === title)
    return own.length > 0 ? [{ title, findings: own }] : []
  })
}

/** The state of 校验结果: as it stands, or as a check of these figures leaves it. */
function shownState(
  assessment: Assessment,
  snapshot: WorkbookSnapshot,
  properties: Properties,
  freshness: SidebarFreshness,
): string {
  const { tabs, names } = snapshot
  const place = bannerPlace(
    tabs.map(({ name }) => name),
    names,
  )
  const values = tabs.find(({ name }) => name === place?.tab)?.values ?? []
  const rows = freshness === 'fresh' ? findingRows(assessment, values) : rowsBelow(values, place?.row ?? 0)
  return stateOf(rows, properties)
}

/** Most findings listed of the open ones, and as many of the accepted ones. */
const MOST_LISTED = 200

/** The sidebar by the figures as they are now. */
export function sidebarOf(snapshot: WorkbookSnapshot, properties: Properties, freshness: SidebarFreshness): Sidebar {
  const assessment = assess(snapshot)
  const { reading, findings, repairs } = assessment
  const possible = repairs.flatMap((repair) => repairOf(repair, reading))
  const same = doubles(possible)
  const shownRepairs = possible.filter(({ id }) => !same.has(id))
  const offered = new Set(shownRepairs.map(({ id }) => id))
  const present = { reading, reasons: acceptedReasons(reading), repairs, offered, same }
  const all = findings.map((finding) => shownFinding(finding, present))
  const open = all.filter(({ reason }) => reason === null)
  const count = (severity: Finding['severity']) => open.filter((finding) => finding.severity === severity).length
  const accepted = all.filter(({ reason }) => reason !== null)
  const undo = undoOf(properties)
  const [listed, listedAccepted] = [open.slice(0, MOST_LISTED), accepted.slice(0, MOST_LISTED)]
  const used = new Set(open.flatMap((finding) => finding.repairs))
  return {
    freshness,
    state: shownState(assessment, snapshot, properties, freshness),
    counts: { errors: count('error'), warnings: count('warning'), infos: count('info'), accepted: accepted.length },
    groups: grouped(listed),
    accepted: listedAccepted,
    left: all.length - listed.length - listedAccepted.length,
    repairs: shownRepairs.filter(({ id }) => used.has(id)),
    safe: safeOf(shownRepairs.filter(({ id }) => used.has(id))),
    undo: undo && { id: undo.id, time: undo.time, user: undo.user, label: undo.label },
  }
}
