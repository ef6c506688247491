/** 校验结果侧栏 and its commands. They ask and tell nothing outside of the sidebar. */
import { menuWords, runWords } from '../../words/actions'
import { sidebarWords as words } from '../../words/sidebar'
import { assess } from '../check/assess'
import { done, type Host, type Progress } from '../host'
import { changedTabs, type Plan } from '../plan'
import { sidebarHtml, framedSidebar } from '../sidebar/html'
import { chooseRepairs, planRepair } from '../sidebar/plan-repair'
import { lastCheck } from '../sidebar/shown-state'
import { sidebarOf, type Sidebar } from '../sidebar/sidebar'
import { planUndo } from '../sidebar/undo'
import { planVerdict } from '../sidebar/verdicts'
import { tabNamed } from '../tabs'
import { checkFigures, readFigures, type FiguresRead } from './check'

/** What a command gives back to the sidebar that called it. Unless `isDone`, nothing was changed. */
export interface SidebarUpdate {
  isDone: boolean
  message: string
  sidebar: Sidebar
  /** The sidebar's new contents. */
  html: string
}

function update(isDone: boolean, message: string, sidebar: Sidebar): SidebarUpdate {
  return { isDone, message, sidebar, html: sidebarHtml(sidebar) }
}

const logOf = ({ snapshot: { tabs, names } }: FiguresRead): string | null =>
  tabNamed(
    tabs.map(({ name }) => name),
    names,
    'log',
  )

/**
 * The sidebar by the figures as they are now. Where the last check is older it is made anew, so that the sidebar, 校验结果
 * and the marks tell the same.
 */
function currentSidebar(host: Host, read: FiguresRead): Sidebar {
  const { snapshot, properties } = read
  const check = lastCheck(assess(snapshot).reading, snapshot)
  if (check === 'old' || check === 'none') checkFigures(host, read)
  return sidebarOf(snapshot, properties, check === 'unlisted' ? check : 'fresh')
}

const unchanged = (host: Host, read: FiguresRead, message: string): SidebarUpdate =>
  update(false, message, currentSidebar(host, read))

/** Carries out a plan, and reads once more what it touched. */
export function readAfter(host: Host, read: FiguresRead, { writes }: Pick<Plan, 'writes'>): FiguresRead {
  host.apply(writes)
  const now = host.readAgain(changedTabs(writes))
  const tabs = read.snapshot.tabs.map((tab) => ({ ...tab, values: now.get(tab.name) ?? tab.values }))
  const { properties } = host.read({ properties: true })
  return { ...read, snapshot: { ...read.snapshot, tabs }, properties }
}

/** A change of figures, after which the whole is checked. */
function change(host: Host, read: FiguresRead, plan: Plan): SidebarUpdate {
  if (plan.writes.length === 0) return unchanged(host, read, plan.message)
  const after = readAfter(host, read, plan)
  checkFigures(host, after)
  return update(true, plan.message, sidebarOf(after.snapshot, after.properties, 'fresh'))
}

const act = (host: Host, action: string, work: (read: FiguresRead) => SidebarUpdate): Progress<SidebarUpdate> =>
  done(host.alone(action, () => work(readFigures(host)), words.interrupted))

/** 校验结果侧栏. */
export function showFindings(host: Host): Progress<Sidebar> {
  const sidebar = host.alone(menuWords.sidebar, () => currentSidebar(host, readFigures(host)), runWords.interrupted)
  host.show({ kind: 'sidebar', title: menuWords.sidebar, html: framedSidebar(sidebar) })
  return done(sidebar)
}

/** The sidebar for who may only look, by the figures as they are now. Writes nothing. */
export function viewFindings(host: Host): Progress<string> {
  const { snapshot, properties } = readFigures(host)
  return done(framedSidebar(sidebarOf(snapshot, properties, 'fresh'), true))
}

/** The sidebar by the workbook as it is now. Writes nothing, so that a redo of the person's is still possible. */
function lookAgain(host: Host): SidebarUpdate {
  const { snapshot, properties } = readFigures(host)
  const check = lastCheck(assess(snapshot).reading, snapshot)
  return update(false, '', sidebarOf(snapshot, properties, check === 'none' ? 'old' : check))
}

/** 校验 from the sidebar; `isLook`: only what has changed meanwhile is shown. */
export function refreshFindings(host: Host, isLook = false): Progress<SidebarUpdate> {
  if (isLook) return done(lookAgain(host))
  return act(host, menuWords.check, (read) => {
    const { message } = checkFigures(host, read)
    return update(true, message, sidebarOf(read.snapshot, read.properties, 'fresh'))
  })
}

/** Applies the repairs with these ids, all or none. */
export const applyRepair = (host: Host, ids: readonly string[]): Progress<SidebarUpdate> =>
  act(host, words.applyEvent, (read) => {
    const { snapshot } = read
    const assessment = assess(snapshot)
    const chosen = chooseRepairs(assessment, ids)
    if (!chosen) return unchanged(host, read, words.notApplied)
    const formulas = host.readFormulas(chosen.areas.map(({ tab, area }) => ({ tab, ...area })))
    return change(
      host,
      read,
      planRepair({ assessment, snapshot, chosen, formulas, log: logOf(read), stamp: host.stamp() }),
    )
  })

/**
 * Puts back what the last repair or import replaced.
 *
 * @param id name of the one that the person was shown: another that stands there by now is left alone
 */
export const undoRepair = (host: Host, id: string): Progress<SidebarUpdate> =>
  act(host, words.undoEvent, (read) => {
    const { reading } = assess(read.snapshot)
    return change(host, read, planUndo({ ...read, id, reading, log: logOf(read), stamp: host.stamp() }))
  })

/** Accepts a finding with a reason; without one, withdraws that. */
const judge = (host: Host, fingerprint: string, reason: string | null): Progress<SidebarUpdate> =>
  act(host, reason === null ? words.withdrawEvent : words.acceptEvent, (read) => {
    const { snapshot } = read
    const stamp = host.stamp()
    const plan = planVerdict({ ...assess(snapshot), snapshot, fingerprint, reason, log: logOf(read), stamp })
    if (!plan) return unchanged(host, read, words.notListed)
    return update(true, plan.message, currentSidebar(host, readAfter(host, read, plan)))
  })

/** Accepts a finding, by its fingerprint, with a reason. */
export const acceptFinding = (host: Host, fingerprint: string, reason: string): Progress<SidebarUpdate> =>
  judge(host, fingerprint, String(reason))

export const withdrawAcceptance = (host: Host, fingerprint: string): Progress<SidebarUpdate> =>
  judge(host, fingerprint, null)
