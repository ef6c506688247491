/** 生成年度报告. */
import type { WorkbookSnapshot } from '../../workbook'
import { menuWords, runWords } from '../../words/actions'
import { reportWords } from '../../words/generate'
import { checkTabs } from '../check/plan-check'
import { done, type Host, type Progress, type WorkbookRead } from '../host'
import { dialogHeight, reportDialog } from '../report/dialog'
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
const otherTabs = checkTabs.filter((key) => key !== FINDINGS)

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
 * Comments are read before the files are renewed: a renewed document may lose them. Then the files, and the entry in
 * 流程记录 last: a run that was cut off is made again over the same files.
 */
function make(host: Host, { ready, log }: Prepared): Made {
  const isDraft = ready.errors.length > 0
  const { files, digest, documents } = reportFiles(ready.report, isDraft)
  const { counts, accepted } = ready
  const comments = host.openComments(documents)
  const made = { files: host.save(files), digest, isDraft, counts, accepted }
  host.apply(reportWrites(made, log, host.stamp()))
  return { made, comments }
}

function generate(host: Host, given: Prepared): Progress<ReportMade | null> {
  const { made, comments } = host.alone(menuWords.generate, () => make(host, given), runWords.interrupted)
  const html = reportDialog(made, comments, host.driveOwner())
  host.show({ kind: 'modal', title: menuWords.generate, html, width: 460, height: dialogHeight(comments) })
  return done(made)
}

const title = menuWords.generate

/** Asks whether a draft is wanted. Figures may change meanwhile: the document is made of those that stand then. */
function ask(errors: readonly string[]): Progress<ReportMade | null> {
  return {
    question: { title, message: reportWords.question(errors), kind: 'yesNo' },
    next: (then, reply) => (reply === 'yes' ? generate(then, prepared(then, readList(then))) : done(null)),
  }
}

const readList = (host: Host): WorkbookRead => host.read({ values: [FINDINGS] })

/**
 * Null where there is nothing to make it of, or the person did not want a ready. Where a check stands and nothing has
 * changed since, its list tells what to ask: two reads at Google before the question, ten in all without one.
 */
export function generateReport(host: Host): Progress<ReportMade | null> {
  const list = readList(host)
  const listed = listedErrors(list)
  if (listed.length > 0) return ask(listed)
  const given = prepared(host, list)
  const { isOurs, errors } = given.ready
  if (!isOurs) {
    return { question: { title, message: reportWords.notOurs, kind: 'acknowledge' }, next: () => done(null) }
  }
  return errors.length === 0 ? generate(host, given) : ask(errors.map(({ message }) => message))
}
