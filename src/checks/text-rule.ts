import { edition2021 as form, narrativeIds, type NarrativeId } from '../form'
import { isBlankText } from '../report'
import { ruleWords, type RuleId } from '../words/checks'
import { quoterOf } from './narrative-quote'
import { findingOf, type Fault, type Rule } from './rule'
import type { Severity } from './finding'
import type { Subject } from './subject'

/** A fault in a section of the narrative. */
export interface TextFault {
  message: string
  quote?: string
  /** Goes into the fingerprint in place of the quote. */
  key?: string
  severity?: Severity
}

interface TextRule {
  id: RuleId
  severity: Severity
  source?: string
  sections?: readonly NarrativeId[]
  find: (text: string, section: NarrativeId, subject: Subject) => readonly TextFault[]
}

function asFault(
  section: NarrativeId,
  { message, quote, key, severity }: TextFault,
  quoted: (words: string) => string,
): Fault {
  return {
    cells: [],
    values: [{ raw: section }, { raw: key ?? quote ?? '' }],
    message,
    ...(severity && { severity }),
    details: { section, ...(quote !== undefined && { quote: quoted(quote) }) },
  }
}

/** Makes something of a section once for all the rules that need it. */
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

/** A rule about the narrative as it will be printed. It skips an empty section, which S.EMPTY reports. */
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
        if (isBlankText(text)) return []
        const quoted = quoterOf(text)
        const findings = find(text, section, subject).map((fault) => findingOf(head, asFault(section, fault, quoted)))
        return [...new Map(findings.map((finding) => [finding.fingerprint, finding])).values()]
      }),
  }
}
