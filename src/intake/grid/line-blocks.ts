/** Lines of a source as blocks. */
import { documentWords } from '../../words/document'
import { intakeWords } from '../../words/intake'
import { plainCells, type Block } from '../blocks'
import { shownText } from '../marked-text'
import type { SourceLine } from './flow'

const MOST_NUMBERING = 5

/** Drops each caption that repeats the heading right above it, without the heading's number. */
export function withoutCaptions<L extends SourceLine<unknown>>(lines: readonly L[]): L[] {
  const textOf = (line: SourceLine<unknown> | undefined) => shownText(line?.cells[0] ?? '')
  return lines.filter((line, i) => {
    if (line.table || !lines[i + 1]?.table) return true
    const text = textOf(line)
    const heading = lines[i - 1]?.table ? '' : textOf(lines[i - 1])
    const isRepeated = heading.length > text.length && heading.length <= text.length + MOST_NUMBERING
    return !isRepeated || !heading.endsWith(text)
  })
}

/** The lines as blocks, without the notice that our own drafts carry. */
export function blocksOf(lines: readonly SourceLine<unknown>[]): Block[] {
  const { draft, draftNotice } = documentWords
  const rows = new Map<object, { table: number; row: number }>()
  let paragraphs = 0
  return lines.flatMap(({ cells: written, table, kind, isApart }): Block[] => {
    const { cells, leftOut } = plainCells(written)
    const text = cells.join('\t').trim()
    if (text === draft || text === draftNotice) return []
    const further = { ...(kind && { kind }), ...(isApart && { isApart }), ...(leftOut && { leftOut }) }
    if (!table) return [{ text, cells, place: intakeWords.paragraph((paragraphs += 1)), ...further }]
    const at = rows.get(table) ?? { table: rows.size + 1, row: 0 }
    at.row += 1
    rows.set(table, at)
    return [{ text, cells, place: intakeWords.tableRow(at.table, at.row), table: at.table, ...further }]
  })
}
