/** What is said of one property. */
export interface Declared {
  value: string
  /** No rule that went unfollowed can say otherwise. */
  isSure: boolean
}

export type Declarations = ReadonlyMap<string, Declared>

interface Declaration {
  property: string
  value: string
  isImportant: boolean
}

/** One selector of a rule: `tag.class#id`, of which each part must fit. */
interface Rule {
  tag: string
  id: string
  classes: readonly string[]
  declarations: readonly Declaration[]
  /** Its place in the stylesheets: of two that fit equally closely the later one counts. */
  order: number
}

/** Rules of stylesheets for one element alone. */
export interface StyleSheet {
  /** By what an element must have: a class, else an id, else a name. */
  rules: ReadonlyMap<string, readonly Rule[]>
  /** Properties of which other rules speak: those that hang on an element around, on the screen, on another file. */
  unfollowed: ReadonlySet<string>
  known: Map<string, Declarations>
}

/** All that decides how a text is seen; the rest of a stylesheet is passed over. */
const PROPERTIES = new Set([
  'background',
  'background-color',
  'background-image',
  'bottom',
  'clip',
  'clip-path',
  'color',
  'display',
  'font',
  'font-size',
  'height',
  'left',
  'mso-hide',
  'opacity',
  'overflow',
  'position',
  'text-decoration',
  'text-decoration-line',
  'text-indent',
  'top',
  'vertical-align',
  'visibility',
  'width',
])

const IMPORTANT = /\s*!\s*important\s*$/

function declarationsIn(css: string): Declaration[] {
  return css.split(';').flatMap((piece): Declaration[] => {
    const colon = piece.indexOf(':')
    const property = piece.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (!PROPERTIES.has(property)) return []
    const written = piece.slice(colon + 1).toLowerCase()
    return [{ property, value: written.replace(IMPORTANT, '').trim(), isImportant: IMPORTANT.test(written) }]
  })
}

