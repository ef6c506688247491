import { UnreadableSourceError } from '../unreadable-error'
import { decoded } from './entities'

/** A piece of HTML or XML. Names are in lower case. */
export type Token =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string>; isEmpty: boolean }
  | { kind: 'close'; name: string }

/** A report has some thousand; with the traces that Word leaves, some ten thousand. */
const MOST_TAGS = 300_000

const TAG_NAME = /[a-z_][^\s/>]*/iy
const ATTRIBUTE_NAME = /[\s/]*([^\s/>=][^\s/>=]*)(\s*=\s*)?/y
const BARE_VALUE = /[^\s>]*/y

/**
 * Cuts any markup into tags and text, in time linear in its length: a mark that is not there is searched for only once.
 * Comments, declarations and instructions are skipped.
 */
class Scanner {
  private at = 0
  private tags = 0
  private readonly absent = new Set<string>()

  constructor(
    private readonly source: string,
    /** Elements whose content is text up to their end tag: scripts and the like. */
    private readonly rawElements: ReadonlySet<string>,
  ) {}

  *tokens(): Generator<Token> {
    const { source } = this
    while (this.at < source.length) {
      const tag = source.indexOf('<', this.at)
      const end = tag < 0 ? source.length : tag
      if (end > this.at) yield { kind: 'text', text: decoded(source.slice(this.at, end)) }
      this.at = end
      if (tag >= 0) yield* this.markup()
    }
  }

  /** Index of a mark from here on, or -1. */
  private find(mark: string, from: number): number {
    if (this.absent.has(mark)) return -1
    const index = this.source.indexOf(mark, from)
    if (index < 0) this.absent.add(mark)
    return index
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.source)
    if (match) this.at = pattern.lastIndex
    return match
  }

  private *markup(): Generator<Token> {
    const start = this.at
    const next = this.source.charAt(start + 1)
    this.at += 1
    if (next === '!' || next === '?') return yield* this.declaration(start)
    if (next === '/') this.at += 1
    const name = this.match(TAG_NAME)?.[0].toLowerCase()
    if (name === undefined) {
      this.at = start + 1
      return yield { kind: 'text', text: '<' }
    }
    if (next === '/') {
      this.skipPast('>', this.at)
      return yield { kind: 'close', name }
    }
    this.tags += 1
    if (this.tags > MOST_TAGS) throw new UnreadableSourceError('tooLarge')
    const attributes = this.attributes()
    yield { kind: 'open', name, attributes, isEmpty: this.source.charAt(this.at - 2) === '/' }
    if (this.rawElements.has(name)) yield* this.rawText(name)
  }

  private skipPast(mark: string, from: number): void {
    const end = this.find(mark, from)
    this.at = end < 0 ? this.source.length : end + mark.length
  }

  private *declaration(start: number): Generator<Token> {
    const { source } = this
    if (source.startsWith('<!--', start) && this.find('-->', start + 2) >= 0) return this.skipPast('-->', start + 2)
    const isData = source.startsWith('<![CDATA[', start)
    const end = isData ? this.find(']]>', start) : -1
    if (end < 0) return this.skipPast('>', start)
    this.at = end + 3
    yield { kind: 'text', text: source.slice(start + 9, end) }
  }

  private attributes(): Map<string, string> {
    const attributes = new Map<string, string>()
    for (let attribute = this.match(ATTRIBUTE_NAME); attribute; attribute = this.match(ATTRIBUTE_NAME)) {
      const [, name = '', equals] = attribute
      const value = equals === undefined ? '' : this.attributeValue()
      if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), decoded(value))
      // A lone sign of equality names nothing; it is passed over so that the scan goes on.
    }
    this.skipPast('>', this.at)
    return attributes
  }

  private attributeValue(): string {
    const quote = this.source.charAt(this.at)
    if (quote !== '"' && quote !== "'") return this.match(BARE_VALUE)?.[0] ?? ''
    const end = this.find(quote, this.at + 1)
    if (end < 0) return this.match(BARE_VALUE)?.[0] ?? ''
    const value = this.source.slice(this.at + 1, end)
    this.at = end + 1
    return value
  }

  private *rawText(name: string): Generator<Token> {
    const mark = `</${name}`
    const pattern = new RegExp(mark, 'gi')
    pattern.lastIndex = this.at
    const end = this.absent.has(mark) ? undefined : pattern.exec(this.source)?.index
    if (end === undefined) this.absent.add(mark)
    else {
      yield { kind: 'text', text: decoded(this.source.slice(this.at, end)) }
      this.at = end
    }
  }
}

const NONE: ReadonlySet<string> = new Set()

/** The pieces of HTML or XML in order. Throws an UnreadableSourceError for what has too many to be a report. */
export function markupTokens(source: string, rawElements: ReadonlySet<string> = NONE): Generator<Token> {
  return new Scanner(source, rawElements).tokens()
}
