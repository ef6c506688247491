import type { DrawnPage } from '../../intake'
import { UnreadableSourceError } from '../../intake'
import type { Library } from './canvas'
import { inkOf } from './glyph-ink'
import { openDocument, withoutLoss } from './library'
import type { Matrix } from './matrix'
import { painted } from './paint'
import type { Operators } from './paint'
import type { Font } from './state'

type Opened = Awaited<ReturnType<typeof openDocument>>
type Page = Awaited<ReturnType<Opened['document']['getPage']>>

/** An annual report has twenty pages. */
const MOST_PAGES = 300
/** Of all pages together; a report has ten thousand. */
const MOST_GLYPHS = 400_000
const MOST_SHAPES = 400_000

function fontIn(page: Page, id: string): Font | undefined {
  return page.commonObjs.has(id) ? (page.commonObjs.get(id) as Font) : undefined
}

/** What is left of all that the pages of a file may hold. */
interface Rest {
  glyphs: number
  shapes: number
}

interface Readable {
  document: Opened['document']
  codes: Opened['codes']
  isLayerShown: (layer: unknown) => boolean
}

async function drawn({ document, codes, isLayerShown }: Readable, number: number, rest: Rest): Promise<DrawnPage> {
  const page = await byLibrary(() => document.getPage(number))
  const operators = (await byLibrary(() => page.getOperatorList())) as Operators
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform as number[]
  const matrix: Matrix = [a, b, c, d, e, f]
  const library: Library = {
    codes,
    isLayerShown,
    fontOf: (id) => fontIn(page, id),
    inkOf: (font, glyph) => inkOf(font, glyph, page.commonObjs, codes),
  }
  const box = { left: 0, top: 0, right: width, bottom: height }
  const { glyphs, shapes } = painted(operators, library, matrix, box, rest)
  page.cleanup()
  return { number, width, height, glyphs, ...shapes }
}

/** What the library throws has many names and one meaning: it cannot make sense of the file. */
async function byLibrary<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await withoutLoss(work)
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new UnreadableSourceError(isLocked ? 'encrypted' : 'damaged')
  }
}

async function allPages({ document, codes }: Opened): Promise<DrawnPage[]> {
  if (document.numPages > MOST_PAGES) throw new UnreadableSourceError('tooLarge')
  const layers = await byLibrary(() => document.getOptionalContentConfig())
  const isLayerShown = (layer: unknown) => layers.isVisible(layer as object) !== false
  const pages: DrawnPage[] = []
  const rest: Rest = { glyphs: MOST_GLYPHS, shapes: MOST_SHAPES }
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await drawn({ document, codes, isLayerShown }, number, rest)
    rest.glyphs -= page.glyphs.length
    rest.shapes -= page.lines.length + page.shades.length + page.pictures.length
    pages.push(page)
  }
  return pages
}

/** The pages of a PDF as they are painted. Throws an UnreadableSourceError for what is none. */
export async function pagesOf(bytes: Uint8Array): Promise<DrawnPage[]> {
  const opened = await byLibrary(() => openDocument(bytes))
  try {
    return await allPages(opened)
  } finally {
    await opened.document.loadingTask.destroy()
  }
}
