import { xlsxRunWords } from '../../words/xlsx'

/** Literals, signs, colours and conditions of a number format, which are no digits. */
const LITERAL = /"([^"]*)"|[\\!](.)|_.|\*.|\[[^\]]*\]/gs
const DIGIT = /[0#?]/

interface PatternToken {
  text: string
  isLiteral: boolean
}

interface Section {
  condition: ((value: number) => boolean) | undefined
  pattern: string
}

const CONDITION = /\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/

const TESTS: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
  '=': (value, limit) => value === limit,
  '<>': (value, limit) => value !== limit,
}

/** The sections of a format; a semicolon in a literal parts none. */
function sectionsOf(format: string): Section[] {
  const pieces = format.match(/(?:"[^"]*"|[\\!].|\[[^\]]*\]|[^;"\\![])+|(?<=;|^)(?=;|$)/gs) ?? []
  return pieces.map((pattern) => {
    const [, sign = '', limit = ''] = CONDITION.exec(pattern) ?? []
    const test = TESTS[sign]
    return { pattern, condition: test && ((value) => test(value, Number(limit))) }
  })
}

function sectionFor(format: string, value: number): string {
  const sections = sectionsOf(format)
  const fitting = sections.find(({ condition }) => condition?.(value) === true)
  if (fitting) return fitting.pattern
  const plain = sections.filter(({ condition }) => condition === undefined)
  const at = sections.length > plain.length ? 0 : value < 0 ? 1 : value === 0 ? 2 : 0
  return (plain[at] ?? plain[0] ?? sections[0])?.pattern ?? ''
}

/** The literals of a pattern in their places, as characters that are no digits of a pattern. */
function tokensOf(pattern: string): PatternToken[] {
  const tokens: PatternToken[] = []
  let at = 0
  for (const match of pattern.matchAll(LITERAL)) {
    for (const sign of pattern.slice(at, match.index)) tokens.push({ text: sign, isLiteral: false })
    const text = match[1] ?? match[2] ?? ''
    if (text !== '') tokens.push({ text, isLiteral: true })
    at = match.index + match[0].length
  }
  for (const sign of pattern.slice(at)) tokens.push({ text: sign, isLiteral: false })
  return tokens
}

/** The digits of a number laid into the places of a pattern, from the right; the first place takes all that is left. */
function laid(tokens: readonly PatternToken[], digits: string): string {
  const first = tokens.findIndex(({ text, isLiteral }) => !isLiteral && DIGIT.test(text))
  let left = digits
  let shown = ''
  for (let i = tokens.length - 1; i >= 0; i -= 1) {
    const token = tokens[i]
    if (!token) continue
    if (token.isLiteral) shown = token.text + shown
    else if (i === first) shown = left + shown
    else if (DIGIT.test(token.text)) {
      shown = (left.slice(-1) || (token.text === '0' ? '0' : '')) + shown
      left = left.slice(0, -1)
    } else if (token.text !== ',') shown = token.text + shown
  }
  return shown
}

/**
 * What a format shows of a number that it scales, or to which it adds words: `0!.0,"万"` shows 125000 as 12.5万, `;;;`
 * shows nothing. Undefined for a format that shows the number itself, in whatever grouping and decimals.
 */
export function scaledText(value: number, format: string): string | undefined {
  if (/^(?:general|@)?$/i.test(format)) return undefined
  const tokens = tokensOf(sectionFor(format, value))
  const bare = tokens.map(({ text, isLiteral }) => (isLiteral ? '' : text)).join('')
  const hasWords = tokens.some(({ text, isLiteral }) => isLiteral && /[^\s()（）¥￥$€+-]/.test(text))
  const all = tokens.map(({ text }) => text).join('')
  if (/general/i.test(bare)) return hasWords ? all.replace(/general/i, String(value)) : undefined
  if (!DIGIT.test(bare)) return all
  const scale = /[0#?](,+)(?:[^0#?,]*)$/.exec(bare)?.[1]?.length ?? 0
  if (scale === 0) return hasWords ? shownBy(tokens, bare, value) : undefined
  return xlsxRunWords.scaled(shownBy(tokens, bare, value / 1000 ** scale), String(value))
}

function shownBy(tokens: readonly PatternToken[], bare: string, value: number): string {
  const decimals = /\.([0#?]+)/.exec(bare)?.[1]?.length ?? 0
  const [whole = '', fraction = ''] = Math.abs(value).toFixed(decimals).split('.')
  const sign = value < 0 ? '-' : ''
  const point = tokens.findIndex(({ text, isLiteral }) => !isLiteral && text === '.')
  if (point < 0) return sign + laid(tokens, whole)
  const after = [{ text: '.', isLiteral: true }, ...tokens.slice(point + 1)]
  return sign + laid(tokens.slice(0, point), whole) + laid(after, fraction)
}
