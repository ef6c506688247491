import type { Characters } from './characters'
import { wordsByHead, type WordTag } from './lexicon'
import { numeralAt, type Numeral } from './numerals'

/** `other text` is what the lexicon does not know; `title` a name in 《》. */
export type Tag = WordTag | Numeral['kind'] | 'text' | 'title' | 'stop' | 'semi' | 'comma' | 'pause' | '(' | ')'

/** Places are those of the plain characters. */
export interface Token {
  tag: Tag
  start: number
  end: number
  value: number
  approximate: boolean
  isOne: boolean
}

const MARKS: Readonly<Record<string, Tag>> = {
  ...{ '。': 'stop', '！': 'stop', '!': 'stop', '?': 'stop', '\n': 'stop', ';': 'semi', ',': 'comma', ':': 'comma' },
  ...{ '、': 'pause', '/': 'pause', '(': '(', ')': ')' },
}
const SILENT = /[“”"'‘’·—\-~`*#_…]/
const CLOSING: Readonly<Partial<Record<string, string>>> = { '《': '》', '〔': '〕', '<': '>' }
const QUOTES = new Set('“”')
const LONGEST_TITLE = 80
const TIME_FOLLOWS = /^[上去前往2一同]/

const token = (tag: Tag, start: number, end: number): Token => {
  return { tag, start, end, value: NaN, approximate: false, isOne: false }
}

/** 《…》 or 〔…〕 as a whole: figures and years in it belong to the document named. */
function titleAt(text: string, start: number): Token | null {
  const closing = CLOSING[text.charAt(start)]
  if (closing === undefined) return null
  const end = text.slice(start, start + LONGEST_TITLE).indexOf(closing)
  return end < 0 ? null : token('title', start, start + end + 1)
}

/** 复议机关, 行政诉讼法: an office or a law, no case. */
const NO_CASE = /^(?:机关|机构|审查机关|决定|法)/

function wordAt(text: string, start: number): Token | null {
  const found = wordsByHead.get(text.charAt(start))?.find(({ word }) => text.startsWith(word, start))
  if (!found) return null
  const end = start + found.word.length
  const isCase = found.tag !== 'review' && found.tag !== 'lawsuit'
  return token(isCase || !NO_CASE.test(text.slice(end, end + 4)) ? found.tag : 'skip', start, end)
}

/** Words that make one with the word after them: 政府信息公开 and 申请 are applications, 办理 and 完毕 conclude. */
const FUSIONS: Readonly<Partial<Record<string, Tag>>> = {
  ...{
    'open apply': 'ask',
    'ask apply': 'ask',
    'apply open': 'ask',
    'ask open': 'ask',
    'info ask': 'ask',
    'review apply': 'review',
    'letter apply': 'apply',
  },
}
const COMPLETES = /^完[成毕结]/
const HANDLED = /^已办(?![公事法])/

/** 为零, 均为零: a number; any other 零 denies (零申请). */
function zeroAt(text: string, start: number): Token | null {
  const isZero = text.charAt(start) === '零' && /[为是]/.test(text.charAt(start - 1))
  return isZero ? { ...token('plain', start, start + 1), value: 0 } : null
}

function numberAt(text: string, start: number): Token | null {
  const numeral = numeralAt(text, start)
  return numeral && { ...token(numeral.kind, start, numeral.end), ...numeral, tag: numeral.kind, start }
}

function markAt(text: string, start: number): Token | null {
  const character = text.charAt(start)
  if (/[较比]/.test(character) && TIME_FOLLOWS.test(text.charAt(start + 1))) return token('compare', start, start + 1)
  const isPeriod = character === '.' && !/[0-9a-z]/i.test(text.charAt(start + 1) + text.charAt(start - 1))
  const tag = isPeriod ? 'stop' : MARKS[character]
  return tag ? token(tag, start, start + 1) : null
}

const tokenAt = (text: string, at: number): Token =>
  markAt(text, at) ??
  titleAt(text, at) ??
  zeroAt(text, at) ??
  numberAt(text, at) ??
  wordAt(text, at) ??
  token('text', at, at + 1)

function fused(last: Token, { tag, start }: Token, text: string): Tag | undefined {
  if (last.tag === 'done' && tag === 'skip' && HANDLED.test(text.slice(last.start, start + 2))) return 'conclude'
  if (last.tag === 'handle' && COMPLETES.test(text.slice(start, start + 2))) return 'conclude'
  return FUSIONS[`${last.tag} ${tag}`]
}

/** Adds a token; characters that no word knows become one. */
function append(tokens: Token[], found: Token, text: string): void {
  const last = tokens[tokens.length - 1]
  const isNext = last?.end === found.start
  if (last?.tag === 'about' && isNext) found.approximate = true
  const fusion = last && isNext ? fused(last, found, text) : undefined
  if (last?.tag === 'text' && found.tag === 'text' && isNext) last.end = found.end
  else if (last && fusion) Object.assign(last, { tag: fusion, end: found.end })
  else if (found.tag !== 'text' || !SILENT.test(text.charAt(found.start))) tokens.push(found)
}

/** The words of a text, in one pass: at each place the longest word, number or name. */
export function tokensOf({ text }: Characters): Token[] {
  const tokens: Token[] = []
  let isQuoted = false
  for (let i = 0; i < text.length;) {
    const found = tokenAt(text, i)
    if (QUOTES.has(text.charAt(i))) isQuoted = text.charAt(i) === '“'
    // “办结一件申请，解决一个问题” is a motto.
    if (found.isOne && isQuoted) found.tag = 'odd'
    append(tokens, found, text)
    i = found.end
  }
  return tokens
}
