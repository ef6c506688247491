import type { CellId, TableId } from '../form'
import { placeInTable, type Finding } from '../checks'
import { meaningOf, readFigure } from '../report'
import { intakeWords as words } from '../words/intake'
import { tabNames } from '../words/tabs'
import type { Block } from './blocks'
import { sourceFinding } from './findings'
import type { LeftOut } from './marked-text'
import type { Placement } from './place-row'

/** A footnote's mark beside or in a figure. */
const MARK = /[⁰¹²³⁴-⁹₀-₉①-⑳*＊※†‡]|[[［]\d{1,2}[\]］]/

function leftOutFinding(
  kind: keyof LeftOut,
  where: string,
  cells: readonly CellId[],
  { text, place }: Block,
  left: string,
) {
  const rule = kind === 'struck' ? 'READ.STRUCK' : 'READ.HIDDEN'
  const message = (kind === 'struck' ? words.struck : words.hidden)(where, left.trim())
  const severity = kind === 'struck' || cells.length > 0 ? 'warning' : 'info'
  return sourceFinding(rule, severity, { message, rests: [kind, place, left, ...cells], cells, quote: text })
}

/** `READ.MARK`, `READ.STRUCK`, `READ.HIDDEN`: what stands beside the figures of a row and is no part of them. */
export function markFindings(table: TableId, cells: readonly CellId[], placement: Placement, block: Block): Finding[] {
  const start = placement.kind === 'placed' && placement.start >= 0 ? placement.start : undefined
  const cellAt = (index: number): CellId | undefined => (start === undefined ? undefined : cells[index - start])
  const noted = placement.written.flatMap((written, i): Finding[] => {
    const text = written.trim()
    if (!/\d|[⁰¹²³⁴-⁹]/.test(text) || !MARK.test(text)) return []
    const cell = placement.kind === 'placed' ? cells[i] : undefined
    const meaning = meaningOf(readFigure(text))
    const where = cell ? placeInTable(cell) : words.placeIn(tabNames[table], block.place)
    const message = words.marked(where, text, meaning.kind === 'annotated' ? meaning.value : null)
    const rests = [block.place, text, ...(cell ? [cell] : [])]
    return [sourceFinding('READ.MARK', 'warning', { message, rests, cells: cell ? [cell] : [], quote: block.text })]
  })
  const left = [...(block.leftOut ?? [])].flatMap(([index, found]): Finding[] => {
    const cell = cellAt(index)
    const where = cell ? placeInTable(cell) : words.placeIn(tabNames[table], block.place)
    return (['struck', 'hidden'] as const).flatMap((kind) =>
      found[kind] === '' ? [] : [leftOutFinding(kind, where, cell ? [cell] : [], block, found[kind])],
    )
  })
  return [...noted, ...left]
}

/** The same of lines that are in no table: all of a kind in one finding. */
export function leftOutFindings(blocks: readonly Block[], used: ReadonlySet<Block>): Finding[] {
  return (['struck', 'hidden'] as const).flatMap((kind): Finding[] => {
    const found = blocks.flatMap((block) =>
      used.has(block)
        ? []
        : [...(block.leftOut?.values() ?? [])].flatMap((left) =>
            left[kind] === '' ? [] : [{ block, left: left[kind] }],
          ),
    )
    const [first] = found
    if (!first) return []
    const left = found.map((one) => one.left.trim()).join('；')
    return [leftOutFinding(kind, words.places(first.block.place, found.length), [], first.block, left)]
  })
}

/** The figures of tables that a page may hide, all in one finding: they are read. */
export function doubtedFindings(used: ReadonlySet<Block>): Finding[] {
  const doubted = [...used].flatMap(({ place, leftOut }) =>
    [...(leftOut?.values() ?? [])].flatMap((left) => (/\d/.test(left.doubted) ? [{ place, text: left.doubted }] : [])),
  )
  const [first] = doubted
  if (!first) return []
  const rests = doubted.map(({ place, text }) => `${place} ${text}`)
  return [sourceFinding('READ.HIDDEN', 'info', { message: words.doubted(first.place, doubted.length), rests })]
}
