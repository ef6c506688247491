import { BLACK, CLEAR, groundColour, letterColour, STRANGE, WHITE } from './colours'
import type { Declarations, Declared, StyleSheet } from './stylesheet'

/** Whether something holds; `maybe` where a rule that went unfollowed may say otherwise. */
export type Certainty = 'no' | 'maybe' | 'yes'

interface Colour extends Declared {
  /** `#rrggbb`, or as it is written; `clear` where there is none. */
  value: string
  isSure: boolean
}

/** Letters and what lies below them, each by the nearest element that says it. */
export interface Sight {
  colour: Colour
  ground: Colour
  isTiny: Certainty
  isInvisible: Certainty
}

/** A picture, or colours that run into one another: letters of any colour may be seen on it. */
const PICTURE = 'picture'

export const plainSight: Sight = {
  colour: { value: BLACK, isSure: true },
  ground: { value: WHITE, isSure: true },
  isTiny: 'no',
  isInvisible: 'no',
}

const AS_AROUND = /^(?:inherit|unset|revert(?:-layer)?|currentcolor)$/

const written = (text: string | undefined): Declared | undefined =>
  text === undefined ? undefined : { value: text.trim().toLowerCase(), isSure: true }

type Attributes = ReadonlyMap<string, string>

function lettersOf(declarations: Declarations, attributes: Attributes, outer: Colour): Colour {
  const said = declarations.get('color') ?? written(attributes.get('color'))
  return said === undefined || AS_AROUND.test(said.value) ? outer : { ...said, value: letterColour(said.value) }
}

