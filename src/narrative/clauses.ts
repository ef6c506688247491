import type { Tag, Token } from './tokens'

/** The words between two commas; those in brackets are clauses of their own. */
export interface Clause {
  tokens: Token[]
  brackets: Clause[]
  inBracket: boolean
}

export type Sentence = Clause[]

const emptyClause = (inBracket: boolean): Clause => ({ tokens: [], brackets: [], inBracket })

/** Brackets nested deeper than this are read as if at this depth. */
const DEEPEST = 3

/** Longest clause, in tokens. The limit keeps reading linear in the length of the text. */
const LONGEST = 120

/** 收到申请30件。其中，网上申请18件。 is one sentence. */
const goesOn = (next: Token | undefined, text: string): boolean =>
  next?.tag === 'among' && text.startsWith('其中', next.start)

/** The tokens as sentences of clauses. A bracket that is never closed ends with its sentence. */
export function sentencesOf(tokens: readonly Token[], text: string): Sentence[] {
  const sentences: Sentence[] = []
  let sentence: Sentence = []
  let open: Clause[] = [emptyClause(false)]
  const clauseAt = (depth: number) => open[depth] ?? emptyClause(depth > 0)
  const endClause = () => {
    const depth = open.length - 1
    const clause = clauseAt(depth)
    if (depth === 0) sentence.push(clause)
    else clauseAt(depth - 1).brackets.push(clause)
    open[depth] = emptyClause(depth > 0)
  }
  const closeBracket = () => {
    endClause()
    open.pop()
  }
  for (const [index, token] of tokens.entries()) {
    if (token.tag === '(') {
      if (open.length <= DEEPEST) open.push(emptyClause(true))
    } else if (token.tag === ')') {
      if (open.length > 1) closeBracket()
    } else if (token.tag === 'comma' || token.tag === 'semi') endClause()
    else if (token.tag === 'stop' && goesOn(tokens[index + 1], text)) {
      while (open.length > 1) closeBracket()
      endClause()
    } else if (token.tag === 'stop') {
      while (open.length > 1) closeBracket()
      endClause()
      sentences.push(sentence)
      sentence = []
      open = [emptyClause(false)]
    } else {
      if (clauseAt(open.length - 1).tokens.length >= LONGEST) endClause()
      clauseAt(open.length - 1).tokens.push(token)
    }
  }
  while (open.length > 1) closeBracket()
  endClause()
  return [...sentences, sentence]
}

export function has(tokens: readonly Token[], ...tags: Tag[]): boolean {
  for (const { tag } of tokens) if (tags.includes(tag)) return true
  return false
}

/** The index of the last token of one of the classes; −1 where there is none. */
export function lastAt(tokens: readonly Token[], tags: readonly Tag[]): number {
  for (let i = tokens.length - 1; i >= 0; i--) if (tags.includes(tokens[i]?.tag ?? 'skip')) return i
  return -1
}

/** The last token of one of the classes. */
export const lastOf = (tokens: readonly Token[], ...tags: Tag[]): Token | undefined => tokens[lastAt(tokens, tags)]

const isPause = ({ tag }: Token): boolean => tag === 'pause'

/** The items of a list: the words between its pauses, or between what else ends an item. */
export function itemsOf(tokens: readonly Token[], ends: (token: Token) => boolean = isPause): Token[][] {
  const items: Token[][] = [[]]
  for (const token of tokens) {
    if (ends(token)) items.push([])
    else items[items.length - 1]?.push(token)
  }
  return items
}
