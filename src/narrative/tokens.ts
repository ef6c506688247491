import type { Characters } from './characters'
import { wordsByHead, type WordTag } from './lexicon'
import { beginsNumeral, numeralAt, type Numeral } from './numerals'

/** `text`: characters outside the lexicon; `title`: a name in 《》. */
export type Tag = WordTag | Numeral['kind'] | 'text' | 'title' | 'stop' | 'semi' | 'comma' | 'pause' | '(' | ')'

/** `start` and `end` are positions in the plain characters. */
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

/** 《…》 or 〔…〕 as one token, because numbers and years in it belong to the document named. */
function titleAt(text: string, start: number): Token | null {
  const closing = CLOSING[text.charAt(start)]
  if (closing === undefined) return null
  const end = text.slice(start, start + LONGEST_TITLE).indexOf(closing)
  return end < 0 ? null : token('title', start, start + end + 1)
}

/** What follows 复议 or 诉讼 in words for an office or a law (复议机关, 行政诉讼法), which name no case. */
const NO_CASE = /^(?:机关|机构|审查机关|决定|法|判决|庭审|答复通知|答辩材料|答辩状)/

function wordAt(text: string, start: number): Token | null {
  const entry = wordsByHead()
    .get(text.charAt(start))
    ?.find(({ word }) => text.startsWith(word, start))
  if (!entry) return null
  const end = start + entry.word.length
  const isCase = entry.tag !== 'review' && entry.tag !== 'lawsuit'
  return token(isCase || !NO_CASE.test(text.slice(end, end + 4)) ? entry.tag : 'skip', start, end)
}

/** Words that join with the word after them: 政府信息公开 and 申请 mean applications, 办理 and 完毕 mean concluding. */
const FUSIONS: Readonly<Partial<Record<Tag, Readonly<Partial<Record<Tag, Tag>>>>>> = {
  open: { apply: 'ask' },
  ask: { apply: 'ask', open: 'ask' },
  apply: { open: 'ask' },
  info: { ask: 'ask' },
  review: { apply: 'review' },
  letter: { apply: 'apply' },
}
const RECEIVED: Tag[] = ['apply', 'ask', 'open']
const COMPLETES = /^完[成毕结]/
const HANDLED = /^已办(?![公事法])/

/** The number at a place. 零 is a number after 为 or 是; any other 零 is a denial (零申请). */
function numberAt(text: string, start: number): Token | null {
  if (text.charAt(start) === '零' && /[为是]/.test(text.charAt(start - 1)) && !/[元件条]/.test(text.charAt(start + 1)))
    return token('plain', start, start + 1, 0)
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

/** Adds a token, or joins it with the last one where the two make one word. */
function append(tokens: Token[], next: Token, text: string): void {
  const last = tokens[tokens.length - 1]
  const isNext = last?.end === next.start
  if (last?.tag === 'about' && isNext) next.approximate = true
  // 共收申请6件
  if (last && isNext && RECEIVED.includes(next.tag) && text.slice(last.start, last.end) === '收') last.tag = 'receive'
  const fusion = last && isNext ? fused(last, next, text) : undefined
  if (!last || fusion === undefined) tokens.push(next)
  else {
    last.tag = fusion
    last.end = next.end
  }
}

/** Adds a character outside the lexicon; several in a row become one token. */
function appendText(tokens: Token[], at: number, text: string): void {
  const last = tokens[tokens.length - 1]
  if (last?.tag === 'text' && last.end === at) last.end = at + 1
  else if (!SILENT.test(text.charAt(at))) append(tokens, token('text', at, at + 1), text)
}

/** The words of a text: at each place the longest word, number or name. */
export function tokensOf({ text }: Characters): Token[] {
  const tokens: Token[] = []
  let isQuoted = false
  for (let i = 0; i < text.length;) {
    const next = tokenAt(text, i)
    if (next) {
      // “办结一件申请，解决一个问题” is a motto.
      if (next.isOne && isQuoted) next.tag = 'odd'
      append(tokens, next, text)
      i = next.end
    } else {
      if (QUOTES.has(text.charAt(i))) isQuoted = text.charAt(i) === '“'
      appendText(tokens, i, text)
      i += 1
    }
  }
  return tokens
}
