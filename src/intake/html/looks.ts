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
const RAISED = /^(?:super|text-top)/
const LOWERED = /^(?:sub|text-bottom)/
const SAYING = ['hidden', 'bgcolor', 'background', 'color']

type Line = Pick<ElementLook, 'isRaised' | 'isLowered' | 'isStruck'>

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)/

/** How far a length is above nothing, below it where negative; 0 where it is none. */
const numberIn = (length: string): number => Number(NUMBER.exec(length)?.[0] ?? 0)

/** How far letters are moved up in their line, or down where negative. */
function movedUp(said: (property: string) => string): number {
  if (said('position') !== 'relative') return 0
  return said('top') === '' || said('top') === 'auto' ? numberIn(said('bottom')) : -numberIn(said('top'))
}

/** Whether an element raises or lowers its letters, by its style. */
function heightIn(declarations: Declarations, isBlock: boolean): 'up' | 'down' | undefined {
  if (isBlock) return undefined
  const said = (property: string) => declarations.get(property)?.value ?? ''
  const align = said('vertical-align')
  // A block within a line is set to its top for the layout: that says nothing of its letters.
  const isInLine = /^(?:inline)?$/.test(said('display'))
  const moved = (isInLine ? movedUp(said) : 0) || numberIn(align)
  if (RAISED.test(align) || (isInLine && align === 'top') || moved > 0) return 'up'
  return LOWERED.test(align) || (isInLine && align === 'bottom') || moved < 0 ? 'down' : undefined
}

function lineOf(name: string, declarations: Declarations, outer: ElementLook, isBlock: boolean): Line {
  const height = heightIn(declarations, isBlock)
  const lines = ['text-decoration', 'text-decoration-line'].map((property) => declarations.get(property)?.value)
  return {
    isRaised: outer.isRaised || RAISED_NAMES.has(name) || height === 'up',
    isLowered: outer.isLowered || LOWERED_NAMES.has(name) || height === 'down',
    isStruck: outer.isStruck || STRUCK_NAMES.has(name) || lines.some((line) => line?.includes('line-through')),
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
    isGone: stronger(outer.isGone, goneOf({ name, declarations, attributes, isBlock })),
  }
}

/** The look of a text that stands in an element of such a look. */
export function textLook(look: ElementLook, sheet: StyleSheet): Look {
  const hidden = stronger(look.isGone, hiddenIn(look, sheet))
  const { isRaised, isLowered, isStruck } = look
  return { isRaised, isLowered, isStruck, isHidden: hidden === 'yes', isDoubted: hidden === 'maybe' }
}
