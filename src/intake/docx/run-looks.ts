import type { Look } from '../marked-text'
import { markupTokens, type Token } from '../markup/tokens'
import { AUTO, highlightIn, lettersIn, shadingIn, WHITE } from './colours'
import { isOn, local, valueOf } from './numbering'

type Attributes = ReadonlyMap<string, string>

/** What a run or a style says of its text itself; undefined where it says nothing. */
export interface RunLook {
  align?: 'superscript' | 'subscript' | 'baseline'
  isStruck?: boolean
  isVanished?: boolean
  isTiny?: boolean
  colour?: string
  /** What lies below the letters alone. */
  ground?: string | undefined
}

interface Style extends RunLook {
  base: string | undefined
  /** What lies below a paragraph. */
  paragraphGround?: string | undefined
  /** A style of tables that lays a ground, be it below some of their rows alone. */
  hasGrounds: boolean
}

/** What lies below a paragraph: a colour, or one that a table's style may lay there. */
export interface Ground {
  colour: string | undefined
  isDoubted: boolean
}

/** Half points: nobody reads letters of one point. */
const TINY = 2

type Take = (look: RunLook, value: string, attributes: Attributes) => void

const strike: Take = (look, _, attributes) => void (look.isStruck = isOn(attributes))
const vanish: Take = (look, _, attributes) => void (look.isVanished = isOn(attributes))

const properties: Readonly<Record<string, Take>> = {
  vertalign: (look, value) => {
    look.align = value === 'superscript' || value === 'subscript' ? value : 'baseline'
  },
  position: (look, value) => {
    if (Number(value) !== 0) look.align = Number(value) > 0 ? 'superscript' : 'subscript'
  },
  strike,
  dstrike: strike,
  vanish,
  specvanish: vanish,
  color: (look, _, attributes) => void (look.colour = lettersIn(attributes)),
  sz: (look, value) => void (look.isTiny = Number(value) <= TINY),
  shd: (look, _, attributes) => void (look.ground = shadingIn(attributes)),
  highlight: (look, _, attributes) => void (look.ground = highlightIn(attributes)),
}

/** Takes one property of a run into its look. */
export function takeRunProperty(look: RunLook, name: string, attributes: Attributes): void {
  properties[name]?.(look, valueOf(attributes) ?? '', attributes)
}

const DEEPEST = 10

/** Fills the styles of a document from styles.xml. */
class StyleReader {
  readonly styles = new Map<string, Style>()
  standard = ''
  private style: Style | undefined
  private isInRun = false
  /** In the properties of a paragraph, and in no part of a table. */
  private isInParagraph = false

  take(token: Exclude<Token, { kind: 'text' }>): void {
    const name = local(token.name)
    const isOpen = token.kind === 'open' && !token.isEmpty
    if (name === 'rpr') this.isInRun = isOpen
    else if (name === 'ppr') this.isInParagraph = isOpen
    else if (token.kind === 'close' && name === 'style') this.style = undefined
    else if (token.kind === 'open' && name === 'style') this.begin(token.attributes)
    else if (token.kind === 'open' && this.style) this.describe(this.style, name, token.attributes)
  }

  private begin(attributes: Attributes): void {
    this.style = { base: undefined, hasGrounds: false }
    const id = valueOf(attributes, 'styleid') ?? ''
    this.styles.set(id, this.style)
    const isStandard = /^(?:1|true|on)$/i.test(valueOf(attributes, 'default') ?? '')
    if (valueOf(attributes, 'type') === 'paragraph' && isStandard) this.standard = id
  }

  private describe(style: Style, name: string, attributes: Attributes): void {
    if (name === 'basedon') style.base = valueOf(attributes)
    else if (this.isInRun) takeRunProperty(style, name, attributes)
    else if (name === 'shd') {
      const ground = shadingIn(attributes)
      if (this.isInParagraph) style.paragraphGround = ground
      style.hasGrounds ||= ground !== undefined
    }
  }
}

/** The looks that styles give, each with that of the style it is based on. */
export class RunLooks {
  private readonly styles: ReadonlyMap<string, Style>
  private readonly standard: string

  constructor(stylesXml: string) {
    const reader = new StyleReader()
    for (const token of markupTokens(stylesXml)) if (token.kind !== 'text') reader.take(token)
    this.styles = reader.styles
    this.standard = reader.standard
  }

  /** The look of a run: what its paragraph's style says, its own style, and itself, the last one first. */
  lookOf(own: RunLook, runStyle: string | undefined, paragraphStyle: string | undefined, around: Ground): Look {
    const paragraph = this.styleOf(paragraphStyle ?? this.standard)
    const look = { ...paragraph, ...this.styleOf(runStyle), ...own }
    const ground = look.ground ?? around.colour ?? paragraph.paragraphGround
    const isLost = look.colour !== undefined && look.colour !== AUTO && look.colour === (ground ?? WHITE)
    const isDoubted = isLost && around.isDoubted && look.ground === undefined && around.colour === undefined
    return {
      isRaised: look.align === 'superscript',
      isLowered: look.align === 'subscript',
      isStruck: look.isStruck === true,
      isHidden: look.isVanished === true || look.isTiny === true || (isLost && !isDoubted),
      isDoubted,
    }
  }

  /** Whether a style of tables may lay a ground below their cells. One that is not there may do anything. */
  hasGrounds(tableStyle: string): boolean {
    const chain = this.chain(tableStyle)
    return chain.length === 0 || chain.some((style) => style.hasGrounds)
  }

  private chain(id: string | undefined): Style[] {
    const chain: Style[] = []
    for (let at = this.styles.get(id ?? ''); at && chain.length < DEEPEST; at = this.styles.get(at.base ?? ''))
      chain.unshift(at)
    return chain
  }

  private styleOf(id: string | undefined): Partial<Style> {
    return Object.assign({}, ...this.chain(id)) as Partial<Style>
  }
}
