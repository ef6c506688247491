import type { DrawnGlyph, DrawnLine, DrawnPage, DrawnShade } from '../../src/intake'

const SIZE = 10
const plain = {
  angle: 0,
  size: SIZE,
  isStacked: false,
  colour: '#000000',
  opacity: 1,
  isUnpainted: false,
  isPartSeen: false,
  isUnknown: false,
}

/** A page by hand; a digit is half as wide as a Chinese character. */
export class PageByHand {
  private orders = 0
  readonly glyphs: DrawnGlyph[] = []
  readonly lines: DrawnLine[] = []
  readonly shades: DrawnShade[] = []

  text(x: number, y: number, text: string, look: Partial<DrawnGlyph> = {}): this {
    let at = x
    for (const one of text) {
      const size = look.size ?? SIZE
      const advance = /[!-~]/.test(one) ? size / 2 : size
      this.glyphs.push({ ...plain, text: one, x: at, y, advance, order: (this.orders += 1), ...look })
      at += advance
    }
    return this
  }

  line(left: number, top: number, right: number, bottom: number, look: Partial<DrawnLine> = {}): this {
    const order = (this.orders += 1)
    this.lines.push({ left, top, right, bottom, isRising: false, thickness: 0.5, colour: '#000000', order, ...look })
    return this
  }

  shade(left: number, top: number, right: number, bottom: number, look: Partial<DrawnShade> = {}): this {
    const order = (this.orders += 1)
    this.shades.push({ left, top, right, bottom, colour: '#ffffff', isOpaque: true, mayHide: true, order, ...look })
    return this
  }

  drawn(number = 1): DrawnPage {
    return {
      number,
      width: 595,
      height: 842,
      glyphs: this.glyphs,
      lines: this.lines,
      shades: this.shades,
      pictures: [],
    }
  }
}