const OF_PICTURE = /url\(|gradient\(|image\(/
const IN_BACKGROUND = /(?:^|\s)(#[\da-f]{3,8}|[a-z]+\([^)]*\)|[a-z]+)(?=\s|$)/

function groundOf(declarations: Declarations, attributes: Attributes, outer: Colour): Colour {
  const picture = declarations.get('background-image')
  if (picture && OF_PICTURE.test(picture.value)) return { ...picture, value: PICTURE }
  if (attributes.get('background')) return { value: PICTURE, isSure: true }
  const said =
    declarations.get('background-color') ?? declarations.get('background') ?? written(attributes.get('bgcolor'))
  if (said === undefined || AS_AROUND.test(said.value)) return outer
  if (OF_PICTURE.test(said.value)) return { ...said, value: PICTURE }
  const first = IN_BACKGROUND.exec(said.value)?.[1] ?? said.value
  // The ground around is seen through one that is clear; `initial` is clear here.
  const value = first === 'initial' ? CLEAR : groundColour(first)
  return value === CLEAR ? outer : { ...said, value }
}

const TINY = /^0*(?:0|1)?(?:\.\d+)?(?:px|pt)$|^0(?:\.0+)?(?:em|rem|%)?$/
const SIZE_IN_FONT = /(?:^|\s)([\d.]+(?:px|pt|em|rem|%)|0)(?:\/|\s|$)/

const certain = (isSo: boolean, isSure: boolean): Certainty => {
  if (!isSo) return 'no'
  return isSure ? 'yes' : 'maybe'
}

function tinyOf(declarations: Declarations, outer: Certainty): Certainty {
  const font = declarations.get('font')
  const inFont = font && SIZE_IN_FONT.exec(font.value)?.[1]
  const size = declarations.get('font-size') ?? (font && inFont ? { ...font, value: inFont } : undefined)
  return size === undefined || AS_AROUND.test(size.value) ? outer : certain(TINY.test(size.value), size.isSure)
}

function invisibleOf(declarations: Declarations, outer: Certainty): Certainty {
  const said = declarations.get('visibility')
  if (said === undefined || AS_AROUND.test(said.value)) return outer
  return certain(/hidden|collapse/.test(said.value), said.isSure)
}

/** How letters are seen in an element, out of what it says itself and what is around it. */
export const sightIn = (declarations: Declarations, attributes: Attributes, outer: Sight): Sight => ({
  colour: lettersOf(declarations, attributes, outer.colour),
  ground: groundOf(declarations, attributes, outer.ground),
  isTiny: tinyOf(declarations, outer.isTiny),
  isInvisible: invisibleOf(declarations, outer.isInvisible),
})

const GROUNDS = ['background', 'background-color', 'background-image']

/** Letters of no colour, or of that of the ground below them, are not seen. */
function lostOf({ colour, ground }: Sight, { unfollowed }: StyleSheet): Certainty {
  const isKnown = ground.isSure && !GROUNDS.some((property) => unfollowed.has(property))
  if (colour.value === CLEAR) return certain(true, colour.isSure)
  if (colour.value === STRANGE) return 'maybe'
  return certain(colour.value === ground.value, colour.isSure && isKnown)
}

/** Whether letters in such a sight are hidden from a reader. */
export function hiddenIn(sight: Sight, sheet: StyleSheet): Certainty {
  const all = [sight.isTiny, sight.isInvisible, lostOf(sight, sheet)]
  if (all.includes('yes')) return 'yes'
  return all.includes('maybe') ? 'maybe' : 'no'
}

const FAR = /^-\d{3,}(?:px|em|pt|rem)?/

/** Parts of a table grow with what they hold, whatever size they are given. */
const GROWING = /^(?:table|thead|tbody|tfoot|tr|td|th)$/
const INLINE = /^(?:inline$|contents)/

interface Gone {
  name: string
  declarations: Declarations
  attributes: Attributes
  isBlock: boolean
}

/** Whether an element is cut to a size of nothing. In a line a size says nothing. */
function cutOff({ name, declarations, isBlock }: Gone): Certainty {
  const [display, overflow] = [declarations.get('display'), declarations.get('overflow')]
  const isAside = /absolute|fixed/.test(declarations.get('position')?.value ?? '')
  const hasSize = isAside || (display ? !INLINE.test(display.value) : isBlock)
  if (GROWING.test(name) || !hasSize || !overflow || !/hidden|clip/.test(overflow.value)) return 'no'
  const none = [declarations.get('width'), declarations.get('height')].find((size) => size && TINY.test(size.value))
  return certain(none !== undefined, overflow.isSure && none?.isSure !== false)
}

const NO_CLIP = /^(?:auto|none|inherit|initial|unset)/
/** Nothing is left between the edges, or from the middle on. */
const ALL_CLIPPED = /^rect\(\s*(?:[01](?:px)?[\s,]*){4}\)|^inset\(\s*(?:[5-9]\d|100)%|^circle\(\s*0/

/** Whether all of an element is clipped away; what a clip leaves of it is not computed. */
function clipped(declarations: Declarations, property: string): Certainty {
  const said = declarations.get(property)
  if (said === undefined || NO_CLIP.test(said.value)) return 'no'
  return ALL_CLIPPED.test(said.value) ? certain(true, said.isSure) : 'maybe'
}

/** Whether an element is taken off the page, with all that is in it. */
export function goneOf(element: Gone): Certainty {
  const { declarations, attributes } = element
  if (attributes.has('hidden')) return 'yes'
  const is = (property: string, pattern: RegExp): Certainty => {
    const said = declarations.get(property)
    return said ? certain(pattern.test(said.value), said.isSure) : 'no'
  }
  const isAside = is('position', /absolute|fixed/)
  const all = [
    is('display', /^none/),
    is('mso-hide', /^all/),
    is('opacity', /^0?(?:\.0\d*)?%?$/),
    is('text-indent', FAR),
    ...(isAside === 'no' ? [] : [is('left', FAR), is('top', FAR), clipped(declarations, 'clip')]),
    clipped(declarations, 'clip-path'),
    cutOff(element),
  ]
  if (all.includes('yes')) return 'yes'
  return all.includes('maybe') ? 'maybe' : 'no'
}
