import type { Look } from '../marked-text'
import { goneOf, hiddenIn, plainSight, sightIn, type Certainty, type Sight } from './sight'
import { declarationsOf, type Declarations, type StyleSheet } from './stylesheet'

/** How an element shows its text. */
export interface ElementLook extends Sight {
  isRaised: boolean
  isLowered: boolean
  isStruck: boolean
  isGone: Certainty
}

export const plainLook: ElementLook = {
  ...plainSight,
  isRaised: false,
  isLowered: false,
  isStruck: false,
  isGone: 'no',
}

type Attributes = ReadonlyMap<string, string>

const RAISED_NAMES = new Set(['sup'])
const LOWERED_NAMES = new Set(['sub'])
const STRUCK_NAMES = new Set(['s', 'strike', 'del'])
const SAYING = ['hidden', 'bgcolor', 'background', 'color']

type Line = Pick<ElementLook, 'isRaised' | 'isLowered' | 'isStruck'>

function lineOf(name: string, declarations: Declarations, outer: ElementLook, isBlock: boolean): Line {
  const said = (property: string) => declarations.get(property)?.value ?? ''
  const align = isBlock ? '' : said('vertical-align')
  return {
    isRaised: outer.isRaised || RAISED_NAMES.has(name) || /^(?:super|text-top|[1-9.])/.test(align),
    isLowered: outer.isLowered || LOWERED_NAMES.has(name) || /^(?:sub|text-bottom|-)/.test(align),
    isStruck:
      outer.isStruck ||
      STRUCK_NAMES.has(name) ||
      `${said('text-decoration')} ${said('text-decoration-line')}`.includes('line-through'),
  }
}

const STRONGER: Readonly<Record<Certainty, number>> = { no: 0, maybe: 1, yes: 2 }
const stronger = (a: Certainty, b: Certainty): Certainty => (STRONGER[a] >= STRONGER[b] ? a : b)

/**
 * How an element shows its text, out of what its stylesheet, its style and its name say. Size, colour and ground are
 * those of the nearest element that says them; what is taken off the page takes with it all that is inside.
 */
export function lookOf(
  name: string,
  attributes: Attributes,
  sheet: StyleSheet,
  outer: ElementLook,
  isBlock: boolean,
): ElementLook {
  const declarations = declarationsOf(name, attributes, sheet)
  const isNamed = RAISED_NAMES.has(name) || LOWERED_NAMES.has(name) || STRUCK_NAMES.has(name)
  if (!isNamed && declarations.size === 0 && !SAYING.some((key) => attributes.has(key))) return outer
  return {
    ...sightIn(declarations, attributes, outer),
    ...lineOf(name, declarations, outer, isBlock),
    isGone: stronger(outer.isGone, goneOf(declarations, attributes)),
  }
}

/** The look of a text that stands in an element of such a look. */
export function textLook(look: ElementLook, sheet: StyleSheet): Look {
  const hidden = stronger(look.isGone, hiddenIn(look, sheet))
  const { isRaised, isLowered, isStruck } = look
  return { isRaised, isLowered, isStruck, isHidden: hidden === 'yes', isDoubted: hidden === 'maybe' }
}
