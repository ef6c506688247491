import { documentWords } from '../../words/document'
import { intakeWords } from '../../words/intake'
import type { Block } from '../blocks'
import { blocksOf, withoutCaptions } from '../grid/flow'
import { outlineOf } from '../sections'
import { findTitle } from '../title'
import { withoutFurniture } from './furniture'
import { readPage } from './read-page'

/** Sites put their own name before or after that of the page. */
const SEPARATORS = /\s*(?:[_|｜]|\s[-–—]+\s|--+)\s*/

/** Our own drafts are called so. */
const DRAFT = new RegExp(`^\\s*${documentWords.draft}\\s`)

/** How much the title says that is found among lines: nothing, unit or year, or both. */
function told(front: readonly Block[]): number {
  const title = findTitle(front)
  return title ? 1 + Number(title.unit !== '') + Number(title.year !== null) : 0
}

function titleBlocks(titles: readonly string[]): Block[] {
  const texts = titles.flatMap((title) => title.replace(DRAFT, '').split(SEPARATORS)).map((text) => text.trim())
  return [...new Set(texts)].flatMap((text) =>
    text === '' ? [] : [{ text, cells: [text], place: intakeWords.pageTitle }],
  )
}

/**
 * A web page as blocks: its paragraphs and its tables' rows as a reader sees them, without the site's menus, headers
 * and footers. What the page calls itself stands first where it says more than the title in its text.
 */
export function htmlBlocks(content: string): Block[] {
  const { lines, titles } = readPage(content)
  const blocks = blocksOf(withoutFurniture(withoutCaptions(lines)))
  const names = titleBlocks(titles)
  return told(names) > told(outlineOf(blocks).front) ? [...names, ...blocks] : blocks
}
