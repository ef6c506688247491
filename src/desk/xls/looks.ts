/** The looks of cells, from the records that tell fonts, formats and grounds. */
import { cellLook, formatOf, PAPER, PLAIN } from '../xlsx/contents'
import type { CellLook, FontLook } from '../xlsx/contents'
import { Cursor } from './records'
import { readText } from './strings'

const WHITE = PAPER
const BLACK = '000000'
/** The colours that every file has; those from 8 on may be exchanged by a palette of the file's own. */
const FIRST_COLOURS = [BLACK, WHITE]
const FIRST_OF_PALETTE = 8
const END_OF_PALETTE = 64
const BACKGROUND = 65

/** Twentieths of a point: nobody reads letters of one point. */
const TINY = 20
const STRUCK = 8
/** No font has this number: the next one follows the fourth. */
const MISSING_FONT = 4

interface WrittenLook {
  font: number
  format: number
  pattern: number
  ground: number
}

export class Looks {
  private readonly fonts: { look: FontLook; colour: number }[] = []
  private readonly formats = new Map<number, string>()
  private readonly written: WrittenLook[] = []
  private palette: readonly string[] = []
  private readonly made = new Map<number, CellLook>()

  takeFont(data: Uint8Array): void {
    const cursor = new Cursor([data])
    const height = cursor.word()
    const flags = cursor.word()
    const colour = cursor.word()
    cursor.skip(2)
    const place = cursor.word()
    const look = {
      isTiny: height > 0 && height <= TINY,
      isStruck: (flags & STRUCK) !== 0,
      isRaised: place === 1,
      isLowered: place === 2,
    }
    this.fonts.push({ look, colour })
  }

  takeFormat(data: Uint8Array): void {
    const cursor = new Cursor([data])
    this.formats.set(cursor.word(), readText(cursor).text)
  }

  takeLook(data: Uint8Array): void {
    const cursor = new Cursor([data])
    const [font, format] = [cursor.word(), cursor.word()]
    cursor.at = 14
    const pattern = cursor.long() >>> 26
    this.written.push({ font, format, pattern, ground: cursor.word() & 0x7f })
  }

  takePalette(data: Uint8Array): void {
    const cursor = new Cursor([data])
    const hex = (): string => cursor.byte().toString(16).padStart(2, '0')
    this.palette = Array.from({ length: Math.min(cursor.word(), END_OF_PALETTE) }, () => {
      const colour = hex() + hex() + hex()
      cursor.skip(1)
      return colour
    })
  }

  /** How a run stands; undefined for a font that is not there. */
  fontAt(number: number): FontLook | undefined {
    const font = this.fonts[number > MISSING_FONT ? number - 1 : number]
    if (!font) return undefined
    const colour = this.colourAt(font.colour)
    return colour === undefined ? font.look : { ...font.look, colour }
  }

  lookAt(number: number): CellLook {
    const known = this.made.get(number)
    if (known) return known
    const written = this.written[number]
    if (!written) return PLAIN
    const look = cellLook(
      formatOf(written.format, this.formats),
      this.fontAt(written.font) ?? {},
      this.groundOf(written),
    )
    this.made.set(number, look)
    return look
  }

  private groundOf({ pattern, ground }: WrittenLook): string | undefined {
    if (pattern === 0) return PAPER
    return pattern === 1 ? (this.colourAt(ground) ?? BLACK) : undefined
  }

  /** Undefined for the program's own. */
  private colourAt(number: number): string | undefined {
    if (number === BACKGROUND) return WHITE
    if (number >= END_OF_PALETTE) return undefined
    const own = this.palette[number - FIRST_OF_PALETTE]
    const first = FIRST_COLOURS[number < FIRST_OF_PALETTE ? number : number - FIRST_OF_PALETTE]
    return own ?? first ?? `indexed ${number}`
  }
}
