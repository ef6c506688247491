/** The sketch: a first version of the narrative: plain sentences with fields, gaps for what is not known, nothing invented. */
import type { NarrativeId } from '../form'
import { numberOf, type Report } from '../report'
import { sketchQuestions, sketchSentences as sentences, type SketchQuestion } from '../words/sketch'
import { gapOf } from './fill'

/** Facts as typed, by name. A blank one counts as not given. */
export type SketchFacts = Readonly<Partial<Record<string, unknown>>>

const NONE = /^(?:无|没有|0|０)$/

const isQuestion = (name: string): name is SketchQuestion => name in sketchQuestions

/** A fact on one line, without punctuation at its end: the sentence brings its own. */
function factNamed(name: string, facts: SketchFacts): string {
  const given = facts[name]
  return typeof given === 'string'
    ? given
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/[。；，、]+$/, '')
    : ''
}

/** A fact without its unit (380元, 2次): the sentence brings its own. */
const withoutUnit = (fact: string): string => fact.replace(/^(\d[\d,.]*)\s*(?:元|条|次|人次|人)$/, '$1')

function worded(sentence: string, facts: SketchFacts): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (!isQuestion(name)) return whole
    return withoutUnit(factNamed(name, facts)) || gapOf(sketchQuestions[name])
  })
}

/**
 * Sketches of sections 一, 五 and 六. Sentences that need last year's report are left out without one, and the outcomes
 * are left out where no application was concluded.
 */
export function sketchOf(report: Report, lastYear: Report | null, facts: SketchFacts): Record<NarrativeId, string> {
  const concluded = numberOf(report.figures['table3.concluded.total'])
  const before = lastYear && numberOf(lastYear.figures['table3.received.total'])
  const fee = NONE.test(factNamed('fee', facts)) ? sentences.noFee : sentences.fee
  const other = NONE.test(factNamed('other', facts)) ? sentences.nothingElse : sentences.other
  const applications = [
    sentences.applications,
    before === null ? '' : sentences.change,
    concluded === 0 ? '' : sentences.outcomes,
    sentences.disputes,
  ]
  const { opening, disclosure, management, platforms, safeguards, problems, measures } = sentences
  const text = (lines: readonly string[]) => worded(lines.join('\n'), facts)
  return {
    overview: text([opening, disclosure, applications.join(''), management, platforms, safeguards]),
    problems: text([problems, measures]),
    other: text([fee + other]),
  }
}
