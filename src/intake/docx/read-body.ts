import { Flow, type SourceLine } from '../grid/flow'
import { markupTokens } from '../markup/tokens'
import { marked } from '../marked-text'
import { shadingIn } from './colours'
import { Fields } from './fields'
import { Grounds } from './grounds'
import { isOn, local, valueOf, type ListPlace, type Numbering } from './numbering'
import { takeRunProperty, type RunLook, type RunLooks } from './run-looks'

interface OpenParagraph extends ListPlace {
  text: string
  ground: string | undefined
}

/** A cell whose properties are still being read. */
interface PendingCell {
  columnSpan: number
  isCovered: boolean
  isOpen: boolean
}

interface OpenRow {
  /** Columns that the row leaves out at its ends. */
  before: number
  after: number
  isDeleted: boolean
  cell: PendingCell | undefined
}

type Attributes = ReadonlyMap<string, string>

/** The lines of a document inside the document, by the relation that names it. */
export type Chunk = (relation: string) => readonly SourceLine<null>[]

/** Deleted and moved text, settings that look like text, pronunciation above characters. */
const UNREAD = new Set(['del', 'movefrom', 'tabs', 'sectpr', 'sdtpr', 'tblgrid', 'rt'])
/** The settings before a change. */
const BEFORE_CHANGE = /change$/

const MOST_SPAN = 64
const count = (attributes: Attributes): number => {
  const written = Number(valueOf(attributes) ?? 1)
  return written >= 1 ? Math.min(written, MOST_SPAN) : 1
}

const SPECIAL: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', nobreakhyphen: '-' }

class BodyReader {
  private readonly flow = new Flow<null>()
  private readonly paragraphs: OpenParagraph[] = []
  private readonly rows: OpenRow[] = []
  private readonly fields = new Fields()
  private readonly grounds: Grounds
  private readonly alternatives: boolean[] = []
  /** How many elements deep in what is not read; 0 where everything is. */
  private unread = 0
  private inProperties = 0
  private inText = 0
  private inInstruction = 0
  private inRowProperties = 0
  private run: RunLook = {}
  private runStyle: string | undefined
  private isPlaceholder = false

  constructor(
    private readonly numbering: Numbering,
    private readonly looks: RunLooks,
    private readonly chunk: Chunk,
  ) {
    this.grounds = new Grounds(looks)
  }

  read(xml: string): SourceLine<null>[] {
    for (const token of markupTokens(xml)) {
      if (token.kind === 'text') this.takeText(token.text)
      else if (token.kind === 'close') this.close(local(token.name))
      else {
        this.open(local(token.name), token.attributes, token.isEmpty)
        if (token.isEmpty) this.close(local(token.name))
      }
    }
    while (this.paragraphs.length > 0) this.endParagraph()
    return this.flow.end()
  }

  private get paragraph(): OpenParagraph | undefined {
    return this.paragraphs[this.paragraphs.length - 1]
  }

  private get row(): OpenRow | undefined {
    return this.rows[this.rows.length - 1]
  }

  private takeText(text: string): void {
    if (this.unread > 0) return
    if (this.inInstruction > 0) this.fields.takeInstruction(text)
    else if (this.inText > 0) this.append(text)
  }

  private append(text: string): void {
    const { paragraph } = this
    if (!paragraph || this.fields.isInContents) return
    const { below } = this.grounds
    const around = { ...below, colour: paragraph.ground ?? below.colour }
    paragraph.text += marked(text, this.looks.lookOf(this.run, this.runStyle, paragraph.style, around))
  }

  private open(name: string, attributes: Attributes, isEmpty: boolean): void {
    if (name === 'showingplchdr') this.isPlaceholder = isOn(attributes)
    if (this.unread > 0 || this.isUnread(name, isEmpty)) {
      this.unread += 1
      return
    }
    this.grounds.open(name, attributes)
    this.openText(name, attributes)
    this.openTable(name, attributes)
  }

  /** A mark of deletion is an empty element; what was deleted stands in one that is not. */
  private isUnread(name: string, isEmpty: boolean): boolean {
    if (name === 'del' && isEmpty) {
      if (this.inRowProperties > 0 && this.row) this.row.isDeleted = true
      return false
    }
    if (name === 'sdtcontent' && this.isPlaceholder) return true
    if (name === 'fallback') return this.alternatives[this.alternatives.length - 1] === true
    return UNREAD.has(name) || BEFORE_CHANGE.test(name)
  }

  private openText(name: string, attributes: Attributes): void {
    if (name === 'p') this.openParagraph()
    else if (name === 'ppr') this.inProperties += 1
    else if (name === 'r') this.beginRun()
    else if (name === 'altchunk') this.takeChunk(attributes)
    else if (name === 't') this.inText += 1
    else if (name === 'instrtext') this.inInstruction += 1
    else if (name === 'fldchar') this.fields.take(valueOf(attributes, 'fldchartype') ?? '')
    else if (name === 'alternatecontent') this.alternatives.push(false)
    else if (name === 'choice') this.alternatives.splice(-1, 1, true)
    else if (name === 'sdt') this.isPlaceholder = false
    else if (this.inProperties > 0) this.takeProperty(name, attributes)
    else this.openInRun(name, attributes)
  }

