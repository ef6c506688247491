import { edition2021 as form, figureOf, figures, type CellId, type Identity, type IdentityFamily } from '../form'
import { plainDigits } from '../report'
import { checkMessages as words, ruleWords, type Sums } from '../words/checks'
import { equations, equationsOf, exactDifference, positionOf, type Equation } from './equations'
import type { CellRole, Finding, FindingCell, Severity } from './finding'
import { columnLabelOf, placeInTable, placeOf, tabOf } from './place'
import { findingOf, type Rule, type RuleHead } from './rule'
import type { Subject, Verdict } from './subject'

interface Family {
  id: IdentityFamily
  severity: Severity
  message(place: string, sums: Sums): string
  place(first: CellId): string
  /** Whether the figure to compare (the total, or this year's carry) is the left side of the identity. */
  isActualLeft: boolean
}

const columnPlaceOf = (cell: CellId) => words.columnPlace(tabOf(figureOf(cell).table), columnLabelOf(cell))

/**
 * Of the two identities between years, one warns and one is an error: a stock in force may have been corrected since
 * last year, but applications cannot get lost between two years.
 */
const families: readonly Family[] = [
  { id: 'T3.ROW', severity: 'error', message: words.rowTotal, place: placeOf, isActualLeft: false },
  { id: 'T3.CONCLUDED', severity: 'error', message: words.total, place: placeOf, isActualLeft: false },
  { id: 'T3.BALANCE', severity: 'error', message: words.balance, place: columnPlaceOf, isActualLeft: false },
  { id: 'T4.TOTAL', severity: 'error', message: words.total, place: placeOf, isActualLeft: false },
  { id: 'Y.CARRY', severity: 'error', message: words.carry, place: placeOf, isActualLeft: true },
  { id: 'Y.INFORCE', severity: 'warning', message: words.inForce, place: placeOf, isActualLeft: true },
]

/** The cells of an identity: the side to compare in front, its last cell (the printed result) first. */
function cellsOf(identity: Identity, isActualLeft: boolean): FindingCell[] {
  const [actual, rest] = isActualLeft ? [identity.left, identity.right] : [identity.right, identity.left]
  const actualRole: CellRole = isActualLeft ? 'figure' : 'total'
  const restRole = (term: Identity['left'][number]): CellRole =>
    term.lastYear ? 'lastYear' : term.sign < 0 ? 'subtrahend' : 'addend'
  return [
    ...[...actual].reverse().map(({ cell }) => ({ id: cell, role: actualRole })),
    ...rest.map((term) => ({ id: term.cell, role: restRole(term) })),
  ]
}

interface Member {
  index: number
  equation: Equation
  cells: FindingCell[]
}

function valueAt(subject: Subject, { id, role }: FindingCell) {
  return (role === 'lastYear' ? subject.lastYear?.values : subject.values)?.[positionOf(id)] ?? null
}

const holdsBalance = ({ verdicts }: Subject, cell: CellId): boolean =>
  (equationsOf[positionOf(cell)] ?? []).some(
    ({ equation }) => equations[equation]?.identity.family === 'T3.BALANCE' && verdicts[equation]?.state === 'holds',
  )

function failure(rule: RuleHead, family: Family, subject: Subject, { index, cells }: Member): Finding[] {
  const [first] = cells
  const verdict = subject.verdicts[index]
  if (!first || !verdict) return []
  const { left, right } = verdict
  const [expected, actual] = family.isActualLeft ? [right, left] : [left, right]
  const difference = Math.abs(exactDifference({ left, right }))
  const sums = {
    expected: plainDigits(expected),
    actual: plainDigits(actual),
    difference: plainDigits(difference),
  }
  const message = family.message(family.place(first.id), sums)
  const values = cells.map((cell) => valueAt(subject, cell))
  const isBalanced = family.id === 'Y.CARRY' && holdsBalance(subject, first.id)
  const advice = isBalanced ? { advice: words.carryBalanced } : {}
  return [findingOf(rule, { cells, values, message, details: { expected, actual }, ...advice })]
}

/** The terms without a number, each once. */
function missingOf(subject: Subject, members: readonly Member[]): FindingCell[] {
  const missing = new Map<string, FindingCell>()
  for (const { terms } of members.map((member) => member.equation)) {
    for (const { position, isLastYear } of terms) {
      const numbers = isLastYear ? subject.lastYear?.numbers : subject.numbers
      const id = figures[position]?.id
      if (id === undefined || !Number.isNaN(numbers?.[position])) continue
      missing.set(`${isLastYear} ${id}`, { id, role: isLastYear ? 'lastYear' : 'figure' })
    }
  }
  return [...missing.values()]
}

const nameOf = ({ id, role }: FindingCell) => {
  const name = placeInTable(id)
  return role === 'lastYear' ? words.lastYearCell(name) : name
}

/** One finding for all identities of a family that lack a number: a blank table would give dozens otherwise. */
function cannotJudge(rule: RuleHead, subject: Subject, members: readonly Member[]): Finding[] {
  if (members.length === 0) return []
  const cells = missingOf(subject, members)
  const [first] = cells
  const tab = first ? tabOf(figureOf(first.id).table) : ''
  const message = words.cannotJudge(tab, ruleWords[rule.id].title, cells.map(nameOf), members.length)
  const values = cells.map((cell) => valueAt(subject, cell))
  return [
    findingOf(rule, { cells, values, message, advice: words.completeFirst, outcome: 'cannotJudge', severity: 'info' }),
  ]
}

function thisYearsCells(members: readonly Member[]): CellId[] {
  const own = members.flatMap(({ cells }) => cells.filter(({ role }) => role !== 'lastYear'))
  return [...new Set(own.map(({ id }) => id))]
}

function identityRule(family: Family): Rule {
  const head = { id: family.id, severity: family.severity, source: form.source }
  const members: Member[] = equations.flatMap((equation, index) =>
    equation.identity.family === family.id
      ? [{ index, equation, cells: cellsOf(equation.identity, family.isActualLeft) }]
      : [],
  )
  const inState = (subject: Subject, state: Verdict['state']) =>
    members.filter(({ index }) => subject.verdicts[index]?.state === state)
  return {
    ...head,
    edition: form.edition,
    why: ruleWords[family.id].why,
    cells: thisYearsCells(members),
    onBlank: 'cannotJudge',
    check(subject) {
      const failures = inState(subject, 'fails').flatMap((member) => failure(head, family, subject, member))
      return [...failures, ...cannotJudge(head, subject, inState(subject, 'cannotJudge'))]
    },
  }
}

/** One rule for each family of identities (勾稽关系), made from the form's list. */
export const identityRules: readonly Rule[] = families.map(identityRule)
