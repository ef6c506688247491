import { intakeWords } from '../../words/intake'
import type { Block } from '../blocks'
import { blocksOf, withoutCaptions } from '../grid/flow'
import { outlineOf } from '../sections'
import { findTitle } from '../title'
import { withoutFurniture } from './furniture'
import { readPage } from './read-page'

/** Sites put their own name before or after that of the page. */
const SEPARATORS = /\s*(?:[_|｜]|\s[-–—]+\s|--+)\s*/

function hasWholeTitle(blocks: readonly Block[]): boolean {
  const title = findTitle(outlineOf(blocks).front)
  return title !== undefined && title.unit !== '' && title.year !== null
}

function titleBlocks(titles: readonly string[]): Block[] {
  const texts = titles.flatMap((title) => title.split(SEPARATORS)).map((text) => text.trim())
  return [...new Set(texts)].flatMap((text) =>
    text === '' ? [] : [{ text, cells: [text], place: intakeWords.pageTitle }],
  )
}

/**
 * A web page as blocks: its paragraphs and its tables' rows as a reader sees them, without the site's menus, headers
 * and footers. What the page calls itself stands first where its text does not say the whole title.
 */
export function htmlBlocks(content: string): Block[] {
  const { lines, titles } = readPage(content)
  const blocks = blocksOf(withoutFurniture(withoutCaptions(lines)))
  return hasWholeTitle(blocks) ? blocks : [...titleBlocks(titles), ...blocks]
}
