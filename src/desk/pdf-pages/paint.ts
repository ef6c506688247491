import { UnreadableSourceError } from '../../intake'
import type { Arguments } from './arguments'
import { Canvas } from './canvas'
import type { Library } from './canvas'
import type { Box, Matrix } from './matrix'
import { operators } from './operators'

/** What a page is painted by: numbers of operators with their arguments, as the library gives them. */
export interface Operators {
  fnArray: readonly number[]
  argsArray: readonly unknown[]
}

/** The library leaves large pictures out: what remains is their place, into which nothing is painted. */
function isSkippedPicture({ fnArray }: Operators, end: number, { codes }: Library): boolean {
  let at = end - 1
  while (fnArray[at] === codes['dependency']) at -= 1
  return fnArray[at] === codes['transform']
}

/** Carries out the operators of a page; `most`: how much of each there may be. */
export function painted(
  given: Operators,
  library: Library,
  base: Matrix,
  page: Box,
  most: { glyphs: number; shapes: number },
): Canvas {
  const canvas = new Canvas(library, base, page)
  const byCode = new Map(Object.entries(library.codes).map(([name, code]) => [code, operators[name]] as const))
  given.fnArray.forEach((code, i) => {
    if (code === library.codes['restore'] && isSkippedPicture(given, i, library)) canvas.picture()
    byCode.get(code)?.(canvas, (given.argsArray[i] ?? []) as Arguments)
    const { lines, shades, pictures } = canvas.shapes
    const isFull = canvas.glyphs.length > most.glyphs || lines.length + shades.length + pictures.length > most.shapes
    if (isFull) throw new UnreadableSourceError('tooLarge')
  })
  return canvas
}
