/** Personal data in prose that must not be published (《政府信息公开条例》第十五条), and how to show them masked. */
import type { TextRange } from './text-range'
import { namesIn } from './applicant-names'

export interface PrivateDatum extends TextRange {
  kind: 'identity' | 'likeIdentity' | 'mobile' | 'contact' | 'card' | 'name'
  /** As it may be shown. */
  masked: string
}

const HALF_WIDTH = /[０-９Ｘｘ－　\u00a0＊]/g

/** The same text, character for character, with half-width digits. */
const halfWidth = (text: string): string =>
  text.replace(HALF_WIDTH, (sign) => (/\s/.test(sign) ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0)))

/** Digits in groups separated by one blank or hyphen: one number, or several side by side. */
const RUN = /\d(?:[ \-–]?\d){10,}(?:[ \-–]?[Xx])?/g

const CHECK_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'

/** GB 11643: the last of the 18 characters is computed from the 17 before it. */
const hasCheckDigit = (digits: string): boolean =>
  CHECK_DIGITS[CHECK_WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11] === digits[17]

/** The first two digits are those of a province. */
const REGION = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Of 18 digits that begin like those of a person, few have the day of another century. */
const LAST_YEAR = 2099

function isBirthDate(date: string): boolean {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6, 8))]
  return year >= 1900 && year <= LAST_YEAR && day >= 1 && day <= (DAYS[month - 1] ?? 0)
}

const isIdentity18 = (digits: string): boolean =>
  /^\d{17}[\dX]$/.test(digits) && REGION.test(digits) && isBirthDate(digits.slice(6, 14))
const isIdentity15 = (digits: string): boolean =>
  /^\d{15}$/.test(digits) && REGION.test(digits) && isBirthDate(`19${digits.slice(6, 12)}`)

/** Luhn, ISO/IEC 7812. */
function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, sign, i) => {
    const value = Number(sign) * (i % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** 银联, Visa, Mastercard, JCB, and older bank cards. */
const isCard = (digits: string): boolean =>
  /^(?:62\d{14,17}|60\d{14,17}|9[5-9]\d{14,17}|4\d{15}|5[1-5]\d{14}|35\d{14})$/.test(digits) && isLuhn(digits)

/** 138 1234 5678 and 138-1234-5678, with or without the country code. */
const MOBILE = /^(?:(?:00)?86[ -]?)?1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})$/

