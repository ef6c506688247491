/** What a source prints above the figures of a table: the names of its columns. */
import type { TableId } from '../form'
import { isRow, type Block } from './blocks'
import { columnOrder, type ColumnOrder, type Lines } from './column-order'
import { isHeaderRow } from './rows-of-form'

/** Longer texts in a header are remarks. */
const LONGEST_NAME = 24

/** What the source prints above its figures. */
export interface Header {
  lines: Lines
  order: ColumnOrder
  /** The last of its lines. */
  block: Block
}

/** The names of its columns as printed, each once. */
export function printedNames({ lines }: Header): string[] {
  const names = lines.flat().map((cell) => cell.trim())
  return [...new Set(names.filter((name) => name !== '' && name.length <= LONGEST_NAME))]
}

/** A header stands at most so many lines above a figure. */
const FARTHEST = 60

/** So many lines the names of a group may take. */
const HIGHEST = 4

/** Finds the header that stands above a line: the nearest lines that carry names of columns. */
export class Headers {
  private readonly at: ReadonlyMap<Block, number>
  private readonly known = new Map<Block, Header>()

  constructor(
    private readonly table: TableId,
    private readonly blocks: readonly Block[],
  ) {
    this.at = new Map(blocks.map((block, index) => [block, index]))
  }

  above(block: Block): Header | undefined {
    const start = this.at.get(block) ?? 0
    for (let i = start - 1; i >= 0 && i >= start - FARTHEST; i -= 1) {
      const line = this.blocks[i]
      if (line && this.isHeader(line)) return this.headerEndingAt(line, i)
    }
    return undefined
  }

  /** The lines above one, after another one or, where there is none, as far as names stand above figures. */
  between(before: Block | undefined, block: Block): Lines {
    const end = this.at.get(block) ?? 0
    const start = before ? (this.at.get(before) ?? 0) + 1 : Math.max(0, end - HIGHEST)
    return this.blocks.slice(start, end).map(({ cells }) => cells)
  }

  private isHeader(block: Block): boolean {
    return isRow(block) && isHeaderRow(block.cells)
  }

  private headerEndingAt(block: Block, index: number): Header {
    const known = this.known.get(block)
    if (known) return known
    const lines: (readonly string[])[] = []
    for (let i = index; i >= 0; i -= 1) {
      const line = this.blocks[i]
      if (!line || !this.isHeader(line)) break
      lines.unshift(line.cells)
    }
    const header = { lines, order: columnOrder(this.table, lines), block }
    this.known.set(block, header)
    return header
  }
}
