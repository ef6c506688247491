import type { Block } from '../blocks'
import { Flow, type SourceLine } from '../grid/flow'
import { markupTokens, type Token } from '../markup/tokens'
import { marked } from '../marked-text'
import { isRowLabel } from '../rows-of-form'
import { Choice } from './choice'
import { blockElements, implied, isFurniture, rawElements, unseenElements, voidElements } from './elements'
import { lookOf, marksOf, noSheet, plainLook, styleSheet, type ElementLook, type StyleSheet } from './looks'

/** An element that holds lines, and the one around it. */
export interface Holder {
  parent: Holder | undefined
  depth: number
  isFurniture: boolean
}

/** A line's place in the page. */
export interface PageOrigin {
  holder: Holder
  /** True for a line that is nothing but links to other pages. */
  isLink: boolean
}

export interface Page {
  lines: SourceLine<PageOrigin>[]
  /** What the head calls the page. */
  titles: string[]
  /** When its head says that it was published. */
  published: string | undefined
}

interface OpenElement {
  name: string
  holder: Holder
  isUnseen: boolean
  isLink: boolean
  isAnchor: boolean
  look: ElementLook
}

type OpenToken = Extract<Token, { kind: 'open' }>

/** No page of an office nests deeper. Anything deeper counts as part of the last element. */
const DEEPEST = 256
const LONGEST_HIDDEN = 2000
/** A place in the same page is no link to elsewhere. */
const LEADS_AWAY = /^[^#]/
const BLANKS = /[ \t\r\n\f]+/g
const isWide = (character: string) => character >= '\u2e80'
const TITLE_NAMES = new Set(['title', 'articletitle', 'og:title', 'dc.title'])
const DATE_NAMES = new Set([
  'pubdate',
  'publishdate',
  'publicationdate',
  'article:published_time',
  'firstpublishedtime',
])
/** What stands beside a link in a list: signs and a date. */
const BESIDE_LINK = /^[^\p{L}]*$/u

/**
 * Blanks of the source that hold a line end or a tab are one blank, and none between two Chinese characters; other
 * blanks stay as they are, since our own pages hold a text exactly.
 */
function collapsed(text: string): string {
  return text.replace(BLANKS, (run, at: number) => {
    if (!/[^ ]/.test(run)) return run
    return isWide(text.charAt(at - 1)) && isWide(text.charAt(at + run.length)) ? '' : ' '
  })
}

const spanOf = (attributes: ReadonlyMap<string, string>, name: string, whenZero: number): number => {
  const written = /^\s*\+?(\d{1,6})/.exec(attributes.get(name) ?? '')?.[1]
  const span = written === undefined ? 1 : Number(written)
  return span === 0 ? whenZero : span
}
const TO_THE_END = 65534

const PARTS_OF_TABLE = new Set(['tbody', 'td', 'tfoot', 'th', 'thead', 'tr'])
const BETWEEN_CELLS = new Set(['table', 'tbody', 'tfoot', 'thead', 'tr'])
const AFTER_TABLE = /^(?:p|h[1-6]|table)$/

class PageReader {
  private readonly flow = new Flow<PageOrigin>()
  private readonly titles: string[] = []
  private readonly open: OpenElement[] = []
  private readonly root: Holder = { parent: undefined, depth: 0, isFurniture: false }
  private readonly counts = new Map<string, number>()
  private text = ''
  private published: string | undefined
  private linked = 0
  private unlinked = 0
  private unseen = 0
  private links = 0
  private anchors = 0
  private headings = 0
  private anchored = 0
  private besideAnchor = ''
  private preformatted = 0
  private sheet: StyleSheet = noSheet
  private choice: Choice | undefined
  /** Texts of an element that is not shown. */
  private hidden: string[] = []

  read(content: string): Page {
    this.sheet = styleSheet(content)
    for (const token of markupTokens(content, rawElements)) {
      if (token.kind === 'text') this.takeText(token.text)
      else if (token.kind === 'open') this.takeOpen(token)
      else this.close(token.name)
    }
    this.endLine()
    return { lines: this.flow.end(), titles: this.titles, published: this.published }
  }

  private get last(): OpenElement | undefined {
    return this.open[this.open.length - 1]
  }

  private takeText(text: string): void {
    if (this.last?.name === 'title') this.titles.push(collapsed(text))
    else if (this.unseen > 0) this.takeUnseen(text)
    else if (this.preformatted > 0) this.takePreformatted(text)
    else this.append(text)
  }

  private takeUnseen(text: string): void {
    const { last } = this
    if (last?.name === 'textarea' && this.unseen === 1 && this.flow.isInTable) this.append(text.trim())
    else if (last?.name === 'option' && this.choice) this.choice.take(text)
    else if (last?.look.isHidden && !unseenElements.has(last.name) && text.trim() !== '') this.hidden.push(text.trim())
  }

  private append(written: string): void {
    const look = marksOf(this.last?.look ?? plainLook)
    const text = marked(written, look)
    this.text += text
    if (text.trim() === '') return
    if (this.anchors > 0) this.anchored += 1
    else this.besideAnchor += text
    if (this.links > 0) this.linked += 1
    else this.unlinked += 1
  }

  private takePreformatted(text: string): void {
    text.split(/\r\n|\r|\n/).forEach((line, i) => {
      if (i > 0) this.endLine()
      this.append(line)
    })
  }

  private takeOpen(token: OpenToken): void {
    const { name, attributes } = token
    if (name === 'meta') this.takeMeta(attributes)
    if (this.unseen === 0 && blockElements.has(name)) this.endLine()
    if (name === 'input') this.takeInput(attributes)
    // A prefixed name is XML in a page of Word or WPS, where an empty element has no end tag.
    if (voidElements.has(name) || (token.isEmpty && name.includes(':'))) return
    this.closeImplied(name)
    this.openOrCloseTable(name)
    if (name === 'select' && this.unseen === 0 && this.flow.isInTable) this.choice = new Choice()
    if (name === 'option') this.choice?.begin(attributes)
    if (this.push(name, attributes) && this.unseen === 0) this.enter(name, attributes)
  }

  /** A row without a table opens one. A table that was never closed ends at the next table or paragraph. */
  private openOrCloseTable(name: string): void {
    if (this.unseen > 0) return
    if (PARTS_OF_TABLE.has(name)) {
      if (!this.isOpen('table') && this.push('table', new Map())) this.flow.openTable(this.origin)
    } else if (AFTER_TABLE.test(name) && BETWEEN_CELLS.has(this.last?.name ?? '')) this.close('table')
  }

  private isOpen(name: string): boolean {
    return (this.counts.get(name) ?? 0) > 0
  }

  private count(name: string, change: 1 | -1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + change)
  }

  private enter(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'table') this.flow.openTable(this.origin)
    else if (name === 'tr') this.flow.openRow()
    else if (name === 'td' || name === 'th') {
      this.flow.openCell(spanOf(attributes, 'rowspan', TO_THE_END), spanOf(attributes, 'colspan', 1))
    }
  }

  private takeMeta(attributes: ReadonlyMap<string, string>): void {
    const name = attributes.get('name') ?? attributes.get('property') ?? ''
    const content = collapsed(attributes.get('content') ?? '')
    if (TITLE_NAMES.has(name.toLowerCase())) this.titles.push(content)
    if (DATE_NAMES.has(name.toLowerCase())) this.published ??= content
  }

  /** A table that is a form shows its figures in fields. */
  private takeInput(attributes: ReadonlyMap<string, string>): void {
    const isText = /^(?:text|number)?$/i.test(attributes.get('type') ?? '')
    const isHidden = lookOf('input', attributes, this.sheet, plainLook, false).isHidden
    if (isText && this.unseen === 0 && this.flow.isInTable && !isHidden) this.append(attributes.get('value') ?? '')
  }

  private push(name: string, attributes: ReadonlyMap<string, string>): boolean {
    if (this.open.length >= DEEPEST) return false
    const parent = this.last?.holder ?? this.root
    const holder = blockElements.has(name)
      ? { parent, depth: parent.depth + 1, isFurniture: isFurniture(name, attributes) }
      : parent
    const outer = this.last?.look ?? plainLook
    const look = name === 'body' ? outer : lookOf(name, attributes, this.sheet, outer, isWholePart(name))
    const isUnseen = unseenElements.has(name) || look.isHidden
    const isLink = name === 'a' && LEADS_AWAY.test(attributes.get('href') ?? '')
    const isAnchor = isLink || (name === 'a' && !['href', 'name', 'id'].some((key) => attributes.has(key)))
    const element = { name, holder, isUnseen, isLink, isAnchor, look }
    this.open.push(element)
    this.countIn(element, 1)
    this.count(name, 1)
    return true
  }

  private countIn({ name, isUnseen, isLink, isAnchor }: OpenElement, change: 1 | -1): void {
    if (isUnseen) this.unseen += change
    if (isLink) this.links += change
    if (isAnchor) this.anchors += change
    if (name === 'h1') this.headings += change
    if (name === 'pre') this.preformatted += change
  }

  private closeImplied(name: string): void {
    const rule = implied(name)
    if (!rule) return
    for (let i = this.open.length - 1; i >= 0; i -= 1) {
      const { name: outer } = this.open[i] ?? { name: '' }
      if (rule.ends.has(outer)) return this.popTo(i)
      if (rule.within.has(outer)) return
    }
  }

  private close(name: string): void {
    if (this.unseen === 0 && blockElements.has(name)) this.endLine()
    if (!this.isOpen(name)) return
    for (let i = this.open.length - 1; i >= 0; i -= 1) {
      const { name: outer } = this.open[i] ?? { name: '' }
      if (outer === name) return this.popTo(i)
      // An end tag in a table closes nothing outside the table.
      if (outer === 'table') return
    }
  }

  private popTo(index: number): void {
    while (this.open.length > index) {
      const element = this.open.pop()
      if (!element) return
      this.count(element.name, -1)
      if (this.unseen === 0) this.leave(element)
      this.countIn(element, -1)
      if (this.unseen === 0 && element.isUnseen) this.leaveUnseen(element)
    }
  }

  /** A field shows its value; what is hidden in a table, or hides one, is told. */
  private leaveUnseen({ name }: OpenElement): void {
    if (name === 'select' && this.choice) this.append(this.choice.shown)
    if (name === 'select') this.choice = undefined
    const hidden = this.hidden.splice(0)
    const isOfTable = this.flow.isInTable
      ? hidden.length > 0
      : hidden.some(isRowLabel) && hidden.some((text) => /\d/.test(text))
    if (!isOfTable) return
    this.text += marked(hidden.join(' ').slice(0, LONGEST_HIDDEN), { isHidden: true })
    if (!this.flow.isInTable) this.endLine()
  }

  private leave({ name }: OpenElement): void {
    if (blockElements.has(name)) this.endLine()
    if (name === 'table') this.flow.closeTable()
    else if (name === 'tr') this.flow.closeRow()
    else if (name === 'td' || name === 'th') this.flow.closeCell()
  }

  private get origin(): PageOrigin {
    const isLink = this.linked > 0 && this.unlinked === 0
    return { holder: this.last?.holder ?? this.root, isLink }
  }

  /** An index of links is no heading, nor is a heading that is a link one. */
  private get mark(): Block['mark'] {
    const isLink = this.anchored > 0 && BESIDE_LINK.test(this.besideAnchor)
    if (this.headings > 0) return isLink ? undefined : 'heading'
    return isLink ? 'link' : undefined
  }

  private endLine(): void {
    if (this.text !== '') {
      this.flow.paragraph(this.preformatted > 0 ? this.text : collapsed(this.text), this.origin, this.mark)
    }
    this.text = ''
    this.anchored = 0
    this.besideAnchor = ''
    this.linked = 0
    this.unlinked = 0
  }
}

/** A block, or a part of a table. */
const isWholePart = (name: string): boolean => blockElements.has(name) || PARTS_OF_TABLE.has(name)

/** The lines of a page as a reader sees them, tables as rows. Any text is a page. */
export function readPage(content: string): Page {
  return new PageReader().read(content)
}