  private takeProperty(name: string, attributes: Attributes): void {
    const { paragraph } = this
    if (!paragraph) return
    if (name === 'numid') paragraph.list = valueOf(attributes)
    else if (name === 'ilvl') paragraph.level = valueOf(attributes)
    else if (name === 'pstyle') paragraph.style = valueOf(attributes)
    else if (name === 'shd') paragraph.ground = shadingIn(attributes)
  }

  private openInRun(name: string, attributes: Attributes): void {
    if (name === 'rstyle') this.runStyle = valueOf(attributes)
    else if (SPECIAL[name] !== undefined) this.append(SPECIAL[name])
    // Letters that old programs draw along a line.
    else if (name === 'textpath') this.append(valueOf(attributes, 'string') ?? '')
    else takeRunProperty(this.run, name, attributes)
  }

  private beginRun(): void {
    this.run = {}
    this.runStyle = undefined
  }

  /** Another document that stands in this one. */
  private takeChunk(attributes: Attributes): void {
    this.flow.insert(this.chunk(valueOf(attributes, 'id') ?? ''))
  }

  private openParagraph(): void {
    this.openCell()
    this.beginRun()
    this.paragraphs.push({ text: '', list: undefined, level: undefined, style: undefined, ground: undefined })
  }

  private openTable(name: string, attributes: Attributes): void {
    const cell = this.row?.cell
    if (name === 'tbl') {
      this.openCell()
      this.flow.openTable(null)
    } else if (name === 'tr') {
      this.rows.push({ before: 0, after: 0, isDeleted: false, cell: undefined })
      this.flow.openRow()
    } else if (name === 'trpr') this.inRowProperties += 1
    else if (name === 'gridbefore' && this.row) this.row.before = count(attributes)
    else if (name === 'gridafter' && this.row) this.row.after = count(attributes)
    else if (name === 'tc') this.beginCell()
    else if (cell) this.takeCellProperty(cell, name, attributes)
  }

  private takeCellProperty(cell: PendingCell, name: string, attributes: Attributes): void {
    if (name === 'gridspan') cell.columnSpan = count(attributes)
    else if (name === 'vmerge' || name === 'hmerge') cell.isCovered = valueOf(attributes) !== 'restart'
  }

  private beginCell(): void {
    const { row } = this
    if (!row) return
    this.leaveOut(row.before)
    row.before = 0
    row.cell = { columnSpan: 1, isCovered: false, isOpen: false }
  }

  /** The properties of a cell are known when its content begins. */
  private openCell(): void {
    const cell = this.row?.cell
    if (!cell || cell.isOpen) return
    cell.isOpen = true
    this.flow.openCell(1, cell.columnSpan, cell.isCovered)
  }

  private leaveOut(columns: number): void {
    if (columns > 0) this.flow.openCell(1, columns, true)
  }

  private close(name: string): void {
    if (this.unread > 0) {
      this.unread -= 1
      return
    }
    this.grounds.close(name)
    if (name === 'p') this.endParagraph()
    else if (name === 'ppr') this.inProperties = Math.max(0, this.inProperties - 1)
    else if (name === 'r') this.beginRun()
    else if (name === 't') this.inText = Math.max(0, this.inText - 1)
    else if (name === 'instrtext') this.inInstruction = Math.max(0, this.inInstruction - 1)
    else if (name === 'alternatecontent') this.alternatives.pop()
    else if (name === 'trpr') this.inRowProperties = Math.max(0, this.inRowProperties - 1)
    else this.closeTable(name)
  }

  private closeTable(name: string): void {
    if (name === 'tc') {
      this.openCell()
      if (this.row) this.row.cell = undefined
      this.flow.closeCell()
    } else if (name === 'tr') this.endRow()
    else if (name === 'tbl') this.flow.closeTable()
  }

  private endRow(): void {
    const row = this.rows.pop()
    if (!row) return
    this.leaveOut(row.after)
    this.flow.closeRow()
    if (row.isDeleted) this.flow.dropRow()
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop()
    if (!paragraph) return
    // An empty paragraph of a list counts too.
    const number = this.numbering.next(paragraph)
    if (paragraph.text.trim() === '') return
    paragraph.text.split('\n').forEach((line, i) => {
      this.flow.paragraph(i === 0 && line.trim() !== '' ? number + line.trimStart() : line, null)
    })
  }
}

/** The lines of a document's main part, whatever it is; `chunk` gives those of a document inside it. */
export function readBody(xml: string, numbering: Numbering, looks: RunLooks, chunk: Chunk): SourceLine<null>[] {
  return new BodyReader(numbering, looks, chunk).read(xml)
}
