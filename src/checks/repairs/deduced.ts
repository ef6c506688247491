import { equations, equationsOf } from '../equations'
import type { Subject } from '../subject'

/** What the identities require of a figure without a number; null where they require nothing or disagree. */
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
