import type { Look } from '../marked-text'
import { markupTokens } from '../markup/tokens'
import { local, valueOf } from './numbering'

type Attributes = ReadonlyMap<string, string>

/** What a run or a style says of its text itself; undefined where it says nothing. */
export interface RunLook {
  align?: 'superscript' | 'subscript' | 'baseline'
  isStruck?: boolean
  isVanished?: boolean
  isWhite?: boolean
  isTiny?: boolean
  hasGround?: boolean
}

interface Style extends RunLook {
  base: string | undefined
}

const OFF = /^(?:0|false|off|none)$/i
const isOn = (attributes: Attributes): boolean => !OFF.test(valueOf(attributes) ?? '')
const WHITE = /^f{6}$/i
/** Half points: nobody reads letters of one point. */
const TINY = 2
const NO_GROUND = /^(?:auto|f{6}|none|white)$/i

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
  color: (look, value) => void (look.isWhite = WHITE.test(value)),
  sz: (look, value) => void (look.isTiny = Number(value) <= TINY),
  shd: (look, _, attributes) => void (look.hasGround = isGround(attributes)),
  highlight: (look, value) => void (look.hasGround = !NO_GROUND.test(value)),
}

/** Takes one property of a run into its look. */
export function takeRunProperty(look: RunLook, name: string, attributes: Attributes): void {
  properties[name]?.(look, valueOf(attributes) ?? '', attributes)
}

/** True for a shading on which white letters are seen. */
export const isGround = (attributes: Attributes): boolean => {
  const fill = valueOf(attributes, 'fill') ?? 'auto'
  return !NO_GROUND.test(fill) || valueOf(attributes, 'themefill') !== undefined
}

const DEEPEST = 10

/** The looks that styles give, each with that of the style it is based on. */
export class RunLooks {
  private readonly styles = new Map<string, Style>()
  private standard = ''

  constructor(stylesXml: string) {
    let style: Style | undefined
    let inRun = false
    for (const token of markupTokens(stylesXml)) {
      const name = token.kind === 'text' ? '' : local(token.name)
      if (name === 'rpr') inRun = token.kind === 'open' && !token.isEmpty
      else if (token.kind === 'close' && name === 'style') style = undefined
      else if (token.kind === 'open' && name === 'style') style = this.begin(token.attributes)
      else if (token.kind === 'open' && style && name === 'basedon') style.base = valueOf(token.attributes)
      else if (token.kind === 'open' && style && inRun) takeRunProperty(style, name, token.attributes)
    }
  }

  /** The look of a run: what its paragraph's style says, its own style, and itself, the last one first. */
  lookOf(own: RunLook, runStyle: string | undefined, paragraphStyle: string | undefined, hasGround: boolean): Look {
    const look = { ...this.chain(paragraphStyle ?? this.standard), ...this.chain(runStyle), ...own }
    const isWhite = look.isWhite === true && look.hasGround !== true && !hasGround
    return {
      isRaised: look.align === 'superscript',
      isLowered: look.align === 'subscript',
      isStruck: look.isStruck === true,
      isHidden: look.isVanished === true || look.isTiny === true || isWhite,
    }
  }

  private begin(attributes: Attributes): Style {
    const style: Style = { base: undefined }
    const id = valueOf(attributes, 'styleid') ?? ''
    this.styles.set(id, style)
    if (valueOf(attributes, 'type') === 'paragraph' && /^(?:1|true|on)$/i.test(valueOf(attributes, 'default') ?? ''))
      this.standard = id
    return style
  }

  private chain(id: string | undefined): RunLook {
    const chain: Style[] = []
    for (let at = this.styles.get(id ?? ''); at && chain.length < DEEPEST; at = this.styles.get(at.base ?? ''))
      chain.unshift(at)
    return Object.assign({}, ...chain) as RunLook
  }
}
