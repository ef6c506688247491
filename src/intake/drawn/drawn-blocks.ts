import type { Finding } from '../../checks'
import { documentWords } from '../../words/document'
import { drawnWords as words } from '../../words/drawn'
import { isRow, type Block } from '../blocks'
import { AFTER_ARTICLE } from '../html/furniture'
import { isRowLabel } from '../rows-of-form'
import { outlineOf, sectionTitles } from '../sections'
import { median } from './box'
import { columnsOf, type Item } from './columns-of-text'
import { asDoubt } from './doubts'
import { pictureFindings, unseenFinding } from './drawn-findings'
import { furnitureOf, type PageLines } from './furniture'
import { joinedTable } from './join-tables'
import { looseBlocks, type PageOf } from './loose-blocks'
import type { DrawnPage } from './page'
import { paragraphsOf, type Paragraph, type PlacedLine } from './paragraphs'
import { seenPage, type SeenPage } from './seen'
import { tablesOf, type Table, type TableRow } from './tables'
import { linesOf, piecesOf } from './text-lines'
import { turned } from './turn'

type Element = { kind: 'paragraph'; paragraph: Paragraph } | { kind: 'table'; table: Table }

/** The pages of a source as blocks, and what in them was not read. */
export interface DrawnSource {
  blocks: Block[]
  findings: Finding[]
}

interface ReadPage {
  page: SeenPage
  em: number
  tables: Table[]
  lines: PageLines
}

function readPage(drawn: DrawnPage): ReadPage {
  const page = seenPage(turned(drawn))
  const em = median(page.glyphs.filter(({ text }) => text.trim() !== '').map(({ size }) => size)) || 10
  const { tables, rest } = tablesOf(page, em)
  return { page, em, tables, lines: { number: page.number, height: page.height, lines: linesOf(rest) } }
}

/** What stands on a page, column by column. */
function columnsIn({ lines, tables, em }: ReadPage, furniture: ReadonlySet<unknown>): Item[][] {
  const pieces = lines.lines
    .filter((line) => !furniture.has(line))
    .flatMap((line) => piecesOf(line, em))
    .map((line): Item => ({ kind: 'line', line, box: line }))
  const boxes = tables.map((table): Item => ({ kind: 'table', table, box: table }))
  return columnsOf([...pieces, ...boxes], em)
}

/** The lines and tables of all pages in the order in which they are read. */
function inOrder(pages: readonly ReadPage[]): (PlacedLine | Table)[] {
  const furniture = furnitureOf(pages.map(({ lines }) => lines))
  const all: (PlacedLine | Table)[] = []
  let column = 0
  for (const page of pages) {
    for (const items of columnsIn(page, furniture)) {
      column += 1
      for (const item of items) {
        if (item.kind === 'table') all.push(item.table)
        else {
          const before = all[all.length - 1]
          const isAfterTable = before !== undefined && 'rows' in before
          all.push({ line: item.line, page: page.page.number, column, isAfterTable })
        }
      }
    }
  }
  return withJoined(all)
}

/** Puts tables together that a page's end has cut. */
function withJoined(all: readonly (PlacedLine | Table)[]): (PlacedLine | Table)[] {
  const joined: (PlacedLine | Table)[] = []
  let lastPage = 0
  for (const one of all) {
    const before = joined[joined.length - 1]
    const isNext = before !== undefined && 'rows' in before && 'rows' in one && one.page === lastPage + 1
    const table = isNext ? joinedTable(before, one) : undefined
    if (table) joined[joined.length - 1] = table
    else joined.push(one)
    if ('rows' in one) lastPage = one.page
  }
  return joined
}

function elementsOf(all: readonly (PlacedLine | Table)[]): Element[] {
  const lines = all.flatMap((one) => ('rows' in one ? [] : [one]))
  const byFirst = new Map(paragraphsOf(lines).map((paragraph) => [paragraph.lines[0], paragraph] as const))
  return all.flatMap((one): Element[] => {
    if ('rows' in one) return [{ kind: 'table', table: one }]
    const paragraph = byFirst.get(one)
    return paragraph && paragraph.text !== '' ? [{ kind: 'paragraph', paragraph }] : []
  })
}

/** Our own drafts say so on each page. */
const isNotice = (text: string) => text === documentWords.draft || text === documentWords.draftNotice

/** Makes blocks of elements; counts paragraphs and tables for their places. */
class Blocks {
  private paragraphs = 0
  private tables = 0

  constructor(private readonly pageOf: PageOf) {}

