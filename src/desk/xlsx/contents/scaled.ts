import { xlsxRunWords } from '../../../words/xlsx'

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

/** The section that shows a number, and whether it is the one for negative numbers, which shows its own sign or none. */
function sectionFor(format: string, value: number): { pattern: string; isOfNegatives: boolean } {
  const sections = sectionsOf(format)
  const fitting = sections.find(({ condition }) => condition?.(value) === true)
  const plain = sections.filter(({ condition }) => condition === undefined)
  const at = sections.length > plain.length ? 0 : value < 0 ? 1 : value === 0 ? 2 : 0
  const { pattern = '' } = fitting ?? plain[at] ?? plain[0] ?? sections[0] ?? {}
  return {
    pattern,
    isOfNegatives: fitting ? /^[^0#?]*-/.test(bareOf(tokensOf(pattern))) : at === 1 && plain.length > 1,
  }
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

const bareOf = (tokens: readonly PatternToken[]): string =>
  tokens.map(({ text, isLiteral }) => (isLiteral ? '' : text)).join('')

/** The format without a format, as Excel writes it in English and in Chinese. */
const GENERAL = /general|G\/通用格式/i
const NO_WORD = /^[\s()（）¥￥$€—–-]*$/

/** A 0 that a format of numbers shows as a dash, as those of accounting do, or not at all: the figure is 0. */
function isZeroAsUsual(value: number, format: string): boolean {
  if (value !== 0) return false
  const shown = tokensOf(sectionFor(format, 0).pattern)
  const ofOthers = bareOf(tokensOf(sectionFor(format, 1).pattern))
  return NO_WORD.test(textOf(shown)) && (DIGIT.test(ofOthers) || GENERAL.test(ofOthers))
}

const EXACT_DIGITS = 15

/** A number as it is stored, without what binary fractions add. */
export function exactText(value: number): string {
  const exact = Number(value.toPrecision(EXACT_DIGITS))
  return Number.isInteger(exact) && Math.abs(exact) < 1e21 ? BigInt(exact).toString() : String(exact)
}

/**
 * What a format shows of a number that it scales, or to which it adds words: `0!.0,"万"` shows 125000 as 12.5万, `;;;`
 * shows nothing. Undefined for a format that shows the number itself, in whatever grouping and decimals. Decimals that
 * a format leaves out are kept: rounding would change the figure.
 */
export function scaledText(value: number, format: string): string | undefined {
  if (/^(?:general|@)?$/i.test(format) || isZeroAsUsual(value, format)) return undefined
  const { pattern, isOfNegatives } = sectionFor(format, value)
  const tokens = tokensOf(pattern)
  const bare = bareOf(tokens)
  const hasWords = tokens.some(({ text, isLiteral }) => isLiteral && /[^\s()（）¥￥$€+-]/.test(text))
  const all = tokens.map(({ text }) => text).join('')
  const sign = value < 0 && !isOfNegatives ? '-' : ''
  const exact = exactText(Math.abs(value))
  if (GENERAL.test(bare)) return hasWords ? sign + all.replace(GENERAL, exact) : undefined
  // A section for texts: a number is shown as it is.
  if (bare.includes('@')) return undefined
  if (!DIGIT.test(bare)) return all
  const scale = scaleOf(bare)
  if (scale === 0 && !hasWords) return undefined
  const places = placesOf(tokens)
  if (isScaled(tokens, bare))
    return xlsxRunWords.scaled(sign + shownBy(tokens, bare, value / 1000 ** scale), exactText(value))
  const shown = sign + around(tokens, places, exact)
  return isTurned(value, shown) ? xlsxRunWords.scaled(shown, exactText(value)) : shown
}

/** How many times a pattern shows only the thousandth. */
const scaleOf = (bare: string): number => /[0#?](,+)(?:[^0#?,]*)$/.exec(bare)?.[1]?.length ?? 0

/** True for a pattern that shows a part of a number: scaled, or with a literal among its digits. */
const isScaled = (tokens: readonly PatternToken[], bare: string): boolean =>
  scaleOf(bare) > 0 || placesOf(tokens).some(({ isLiteral }) => isLiteral)

/** True for a format that shows another number than the one that is stored: `0!.0,"万"` shows 125000 as 12.5万. */
export function showsAnotherNumber(value: number, format: string): boolean {
  const tokens = tokensOf(sectionFor(format, value).pattern)
  const bare = bareOf(tokens)
  return DIGIT.test(bare) && !GENERAL.test(bare) && isScaled(tokens, bare)
}

/** True for a format whose part for texts is blank: `;;;` shows none. */
export function showsNoText(format: string | undefined): boolean {
  const sections = format === undefined ? [] : sectionsOf(format)
  return sections.length > 3 && (sections[3]?.pattern ?? '').trim() === ''
}

/** True for a negative number that is shown as a positive one, perhaps in red. */
const isTurned = (value: number, shown: string): boolean => value < 0 && !/^\D*[-(（−]/.test(shown)

/** A number with what the pattern has before and after the places of its digits. */
function around(tokens: readonly PatternToken[], places: readonly PatternToken[], exact: string): string {
  const start = tokens.findIndex((token) => token === places[0])
  return textOf(tokens.slice(0, start)) + exact + textOf(tokens.slice(start + places.length))
}

const textOf = (tokens: readonly PatternToken[]): string => tokens.map(({ text }) => text).join('')

/** From the first place of a digit to the last one. */
function placesOf(tokens: readonly PatternToken[]): PatternToken[] {
  const at = tokens.flatMap(({ text, isLiteral }, i) => (!isLiteral && DIGIT.test(text) ? [i] : []))
  return tokens.slice(at[0], (at[at.length - 1] ?? 0) + 1)
}

function shownBy(tokens: readonly PatternToken[], bare: string, value: number): string {
  const decimals = /\.([0#?]+)/.exec(bare)?.[1]?.length ?? 0
  const [whole = '', fraction = ''] = Math.abs(value).toFixed(decimals).split('.')
  const point = tokens.findIndex(({ text, isLiteral }) => !isLiteral && text === '.')
  if (point < 0) return laid(tokens, whole)
  const after = [{ text: '.', isLiteral: true }, ...tokens.slice(point + 1)]
  return laid(tokens.slice(0, point), whole) + laid(after, fraction)
}
