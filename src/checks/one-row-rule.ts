import { edition2021 as form } from '../form'
import { checkMessages as words, ruleWords } from '../words/checks'
import { lastOfThreeRows } from './one-row'
import { findingOf, type Rule } from './rule'

const head = { id: 'READ.ONE_ROW' as const, severity: 'warning' as const, source: form.source }

/** `READ.ONE_ROW`: the form has three rows, and only the office knows how to divide the one among them. */
export const oneRowRule: Rule = {
  ...head,
  edition: form.edition,
  why: ruleWords[head.id].why,
  cells: [],
  onBlank: 'silent',
  check(subject) {
    if (!subject.hasOneRow || subject.edition !== form.edition) return []
    const cells = lastOfThreeRows.map((id) => ({ id, role: 'figure' as const }))
    return [findingOf(head, { cells, values: [], message: words.oneRow })]
  },
}
