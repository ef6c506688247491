/** HTML of the clipboard, read without being shown: nothing in it is loaded, run or applied. */

const SHEETS = /<style\b[^]*?(?:<\/style\s*>|$)/gi
/** The start of a tag, and then its attributes, each with its value; an end that is missing ends the page. */
const START = /<[a-z][^\s/>]*/giy
const ATTRIBUTE = /([\s/]*)([^\s/>][^\s/>=]*)(\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>]*))?/gy

/** What the page's security policy complains of although it is only read: styles, scripts of a tag, another base address. */
const isComplainedOf = (tag: string, name: string): boolean =>
  /^(?:style|on.*)$/i.test(name) || (/^<base$/i.test(tag) && /^href$/i.test(name))

/** The tag at this place with these attributes under another name, and where it ends. */
function tagAt(html: string, at: number): { tag: string; end: number } | null {
  START.lastIndex = at
  const start = START.exec(html)
  if (!start) return null
  let tag = start[0]
  let end = START.lastIndex
  for (;;) {
    ATTRIBUTE.lastIndex = end
    const [all, before = '', name = '', value = ''] = ATTRIBUTE.exec(html) ?? []
    if (all === undefined) return { tag, end }
    tag += `${before}${isComplainedOf(start[0], name) ? `data-${name.toLowerCase()}` : name}${value}`
    end = ATTRIBUTE.lastIndex
  }
}

/** Without style sheets, and with the attributes under another name of which the page's security policy would complain. */
export function harmless(page: string): string {
  const html = page.replace(SHEETS, '')
  let out = ''
  let done = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', Math.max(at + 1, done))) {
    const found = tagAt(html, at)
    if (!found) continue
    out += html.slice(done, at) + found.tag
    done = found.end
  }
  return out + html.slice(done)
}

export const readHtml = (html: string): Document => new DOMParser().parseFromString(harmless(html), 'text/html')