const LINKED = /<link\b[^>]*stylesheet|@import\b/i
const MOST_RULES = 5000
const LONGEST_SELECTOR = 200
const SELECTOR = /^([a-z][\w-]*|\*)?((?:\.[\w-]+)*)(?:#([\w-]+))?((?:\.[\w-]+)*)$/i
/** Of a page at rest these say nothing: a pointer above, what is put before a text, print, fonts, movement. */
const AT_REST = /:(?:hover|focus|active|visited|target|before|after|first-letter|first-line)\b|::/i
const APART = /^@(?:media\s+print|font-face|page|charset|(?:-\w+-)?keyframes|namespace)\b/i

function withoutComments(css: string): string {
  let text = ''
  let at = 0
  for (let start = css.indexOf('/*'); start >= 0; start = css.indexOf('/*', at)) {
    text += css.slice(at, start)
    const end = css.indexOf('*/', start + 2)
    if (end < 0) return text
    at = end + 2
  }
  return text + css.slice(at).replace(/<!--|-->/g, '')
}

/** The outermost `selectors { body }` of a stylesheet. */
function* bodiesIn(css: string): Generator<[selectors: string, body: string]> {
  let depth = 0
  let from = 0
  let selectors = ''
  for (const { 0: sign, index } of css.matchAll(/[{};]/g)) {
    if (sign === ';') {
      if (depth === 0) from = index + 1
    } else if (sign === '{') {
      if (depth === 0) selectors = css.slice(from, index).trim()
      if (depth === 0) from = index + 1
      depth += 1
    } else if (depth > 0) {
      depth -= 1
      if (depth > 0) continue
      yield [selectors, css.slice(from, index)]
      from = index + 1
    }
  }
}

class SheetReader {
  private readonly rules = new Map<string, Rule[]>()
  private readonly unfollowed = new Set<string>()
  private count = 0

  read(css: string): void {
    for (const [selectors, body] of bodiesIn(withoutComments(css))) this.takeRule(selectors, body)
  }

  sheet(isLinked: boolean): StyleSheet {
    if (isLinked || this.count > MOST_RULES) this.doubt(PROPERTIES)
    return { rules: this.rules, unfollowed: this.unfollowed, known: new Map() }
  }

  private doubt(properties: Iterable<string>): void {
    for (const property of properties) this.unfollowed.add(property)
  }

  private takeRule(selectors: string, body: string): void {
    if (selectors.startsWith('@')) {
      const inner = APART.test(selectors) ? [] : body.split(/[{}]/).flatMap(declarationsIn)
      return this.doubt(inner.map(({ property }) => property))
    }
    const declarations = declarationsIn(body)
    if (declarations.length === 0) return
    for (const selector of selectors.split(',')) {
      if (!AT_REST.test(selector)) this.takeSelector(selector.trim(), declarations)
    }
  }

  private takeSelector(selector: string, declarations: readonly Declaration[]): void {
    const match = selector === '' || selector.length > LONGEST_SELECTOR ? null : SELECTOR.exec(selector)
    if (!match) return this.doubt(declarations.map(({ property }) => property))
    const [, tag = '', before = '', id = '', after = ''] = match
    const classes = (before + after).split('.').filter(Boolean)
    const order = (this.count += 1)
    if (order > MOST_RULES) return
    const rule = { tag: tag === '*' ? '' : tag.toLowerCase(), id, classes, declarations, order }
    const key = classes[0] ?? (id === '' ? rule.tag : `#${id}`)
    const alike = this.rules.get(key)
    if (alike) alike.push(rule)
    else this.rules.set(key, [rule])
  }
}

/** The rules of all `style` elements of a page. */
export function styleSheet(content: string): StyleSheet {
  const reader = new SheetReader()
  const lower = content.toLowerCase()
  for (let at = lower.indexOf('<style'); at >= 0;) {
    const start = lower.indexOf('>', at)
    const end = start < 0 ? -1 : lower.indexOf('</style', start)
    if (end < 0) break
    reader.read(content.slice(start + 1, end))
    at = lower.indexOf('<style', end)
  }
  return reader.sheet(LINKED.test(content))
}

const NONE: Declarations = new Map()
const MOST_KNOWN = 2000

/** How closely a selector fits: an id counts more than any classes, those more than a name. */
const closeness = ({ id, classes, tag }: Rule): number =>
  (id === '' ? 0 : 10_000) + classes.length * 100 + (tag === '' ? 0 : 1)

/** What a stylesheet and its own style say of an element, as a browser weighs them. */
export function declarationsOf(name: string, attributes: ReadonlyMap<string, string>, sheet: StyleSheet): Declarations {
  const [own, id, classes] = ['style', 'id', 'class'].map((key) => attributes.get(key) ?? '')
  if (!own && sheet.rules.size === 0) return NONE
  const key = [name, id, classes, own].join('\n')
  const known = sheet.known.get(key)
  if (known) return known
  const weighed = weighedOf(name, id ?? '', (classes ?? '').split(/\s+/).filter(Boolean), own ?? '', sheet)
  if (sheet.known.size < MOST_KNOWN) sheet.known.set(key, weighed)
  return weighed
}

function weighedOf(name: string, id: string, classes: string[], own: string, sheet: StyleSheet): Declarations {
  const { rules, unfollowed } = sheet
  const fits = (rule: Rule) =>
    (rule.tag === '' || rule.tag === name) &&
    (rule.id === '' || rule.id === id) &&
    rule.classes.every((one) => classes.includes(one))
  const fitting = ['', name, ...classes, `#${id}`]
    .flatMap((key) => (rules.get(key) ?? []).filter(fits))
    .sort((a, b) => closeness(a) - closeness(b) || a.order - b.order)
  const found = fitting.flatMap(({ declarations }) => declarations.map((one) => ({ ...one, isOwn: false })))
  const all = [...found, ...declarationsIn(own).map((one) => ({ ...one, isOwn: true }))]
  const weighed = [...all.filter(({ isImportant }) => !isImportant), ...all.filter(({ isImportant }) => isImportant)]
  return new Map(
    weighed.map(({ property, value, isOwn }) => [property, { value, isSure: isOwn || !unfollowed.has(property) }]),
  )
}