  paragraph({ text, page }: Paragraph): Block {
    const place = words.paragraph(page, (this.paragraphs += 1))
    return { text, cells: [text], place }
  }

  table({ rows, page }: Table): Block[] {
    const table = (this.tables += 1)
    return rows.flatMap((row, i): Block[] => {
      const block = rowBlock(row, words.tableRow(page, table, i + 1), table)
      return block ? [block] : []
    })
  }

  /** Lines without a ruled table, in a section that should have one. */
  loose(title: Paragraph, paragraphs: readonly Paragraph[]): Block[] {
    const lines = paragraphs.flatMap((paragraph) => paragraph.lines)
    const page = lines[0]?.page ?? title.page
    const blocks = looseBlocks(title.text, lines, this.pageOf)
    if (blocks.length === 0) return paragraphs.map((paragraph) => this.paragraph(paragraph))
    return blocks.map((block) => ({ ...block, place: words.line(page, block.place) }))
  }
}

/** The label of a row is among its first cells, behind the headings of its group. */
const LABEL_CELLS = 3

function rowBlock({ cells }: TableRow, place: string, table: number): Block | undefined {
  const texts = cells.map(({ text }) => text.trim())
  if (texts.length === 0) return undefined
  const label = texts.slice(0, LABEL_CELLS).reduce((last, text, i) => (isRowLabel(text) ? i : last), -1)
  const doubts = new Map(cells.flatMap(({ doubt }, i) => (doubt ? [[i, asDoubt(doubt)] as const] : [])))
  return {
    text: texts.join('\t').trim(),
    cells: texts.length > 1 ? texts : [...texts, ''],
    place,
    table,
    // Every cell behind the label of a ruled row is a figure's, blank or not.
    ...(label >= 0 && { figures: texts.length - label - 1 }),
    ...(doubts.size > 0 && { doubts }),
  }
}

/** From the title of a table's section to the next title, where no ruled table stands between. */
function looseEnd(elements: readonly Element[], start: number, titles: ReadonlySet<Paragraph>): number | undefined {
  for (let at = start + 1; at <= elements.length; at += 1) {
    const element = elements[at]
    if (element?.kind === 'table') return undefined
    if (!element || titles.has(element.paragraph)) return at > start + 1 ? at : undefined
  }
  return undefined
}

function blocksOf(elements: readonly Element[], pageOf: PageOf): Block[] {
  const paragraphs = elements.flatMap((element) => (element.kind === 'paragraph' ? [element.paragraph] : []))
  const sections = sectionTitles(paragraphs)
  const titles = new Set(sections.keys())
  const maker = new Blocks(pageOf)
  const blocks: Block[] = []
  for (let at = 0; at < elements.length; at += 1) {
    const element = elements[at]
    if (!element) break
    if (element.kind === 'table') {
      for (const block of maker.table(element.table)) blocks.push(block)
      continue
    }
    const { paragraph } = element
    if (isNotice(paragraph.text)) continue
    blocks.push(maker.paragraph(paragraph))
    const section = sections.get(paragraph)
    const end = section && 'table' in section.content ? looseEnd(elements, at, titles) : undefined
    if (end === undefined) continue
    const own = elements.slice(at + 1, end).flatMap((one) => (one.kind === 'paragraph' ? [one.paragraph] : []))
    for (const block of maker.loose(paragraph, own)) blocks.push(block)
    at = end - 1
  }
  return blocks
}

/** What a site prints below an article is none of its text. */
function withoutTail(blocks: readonly Block[]): Block[] {
  const titles = outlineOf(blocks).sections.flatMap((section) => section.titles)
  const last = blocks.reduce((at, block, i) => (titles.includes(block) ? i : at), -1)
  const tail = blocks.findIndex((block, i) => i > last + 1 && !isRow(block) && AFTER_ARTICLE.test(block.text))
  return last < 0 || tail < 0 ? [...blocks] : blocks.slice(0, tail)
}

/**
 * Pages as they are painted, as blocks: rows of ruled tables with what is doubtful in their cells, paragraphs joined over
 * lines, columns and pages. Headers, footers, page numbers and watermarks are no part of them.
 */
export function drawnSource(drawn: readonly DrawnPage[]): DrawnSource {
  const pages = drawn.map(readPage)
  // Of the text outside tables, whose letters are smaller.
  const byNumber = new Map(pages.map((page) => [page.page.number, page] as const))
  const blocks = withoutTail(blocksOf(elementsOf(inOrder(pages)), (number) => byNumber.get(number)))
  const seen = pages.map(({ page }) => page)
  return { blocks, findings: [...pictureFindings(seen), ...unseenFinding(seen)] }
}
