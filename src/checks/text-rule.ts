import { edition2021 as form, narrativeIds, type NarrativeId } from '../form'
import { ruleWords, type RuleId } from '../words/checks'
import { quoterOf } from './narrative-quote'
import { findingOf, type Found, type Rule } from './rule'
import type { Severity } from './finding'
import type { Subject } from './subject'

/** What is found in a section: the words as shown, and what tells it from others, where the words may not. */
export interface TextFound {
  message: string
  quote?: string
  /** In place of the quote in the fingerprint. */
  key?: string
  severity?: Severity
}

interface TextRule {
  id: RuleId
  severity: Severity
  source?: string
  sections?: readonly NarrativeId[]
  find: (text: string, section: NarrativeId, subject: Subject) => readonly TextFound[]
}

const EMPTY = /^[\s\u200b\ufeff]*$/

function foundIn(
  section: NarrativeId,
  { message, quote, key, severity }: TextFound,
  quoted: (words: string) => string,
): Found {
  return {
    cells: [],
    values: [{ raw: section }, { raw: key ?? quote ?? '' }],
    message,
    ...(severity && { severity }),
    details: { section, ...(quote !== undefined && { quote: quoted(quote) }) },
  }
}

/** What several rules need of a section, made once for all of them. */
export function perSection<T>(make: (text: string) => T): (section: NarrativeId, subject: Subject) => T {
  const made = new WeakMap<Subject, Map<NarrativeId, T>>()
  return (section, subject) => {
    const ofSubject = made.get(subject) ?? new Map<NarrativeId, T>()
    made.set(subject, ofSubject)
    const known = ofSubject.get(section)
    if (known !== undefined) return known
    const result = make(subject.narrative[section])
    ofSubject.set(section, result)
    return result
  }
}

/** A rule about the narrative as it will be printed; an empty section is told by S.EMPTY alone. */
export function textRule({ id, severity, source = form.source, sections = narrativeIds, find }: TextRule): Rule {
  const head = { id, severity, source }
  return {
    ...head,
    edition: form.edition,
    why: ruleWords[id].why,
    cells: [],
    onBlank: 'silent',
    check: (subject) =>
      sections.flatMap((section) => {
        const text = subject.narrative[section]
        if (EMPTY.test(text)) return []
        const quoted = quoterOf(text)
        const found = find(text, section, subject).map((one) => findingOf(head, foundIn(section, one, quoted)))
        return [...new Map(found.map((finding) => [finding.fingerprint, finding])).values()]
      }),
  }
}
