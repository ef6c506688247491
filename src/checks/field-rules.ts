import { edition2021 as form } from '../form'
import { narrativeIds, nearestField, type FoundField } from '../narrative'
import { ruleWords, type RuleId } from '../words/checks'
import { fieldWords as words } from '../words/fields'
import { tabNames } from '../words/tabs'
import { findingOf, type Rule } from './rule'
import type { Subject } from './subject'

type FieldRuleId = Extract<RuleId, `F.${string}`>

const faultOf = ({ problem }: FoundField): FieldRuleId | null => {
  if (problem === undefined) return null
  if (problem === 'unknown') return 'F.UNKNOWN'
  return problem === 'gap' ? 'F.GAP' : 'F.BLANK'
}

function messageOf(tab: string, quote: string, { name, problem }: FoundField): string {
  if (problem === undefined || problem === 'unknown') return words.unknown(tab, quote, nearestField(name))
  return problem === 'gap' ? words.gap(tab, name) : words.blank(tab, quote, words.causes[problem])
}

function fieldRule(id: FieldRuleId): Rule {
  const head = { id, severity: 'error' as const, source: form.source }
  const check = ({ typed, fields }: Subject) =>
    narrativeIds.flatMap((section) => {
      const faulty = fields[section].filter((field) => faultOf(field) === id)
      const quoted = faulty.map((field) => [typed[section].slice(field.start, field.end), field] as const)
      return [...new Map(quoted)].map(([quote, field]) =>
        findingOf(head, {
          cells: [],
          values: [{ raw: section }, { raw: quote }],
          message: messageOf(tabNames[section], quote, field),
          details: { section, quote },
        }),
      )
    })
  return { ...head, edition: form.edition, why: ruleWords[id].why, cells: [], onBlank: 'silent', check }
}

/** Rules about the fields 【…】 of the narrative. */
export const fieldRules: readonly Rule[] = (['F.UNKNOWN', 'F.BLANK', 'F.GAP'] as const).map(fieldRule)
