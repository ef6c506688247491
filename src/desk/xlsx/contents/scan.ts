/** Goes once through the XML of a part, without building a tree of it. */
import { unreadable } from '../error'
import { decodedXml } from '../xml-text'

/** What is done with the pieces of a part, in their order. Names are as written. */
export interface Pieces {
  /** `attributes` is all that stands between the name and the end of the tag. */
  open: (name: string, attributes: string) => void
  text: (text: string) => void
  close: (name: string) => void
}

const [SLASH, GREATER, EXCLAMATION, QUESTION, DOUBLE, SINGLE] = [47, 62, 33, 63, 34, 39]
const CDATA = '<![CDATA['

/** Where a tag ends, looking at every character: a mark of its end may stand in an attribute. */
function carefulEnd(xml: string, start: number): number {
  for (let at = start; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at)
    if (code === GREATER) return at
    if (code !== DOUBLE && code !== SINGLE) continue
    at = xml.indexOf(code === DOUBLE ? '"' : "'", at + 1)
    if (at < 0) break
  }
  throw unreadable('damaged')
}

/** A tag whose attributes, if it has some, all stand between double quotes, the last one too. */
const PLAIN_TAG = /<[^<>"']*(?:="[^<>"]*"[^<>"']*)*>/y

/** Where a tag ends. */
function endOfTag(xml: string, start: number): number {
  PLAIN_TAG.lastIndex = start
  return PLAIN_TAG.test(xml) ? PLAIN_TAG.lastIndex - 1 : carefulEnd(xml, start)
}

function endOf(xml: string, mark: string, start: number): number {
  const at = xml.indexOf(mark, start)
  if (at < 0) throw unreadable('damaged')
  return at
}

/** Where a name ends: at a blank, or with the tag. */
function endOfName(xml: string, start: number, end: number): number {
  let at = start
  while (at < end && xml.charCodeAt(at) > 32) at += 1
  return at
}

/** As XML has it: every kind of line end is one. */
const plainText = (text: string): string => decodedXml(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)

class Scan {
  private readonly opened: string[] = []

  constructor(
    private readonly xml: string,
    private readonly pieces: Pieces,
  ) {}

  run(): void {
    const { xml, opened } = this
    let at = xml.indexOf('<')
    while (at >= 0) {
      const end = this.markup(at)
      at = xml.indexOf('<', end)
      if (at > end && opened.length > 0) this.pieces.text(plainText(xml.slice(end, at)))
    }
    if (opened.length > 0) throw unreadable('damaged')
  }

  /** Gives the place behind the markup. */
  private markup(at: number): number {
    const next = this.xml.charCodeAt(at + 1)
    if (next === EXCLAMATION) return this.declaration(at)
    if (next === QUESTION) return endOf(this.xml, '?>', at) + 2
    return next === SLASH ? this.endTag(at) : this.startTag(at)
  }

  private declaration(at: number): number {
    const { xml } = this
    if (xml.startsWith('<!--', at)) return endOf(xml, '-->', at + 4) + 3
    if (!xml.startsWith(CDATA, at)) return endOfTag(xml, at) + 1
    const end = endOf(xml, ']]>', at)
    this.pieces.text(xml.slice(at + CDATA.length, end))
    return end + 3
  }

  private endTag(at: number): number {
    const end = endOfTag(this.xml, at)
    const name = this.xml.slice(at + 2, endOfName(this.xml, at + 2, end))
    if (this.opened.pop() !== name) throw unreadable('damaged')
    this.pieces.close(name)
    return end + 1
  }

  private startTag(at: number): number {
    const { xml, pieces } = this
    const end = endOfTag(xml, at)
    const isEmpty = xml.charCodeAt(end - 1) === SLASH
    const last = isEmpty ? end - 1 : end
    const nameEnd = endOfName(xml, at + 1, last)
    const name = xml.slice(at + 1, nameEnd)
    pieces.open(name, xml.slice(nameEnd, last))
    if (isEmpty) pieces.close(name)
    else this.opened.push(name)
    return end + 1
  }
}

/** Throws an XlsxError where the XML is not well formed. */
export function scanXml(xml: string, pieces: Pieces): void {
  new Scan(xml, pieces).run()
}

const isBlank = (code: number): boolean => code <= 32

/** Where the value of an attribute is quoted, behind the name that ends here; -1 where none is. */
function quoteBehind(attributes: string, end: number): number {
  let at = end
  while (isBlank(attributes.charCodeAt(at))) at += 1
  if (attributes.charAt(at) !== '=') return -1
  at += 1
  while (isBlank(attributes.charCodeAt(at))) at += 1
  const quote = attributes.charAt(at)
  return quote === '"' || quote === "'" ? at : -1
}

/** An attribute of a start tag, decoded. */
export function attributeOf(attributes: string, name: string): string | undefined {
  let at = name === '' ? -1 : attributes.indexOf(name)
  while (at >= 0) {
    const quote = isBlank(attributes.charCodeAt(at - 1)) ? quoteBehind(attributes, at + name.length) : -1
    const end = quote < 0 ? -1 : attributes.indexOf(attributes.charAt(quote), quote + 1)
    if (end >= 0) return decodedXml(attributes.slice(quote + 1, end))
    at = attributes.indexOf(name, at + 1)
  }
  return undefined
}

/** A flag, which programs write as `1` or `true`; one that is named without a value counts. */
export function flagOf(attributes: string, name: string, absent = false): boolean {
  const value = attributeOf(attributes, name)
  return value === undefined ? absent : value === '1' || value === 'true'
}