/** Text around a number that is no personal datum: a count, a document's number, an address, an office's telephone. */
const COUNTS = /^\s*(?:[余多]?(?:[万亿]|[人件条批户家份项次个元笔宗起套台平亩吨]|美元|公里)|%|\.\d|号(?!码))/
const NAMED =
  /(?:[A-Za-z_=.#〕\]￥¥$]|[A-Za-z][!-~]*\/|第|编号|文号|案号|字|代码|受理号|登记号|流水号|许可证号?|备案号|信用代码[：:]?)\s*$/
const CONTACT = /(?:本机关|办公室|联系方式|联系电话|联系人|咨询|监督电话|值班|热线|受理机构|传真|邮编)[^。；\n]{0,24}$/

type Kind = PrivateDatum['kind']

function kindOf(digits: string, written: string): Kind | null {
  if (isIdentity18(digits)) return hasCheckDigit(digits) ? 'identity' : 'likeIdentity'
  if (isIdentity15(digits)) return 'identity'
  if (MOBILE.test(written)) return 'mobile'
  return isCard(digits) ? 'card' : null
}

const SHOWN: Readonly<Record<Exclude<Kind, 'name'>, readonly [number, number]>> = {
  identity: [3, 2],
  likeIdentity: [3, 2],
  mobile: [3, 2],
  contact: [3, 2],
  card: [4, 3],
}

function mask(digits: string, kind: Exclude<Kind, 'name'>): string {
  const [head, tail] = SHOWN[kind]
  return digits.slice(0, head) + '*'.repeat(digits.length - head - tail) + digits.slice(-tail)
}

/** The longest number that is looked for has so many digits: a bank card. */
const MOST_DIGITS = 19

interface Run {
  start: number
  written: string
  /** Where its groups begin and end, counted from its own start. */
  groups: readonly TextRange[]
}

function runOf(match: RegExpMatchArray): Run {
  const [written] = match
  const groups = [...written.matchAll(/\d+[Xx]?|[Xx]/g)].map(({ 0: group, index }) => ({
    start: index,
    end: index + group.length,
  }))
  return { start: match.index ?? 0, written, groups }
}

interface PrivateNumber extends TextRange {
  digits: string
  kind: Exclude<Kind, 'name'>
}

/** Four digits or three together, or each by itself as in a form's boxes. Shorter groups are a list of counts. */
const isGrouped = (piece: string): boolean => /^\d{3,}(?:\D\d{3,})*(?:\D[\dXx]+)?$|^\d(?:\D[\dXx])*$/.test(piece)

function numberOf({ written }: Run, start: number, end: number): PrivateNumber | undefined {
  const piece = written.slice(start, end)
  const digits = piece.replace(/[ \-–]/g, '').toUpperCase()
  const kind = kindOf(digits, piece)
  if (kind === null || kind === 'name') return undefined
  const isSure = kind === 'mobile' || (kind === 'identity' && digits.length === 18)
  return isSure || isGrouped(piece) ? { start, end, digits, kind } : undefined
}

/** A number that begins with a group: the group alone, else with as many as possible of those that follow. */
function numberAt(run: Run, first: number): PrivateNumber | undefined {
  const { start } = run.groups[first] ?? { start: 0 }
  const near = run.groups.slice(first, first + MOST_DIGITS)
  // With a separator behind each digit a number is twice as long.
  const ends = near.flatMap(({ end }) => (end - start <= 2 * MOST_DIGITS ? [end] : []))
  const [alone, ...longer] = ends
  const inOrder = [...(alone === undefined ? [] : [alone]), ...longer.reverse()]
  return inOrder.map((end) => numberOf(run, start, end)).find((number) => number !== undefined)
}

/** The numbers of a run, one after the other; groups that belong to none are passed over. */
function numbersOf(run: Run): PrivateNumber[] {
  const numbers: PrivateNumber[] = []
  let end = 0
  run.groups.forEach(({ start }, i) => {
    const number = start < end ? undefined : numberAt(run, i)
    if (!number) return
    numbers.push(number)
    end = number.end
  })
  return numbers
}

/** Whether the words around a number say that it is none of a person. What a hyphen ties to it is one with it. */
function isOther(text: string, { start: from, written }: Run, { start, end }: PrivateNumber): boolean {
  const first = from + written.lastIndexOf(' ', start) + 1
  const blank = written.indexOf(' ', end)
  const last = from + (blank < 0 ? written.length : blank)
  const before = text.slice(Math.max(0, first - 40), first)
  return COUNTS.test(text.slice(last, last + 4)) || NAMED.test(before) || /[A-Za-z_]/.test(text.charAt(from + end))
}

function dataOf(text: string, run: Run): PrivateDatum[] {
  return numbersOf(run).flatMap((number) => {
    if (isOther(text, run, number)) return []
    const [start, end] = [run.start + number.start, run.start + number.end]
    const isContact = number.kind === 'mobile' && CONTACT.test(text.slice(Math.max(0, start - 40), start))
    const kind = isContact ? 'contact' : number.kind
    return [{ kind, start, end, masked: mask(number.digits, kind) }]
  })
}

/** Every personal datum of a text, in the order of the text. */
export function privateData(text: string): PrivateDatum[] {
  const half = halfWidth(text)
  const numbers = [...half.matchAll(RUN)].flatMap((match) => dataOf(half, runOf(match)))
  const names = namesIn(text).map(({ start, end, masked }) => ({ kind: 'name' as const, start, end, masked }))
  return [...numbers, ...names].sort((a, b) => a.start - b.start)
}
