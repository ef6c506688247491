/** What the tests need to look into HTML and XML, without a parser of ours in between. */

export interface MarkupCell {
  tag: string
  text: string
  rowSpan: number
  columnSpan: number
  scope: string | undefined
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function unescaped(markup: string): string {
  return markup.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
}

export const textOf = (markup: string) => unescaped(markup.replace(/<[^>]*>/g, ''))

const attribute = (attributes: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]

function cellOf(match: RegExpMatchArray): MarkupCell {
  const [, tag = '', attributes = '', content = ''] = match
  return {
    tag,
    text: textOf(content),
    rowSpan: Number(attribute(attributes, 'rowspan') ?? 1),
    columnSpan: Number(attribute(attributes, 'colspan') ?? 1),
    scope: attribute(attributes, 'scope'),
  }
}

/** Tables of an HTML page as rows of cells. */
export function tablesOf(html: string): MarkupCell[][][] {
  return [...html.matchAll(/<table[^>]*>(.*?)<\/table>/gs)].map(([, table = '']) =>
    [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<(t[dh])([^>]*)>(.*?)<\/\1>/gs)].map(cellOf),
    ),
  )
}

const TOKEN = /<\?xml [^?]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy
// What XML 1.0 does not allow in a document: https://www.w3.org/TR/xml/#charsets
const ILLEGAL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** The first place where XML is not well formed, or undefined. */
export function illFormed(xml: string): string | undefined {
  const open: string[] = []
  let end = 0
  for (const match of xml.matchAll(TOKEN)) {
    const [token, closing, name = '', attributes = '', empty, text] = match
    if (match.index !== end) break
    end += token.length
    if (ILLEGAL.test(token)) return `illegal character in ${token}`
    if (/&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(text ?? attributes)) return `bare & in ${token}`
    if (closing && open.pop() !== name) return `unexpected ${token}`
    if (name && !closing && !empty) open.push(name)
  }
  if (end < xml.length) return `no markup: ${xml.slice(end, end + 60)}`
  return open.length > 0 ? `not closed: ${open.join(' ')}` : undefined
}
