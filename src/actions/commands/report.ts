/** 生成年度报告. */
import { menuWords, reportWords, runWords } from '../../words/actions'
import { checkTabs } from '../check/plan-check'
import { done, type Host, type Progress } from '../host'
import {
  prepareReport,
  reportDialog,
  reportFiles,
  reportWrites,
  type PreparedReport,
  type ReportMade,
} from '../report/plan-report'
import { tabNamed } from '../tabs'

interface Prepared {
  ready: PreparedReport
  /** The tab of 流程记录, null where it is missing. */
  log: string | null
}

function prepared(host: Host): Prepared {
  const { tabs, names } = host.read({ values: checkTabs })
  const log = tabNamed(
    tabs.map(({ name }) => name),
    names,
    'log',
  )
  return { ready: prepareReport({ tabs, names }), log }
}

/** The files first, the entry in 流程记录 last: a run that was cut off is made again over the same files. */
function make(host: Host, { ready, log }: Prepared): ReportMade {
  const isDraft = ready.errors.length > 0
  const { files, digest } = reportFiles(ready.report, isDraft)
  const { counts, accepted } = ready
  const made = { files: host.save(files), digest, isDraft, counts, accepted }
  host.apply(reportWrites(made, log, host.stamp()))
  return made
}

function generate(host: Host, given: Prepared): Progress<ReportMade | null> {
  const made = host.alone(menuWords.generate, () => make(host, given), runWords.interrupted)
  host.show({ kind: 'modal', title: menuWords.generate, html: reportDialog(made), width: 460, height: 240 })
  return done(made)
}

/** Null where there is nothing to make it of, or the person did not want a draft. */
export function generateReport(host: Host): Progress<ReportMade | null> {
  const given = prepared(host)
  const { isOurs, errors, question } = given.ready
  const title = menuWords.generate
  if (!isOurs) {
    return { question: { title, message: reportWords.notOurs, kind: 'acknowledge' }, next: () => done(null) }
  }
  if (errors.length === 0) return generate(host, given)
  return {
    question: { title, message: question, kind: 'yesNo' },
    // Figures may have changed while the question stood there: the document is made of those that stand now.
    next: (then, reply) => (reply === 'yes' ? generate(then, prepared(then)) : done(null)),
  }
}
