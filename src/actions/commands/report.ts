/** 生成年度报告. */
import type { TabKey, WorkbookSnapshot } from '../../workbook'
import { menuWords, runWords } from '../../words/actions'
import { reportWords } from '../../words/generate'
import { checkTabs } from '../check/plan-check'
import { done, type Host, type Progress, type WorkbookRead } from '../host'
import { dialogHeight, remarksOf, reportDialog } from '../report/dialog'
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
const otherTabs: readonly TabKey[] = [...checkTabs.filter((key) => key !== FINDINGS), 'log']

/** All that a report is made of. What this step has read of it already is not read twice. */
function everything(host: Host, { tabs: known }: Pick<WorkbookRead, 'tabs'>): WorkbookSnapshot {
  const { tabs, names } = host.read({ values: otherTabs })
  const all = tabs.map((tab) => (tab.values.length > 0 ? tab : (known.find(({ name }) => name === tab.name) ?? tab)))
  return { tabs: all, names }
}

function prepared(host: Host, known: WorkbookRead): Prepared {
  const snapshot = everything(host, known)
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
  const { counts, accepted } = ready
  const comments = host.openComments(
    ready.documents,
    files.map(({ name }) => name),
  )
  const made = { files: host.save(files), digest, isDraft, counts, accepted }
  host.apply(reportWrites(made, log, host.stamp(), remarksOf(comments)))
  return { made, comments }
}

function show(host: Host, { made, comments }: Made): Progress<ReportMade | null> {
  const html = reportDialog(made, comments, host.driveOwner())
  host.show({ kind: 'modal', title, html, width: 460, height: dialogHeight(comments) })
  return done(made)
}

const title = menuWords.generate

/** Reads, decides and writes while no other command runs: what is filed are the figures that stand at that moment. */
const alone = <T>(host: Host, work: () => T): T => host.alone(title, work, runWords.interrupted)

const draft = (host: Host): Progress<ReportMade | null> =>
  show(
    host,
    alone(host, () => make(host, prepared(host, readList(host)))),
  )

/** Asks whether a draft is wanted. Figures may change meanwhile: the document is made of those that stand then. */
function ask(errors: readonly string[]): Progress<ReportMade | null> {
  return {
    question: { title, message: reportWords.question(errors), kind: 'yesNo' },
    next: (then, reply) => (reply === 'yes' ? draft(then) : done(null)),
  }
}

const notOurs: Progress<null> = {
  question: { title, message: reportWords.notOurs, kind: 'acknowledge' },
  next: () => done(null),
}

const readList = (host: Host): WorkbookRead => host.read({ values: [FINDINGS] })

/**
 * Everything is done here unless a person has to be asked. Where a check stands and nothing has changed since, its list
 * tells what to ask: two reads at Google before the question, eleven in all without one.
 */
function begin(host: Host): Made | Progress<ReportMade | null> {
  const list = readList(host)
  const listed = listedErrors(list)
  if (listed.length > 0) return ask(listed)
  const given = prepared(host, list)
  const { isOurs, errors } = given.ready
  if (!isOurs) return notOurs
  return errors.length === 0 ? make(host, given) : ask(errors.map(({ message }) => message))
}

/** Null where there is nothing to make it of, or the person did not want a draft. */
export function generateReport(host: Host): Progress<ReportMade | null> {
  const begun = alone(host, () => begin(host))
  return 'made' in begun ? show(host, begun) : begun
}
