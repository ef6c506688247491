import { edition2021, type Section } from '../form'
import type { Block } from './blocks'

/** A list of the sections, such as a table of contents or the names of tabs, has at least so many in a row. */
const SHORTEST_LIST = 3

type Titles = ReadonlyMap<Block, { section: Section }>

/** Titles that stand in a row with nothing between them. */
function listsAmong(blocks: readonly Block[], titles: Titles): Block[][] {
  const lists: Block[][] = [[]]
  let named = new Set<Section>()
  for (const block of blocks) {
    const section = titles.get(block)?.section
    if (!section && block.text === '') continue
    if (!section || named.has(section)) {
      lists.push([])
      named = new Set()
    }
    if (!section) continue
    lists[lists.length - 1]?.push(block)
    named.add(section)
  }
  return lists.filter((list) => list.length >= SHORTEST_LIST)
}

/** A list names the sections and begins none: it names them all, or each of them stands elsewhere as well. */
export function withoutLists<T extends { section: Section }>(
  blocks: readonly Block[],
  titles: ReadonlyMap<Block, T>,
): ReadonlyMap<Block, T> {
  const kept = new Map(titles)
  for (const list of listsAmong(blocks, titles)) {
    const own = new Set(list.map((block) => titles.get(block)?.section))
    const others = new Set([...titles].filter(([block]) => !list.includes(block)).map(([, { section }]) => section))
    const isList = own.size === edition2021.sections.length || [...own].every((one) => one && others.has(one))
    if (isList) list.forEach((block) => kept.delete(block))
  }
  return kept
}
