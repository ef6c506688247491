/** 生成年度报告. */
import type { TabKey, WorkbookSnapshot } from '../../workbook'
import { menuWords, runWords } from '../../words/actions'
import { reportWords } from '../../words/generate'
import { checkTabs } from '../check/plan-check'
import { done, type Host, type Progress } from '../host'
import { dialogHeight, remarksOf, reportDialog } from '../report/dialog'
import { listWrites, sizedTabs, unchangedSince, type TabsRead } from '../report/found-errors'
import { listedErrors } from '../report/listed-errors'
import type { OpenComments } from '../report/open-comments'
import { prepareReport, reportFiles, reportWrites, type PreparedReport, type ReportMade } from '../report/plan-report'
import { tabNamed } from '../tabs'

interface Prepared {
  ready: PreparedReport
  /** The tab of 流程记录, null where it is missing. */
  log: string | null
}

const FINDINGS = 'findings'
const figureTabs: readonly TabKey[] = checkTabs.filter((key) => key !== FINDINGS)

/** Reads more tabs. What this step has read already is not read twice. */
function readMore(host: Host, { tabs: known }: TabsRead, keys: readonly TabKey[]): TabsRead {
  const { tabs, names } = host.read({ values: keys, sizes: sizedTabs })
  const all = tabs.map((tab) => (tab.values.length > 0 ? tab : (known.find(({ name }) => name === tab.name) ?? tab)))
  return { tabs: all, names }
}

function prepared(snapshot: WorkbookSnapshot): Prepared {
  const log = tabNamed(
    snapshot.tabs.map(({ name }) => name),
    snapshot.names,
    'log',
  )
  return { ready: prepareReport(snapshot), log }
}

interface Made {
  made: ReportMade
  comments: OpenComments
}

/**
 * Comments are read before the files are renewed: a renewed document may lose them, so 流程记录 keeps the open ones. Then
 * the files, and that entry last: a run that was cut off is made again over the same files.
 */
function make(host: Host, { ready, log }: Prepared): Made {
  const isDraft = ready.errors.length > 0
  const { files, digest } = reportFiles(ready.report, isDraft)
  const { counts, warnings, accepted } = ready
  const comments = host.openComments(
    ready.documents,
    files.map(({ name }) => name),
  )
  const made = { files: host.save(files), digest, isDraft, counts, warnings, accepted }
  host.apply(reportWrites(made, log, host.stamp(), remarksOf(comments)))
  return { made, comments }
}

function show(host: Host, { made, comments }: Made): Progress<ReportMade | null> {
  const html = reportDialog(made, comments, host.driveOwner())
  host.show({ kind: 'modal', title, html, width: 460, height: dialogHeight(made, comments) })
  return done(made)
}

const title = menuWords.generate

/** Reads, decides and writes while no other command runs: what is filed are the figures that stand at that moment. */
const alone = <T>(host: Host, work: () => T): T => host.alone(title, work, runWords.interrupted)

/** What was read before the question still holds if 校验结果 says so; else everything is read. */
function afterQuestion(host: Host, first: TabsRead | null): WorkbookSnapshot {
  const now = host.read({ values: [FINDINGS, 'log'], sizes: sizedTabs })
  return (first && unchangedSince(first, now)) ?? readMore(host, now, figureTabs)
}

const draft = (host: Host, first: TabsRead | null): Progress<ReportMade | null> =>
  show(
    host,
    alone(host, () => make(host, prepared(afterQuestion(host, first)))),
  )

/**
 * Asks whether a draft is wanted. Figures may change meanwhile: the document is made of those that stand then.
 *
 * @param first what the errors were found in; null where they are those of 校验结果
 */
function ask(errors: readonly string[], isListed: boolean, first: TabsRead | null): Progress<ReportMade | null> {
  return {
    question: { title, message: reportWords.question(errors, isListed), kind: 'yesNo' },
    next: (then, reply) => (reply === 'yes' ? draft(then, first) : done(null)),
  }
}

const notOurs: Progress<null> = {
  question: { title, message: reportWords.notOurs, kind: 'acknowledge' },
  next: () => done(null),
}

/** Lists the errors on 校验结果 and asks about them. */
function listAndAsk(host: Host, read: TabsRead, { errors }: PreparedReport): Progress<ReportMade | null> {
  const writes = listWrites(read, host.read({ ids: true }).ids, host.stamp())
  host.apply(writes)
  return ask(
    errors.map(({ message }) => message),
    writes.length > 0,
    read,
  )
}

/**
 * Everything is done here unless a person has to be asked. Where a check stands and nothing has changed since, its list
 * tells what to ask: two reads at Google before the question, eleven in all without one.
 */
function begin(host: Host): Made | Progress<ReportMade | null> {
  const list = host.read({ values: [FINDINGS] })
  const listed = listedErrors(list)
  if (listed.length > 0) return ask(listed, true, null)
  const read = readMore(host, list, figureTabs)
  const found = prepareReport(read)
  if (!found.isOurs) return notOurs
  if (found.errors.length > 0) return listAndAsk(host, read, found)
  const whole = readMore(host, read, ['log'])
  const given = prepared(whole)
  // Another tab was read with 流程记录, and may look like one of ours.
  return given.ready.errors.length > 0 ? listAndAsk(host, whole, given.ready) : make(host, given)
}

/** Null where there is nothing to make it of, or the person did not want a draft. */
export function generateReport(host: Host): Progress<ReportMade | null> {
  const begun = alone(host, () => begin(host))
  return 'made' in begun ? show(host, begun) : begun
}
