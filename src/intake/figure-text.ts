import { meaningOf, readFigure } from '../report'

const LONGEST_FIGURE = 60
const OTHER_FIGURES = /^(?:无|没有|[+＋]\d+|[〇零一二三四五六七八九十百千万两]{1,6}件?)$/

/** True for what stands in the cell of a figure: a number however written, `/`, `—`, 无, a number in words. */
export function isFigureText(text: string): boolean {
  if (text === '' || text.length > LONGEST_FIGURE) return false
  const { kind } = meaningOf(readFigure(text))
  return (
    kind === 'number' ||
    kind === 'rewritten' ||
    kind === 'annotated' ||
    kind === 'notApplicable' ||
    OTHER_FIGURES.test(text.trim())
  )
}

/** True for a figure in words or with a unit, which the source should have printed in digits alone. */
export function isInWords(text: string): boolean {
  const meaning = meaningOf(readFigure(text))
  if (meaning.kind === 'unreadable') return true
  return meaning.kind === 'rewritten' && /\p{L}/u.test(meaning.raw)
}
