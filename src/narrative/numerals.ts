import { hanDigitOf, hanDigits, hanScales } from '../report'

/** A number in a text of plain characters, with what it counts. */
export interface Numeral {
  kind: 'count' | 'money' | 'year' | 'percent' | 'plain' | 'odd'
  value: number
  approximate: boolean
  end: number
  /** Written as 一, which in 未发生一起 is no number. */
  isOne: boolean
}

/** Units, and their longer form with 次. */
const UNITS: Readonly<Partial<Record<string, string>>> = {
  件: '件次',
  条: '条次',
  份: '份次',
  起: '',
  项: '',
  宗: '',
  例: '',
  封: '',
  次: '',
  篇: '',
  批: '',
  个: '',
}
/** 复议、诉讼两项均为零: how many things were named. */
const OF_THE_NAMED = /^[项者](?:[均皆都][为是]|合计|共计|总计|数据|指标)/
const DAYS = /^个(?:工作日|自然日|月)/
const FOLLOWS_PIECE = /[，,。；;、()申案复行诉政依：:\n]/
const MORE = /[余多来几]/
/** Longer runs of digits are numbers of documents, telephones or accounts, and count nothing. */
const MOST_DIGITS = 12

/** Whether a character can begin a number. */
const HEADS: ReadonlySet<string> = new Set(`0123456789${hanDigits.join('')}${Object.keys(hanScales).join('')}`)
export const beginsNumeral = (character: string): boolean => HEADS.has(character)

const isDigit = (character: string) => character >= '0' && character <= '9'

function digitsEnd(text: string, from: number): number {
  let end = from
  while (isDigit(text.charAt(end))) end += 1
  return end
}

interface Written {
  value: number
  end: number
  /** 百 or 万 without a digit before it. */
  isBare: boolean
}

/** Digits with thousands separators and decimals. */
function arabic(text: string, from: number): Written {
  let end = digitsEnd(text, from)
  let plain = text.slice(from, end)
  const isGrouped = plain.length <= 3
  while (isGrouped && plain.length <= MOST_DIGITS && text.charAt(end) === ',' && digitsEnd(text, end + 1) === end + 4) {
    plain += text.slice(end + 1, end + 4)
    end += 4
  }
  if (text.charAt(end) === '.' && isDigit(text.charAt(end + 1))) {
    const decimals = digitsEnd(text, end + 1)
    plain += text.slice(end, decimals)
    end = decimals
  }
  return { value: plain.length > MOST_DIGITS ? NaN : Number(plain), end, isBare: false }
}

/** Chinese numerals such as 三百零五, 十二, 两, 百 (上百). */
function chinese(text: string, from: number): Written | null {
  let sum = 0
  let section = 0
  let digit = -1
  let end = from
  for (; end - from < 20; end++) {
    const character = text.charAt(end)
    const scale = hanScales[character] ?? 0
    const value = hanDigitOf(character)
    if (scale >= 1e4) {
      sum = (sum + section + Math.max(digit, sum + section === 0 && digit < 0 ? 1 : 0)) * scale
      section = 0
      digit = -1
    } else if (scale > 0) {
      section += (digit < 0 || digit === 0 ? 1 : digit) * scale
      digit = -1
    } else if (value >= 0) {
      digit = digit > 0 ? digit * 10 + value : value
    } else break
  }
  if (end === from) return null
  return { value: sum + section + Math.max(digit, 0), end, isBare: (hanScales[text.charAt(from)] ?? 0) > 10 }
}

/** 万, 余 and the like after the digits. */
function scaled(text: string, from: number, value: number): { value: number; end: number; approximate: boolean } {
  let end = from
  let approximate = false
  for (let part = 0; part < 3; part++) {
    const character = text.charAt(end)
    const scale = hanScales[character] ?? 0
    if (scale >= 100) value = Math.round(value * scale * 100) / 100
    else if (MORE.test(character)) approximate = true
    else break
    end += 1
  }
  return { value, end, approximate }
}

function unitAt(text: string, at: number): string {
  const character = text.charAt(at)
  const unit = UNITS[character]
  if (unit === undefined) return ''
  const next = text.charAt(at + 1)
  if (unit !== '' && next === '次') return unit
  return character === '个' && next !== '' && !FOLLOWS_PIECE.test(next) ? '' : character
}

const isRange = (text: string, at: number) => /[-~—至到]/.test(text.charAt(at)) && isDigit(text.charAt(at + 1))

/** A range (3至5件), which states no number. */
function rangeAt(text: string, dash: number, value: number): Numeral {
  const last = digitsEnd(text, dash + 1)
  return { kind: 'odd', value, approximate: true, end: last + unitAt(text, last).length, isOne: false }
}

/** Whether a numeral is no number: 第8件, 每一件, 数十件. */
function isNoNumber(text: string, from: number, isOne: boolean): boolean {
  const before = text.charAt(from - 1)
  if (before === '第' || (isOne && /[每这某同逐]/.test(before))) return true
  return /[数几]/.test(before) && text.charAt(from) in hanScales
}

/** The kind of a number and its end, from what follows it: a unit, 元, 年, % or the end of the clause. */
function kindAt(text: string, tail: number, value: number, isArabic: boolean): [Numeral['kind'], number] | null {
  if (OF_THE_NAMED.test(text.slice(tail, tail + 3))) return ['odd', tail + 1]
  const unit = unitAt(text, tail)
  if (unit !== '') return ['count', tail + unit.length]
  const next = text.charAt(tail)
  if (next === '元') return ['money', tail + 1]
  // 在十五个工作日内
  if (!isArabic) return DAYS.test(text.slice(tail, tail + 4)) ? ['odd', tail] : null
  if (next === '年') return [value >= 1990 && value <= 2100 ? 'year' : 'odd', tail + 1]
  if (next === '%') return ['percent', tail + 1]
  return [next === '' || /[，,。；;、()\n.]/.test(next) ? 'plain' : 'odd', tail]
}

/** The number that begins at `from`; null where none does. An ordinal (第3条) is no number. */
export function numeralAt(text: string, from: number): Numeral | null {
  const isArabic = isDigit(text.charAt(from))
  const written = isArabic ? arabic(text, from) : chinese(text, from)
  if (written === null) return null
  const { value, end: tail, approximate } = scaled(text, written.end, written.value)
  if (isRange(text, tail)) return rangeAt(text, tail, value)
  const kindAndEnd = kindAt(text, tail, value, isArabic)
  if (kindAndEnd === null) return null
  const [kind, end] = kindAndEnd
  const isOne = !isArabic && value === 1
  const isAbove = kind === 'count' && text.startsWith('以上', end)
  return {
    kind: Number.isNaN(value) || isNoNumber(text, from, isOne) ? 'odd' : kind,
    value,
    approximate: approximate || written.isBare || isAbove,
    end,
    isOne,
  }
}
