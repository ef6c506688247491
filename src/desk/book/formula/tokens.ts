/** A formula's text cut into tokens; references are told from names here. */
import { addressForms } from '../../../workbook'

export type TokenKind = 'number' | 'text' | 'error' | 'reference' | 'name' | 'operator'

export interface Token {
  kind: TokenKind
  text: string
  start: number
}

const sheetName = String.raw`(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!`

const patterns: readonly [TokenKind, RegExp][] = [
  ['text', /"(?:[^"]|"")*"/y],
  ['error', new RegExp(String.raw`(?:${sheetName})?#(?:REF!|DIV/0!|VALUE!|N/A|NAME\?|NUM!|NULL!|ERROR!)`, 'uy')],
  ['reference', new RegExp(String.raw`(?:${sheetName})?(?:${addressForms.reference})(?![\p{L}\p{N}_(!.])`, 'uy')],
  ['number', /(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y],
  ['name', /[\p{L}_][\p{L}\p{N}_.]*/uy],
  ['operator', /<=|>=|<>|[-+*/^&=<>%(),;:{}]/y],
]

function tokenAt(text: string, start: number): Token | null {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = start
    const match = pattern.exec(text)
    if (match) return { kind, text: match[0], start }
  }
  return null
}

/** The tokens of a formula with its leading `=`; null when it holds a character no formula has. */
export function tokenize(formula: string): Token[] | null {
  const tokens: Token[] = []
  for (let at = 1; at < formula.length;) {
    if (/\s/.test(formula.charAt(at))) {
      at++
      continue
    }
    const token = tokenAt(formula, at)
    if (!token) return null
    tokens.push(token)
    at += token.text.length
  }
  return tokens
}

/** The formula with the tokens of one kind written anew, everything else as it was. */
export function mapTokens(formula: string, kind: TokenKind, write: (text: string) => string): string {
  let result = ''
  let done = 0
  for (const token of tokenize(formula) ?? []) {
    if (token.kind !== kind) continue
    result += formula.slice(done, token.start) + write(token.text)
    done = token.start + token.text.length
  }
  return result + formula.slice(done)
}
