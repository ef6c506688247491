/** What Word, WPS and pages put on the clipboard, as the paragraphs of a text; everything else is dropped. */

/** What is read of a node: the browser's own nodes have it. */
export interface PageNode {
  nodeType: number
  nodeName: string
  nodeValue: string | null
  childNodes: ArrayLike<PageNode>
  getAttribute?: (name: string) => string | null
}

const TEXT = 3
const ELEMENT = 1

const paragraphs = /^(?:P|LI|H[1-6]|PRE|DT|DD)$/
const blocks = /^(?:DIV|UL|OL|TR|TABLE|TBODY|THEAD|BLOCKQUOTE|SECTION|ARTICLE|DL|BODY|HTML)$/
const unread = /^(?:STYLE|SCRIPT|TITLE|META|LINK|XML|HEAD|IMG|OBJECT|TEMPLATE|DEL|[OVW]:(?!P$).*)$/

/** Chinese letters and marks: where a line of the source ends beside one, it stands for no blank. */
const wide = String.raw`[\u2014-\u201d\u2026\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]`
const afterWide = new RegExp(`(${wide})[ \\t]*\\r?\\n[ \\t\\r\\n]*`, 'g')
const beforeWide = new RegExp(`[ \\t]*\\r?\\n[ \\t\\r\\n]*(?=${wide})`, 'g')

/** A line's end inside of a paragraph. */
const BREAK = '\u0001'

const styleOf = (node: PageNode): string => node.getAttribute?.('data-style') ?? ''

const isHidden = (style: string): boolean => /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style)

/** A paragraph's lines, without the source's own line ends and blanks. */
function linesOf(paragraph: string): string[] {
  const flat = paragraph
    .replace(afterWide, '$1')
    .replace(beforeWide, '')
    .replace(/[ \t\r\n\u00a0]+/g, ' ')
  // A break at the end only keeps the line open.
  const lines = flat.replace(/\u0001 *$/, '').split(BREAK)
  return lines.map((line) => line.replace(/^ +| +$/g, ''))
}

class Reader {
  readonly lines: string[] = []
  private open = ''

  read(node: PageNode): void {
    if (node.nodeType === TEXT) this.open += node.nodeValue ?? ''
    if (node.nodeType !== ELEMENT) return
    const name = node.nodeName.toUpperCase()
    const style = styleOf(node)
    if (unread.test(name) || isHidden(style)) return
    if (name === 'BR') this.open += BREAK
    else if (/mso-list\s*:\s*Ignore/i.test(style)) this.open += this.marker(node)
    else if (name === 'TD' || name === 'TH') this.open += `${this.inOneLine(node)} `
    else if (paragraphs.test(name)) this.paragraph(node)
    else if (blocks.test(name)) this.block(node)
    else this.inside(node)
  }

  /** Ends the paragraph that is being read; blanks between two tags are none. */
  end(): void {
    if (/[^ \t\r\n]/.test(this.open)) this.lines.push(...linesOf(this.open))
    this.open = ''
  }

  /** A blank one stays: the office has set it. */
  private paragraph(node: PageNode): void {
    this.block(node, true)
  }

  private block(node: PageNode, isParagraph = false): void {
    this.end()
    const before = this.lines.length
    if (node.nodeName === 'OL' || node.nodeName === 'UL') this.list(node)
    else this.inside(node)
    this.end()
    if (isParagraph && this.lines.length === before) this.lines.push('')
  }

  private inside(node: PageNode): void {
    for (const child of Array.from(node.childNodes)) this.read(child)
  }

  /** The numbers of a web page's list are drawn by the browser: written out, they stay. */
  private list(node: PageNode): void {
    let number = Number(node.getAttribute?.('start') ?? 1) || 1
    for (const item of Array.from(node.childNodes)) {
      const isItem = item.nodeName === 'LI'
      if (isItem) this.end()
      if (isItem && node.nodeName === 'OL') this.open = `${number++}.`
      if (isItem) this.inside(item)
      else this.read(item)
      if (isItem) this.end()
    }
  }

  /** A number that Word has counted stands in the text; the blanks behind it only hold the distance. */
  private marker(node: PageNode): string {
    return this.inOneLine(node).replace(/\s/g, '')
  }

  private inOneLine(node: PageNode): string {
    const own = new Reader()
    own.inside(node)
    own.end()
    return own.lines.join(' ')
  }
}

/** The paragraphs as lines. */
export function paragraphsOf(body: PageNode): string {
  const reader = new Reader()
  reader.read(body)
  reader.end()
  return reader.lines.join('\n').replace(/\n+$/, '')
}

/** The part between Word's two comments, where they are there. */
export function fragmentOf(html: string): string {
  const sign = '<!--StartFragment-->'
  const start = html.indexOf(sign)
  const end = html.lastIndexOf('<!--EndFragment-->')
  return start >= 0 && end > start ? html.slice(start + sign.length, end) : html
}

/** The plain text of the clipboard, with line ends as in a cell. */
export const plainParagraphs = (text: string): string =>
  text
    .replace(/\r\n?|[\u000b\u2028\u2029]/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(/\n$/, '')
