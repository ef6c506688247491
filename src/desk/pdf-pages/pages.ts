import type { DrawnPage } from '../../intake'
import { UnreadableSourceError } from '../../intake'
import { openDocument } from './library'
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

async function drawn(page: Page, codes: Opened['codes'], isLayerShown: (layer: unknown) => boolean) {
  const operators = (await page.getOperatorList()) as Operators
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform as number[]
  const matrix: Matrix = [a, b, c, d, e, f]
  const library = { codes, isLayerShown, fontOf: (id: string) => fontIn(page, id) }
  const { glyphs, shapes } = painted(operators, library, matrix, { left: 0, top: 0, right: width, bottom: height })
  return { number: page.pageNumber, width, height, glyphs, ...shapes }
}

/** What the library throws has many names and one meaning: it cannot make sense of the file. */
function failureOf(error: unknown): UnreadableSourceError {
  if (error instanceof UnreadableSourceError) return error
  const isLocked = error instanceof Error && error.name === 'PasswordException'
  return new UnreadableSourceError(isLocked ? 'encrypted' : 'damaged')
}

async function allPages({ document, codes }: Opened): Promise<DrawnPage[]> {
  if (document.numPages > MOST_PAGES) throw new UnreadableSourceError('tooLarge')
  const layers = await document.getOptionalContentConfig()
  const isLayerShown = (layer: unknown) => layers.isVisible(layer as object) !== false
  const pages: DrawnPage[] = []
  let [glyphs, shapes] = [0, 0]
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const one = await drawn(page, codes, isLayerShown)
    glyphs += one.glyphs.length
    shapes += one.lines.length + one.shades.length + one.pictures.length
    if (glyphs > MOST_GLYPHS || shapes > MOST_SHAPES) throw new UnreadableSourceError('tooLarge')
    pages.push(one)
    page.cleanup()
  }
  return pages
}

/** The pages of a PDF as they are painted. Throws an UnreadableSourceError for what is none. */
export async function pagesOf(bytes: Uint8Array): Promise<DrawnPage[]> {
  let opened: Opened | undefined
  try {
    opened = await openDocument(bytes)
    return await allPages(opened)
  } catch (error) {
    throw failureOf(error)
  } finally {
    await opened?.document.loadingTask.destroy()
  }
}
