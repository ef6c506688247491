import { edition2021 as form, type NarrativeId } from '../form'
import { isBlankText } from '../report'
import { checkMessages as words, ruleSources, ruleWords, type RuleId } from '../words/checks'
import { findingOf, type Fault, type Rule } from './rule'
import type { Subject } from './subject'

/** Whitespace of any width, and the invisible characters that copying from a web page leaves. */

/** Plausible years: the revised Regulations came into force in 2019; later than 2100 is a typing slip. */
const FIRST_YEAR = 2019
const LAST_YEAR = 2100

const shown = (value: unknown): string => (typeof value === 'object' ? '' : String(value))

function reportRule(id: RuleId, source: string, find: (subject: Subject) => Omit<Fault, 'cells'>[]): Rule {
  const head = { id, severity: 'error' as const, source }
  return {
    ...head,
    edition: form.edition,
    why: ruleWords[id].why,
    cells: [],
    onBlank: 'silent',
    check: (subject) => find(subject).map((fault) => findingOf(head, { cells: [], ...fault })),
  }
}

const edition = reportRule('B.EDITION', form.source, (subject) =>
  shown(subject.edition) === form.edition
    ? []
    : [{ values: [{ raw: shown(subject.edition) }], message: words.edition(shown(subject.edition)) }],
)

const unit = reportRule('B.UNIT', ruleSources.contents, (subject) =>
  subject.unread.has('unit') || (typeof subject.unit === 'string' && !isBlankText(subject.unit))
    ? []
    : [{ values: [], message: words.unit }],
)

const year = reportRule('B.YEAR', ruleSources.publication, (subject) => {
  const { year } = subject
  if (subject.unread.has('year')) return []
  if (year === null || year === undefined || year === '') return [{ values: [], message: words.yearMissing }]
  const isPlausible = Number.isInteger(year) && Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR
  return isPlausible ? [] : [{ values: [{ raw: shown(year) }], message: words.yearOdd(shown(year)) }]
})

const narrativeSections = form.sections.flatMap((section) =>
  'narrative' in section.content ? [{ ...section, id: section.content.narrative }] : [],
)

const emptySection = reportRule('S.EMPTY', ruleSources.contents, (subject) =>
  narrativeSections
    .filter(({ id }) => isBlankText(subject.narrative[id]) && !subject.unread.has(id))
    .map(({ id, ordinal, title, source }) => ({
      values: [{ raw: id satisfies NarrativeId }],
      message: words.section(ordinal, title),
      source,
      details: { section: id },
    })),
)

/** Rules about the report as a whole and its narrative sections. */
export const basicRules: readonly Rule[] = [edition, unit, year, emptySection]
