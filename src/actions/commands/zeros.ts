/** 空白填 0, on the table that the person has before her. */
import { menuWords, runWords } from '../../words/actions'
import { zeroWords as words } from '../../words/zeros'
import { assess } from '../check/assess'
import { checkTabs } from '../check/plan-check'
import { done, type Host, type Progress } from '../host'
import { lastCheck } from '../sidebar/shown-state'
import { tabNamed } from '../tabs'
import { blanksIn, planZeros, tableOn, zeroQuestion, type Blanks } from '../zeros/plan-zeros'
import { checkFigures, readFigures } from './check'
import { readAfter } from './sidebar'

const told = (host: Host, message: string): { message: string } => {
  host.tell(message, menuWords.zeros)
  return { message }
}

/** The blanks to ask about, or what is told where there is nothing to ask. */
function begin(host: Host): Blanks | { message: string } {
  const { tabs, names, selected } = host.read({ values: checkTabs, selected: true })
  const assessment = assess({ tabs, names })
  const table = tableOn(selected?.tab, assessment.reading)
  if (table === null) return told(host, words.elsewhere)
  const blanks = blanksIn(assessment, table)
  if (blanks.cells.length > 0) return blanks
  return told(host, planZeros(blanks, assessment.reading, null, host.stamp()).message)
}

/** Only what was asked about and is blank still. If a check stood before, its findings and marks are renewed. */
function fill(host: Host, asked: Blanks): { message: string } {
  const read = readFigures(host)
  const { snapshot } = read
  const assessment = assess(snapshot)
  const cells = new Set(asked.cells.map(({ cell }) => cell))
  const blank = blanksIn(assessment, asked.table)
  const blanks = { ...blank, cells: blank.cells.filter(({ cell }) => cells.has(cell)) }
  const sheets = snapshot.tabs.map(({ name }) => name)
  const plan = planZeros(blanks, assessment.reading, tabNamed(sheets, snapshot.names, 'log'), host.stamp())
  if (plan.writes.length > 0) {
    const after = readAfter(host, read, plan)
    if (lastCheck(assessment.reading, snapshot) !== 'none') checkFigures(host, after)
  }
  return told(host, plan.message)
}

/** Asks how many cells are filled and where; nothing is written before the answer. */
export function fillZeros(host: Host): Progress<{ message: string } | null> {
  const begun = host.alone(menuWords.zeros, () => begin(host), runWords.interrupted)
  if ('message' in begun) return done(begun)
  return {
    question: { title: menuWords.zeros, message: zeroQuestion(begun), kind: 'yesNo' },
    next: (then, reply) =>
      done(reply === 'yes' ? then.alone(menuWords.zeros, () => fill(then, begun), runWords.interrupted) : null),
  }
}
