/** HTML of the clipboard, read without being shown: nothing in it is loaded, run or applied. */

const SHEETS = /<style\b[^]*?(?:<\/style\s*>|$)/gi
/** The start of a tag, and then its attributes, each with its value; an end that is missing ends the page. */
const START = /<[a-z][^\s/>]*/giy
const ATTRIBUTE = /([\s/]*)([^\s/>][^\s/>=]*)(\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>]*))?/gy

/** The tag at this place with its styles under another name, and where it ends. */
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
    tag += `${before}${/^style$/i.test(name) ? 'data-style' : name}${value}`
    end = ATTRIBUTE.lastIndex
  }
}

/** Styles under another name: the page's security policy complains of each one that is only read. */
export function withoutStyles(page: string): string {
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

export const readHtml = (html: string): Document => new DOMParser().parseFromString(withoutStyles(html), 'text/html')
