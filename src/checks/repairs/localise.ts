import { figures, type CellId } from '../../form'
import { equations, equationsOf, exactDifference } from '../equations'
import type { CellChange } from '../finding'
import type { Subject } from '../subject'

/** A change of one figure after which every identity that reads it holds. */
export interface SingleChange extends CellChange {
  to: number
  /** Positions in `equations` of the failed identities that it settles. */
  settles: readonly number[]
  /** Identities that read the figure and cannot be judged: the fewer, the surer the change. */
  unjudged: number
  /** The figure is the sum that one of the settled identities asks for. */
  isTotal: boolean
}

/** How much the figure must grow for the identity to hold; 0 where it holds, null where it cannot be judged. */
function growthFor(subject: Subject, equation: number, sign: 1 | -1): number | null {
  const verdict = subject.verdicts[equation]
  if (verdict?.state === 'holds') return 0
  return verdict?.state === 'fails' ? -exactDifference(verdict) / sign : null
}

function changeOf(subject: Subject, position: number): SingleChange | null {
  const figure = figures[position]
  const number = subject.numbers[position] ?? NaN
  if (!figure || Number.isNaN(number)) return null
  const growths = (equationsOf[position] ?? []).map(({ equation, sign }) => ({
    equation,
    growth: growthFor(subject, equation, sign),
  }))
  const judged = growths.filter(({ growth }) => growth !== null)
  const growth = judged[0]?.growth ?? 0
  const to = number + growth
  const isPossible = growth !== 0 && judged.every((entry) => entry.growth === growth) && to >= 0 && Number.isInteger(to)
  if (!isPossible) return null
  return {
    cell: figure.id,
    from: subject.values[position] ?? null,
    to,
    settles: judged.map(({ equation }) => equation),
    unjudged: growths.filter((entry) => isUnjudged(subject, entry.equation)).length,
    isTotal: judged.some(({ equation }) => isResult(equation, figure.id)),
  }
}

const isUnjudged = (subject: Subject, equation: number) => subject.verdicts[equation]?.state === 'cannotJudge'

/** Whether the identity is there to give this figure: the total of its addends, or what was carried over. */
function isResult(equation: number, cell: CellId): boolean {
  const { left = [], right = [] } = equations[equation]?.identity ?? {}
  return [left, right].some((side) => side.length === 1 && side[0]?.cell === cell)
}

/**
 * Error localisation (Fellegi–Holt) with one cell for each fault: the figures whose change alone settles every failed
 * identity that reads them and breaks none. Best first: most identities settled, fewest open, totals before addends.
 */
export function singleChanges(subject: Subject): SingleChange[] {
  const failed = equations.filter((_, index) => subject.verdicts[index]?.state === 'fails')
  const own = failed.flatMap(({ terms }) => terms.filter((term) => !term.isLastYear).map((term) => term.position))
  return [...new Set(own)]
    .flatMap((position) => changeOf(subject, position) ?? [])
    .sort(
      (a, b) => b.settles.length - a.settles.length || a.unjudged - b.unjudged || Number(b.isTotal) - Number(a.isTotal),
    )
}

/** The number that every identity asks for in a figure without one, or null where they ask for none or for several. */
export function deducedNumber(subject: Subject, position: number): number | null {
  const asked = (equationsOf[position] ?? []).flatMap(({ equation, sign }) => {
    const { terms = [] } = equations[equation] ?? {}
    if (subject.verdicts[equation]?.state !== 'cannotJudge') return []
    let rest = 0
    for (const term of terms) {
      const isSelf = term.position === position && !term.isLastYear
      if (!isSelf)
        rest += term.sign * ((term.isLastYear ? subject.lastYear?.numbers : subject.numbers)?.[term.position] ?? NaN)
    }
    return Number.isNaN(rest) ? [] : [-rest / sign]
  })
  const [number] = asked
  const isSure = number !== undefined && asked.every((other) => other === number) && number >= 0
  return isSure && Number.isInteger(number) ? Math.abs(number) : null
}
