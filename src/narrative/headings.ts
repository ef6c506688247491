import { carriesIn } from './carries'
import type { ClaimKind } from './claim'
import { has, type Sentence } from './clauses'
import type { Topic } from './phrases'
import type { Token } from './tokens'
import type { Walk } from './walk'

/** Longest heading, in characters. */
const HEADING_LENGTH = 25

function topicOf({ text }: Walk, words: readonly Token[]): Topic {
  if (has(words, 'ask')) return 'ask'
  const isOpen = words.some(({ tag, start }) => tag === 'publish' && text.startsWith('主动公开', start))
  return isOpen ? 'info' : has(words, 'review', 'lawsuit') ? 'court' : null
}

const ITEM = /^[一二三四五六七八九十]是/

/** 主动公开：全年公开690条: a label before a colon sets the topic. */
export function readLabel(walk: Walk, tokens: readonly Token[]): void {
  const [first] = tokens
  const last = tokens[tokens.length - 1]
  if (!first || !last || last.end - first.start > HEADING_LENGTH) return
  const isItem = ITEM.test(walk.text.slice(first.start, first.start + 2))
  // 依申请公开方面，收件38件
  const isField = walk.text.slice(last.start, last.end) === '方面'
  const isLabel = isItem || isField || walk.text.charAt(last.end) === ':'
  if (isLabel) walk.topic = topicOf(walk, tokens) ?? walk.topic
}

function countedBelow(tokens: readonly Token[]): ClaimKind | null {
  if (has(tokens, 'none', 'should')) return null
  if (has(tokens, 'publish') && has(tokens, 'info')) return 'activelyDisclosed'
  return has(tokens, 'receive', 'fresh') && has(tokens, 'ask', 'apply') ? 'received' : null
}

/** 全年公开的政府信息为：文件42条、公示71条，总数113条: the words before a colon name what the parts add up to. */
export function readListHead(walk: Walk, tokens: readonly Token[]): void {
  const last = tokens[tokens.length - 1]
  if (last && walk.text.charAt(last.end) === ':') walk.headed = countedBelow(tokens)
}

/** A heading sets the topic of what follows: （二）依申请公开情况。 */
export function readHeading(walk: Walk, sentence: Sentence): void {
  const words = sentence.flatMap(({ tokens }) => tokens)
  const [first] = words
  if (!first || has(words, 'none') || words.some(({ tag }) => tag === 'count' || tag === 'money')) return
  const length = (words[words.length - 1]?.end ?? 0) - first.start
  const topic = topicOf(walk, words)
  if (length <= HEADING_LENGTH) walk.topic = topic ?? (has(words, 'other') ? 'other' : null)
  else walk.topic = topic ?? walk.topic
}

/** 上年结转3件，本年受理27件: only applications are carried over, whatever the sentence before was about. */
export function isOnCarried(walk: Walk, sentence: Sentence): boolean {
  if (walk.topic === 'ask' || !sentence.some(({ tokens }) => has(tokens, 'carry'))) return false
  const words = sentence.flatMap(({ tokens }) => tokens)
  if (has(words, 'info', 'other', 'review', 'lawsuit', 'letter', 'publish')) return false
  return has(words, 'receive', 'fresh', 'conclude', 'handle') && carriesIn(words, walk).length > 0
}
