/** Numbers in Chinese characters: 十二, 一百零五, 二〇二四, 壹拾贰. */

const DIGITS = '〇一二三四五六七八九'
/** 大写, the numerals used on cheques. */
const FORMAL_DIGITS = '零壹贰叁肆伍陆柒捌玖'

export const hanScales: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  拾: 10,
  佰: 100,
  仟: 1000,
  万: 1e4,
  亿: 1e8,
}
export const hanDigits: readonly string[] = [...DIGITS, ...FORMAL_DIGITS, '两']

/** The digit that a character stands for; −1 for any other. */
export function hanDigitOf(character: string): number {
  if (character === '两') return 2
  return character === '' ? -1 : Math.max(DIGITS.indexOf(character), FORMAL_DIGITS.indexOf(character))
}

/** No figure of a report has more. */
const MOST_CHARACTERS = 12

/** Digit by digit, as a year is written; null if a scale is among them. */
function byDigits(characters: readonly string[]): number | null {
  const digits = characters.map(hanDigitOf)
  return digits.includes(-1) ? null : Number(digits.join(''))
}

/**
 * With 千, 百, 十, each smaller than the one before. Null for what can be read in two ways (一百二: 102 or 120) or in
 * none (十十).
 */
function byScales(characters: readonly string[]): number | null {
  let sum = 0
  let digit = -1
  let scale = Infinity
  let isGap = true
  for (const [at, character] of characters.entries()) {
    const next = hanScales[character]
    const value = hanDigitOf(character)
    if (next === undefined) {
      if (value < 0 || digit > 0) return null
      isGap ||= value === 0
      digit = value
    } else {
      const isBare = digit <= 0
      if (next >= scale || next > 1000 || (isBare && !(next === 10 && at === 0))) return null
      sum += (isBare ? 1 : digit) * next
      scale = next
      digit = -1
      isGap = next === 10
    }
  }
  if (digit > 0 && !isGap) return null
  return sum + Math.max(digit, 0)
}

/** With one 万: what stands after it is smaller, and begins with 零 where a place is left out. */
function byMyriads(text: string): number | null {
  const [before = '', after = '', more] = text.split('万')
  const [high, low] = [before, after].map((part) => (part === '' ? null : byScales([...part])))
  if (more !== undefined || high === null || high === undefined || high === 0) return null
  if (after === '') return high * 1e4
  const isWhole = after.startsWith('零') ? low !== null && low !== undefined && low > 0 : (low ?? 0) >= 1000
  return isWhole ? high * 1e4 + (low ?? 0) : null
}

/** The number that the text is, and nothing else; null where it is none, or can be read in two ways. */
export function readHanNumeral(text: string): number | null {
  const characters = [...text]
  if (characters.length === 0 || characters.length > MOST_CHARACTERS) return null
  return byDigits(characters) ?? (text.includes('万') ? byMyriads(text) : byScales(characters))
}
