import type { Finding } from '../checks'
import { intakeWords as words } from '../words/intake'
import { isRow, type Block } from './blocks'
import { sourceFinding } from './findings'
import type { Outline } from './sections'

const SHORTEST = 16

const isProse = (block: Block, used: ReadonlySet<Block>) =>
  !isRow(block) && !used.has(block) && block.text.length >= SHORTEST && block.text.includes('。')

/** `READ.TEXT_LEFT_OUT`: sentences before the first section or among the tables, for which a report has no place. */
export function leftOutText({ front, sections }: Outline, used: ReadonlySet<Block>, title: string): Finding[] {
  const inTables = sections.flatMap(({ section, blocks }) => ('table' in section.content ? blocks : []))
  const left = [...front.filter(({ text }) => !title.includes(text)), ...inTables].filter((block) =>
    isProse(block, used),
  )
  const [first] = left
  if (!first) return []
  const message = words.textLeftOut(first.place, left.length)
  const quote = left.map(({ text }) => text).join('\n')
  return [sourceFinding('READ.TEXT_LEFT_OUT', 'info', { message, rests: [quote], quote })]
}
