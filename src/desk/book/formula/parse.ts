/** A formula's text as a tree. Sheets binds a sign tighter than `^`: `-2^2` is 4. */
import { parseReference } from '../../../workbook'
import type { Reference } from '../../../workbook'
import { errorOf } from './values'
import type { ErrorCode, Single } from './values'
import { tokenize } from './tokens'
import type { Token } from './tokens'

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>='

export interface CallNode {
  kind: 'call'
  name: string
  arguments: Node[]
}

export type Node =
  | { kind: 'literal'; value: Single }
  | { kind: 'reference'; reference: Reference }
  | { kind: 'name'; name: string }
  | CallNode
  | { kind: 'sign'; operator: '+' | '-'; operand: Node }
  | { kind: 'percent'; operand: Node }
  | { kind: 'binary'; operator: BinaryOperator; left: Node; right: Node }

const precedence: Readonly<Record<BinaryOperator, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
}

class Unreadable extends Error {}

class Parser {
  private at = 0
  constructor(private readonly tokens: readonly Token[]) {}

  formula(): Node {
    const node = this.expression(0)
    if (this.at < this.tokens.length) throw new Unreadable()
    return node
  }

  private take(): Token {
    const token = this.tokens[this.at++]
    if (!token) throw new Unreadable()
    return token
  }

  private skip(operator: string): boolean {
    const token = this.tokens[this.at]
    const isNext = token?.kind === 'operator' && token.text === operator
    if (isNext) this.at++
    return isNext
  }

  private binaryOperator(): BinaryOperator | null {
    const token = this.tokens[this.at]
    return token?.kind === 'operator' && token.text in precedence ? (token.text as BinaryOperator) : null
  }

  private expression(above: number): Node {
    let left = this.signed()
    for (;;) {
      const operator = this.binaryOperator()
      if (!operator || precedence[operator] <= above) return left
      this.at++
      left = { kind: 'binary', operator, left, right: this.expression(precedence[operator]) }
    }
  }

  private signed(): Node {
    if (this.skip('-')) return { kind: 'sign', operator: '-', operand: this.signed() }
    if (this.skip('+')) return { kind: 'sign', operator: '+', operand: this.signed() }
    let operand = this.primary()
    while (this.skip('%')) operand = { kind: 'percent', operand }
    return operand
  }

  private primary(): Node {
    const token = this.take()
    switch (token.kind) {
      case 'number':
        return { kind: 'literal', value: Number(token.text) }
      case 'text':
        return { kind: 'literal', value: token.text.slice(1, -1).replace(/""/g, '"') }
      case 'error':
        return { kind: 'literal', value: errorOf(token.text.slice(token.text.indexOf('#')) as ErrorCode) }
      case 'reference':
        return this.reference(token.text)
      case 'name':
        return this.named(token.text)
      case 'operator':
        return this.group(token.text)
    }
  }

  private reference(text: string): Node {
    const reference = parseReference(text)
    return reference ? { kind: 'reference', reference } : { kind: 'literal', value: errorOf('#REF!') }
  }

  private group(text: string): Node {
    if (text !== '(') throw new Unreadable()
    const node = this.expression(0)
    if (!this.skip(')')) throw new Unreadable()
    return node
  }

  private named(name: string): Node {
    if (this.skip('(')) return { kind: 'call', name: name.toUpperCase(), arguments: this.callArguments() }
    if (/^(?:true|false)$/i.test(name)) return { kind: 'literal', value: name.toLowerCase() === 'true' }
    return { kind: 'name', name }
  }

  private callArguments(): Node[] {
    const list: Node[] = []
    if (this.skip(')')) return list
    do list.push(this.argument())
    while (this.skip(','))
    if (!this.skip(')')) throw new Unreadable()
    return list
  }

  /** An argument left out, as in `IF(A1,,2)`, is blank. */
  private argument(): Node {
    const next = this.tokens[this.at]
    const isEmpty = next?.kind === 'operator' && (next.text === ',' || next.text === ')')
    return isEmpty ? { kind: 'literal', value: null } : this.expression(0)
  }
}

/** A formula that cannot be read is the error `#ERROR!`, as in Sheets. */
export function parseFormula(formula: string): Node {
  const tokens = tokenize(formula)
  try {
    if (tokens) return new Parser(tokens).formula()
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
  }
  return { kind: 'literal', value: errorOf('#ERROR!') }
}

/** What a formula names. */
export interface Precedents {
  references: Reference[]
  names: string[]
  functions: string[]
}

/** Every reference and name the formula reads. */
export function precedents(node: Node): Precedents {
  const references: Reference[] = []
  const names: string[] = []
  const functions: string[] = []
  const visit = (part: Node): void => {
    if (part.kind === 'reference') references.push(part.reference)
    if (part.kind === 'name') names.push(part.name)
    if (part.kind === 'call') {
      functions.push(part.name)
      part.arguments.forEach(visit)
    }
    if (part.kind === 'sign' || part.kind === 'percent') visit(part.operand)
    if (part.kind === 'binary') [part.left, part.right].forEach(visit)
  }
  visit(node)
  return { references, names, functions }
}
