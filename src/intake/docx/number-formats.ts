/** How Word prints the numbers of its lists, by the names that .docx has for it (`ST_NumberFormat` of ECMA-376). */

const DIGITS = '零一二三四五六七八九'
const LEGAL = '零壹贰叁肆伍陆柒捌玖'
const HUNDRED = 100

/** With tens and ones, as far as two digits go; `one` is what stands before ten itself. */
function inTens(number: number, digits: string, ten: string, one: string): string {
  if (number >= HUNDRED) return String(number)
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const head = tens === 0 ? '' : `${tens === 1 ? one : digits.charAt(tens)}${ten}`
  return head + (ones === 0 && tens > 0 ? '' : digits.charAt(ones))
}

const chinese = (number: number) => inTens(number, DIGITS, '十', '')
const legal = (number: number) => inTens(number, LEGAL, '拾', '壹')
const byDigit = (number: number) => String(number).replace(/\d/g, (d) => (d === '0' ? '〇' : DIGITS.charAt(Number(d))))
/** After z comes aa, then bb. */
const letter = (number: number) =>
  number < 1 ? String(number) : String.fromCharCode(0x61 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))
/** Signs that Unicode has for 1 to 20, one after the other. */
const sign = (first: number) => (number: number) =>
  number > 0 && number <= 20 ? String.fromCharCode(first + number - 1) : String(number)
const wide = (number: number) => String(number).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
/** Signs that begin anew when all have been used. */
const inTurn = (signs: string) => (number: number) =>
  number < 1 ? String(number) : signs.charAt((number - 1) % signs.length)

const ROMAN = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
  ] as const),
  ...([
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
]
const LARGEST_ROMAN = 3999

function roman(number: number): string {
  if (number < 1 || number > LARGEST_ROMAN) return String(number)
  let left = number
  return ROMAN.map(([value, letters]) => {
    const times = Math.floor(left / value)
    left -= times * value
    return letters.repeat(times)
  }).join('')
}

const formats: Readonly<Record<string, (number: number) => string>> = {
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  decimalEnclosedCircle: sign(0x2460),
  decimalEnclosedCircleChinese: sign(0x2460),
  decimalEnclosedParen: sign(0x2474),
  decimalEnclosedFullstop: sign(0x2488),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  chineseLegalSimplified: legal,
  ideographDigital: byDigit,
  ideographTraditional: inTurn('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: inTurn('子丑寅卯辰巳午未申酉戌亥'),
  lowerLetter: letter,
  upperLetter: (number) => letter(number).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (number) => roman(number).toUpperCase(),
}

/** Whether a format prints a number: a bullet is a mark, and `none` is nothing. */
export const isNumbered = (format: string): boolean => format !== 'bullet' && format !== 'none'

/** A number as it is printed. In a format that is not known here it is printed in digits, so that it is not lost. */
export const printed = (format: string, number: number): string => (formats[format] ?? String)(number)
