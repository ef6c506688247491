import { emptyReport, totals, type Report } from '../../src/report'
import { clean } from './clean'

const YEAR = 2024

/** A report told by few words; every figure that is not named is 0. */
export interface FiguresAndProse {
  unit: string
  /** Table 3 by row, 自然人 and 商业企业: `received 12 3, granted 5 1`. */
  requests: string
  /** Table 4: 维持, 纠正, 其他, 未审结 of reviews; direct lawsuits; lawsuits after a review. */
  courts: string
  /** Table 2, the first six figures and the three decisions. */
  documents?: string
  overview: string
  problems: string
  other: string
}

const DOCUMENTS = [
  'regulations.issued',
  'regulations.repealed',
  'regulations.inForce',
  'normativeDocuments.issued',
  'normativeDocuments.repealed',
  'normativeDocuments.inForce',
  'licensing.decisions',
  'penalties.decisions',
  'coercion.decisions',
]
const GROUPS = ['review', 'directLitigation', 'litigationAfterReview']
const OUTCOMES = ['upheld', 'corrected', 'otherOutcome', 'pending']

const zeros = Object.fromEntries(Object.keys(clean.figures).map((id) => [id, 0]))

const requestFigures = (requests: string) =>
  requests
    .split(', ')
    .filter((row) => row !== '')
    .flatMap((row) => {
      const [name, person, enterprise] = row.split(' ')
      return [
        [`table3.${name}.naturalPerson`, Number(person)],
        [`table3.${name}.enterprise`, Number(enterprise)],
      ]
    })

const courtFigures = (courts: string) =>
  courts.split(' / ').flatMap((group, at) => {
    const numbers = group.split(' ').map(Number)
    return OUTCOMES.map((outcome, index) => [`table4.${GROUPS[at]}.${outcome}`, numbers[index]])
  })

export function reportOf({
  unit,
  requests,
  courts,
  documents = '',
  overview,
  problems,
  other,
}: FiguresAndProse): Report {
  const numbers = documents === '' ? [] : documents.split(' ').map(Number)
  const figures = {
    ...zeros,
    ...Object.fromEntries(requestFigures(requests)),
    ...Object.fromEntries(courtFigures(courts)),
    ...Object.fromEntries(numbers.map((number, at) => [`table2.${DOCUMENTS[at]}`, number])),
  }
  return totals({ ...emptyReport(unit, YEAR), figures, narrative: { overview, problems, other } })
}
