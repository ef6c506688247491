/** The styles of an OpenDocument file, as far as they bear on what is read. */
import type { FontLook } from '../xlsx/contents'
import type { Attributes } from './elements'

interface Style {
  parent: string | undefined
  font: FontLook
  ground?: string | undefined
  isHidden: boolean
}

/** How a cell or a run stands, with what its style is based on. */
export interface Standing {
  font: FontLook
  ground: string | undefined
}

/** Points: nobody reads letters of one. */
const TINY = 1
const DEEPEST = 10

const colourIn = (written: string | undefined): string | undefined =>
  written?.startsWith('#') ? written.slice(1).toLowerCase() : undefined

/** `super 58%`, `33% 58%`: up or down, and how large. */
function takePlace(font: FontLook, place: string): void {
  const [up = ''] = place.split(' ')
  const height = Number.parseFloat(up)
  font.isRaised = up === 'super' || height > 0
  font.isLowered = up === 'sub' || height < 0
}

function takeText(font: FontLook, attributes: Attributes): void {
  const struck = ['style', 'type'].flatMap((name) => attributes.get(`style:text-line-through-${name}`) ?? [])
  if (struck.length > 0) font.isStruck = struck.some((line) => line !== 'none')
  const place = attributes.get('style:text-position')
  if (place !== undefined) takePlace(font, place)
  const size = attributes.get('fo:font-size')
  if (size?.endsWith('pt')) font.isTiny = Number.parseFloat(size) <= TINY
  if (attributes.get('text:display') === 'none') font.isTiny = true
  const colour = colourIn(attributes.get('fo:color'))
  if (colour !== undefined && attributes.get('style:use-window-font-color') !== 'true') font.colour = colour
}

export class Styles {
  private readonly styles = new Map<string, Style>()
  private style: Style | undefined

  /** Takes one element of the file's styles. */
  open(name: string, attributes: Attributes): void {
    if (name === 'style:style' || name === 'style:default-style') this.begin(attributes)
    else if (!this.style) return
    else if (name === 'style:text-properties') takeText(this.style.font, attributes)
    else if (name === 'style:table-cell-properties') this.style.ground = colourIn(attributes.get('fo:background-color'))
    else if (name === 'style:table-properties') this.style.isHidden = attributes.get('table:display') === 'false'
  }

  close(name: string): void {
    if (name === 'style:style' || name === 'style:default-style') this.style = undefined
  }

  standing(family: 'table-cell' | 'text', name: string): Standing {
    const chain = this.chain(family, name)
    const font = Object.assign({}, ...chain.map((style) => style.font)) as FontLook
    return { font, ground: chain.reduce<string | undefined>((below, { ground }) => ground ?? below, undefined) }
  }

  isHiddenTable(name: string): boolean {
    return this.chain('table', name).some(({ isHidden }) => isHidden)
  }

  private begin(attributes: Attributes): void {
    const family = attributes.get('style:family') ?? ''
    this.style = { parent: attributes.get('style:parent-style-name'), font: {}, isHidden: false }
    this.styles.set(`${family} ${attributes.get('style:name') ?? ''}`, this.style)
  }

  /** The family's own style first, then what the style is based on, then itself. */
  private chain(family: string, name: string): Style[] {
    const chain: Style[] = []
    for (let at = this.styles.get(`${family} ${name}`); at && chain.length < DEEPEST;) {
      chain.unshift(at)
      at = at.parent === undefined ? undefined : this.styles.get(`${family} ${at.parent}`)
    }
    const standard = this.styles.get(`${family} `)
    return standard ? [standard, ...chain] : chain
  }
}
