import type { Look } from '../marked-text'

/** How an element shows its text. Size, colour and ground are those of the nearest element that says them. */
export interface ElementLook extends Look {
  isTiny: boolean
  isWhite: boolean
  /** A ground other than white lies below it, on which white letters are seen. */
  hasGround: boolean
  isInvisible: boolean
}

export const plainLook: ElementLook = {
  isRaised: false,
  isLowered: false,
  isStruck: false,
  isHidden: false,
  isTiny: false,
  isWhite: false,
  hasGround: false,
  isInvisible: false,
}

type Declarations = ReadonlyMap<string, string>

function declarationsIn(css: string): Declarations {
  const declarations = new Map<string, string>()
  for (const piece of css.split(';')) {
    const colon = piece.indexOf(':')
    if (colon > 0)
      declarations.set(
        piece.slice(0, colon).trim().toLowerCase(),
        piece
          .slice(colon + 1)
          .replace(/!important/i, '')
          .trim()
          .toLowerCase(),
      )
  }
  return declarations
}

/** `tag.class` or `#id`, of which each part must fit. */
interface Rule {
  tag: string
  id: string
  classes: readonly string[]
  declarations: Declarations
}

/** Rules of stylesheets for one element alone; those that hang on an element around it are not followed. */
export interface StyleSheet {
  rules: ReadonlyMap<string, readonly Rule[]>
  /** No rule about looks went unfollowed: what these rules hide, no other shows again. */
  isWhole: boolean
}

export const noSheet: StyleSheet = { rules: new Map(), isWhole: true }

const LINKED = /<link\b[^>]*stylesheet|@import\b/i

const MOST_RULES = 5000
const SELECTOR = /^([a-z][\w-]*)?((?:\.[\w-]+)*)(?:#([\w-]+))?$/i
const RELEVANT = /display|visibility|font|color|background|decoration|vertical-align|opacity|text-indent|left|mso-hide/i

/** The rules of all `style` elements of a page; what stands in `@media` and the like is passed over. */
export function styleSheet(content: string): StyleSheet {
  const rules = new Map<string, Rule[]>()
  let count = 0
  let isWhole = !LINKED.test(content)
  const lower = content.toLowerCase()
  for (let at = lower.indexOf('<style'); at >= 0;) {
    const start = lower.indexOf('>', at)
    const end = start < 0 ? -1 : lower.indexOf('</style', start)
    if (end < 0) break
    const found = rulesIn(content.slice(start + 1, end))
    for (const rule of found.rules) {
      count += 1
      const key = rule.classes[0] ?? (rule.id ? `#${rule.id}` : rule.tag)
      if (count <= MOST_RULES) rules.set(key, [...(rules.get(key) ?? []), rule])
    }
    isWhole &&= found.isWhole
    at = lower.indexOf('<style', end)
  }
  return { rules, isWhole: isWhole && count <= MOST_RULES }
}

interface Followed {
  rules: Rule[]
  isWhole: boolean
}

function rulesIn(css: string): Followed {
  const rules: Rule[] = []
  let isWhole = true
  let depth = 0
  let from = 0
  let selectors = ''
  const plain = withoutComments(css)
  for (let i = 0; i < plain.length; i += 1) {
    const sign = plain.charAt(i)
    if (sign === '{') {
      if (depth === 0) selectors = plain.slice(from, i).trim()
      depth += 1
      if (depth === 1) from = i + 1
    } else if (sign === '}' && depth > 0) {
      depth -= 1
      if (depth === 0) {
        const body = plain.slice(from, i)
        if (RELEVANT.test(body)) {
          const found = selectors.startsWith('@') ? null : rulesOf(selectors, declarationsIn(body))
          rules.push(...(found?.rules ?? []))
          isWhole &&= found?.isWhole ?? false
        }
        from = i + 1
      }
    }
  }
  return { rules, isWhole }
}

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

function rulesOf(selectors: string, declarations: Declarations): Followed {
  const each = selectors.split(',')
  const rules = each.flatMap((selector): Rule[] => {
    const match = SELECTOR.exec(selector.trim())
    if (!match || match[0] === '') return []
    const [, tag = '', classes = '', id = ''] = match
    return [{ tag: tag.toLowerCase(), id, classes: classes.split('.').filter(Boolean), declarations }]
  })
  return { rules, isWhole: rules.length === each.length }
}

const EMPTY: Declarations = new Map()

function declarationsOf(name: string, attributes: ReadonlyMap<string, string>, sheet: StyleSheet): Declarations {
  const inline = attributes.get('style')
  if (sheet.rules.size === 0) return inline === undefined ? EMPTY : declarationsIn(inline)
  const classes = (attributes.get('class') ?? '').split(/\s+/).filter(Boolean)
  const id = attributes.get('id') ?? ''
  const keys = [name, ...classes, ...(id ? [`#${id}`] : [])]
  const fits = (rule: Rule) =>
    (rule.tag === '' || rule.tag === name) &&
    (rule.id === '' || rule.id === id) &&
    rule.classes.every((one) => classes.includes(one))
  const found = keys
    .flatMap((key) => (sheet.rules.get(key) ?? []).filter(fits))
    .flatMap(({ declarations }) => [...declarations])
  return found.length === 0 && inline === undefined ? EMPTY : new Map([...found, ...declarationsIn(inline ?? '')])
}

const WHITE = /^(?:white|#fff(?:fff)?(?:ff)?|rgba?\(\s*255\s*,\s*255\s*,\s*255\s*(?:,\s*1(?:\.0)?\s*)?\))$/
const CLEAR = /^(?:transparent|none|initial|rgba\([^)]*,\s*0(?:\.0+)?\s*\))$/
/** Letters of no colour; `initial` is black. */
const INVISIBLE = /^(?:transparent|rgba\([^)]*,\s*0(?:\.0+)?\s*\))$/
const AS_AROUND = /^(?:inherit|unset|revert(?:-layer)?|currentcolor)$/
const TINY = /^0*(?:0|1)?(?:\.\d+)?(?:px|pt)$|^0(?:\.0+)?(?:em|rem|%)?$/
const FAR = /^-\d{3,}(?:px|em|pt|rem)?/
const RAISED_NAMES = new Set(['sup'])
const LOWERED_NAMES = new Set(['sub'])
const STRUCK_NAMES = new Set(['s', 'strike', 'del'])

