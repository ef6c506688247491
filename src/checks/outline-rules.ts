import { edition2021 as form, type NarrativeId } from '../form'
import {
  doubledMarks,
  doubledWords,
  flowed,
  lengthOf,
  missingAspects,
  namesFee,
  numberingFaults,
  repeatedTitle,
  tellsFee,
  tellsMeasures,
  tellsProblems,
  unclosedMarks,
  unfinishedParagraphs,
  type TextRange,
} from '../narrative'
import { ruleSources, type RuleId } from '../words/checks'
import { outlineWords as words } from '../words/outline'
import { tabNames } from '../words/tabs'
import { perSection, textRule, type TextFault } from './text-rule'
import type { Rule } from './rule'

const AROUND = 8
/** Findings of one rule in one section; a person with so many needs no more to see what is wrong. */
const MOST = 20

/** The words around a place, so that a person finds it. */
function around(text: string, { start, end }: TextRange): string {
  const before = text.slice(Math.max(0, start - AROUND), start).replace(/^[^]*\n/, '')
  const after = text.slice(end, end + AROUND).replace(/\n[^]*$/, '')
  return (before + text.slice(start, end) + after).trim()
}

const flowedOf = perSection(flowed)

/** A rule about single places in a text. */
function placeRule(
  id: RuleId,
  placesIn: (text: string) => readonly TextRange[],
  message: (place: string, words: string) => string,
): Rule {
  return textRule({
    id,
    severity: 'warning',
    find: (_, section, subject) => {
      const text = flowedOf(section, subject)
      return placesIn(text)
        .slice(0, MOST)
        .map((range) => {
          const quote = around(text, range)
          return { quote, message: message(words.at(tabNames[section], quote), text.slice(range.start, range.end)) }
        })
    },
  })
}

const numbering = textRule({
  id: 'S.NUMBERING',
  severity: 'warning',
  find: (_, section, subject) => {
    const text = flowedOf(section, subject)
    return numberingFaults(text)
      .slice(0, MOST)
      .map((fault) => {
        const quote = around(text, fault)
        return { quote, message: words[fault.kind](words.at(tabNames[section], quote), fault.written, fault.expected) }
      })
  },
})

const titleRule = textRule({
  id: 'S.TITLE',
  severity: 'warning',
  find: (text, section) =>
    form.sections.flatMap(({ ordinal, title, content }) => {
      const isOwn = 'narrative' in content && content.narrative === section
      const line = isOwn ? repeatedTitle(text, ordinal, title) : null
      return line === null ? [] : [{ quote: line, message: words.title(tabNames[section], line) }]
    }),
})

/** A rule about a section as a whole. */
function sectionRule(
  rule: { id: RuleId; section: NarrativeId; source: string },
  find: (text: string, narrative: Record<NarrativeId, string>) => readonly TextFault[],
): Rule {
  const { id, section, source } = rule
  return textRule({
    id,
    source,
    severity: 'warning',
    sections: [section],
    find: (text, _, { narrative }) => find(text, narrative),
  })
}

const aspects = sectionRule({ id: 'S.ASPECTS', section: 'overview', source: ruleSources.contents }, (text) => {
  const missing = missingAspects(text)
  return missing.length > 0 ? [{ message: words.aspects(tabNames.overview, missing), key: missing.join() }] : []
})

/** The form says 一般不超过1000字, so a few more give no finding. */
const LONG = 1100
const VERY_LONG = 2000

const lengthRule = sectionRule({ id: 'S.LENGTH', section: 'overview', source: form.source }, (text) => {
  const length = lengthOf(text)
  if (length <= LONG) return []
  const severity = length > VERY_LONG ? 'warning' : 'info'
  return [{ message: words.length(tabNames.overview, length), key: String(length), severity }]
})

const problems = sectionRule({ id: 'S.PROBLEMS', section: 'problems', source: ruleSources.contents }, (text) => [
  ...(tellsProblems(text) ? [] : [{ message: words.noProblems(tabNames.problems), key: 'problems' }]),
  ...(tellsMeasures(text) ? [] : [{ message: words.noMeasures(tabNames.problems), key: 'measures' }]),
])

const feeSource = form.sections.find(({ content }) => 'narrative' in content && content.narrative === 'other')?.source

const fee = sectionRule({ id: 'S.FEE', section: 'other', source: feeSource ?? form.source }, (text, narrative) => {
  if (tellsFee(text)) return []
  const isElsewhere = namesFee(narrative.overview) || namesFee(narrative.problems)
  const message = isElsewhere ? words.feeElsewhere(tabNames.other) : words.fee(tabNames.other)
  return [{ message, ...(isElsewhere && { severity: 'info' as const }) }]
})

/** Rules about what the narrative sections have to say, and about their numbering and marks. */
export const outlineRules: readonly Rule[] = [
  numbering,
  titleRule,
  aspects,
  lengthRule,
  problems,
  fee,
  placeRule('S.DOUBLED', doubledWords, words.doubled),
  placeRule('S.MARKS', doubledMarks, words.marks),
  placeRule('S.UNFINISHED', unfinishedParagraphs, words.unfinished),
  placeRule('S.UNCLOSED', unclosedMarks, words.unclosed),
]
