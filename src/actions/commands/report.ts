/** 生成年度报告. */
import { menuWords, runWords } from '../../words/actions'
import { reportWords } from '../../words/generate'
import { checkTabs } from '../check/plan-check'
import { done, type Host, type Outcome } from '../host'
import { dialogHeight, reportDialog } from '../report/dialog'
import type { OpenComments } from '../report/open-comments'
import { draftReport, reportFiles, reportWrites, type ReportDraft, type ReportMade } from '../report/plan-report'
import { tabNamed } from '../tabs'

interface Drafted {
  draft: ReportDraft
  /** The tab of 流程记录, null where it is missing. */
  log: string | null
}

function drafted(host: Host): Drafted {
  const { tabs, names } = host.read({ values: checkTabs })
  const log = tabNamed(
    tabs.map(({ name }) => name),
    names,
    'log',
  )
  return { draft: draftReport({ tabs, names }), log }
}

interface Made {
  made: ReportMade
  comments: OpenComments
}

/**
 * Comments are read before the files are renewed: a renewed document may lose them. Then the files, and the entry in
 * 流程记录 last: a run that was cut off is made again over the same files.
 */
function make(host: Host, { draft, log }: Drafted): Made {
  const isDraft = draft.errors.length > 0
  const { files, digest, documents } = reportFiles(draft.report, isDraft)
  const { counts, accepted } = draft
  const comments = host.openComments(documents)
  const made = { files: host.save(files), digest, isDraft, counts, accepted }
  host.apply(reportWrites(made, log, host.run()))
  return { made, comments }
}

function generate(host: Host, given: Drafted): Outcome<ReportMade | null> {
  const { made, comments } = host.alone(menuWords.generate, () => make(host, given), runWords.interrupted)
  const html = reportDialog(made, comments)
  host.show({ kind: 'dialog', title: menuWords.generate, html, width: 460, height: dialogHeight(comments) })
  return done(made)
}

/** Null where there is nothing to make it of, or the person did not want a draft. */
export function generateReport(host: Host): Outcome<ReportMade | null> {
  const given = drafted(host)
  const { isOurs, errors, question } = given.draft
  const title = menuWords.generate
  if (!isOurs) {
    return { question: { title, message: reportWords.notOurs, kind: 'acknowledge' }, next: () => done(null) }
  }
  if (errors.length === 0) return generate(host, given)
  return {
    question: { title, message: question, kind: 'yesNo' },
    // Figures may have changed while the question stood there: the document is made of those that stand now.
    next: (then, reply) => (reply === 'yes' ? generate(then, drafted(then)) : done(null)),
  }
}