const sizeOf = (font: string): string | undefined => /(?:^|\s)([\d.]+(?:px|pt|em|rem|%)|0)(?:\/|\s|$)/.exec(font)?.[1]

function isGone(declarations: Declarations): boolean {
  const is = (name: string, pattern: RegExp) => pattern.test(declarations.get(name) ?? '')
  return (
    is('display', /^none/) ||
    is('mso-hide', /^all/) ||
    is('opacity', /^0(?:\.0+)?%?$/) ||
    is('text-indent', FAR) ||
    (is('position', /absolute|fixed/) && is('left', FAR))
  )
}

function groundOf(declarations: Declarations, attributes: ReadonlyMap<string, string>, hasGround: boolean): boolean {
  const ground = declarations.get('background-color') ?? declarations.get('background') ?? attributes.get('bgcolor')
  const isSaid = ground !== undefined && !CLEAR.test(ground) && !AS_AROUND.test(ground)
  if (isSaid) return !WHITE.test(ground.toLowerCase())
  return hasGround || declarations.has('background-image') || attributes.has('background')
}

/** A style of its own hides an element whatever a stylesheet says. */
const isGoneBySelf = (attributes: ReadonlyMap<string, string>): boolean =>
  attributes.has('hidden') || isGone(declarationsIn(attributes.get('style') ?? ''))

/**
 * How an element shows its text, out of what its stylesheet, its style and its name say. Where rules went unfollowed, a
 * block or a part of a table is not taken for hidden by a stylesheet, for white or for tiny: what is read half may not
 * take a report away.
 */
export function lookOf(
  name: string,
  attributes: ReadonlyMap<string, string>,
  sheet: StyleSheet,
  outer: ElementLook,
  isBlock: boolean,
): ElementLook {
  const declarations = declarationsOf(name, attributes, sheet)
  const isDoubtful = isBlock && !sheet.isWhole
  const isNamed = RAISED_NAMES.has(name) || LOWERED_NAMES.has(name) || STRUCK_NAMES.has(name)
  const isSaid =
    declarations.size > 0 || ['hidden', 'bgcolor', 'background', 'color'].some((key) => attributes.has(key))
  if (!isNamed && !isSaid) return outer
  return {
    ...linesOf(name, declarations, outer, isBlock),
    ...(isDoubtful ? doubtfulSight(declarations, attributes, outer) : sightOf(declarations, attributes, outer)),
    isHidden: outer.isHidden || isGoneBySelf(attributes) || (!isDoubtful && isGone(declarations)),
  }
}

type Lines = Pick<ElementLook, 'isRaised' | 'isLowered' | 'isStruck'>

function linesOf(name: string, declarations: Declarations, outer: ElementLook, isBlock: boolean): Lines {
  const align = isBlock ? '' : (declarations.get('vertical-align') ?? '')
  const line = `${declarations.get('text-decoration') ?? ''} ${declarations.get('text-decoration-line') ?? ''}`
  return {
    isRaised: outer.isRaised || RAISED_NAMES.has(name) || /^(?:super|text-top|[1-9.])/.test(align),
    isLowered: outer.isLowered || LOWERED_NAMES.has(name) || /^(?:sub|text-bottom|-)/.test(align),
    isStruck: outer.isStruck || STRUCK_NAMES.has(name) || line.includes('line-through'),
  }
}

type Sight = Pick<ElementLook, 'isTiny' | 'isWhite' | 'hasGround' | 'isInvisible'>

const doubtfulSight = (
  declarations: Declarations,
  attributes: ReadonlyMap<string, string>,
  outer: ElementLook,
): Sight => ({
  ...sightOf(declarations, attributes, outer),
  isTiny: outer.isTiny,
  isWhite: outer.isWhite,
})

function sightOf(declarations: Declarations, attributes: ReadonlyMap<string, string>, outer: ElementLook): Sight {
  const size = declarations.get('font-size') ?? sizeOf(declarations.get('font') ?? '')
  const colour = declarations.get('color') ?? attributes.get('color')?.toLowerCase()
  const visibility = declarations.get('visibility')
  return {
    isTiny: size === undefined ? outer.isTiny : TINY.test(size),
    isWhite:
      colour === undefined || AS_AROUND.test(colour) ? outer.isWhite : WHITE.test(colour) || INVISIBLE.test(colour),
    hasGround: groundOf(declarations, attributes, outer.hasGround),
    isInvisible: visibility === undefined ? outer.isInvisible : /hidden|collapse/.test(visibility),
  }
}

/** The marks of a text that stands in an element of such a look. */
export const marksOf = ({
  isRaised,
  isLowered,
  isStruck,
  isHidden,
  isTiny,
  isWhite,
  hasGround,
  isInvisible,
}: ElementLook): Look => ({
  isRaised,
  isLowered,
  isStruck,
  isHidden: isHidden || isTiny || isInvisible || (isWhite && !hasGround),
})
