import { PREFIXED_ROOT } from '../package'
import { unreadable } from '../error'

/** What stands around the items of a part: no workbook's is near this, and it is held as a whole. */
const MOST_AROUND = 32_000_000
/** One row, or one text. */
const MOST_IN_ITEM = 64_000_000
/** A mark can begin in one piece of the text and end in the next. */
const LONGEST_MARK = 64

/** A part that is not to be cut; the library reads it as a whole. */
export class Uncuttable extends Error {}

/** The elements of a part that are handed over in blocks, and the element they stand in. */
export interface Names {
  list: string
  item: string
}

export const ROWS: Names = { list: 'sheetData', item: 'row' }
export const TEXTS: Names = { list: 'sst', item: 'si' }

const isEnd = (character: string): boolean => /^[\s/>]/.test(character)

/** Where the last item begins; -1 where none does. */
function lastStart(text: string, mark: string): number {
  let at = text.lastIndexOf(mark)
  while (at >= 0 && !isEnd(text.charAt(at + mark.length))) at = at === 0 ? -1 : text.lastIndexOf(mark, at - 1)
  return at
}

/**
 * Cuts the XML of a part, as it comes, into what stands before its list, blocks of whole items, and what stands after.
 * All of it comes without the prefix that some programs write before every name.
 */
export class Splitter {
  private readonly decoder = new TextDecoder()
  private state: 'head' | 'items' | 'tail' = 'head'
  /** Text that is not cut yet. */
  private waiting: string[] = []
  private length = 0
  private prefix = ''
  private before = ''
  private after = ''

  constructor(private readonly names: Names) {}

  /** Blocks of whole items. */
  *blocks(pieces: Iterable<Uint8Array>): Generator<string> {
    for (const piece of pieces) yield* this.take(this.decoder.decode(piece, { stream: true }))
    yield* this.take(this.decoder.decode())
    if (this.state === 'items') throw unreadable('damaged')
    if (this.state === 'head') this.before = this.bare(this.waiting.join(''))
  }

  /** With the start of the list, if there is one. */
  get head(): string {
    return this.before
  }

  get tail(): string {
    return this.bare(this.after)
  }

  private *take(text: string): Generator<string> {
    if (this.state === 'tail') return this.addTail(text)
    const mayCut = this.state === 'head' || this.hasMark(text)
    this.waiting.push(text)
    this.length += text.length
    if (this.length > (this.state === 'head' ? MOST_AROUND : MOST_IN_ITEM)) throw unreadable('tooLarge')
    if (!mayCut) return
    if (this.state === 'head') this.cutHead()
    if (this.state === 'items') yield* this.cutItems()
  }

  /** A long item comes in many pieces, which are joined only when it may be whole. */
  private hasMark(text: string): boolean {
    const fresh = (this.waiting.at(-1) ?? '').slice(-LONGEST_MARK) + text
    return fresh.includes(`<${this.prefix}${this.names.item}`) || fresh.includes(this.end)
  }

  private get end(): string {
    return `</${this.prefix}${this.names.list}`
  }

  private rest(text: string): void {
    this.waiting = [text]
    this.length = text.length
  }

  private cutHead(): void {
    const text = this.waiting.join('')
    this.prefix = this.prefixIn(text)
    const start = new RegExp(`<${this.prefix}${this.names.list}(?:\\s[^<>]*)?/?>`).exec(text)
    if (!start) return this.rest(text)
    const isEmpty = start[0].endsWith('/>')
    const end = start.index + start[0].length
    this.before = this.bare(text.slice(0, start.index) + (isEmpty ? start[0].replace('/>', '>') : start[0]))
    if (isEmpty) {
      this.state = 'tail'
      this.waiting = []
      return this.addTail(text.slice(end))
    }
    this.state = 'items'
    this.rest(text.slice(end))
  }

  private prefixIn(text: string): string {
    const prefix = PREFIXED_ROOT.exec(text.slice(0, 2000))?.[1]
    return prefix === undefined ? '' : `${prefix}:`
  }

  private *cutItems(): Generator<string> {
    const text = this.waiting.join('')
    const end = text.indexOf(this.end)
    const cut = end >= 0 ? end : lastStart(text, `<${this.prefix}${this.names.item}`)
    if (cut > 0) yield this.block(text.slice(0, cut))
    if (end < 0) return this.rest(cut > 0 ? text.slice(cut) : text)
    this.state = 'tail'
    this.waiting = []
    const close = text.indexOf('>', end)
    if (close < 0) throw unreadable('damaged')
    this.addTail(text.slice(close + 1))
  }

  private block(text: string): string {
    // Comments and the like, which no known program writes there, can hold what looks like an item.
    if (text.includes('<!') || text.includes('<?')) throw new Uncuttable()
    return this.bare(text)
  }

  private addTail(text: string): void {
    this.after += text
    if (this.after.length > MOST_AROUND) throw unreadable('tooLarge')
  }

  private bare(text: string): string {
    if (this.prefix === '') return text
    return text.replaceAll(`<${this.prefix}`, '<').replaceAll(`</${this.prefix}`, '</')
  }
}

/** Whole items, one by one. */
export function itemsOf(block: string, { item }: Names): string[] {
  const starts = [...block.matchAll(new RegExp(`<${item}(?=[\\s/>])`, 'g'))].map(({ index }) => index)
  return starts.map((start, at) => block.slice(start, starts[at + 1] ?? block.length))
}
