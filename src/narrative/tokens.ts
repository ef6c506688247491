import type { Characters } from './characters'
import { wordsByHead, type WordTag } from './lexicon'
import { beginsNumeral, numeralAt, type Numeral } from './numerals'

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
  '。': 'stop',
  '！': 'stop',
  '!': 'stop',
  '?': 'stop',
  '\n': 'stop',
  ';': 'semi',
  ',': 'comma',
  ':': 'comma',
  '、': 'pause',
  '/': 'pause',
  '(': '(',
  ')': ')',
}
const SILENT = /[“”"'‘’·—\-~`*#_…]/
const CLOSING: Readonly<Partial<Record<string, string>>> = { '《': '》', '〔': '〕', '<': '>' }
const QUOTES = new Set('“”')
const LONGEST_TITLE = 80
const TIME_FOLLOWS = /^[上去前往2一同]/

const token = (tag: Tag, start: number, end: number, value = NaN): Token => {
  return { tag, start, end, value, approximate: false, isOne: false }
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
  const found = wordsByHead()
    .get(text.charAt(start))
    ?.find(({ word }) => text.startsWith(word, start))
  if (!found) return null
  const end = start + found.word.length
  const isCase = found.tag !== 'review' && found.tag !== 'lawsuit'
  return token(isCase || !NO_CASE.test(text.slice(end, end + 4)) ? found.tag : 'skip', start, end)
}

/** Words that make one with the word after them: 政府信息公开 and 申请 are applications, 办理 and 完毕 conclude. */
const FUSIONS: Readonly<Partial<Record<Tag, Readonly<Partial<Record<Tag, Tag>>>>>> = {
  open: { apply: 'ask' },
  ask: { apply: 'ask', open: 'ask' },
  apply: { open: 'ask' },
  info: { ask: 'ask' },
  review: { apply: 'review' },
  letter: { apply: 'apply' },
}
const COMPLETES = /^完[成毕结]/
const HANDLED = /^已办(?![公事法])/

/** 为零, 均为零: a number; any other 零 denies (零申请). */
function numberAt(text: string, start: number): Token | null {
  if (text.charAt(start) === '零' && /[为是]/.test(text.charAt(start - 1))) return token('plain', start, start + 1, 0)
  const numeral = numeralAt(text, start)
  if (numeral === null) return null
  const { kind, value, approximate, end, isOne } = numeral
  return { tag: kind, start, end, value, approximate, isOne }
}

const SIGNS: ReadonlySet<string> = new Set([...Object.keys(MARKS), ...Object.keys(CLOSING), '.', '较', '比'])

function signAt(text: string, start: number): Token | null {
  const character = text.charAt(start)
  const tag = MARKS[character]
  if (tag) return token(tag, start, start + 1)
  const next = text.charAt(start + 1)
  if (character === '较' || character === '比')
    return TIME_FOLLOWS.test(next) ? token('compare', start, start + 1) : null
  if (character !== '.') return titleAt(text, start)
  return /[0-9a-z]/i.test(next + text.charAt(start - 1)) ? null : token('stop', start, start + 1)
}

function tokenAt(text: string, at: number): Token | null {
  const character = text.charAt(at)
  const sign = SIGNS.has(character) ? signAt(text, at) : null
  return sign ?? (beginsNumeral(character) ? numberAt(text, at) : null) ?? wordAt(text, at)
}

function fused(last: Token, { tag, start }: Token, text: string): Tag | undefined {
  if (last.tag === 'done' && tag === 'skip' && HANDLED.test(text.slice(last.start, start + 2))) return 'conclude'
  if (last.tag === 'handle' && COMPLETES.test(text.slice(start, start + 2))) return 'conclude'
  return FUSIONS[last.tag]?.[tag]
}

/** Adds a token to those before it, or to the last of them where the two are one. */
function append(tokens: Token[], found: Token, text: string): void {
  const last = tokens[tokens.length - 1]
  const isNext = last?.end === found.start
  if (last?.tag === 'about' && isNext) found.approximate = true
  const fusion = last && isNext ? fused(last, found, text) : undefined
  if (!last || fusion === undefined) tokens.push(found)
  else {
    last.tag = fusion
    last.end = found.end
  }
}

/** Adds a character that no word knows; several become one. */
function appendText(tokens: Token[], at: number, text: string): void {
  const last = tokens[tokens.length - 1]
  if (last?.tag === 'text' && last.end === at) last.end = at + 1
  else if (!SILENT.test(text.charAt(at))) append(tokens, token('text', at, at + 1), text)
}

/** The words of a text, in one pass: at each place the longest word, number or name. */
export function tokensOf({ text }: Characters): Token[] {
  const tokens: Token[] = []
  let isQuoted = false
  for (let i = 0; i < text.length;) {
    const found = tokenAt(text, i)
    if (found) {
      // “办结一件申请，解决一个问题” is a motto.
      if (found.isOne && isQuoted) found.tag = 'odd'
      append(tokens, found, text)
      i = found.end
    } else {
      if (QUOTES.has(text.charAt(i))) isQuoted = text.charAt(i) === '“'
      appendText(tokens, i, text)
      i += 1
    }
  }
  return tokens
}
