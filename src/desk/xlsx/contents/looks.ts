/** The looks of cells, as far as they bear on what is read. */
import type { Look } from '../../../intake'
import { colourOf, lookOn, PAPER, takeFontPart } from './fonts'
import type { FontLook } from './fonts'
import { formatOf, isDayFormat } from './formats'
import { attributeOf, scanXml } from './scan'

export interface CellLook {
  format?: string
  isDay: boolean
  /** The format may show another number than the one that is stored. */
  mayScale?: boolean
  font: FontLook
  /** The colour behind the text; absent for a pattern. */
  ground?: string
}

export const PLAIN: CellLook = { isDay: false, font: {}, ground: PAPER }

/** Signs of a format that scales, or that lays something between its digits. */
const SCALING = /[0#?],*[!\\"]|[0#?],+(?![0#?,])/

/** `ground` is undefined for a pattern. */
export const cellLook = (format: string | undefined, font: FontLook, ground: string | undefined): CellLook => ({
  ...(format !== undefined && { format }),
  isDay: isDayFormat(format),
  ...(format !== undefined && SCALING.test(format) && { mayScale: true }),
  font,
  ...(ground !== undefined && { ground }),
})

/** What the looks are put together from. */
class Stock {
  readonly formats = new Map<number, string>()
  readonly fonts: FontLook[] = []
  readonly grounds: (string | undefined)[] = []
  readonly looks: CellLook[] = []
  private readonly within: string[] = []

  open(name: string, attributes: string): void {
    const [list] = this.within
    this.within.push(name)
    if (name === 'styleSheet') this.within.pop()
    else if (list === 'numFmts') this.takeFormat(attributes)
    else if (list === 'fonts') this.takeFont(name, attributes)
    else if (list === 'fills') this.takeFill(name, attributes)
    else if (list === 'cellXfs' && name === 'xf') this.takeLook(attributes)
  }

  close(): void {
    this.within.pop()
  }

  private takeFormat(attributes: string): void {
    this.formats.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '')
  }

  private takeFont(name: string, attributes: string): void {
    const font = this.fonts[this.fonts.length - 1]
    if (name === 'font') this.fonts.push({})
    else if (font) takeFontPart(font, name, attributes)
  }

  private takeFill(name: string, attributes: string): void {
    const last = this.grounds.length - 1
    if (name === 'fill') this.grounds.push(undefined)
    else if (name === 'patternFill') {
      const pattern = attributeOf(attributes, 'patternType') ?? 'none'
      this.grounds[last] = pattern === 'none' ? PAPER : pattern === 'solid' ? 'solid' : undefined
    } else if (name === 'fgColor' && this.grounds[last] === 'solid') this.grounds[last] = colourOf(attributes)
  }

  private takeLook(attributes: string): void {
    const number = (name: string) => Number(attributeOf(attributes, name) ?? 0)
    const format = formatOf(number('numFmtId'), this.formats)
    this.looks.push(cellLook(format, this.fonts[number('fontId')] ?? {}, this.grounds[number('fillId')]))
  }
}

/** The looks of a workbook by the numbers that its cells name. */
export function readLooks(xml: string): CellLook[] {
  const stock = new Stock()
  scanXml(xml, {
    open: (name, attributes) => stock.open(name, attributes),
    text: () => undefined,
    close: () => stock.close(),
  })
  return stock.looks
}

/** How the whole text of a cell stands; undefined where nothing is special. */
export function standingOf({ font, ground }: CellLook): Partial<Look> | undefined {
  const look = lookOn(ground, font)
  return look.isHidden || look.isStruck || look.isRaised || look.isLowered ? look : undefined
}
