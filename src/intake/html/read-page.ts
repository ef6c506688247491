import { Flow } from '../grid/flow'
import { markupTokens, type Token } from '../markup/tokens'
import { marked } from '../marked-text'
import { blockElements, isFurniture, PARTS_OF_TABLE, rawElements, unseenElements, voidElements } from './elements'
import { collapsed, LineText, type Around } from './line-text'
import { PageHead } from './page-head'
import { lookOf, plainLook, textLook, type ElementLook } from './looks'
import { OpenElements, type OpenElement } from './open-elements'
import type { Holder, Page, PageOrigin, Fold } from './page'
import { SelectField } from './select-field'
import { styleSheet, type StyleSheet } from './stylesheet'

type OpenToken = Extract<Token, { kind: 'open' }>
type Attributes = ReadonlyMap<string, string>

const LONGEST_HIDDEN = 2000
/** A place in the same page is no link to elsewhere. */
const LEADS_AWAY = /^[^#]/
const spanOf = (attributes: Attributes, name: string, whenZero: number): number => {
  const written = /^\s*\+?(\d{1,6})/.exec(attributes.get(name) ?? '')?.[1]
  const span = written === undefined ? 1 : Number(written)
  return span === 0 ? whenZero : span
}
const TO_THE_END = 65534

const AFTER_TABLE = /^(?:p|h[1-6]|table)$/

/** A block, or a part of a table. */
const isWholePart = (name: string): boolean => blockElements.has(name) || PARTS_OF_TABLE.has(name)

class PageReader {
  private readonly flow = new Flow<PageOrigin>()
  private readonly head = new PageHead()
  private readonly root: Holder = { parent: undefined, depth: 0, isFurniture: false }
  private readonly open = new OpenElements(
    (element) => this.leave(element),
    (element) => this.leaveUnseen(element),
  )
  private line = new LineText()
  private field: SelectField | undefined
  /** Texts of a part of a table that is not shown. */
  private hidden: string[] = []

  constructor(private readonly sheet: StyleSheet) {}

  read(content: string): Page {
    for (const token of markupTokens(content, rawElements)) {
      if (token.kind === 'text') this.takeText(token.text)
      else if (token.kind === 'open') this.takeOpen(token)
      else this.close(token.name)
    }
    this.endLine()
    const { titles, published } = this.head
    return { lines: this.flow.end(), titles, published }
  }

  private get last(): OpenElement | undefined {
    return this.open.last
  }

  private get isSeen(): boolean {
    return this.open.depth('unseen') === 0
  }

  private get around(): Around {
    const isIn = (kind: 'anchor' | 'link' | 'heading') => this.open.depth(kind) > 0
    return { isAnchor: isIn('anchor'), isLink: isIn('link'), isHeading: isIn('heading') }
  }

  private takeText(text: string): void {
    if (this.last?.name === 'title') this.head.takeTitle(text)
    else if (!this.isSeen) this.takeUnseen(text)
    else if (this.open.depth('preformatted') > 0) this.takePreformatted(text)
    else this.append(text)
  }

  private takeUnseen(text: string): void {
    const { last } = this
    const isField = last?.name === 'textarea' && this.open.depth('unseen') === 1
    if (isField && this.flow.isInTable) this.append(text.trim())
    else if (last?.name === 'option' && this.field) this.field.take(text)
    else if (last?.look.isGone === 'yes' && !unseenElements.has(last.name) && text.trim() !== '')
      this.hidden.push(text.trim())
  }

  private append(written: string): void {
    const look = textLook(this.last?.look ?? plainLook, this.sheet)
    const text = marked(written, look)
    // What is hidden beside a link does not make it less of one.
    if (look.isHidden && !this.last?.fold) this.line.appendUnseen(text)
    else this.line.append(text, this.around)
  }

  private takePreformatted(text: string): void {
    text.split(/\r\n|\r|\n/).forEach((line, i) => {
      if (i > 0) this.endLine()
      this.append(line)
    })
  }

  private takeOpen(token: OpenToken): void {
    const { name, attributes } = token
    if (name === 'meta') this.head.takeMeta(attributes)
    if (this.isSeen && blockElements.has(name)) this.endLine()
    if (name === 'input') this.takeInput(attributes)
    // A prefixed name is XML in a page of Word or WPS, where an empty element has no end tag.
    if (voidElements.has(name) || (token.isEmpty && name.includes(':'))) return
    this.open.closeBefore(name)
    this.openOrCloseTable(name)
    if (name === 'select' && this.isSeen && this.flow.isInTable) this.field = new SelectField()
    if (name === 'option') this.field?.begin(attributes)
    if (this.push(name, attributes) && this.isSeen) this.enter(name, attributes)
  }

  /** A row without a table opens one. A table that was never closed ends at the next table or paragraph. */
  private openOrCloseTable(name: string): void {
    if (!this.isSeen) return
    if (PARTS_OF_TABLE.has(name)) {
      if (!this.open.has('table') && this.push('table', new Map())) this.flow.openTable(this.origin)
    } else if (AFTER_TABLE.test(name) && this.open.isBetweenCells) this.close('table')
  }

  private enter(name: string, attributes: Attributes): void {
    if (name === 'table') this.flow.openTable(this.origin)
    else if (name === 'tr') this.flow.openRow()
    else if (name === 'td' || name === 'th') {
      this.flow.openCell(spanOf(attributes, 'rowspan', TO_THE_END), spanOf(attributes, 'colspan', 1))
    }
  }

  /** A table that is a form shows its figures in fields. */
  private takeInput(attributes: Attributes): void {
    const isText = /^(?:text|number)?$/i.test(attributes.get('type') ?? '')
    const isHidden = lookOf('input', attributes, this.sheet, plainLook, false).isGone === 'yes'
    if (isText && this.isSeen && this.flow.isInTable && !isHidden) this.append(attributes.get('value') ?? '')
  }

  private push(name: string, attributes: Attributes): boolean {
    if (this.open.isFull) return false
    const parent = this.last?.holder ?? this.root
    const holder = blockElements.has(name)
      ? { parent, depth: parent.depth + 1, isFurniture: isFurniture(name, attributes) }
      : parent
    const look = this.lookOf(name, attributes)
    const isLink = name === 'a' && LEADS_AWAY.test(attributes.get('href') ?? '')
    const isAnchor = isLink || (name === 'a' && !['href', 'name', 'id'].some((key) => attributes.has(key)))
    const isUnseen = this.isUnseen(name, look)
    this.open.push({ name, holder, isUnseen, isLink, isAnchor, look, fold: this.foldOf(name, look) })
    return true
  }

  private lookOf(name: string, attributes: Attributes): ElementLook {
    const outer = this.last?.look ?? plainLook
    // Pages show their body when all is loaded.
    if (name === 'body') return outer
    const look = lookOf(name, attributes, this.sheet, outer, isWholePart(name))
    return name === 'button' ? { ...look, isGone: 'yes' } : look
  }

  /** A part of a table that is gone leaves no place in it. */
  private isUnseen(name: string, { isGone }: ElementLook): boolean {
    if (unseenElements.has(name)) return true
    const isGoneHere = isGone === 'yes' && this.last?.look.isGone !== 'yes'
    return (isGoneHere && PARTS_OF_TABLE.has(name)) || (name === 'button' && this.flow.isInTable)
  }

  private foldOf(name: string, look: ElementLook): Fold | undefined {
    const { last } = this
    if (last?.fold && !last.fold.isDoubted) return last.fold
    if (PARTS_OF_TABLE.has(name) || !isWholePart(name)) return last?.fold
    const { isHidden, isDoubted = false } = textLook(look, this.sheet)
    if (isDoubted && last?.fold) return last.fold
    return isHidden || isDoubted ? { isButton: name === 'button', isDoubted } : undefined
  }

  private close(name: string): void {
    if (this.isSeen && blockElements.has(name)) this.endLine()
    this.open.close(name)
  }

  /** A field shows its value; what is hidden in a table is told. */
  private leaveUnseen({ name }: OpenElement): void {
    if (name === 'select' && this.field) this.append(this.field.shown)
    if (name === 'select') this.field = undefined
    const hidden = this.hidden.splice(0)
    if (hidden.length > 0 && this.flow.isInTable)
      this.line.appendUnseen(marked(hidden.join(' ').slice(0, LONGEST_HIDDEN), { isHidden: true }))
  }

  private leave({ name }: OpenElement): void {
    if (blockElements.has(name)) this.endLine()
    if (name === 'table') this.flow.closeTable()
    else if (name === 'tr') this.flow.closeRow()
    else if (name === 'td' || name === 'th') this.flow.closeCell()
  }

  private get origin(): PageOrigin {
    return { holder: this.last?.holder ?? this.root, isLink: this.line.isLink, fold: this.last?.fold }
  }

  private endLine(): void {
    const { line } = this
    if (line.text === '') return
    const text = this.open.depth('preformatted') > 0 ? line.text : collapsed(line.text)
    this.flow.paragraph(text, this.origin, line.kindIn(this.around))
    this.line = new LineText()
  }
}

/** The lines of a page, tables as rows; what a reader does not see is framed. Any text is a page. */
export function readPage(content: string): Page {
  return new PageReader(styleSheet(content)).read(content)
}
