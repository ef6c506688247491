import { edition2021 as form, narrativeIds } from '../form'
import { nearestField, unknownKind, type FieldInText } from '../narrative'
import { ruleWords, type RuleId } from '../words/checks'
import { fieldWords as words } from '../words/fields'
import { tabNames } from '../words/tabs'
import { findingOf, type Fault, type Rule } from './rule'
import type { Subject } from './subject'

type FieldRuleId = Extract<RuleId, `F.${string}`>

const faultOf = ({ problem }: FieldInText): FieldRuleId | null => {
  if (problem === undefined) return null
  if (problem === 'unknown' || problem === 'heading') return 'F.UNKNOWN'
  return problem === 'gap' ? 'F.GAP' : 'F.BLANK'
}

/** What to say about a field. An unknown name that was most likely not meant as a field is no error. */
function told(
  tab: string,
  text: string,
  quote: string,
  field: FieldInText,
): Pick<Fault, 'message' | 'severity' | 'advice'> | null {
  const { name, problem } = field
  if (problem === 'gap') return { message: words.gap(tab, name) }
  if (problem !== undefined && problem !== 'unknown' && problem !== 'heading') {
    return { message: words.blank(tab, quote, words.causes[problem]) }
  }
  const kind = problem === 'heading' ? 'words' : unknownKind(text, field)
  if (kind === 'field') return { message: words.unknown(tab, quote, nearestField(name)) }
  if (kind !== 'words') return null
  const message = problem === 'heading' ? words.heading(tab, quote) : words.asTyped(tab, quote)
  return { severity: 'info', message, advice: words.asTypedAdvice }
}

function fieldRule(id: FieldRuleId): Rule {
  const head = { id, severity: 'error' as const, source: form.source }
  const check = ({ typed, fields }: Subject) =>
    narrativeIds.flatMap((section) => {
      const faulty = fields[section].filter((field) => faultOf(field) === id)
      const quoted = faulty.map((field) => [typed[section].slice(field.start, field.end), field] as const)
      return [...new Map(quoted)].flatMap(([quote, field]) => {
        const fault = told(tabNames[section], typed[section], quote, field)
        const values = [{ raw: section }, { raw: quote }]
        return fault ? findingOf(head, { cells: [], values, ...fault, details: { section, quote } }) : []
      })
    })
  return { ...head, edition: form.edition, why: ruleWords[id].why, cells: [], onBlank: 'silent', check }
}

/** Rules about the fields 【…】 of the narrative. */
export const fieldRules: readonly Rule[] = (['F.UNKNOWN', 'F.BLANK', 'F.GAP'] as const).map(fieldRule)
