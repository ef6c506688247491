import { documentWords } from '../../words/document'
import type { Finding } from '../../checks'
import type { Block } from '../blocks'
import { blocksOf, withoutCaptions } from '../grid/line-blocks'
import type { SourceHead } from '../title/find-title'
import { withoutFurniture } from './furniture'
import type { Holder, Page } from './page'
import { readPage } from './read-page'
import { withFoldsResolved } from './folds'

/** Sites put their own name before or after that of the page. */
const SEPARATORS = /\s*(?:[_|｜]|\s[-–—]+\s|--+|(?<=报告|年报|[\u2e80-\uffef])[-–—]+(?=[\u2e80-\uffef]))\s*/

/** No page is called by more. */
const LONGEST = 400

/** Our own drafts are called so. */
const DRAFT = new RegExp(`^\\s*${documentWords.draft}\\s`)

const named = (titles: readonly string[]): string[] => [
  ...new Set(
    titles.flatMap((title) => title.slice(0, LONGEST).replace(DRAFT, '').split(SEPARATORS)).map((text) => text.trim()),
  ),
]

/** True where nothing of one line's element holds the other: it stands in another part of the page. */
function isApart(holder: Holder, before: Holder | undefined): boolean {
  if (!before || holder === before) return false
  return holder.parent !== before.parent && holder.parent !== before && holder !== before.parent
}

/** A page's lines as far as they may be the report, and what is told of those that it does not show. */
export function pageLines(content: string): Page & { findings: Finding[] } {
  const page = readPage(content)
  return { ...page, ...withFoldsResolved(page.lines) }
}

/**
 * A web page as blocks: its paragraphs and its tables' rows as a reader sees them, without the site's menus, headers
 * and footers. What its head says of it comes beside them.
 */
export function htmlSource(content: string): { blocks: Block[]; head: SourceHead; findings: Finding[] } {
  const { lines, titles, published, findings } = pageLines(content)
  const seen = withoutFurniture(withoutCaptions(lines))
  const parted = seen.map((line, i) => ({ ...line, isApart: isApart(line.origin.holder, seen[i - 1]?.origin.holder) }))
  return { blocks: blocksOf(parted), head: { titles: named(titles), published }, findings }
}
