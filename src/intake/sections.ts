import { edition2021, type Section } from '../form'
import { filled, type Block } from './blocks'
import { hasBracketedNumber, keyOf } from './key'

/** Other wordings of section titles in published reports, by the section's number. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  二: ['行政机关主动公开政府信息情况', '主动公开政府信息的情况'],
  三: ['行政机关收到和处理政府信息公开申请情况', '政府信息公开申请情况'],
  四: ['因政府信息公开工作被申请行政复议、提起行政诉讼情况', '行政复议、行政诉讼情况'],
  五: ['存在的主要问题和改进情况', '政府信息公开工作存在的主要问题及改进情况', '存在的问题及改进情况'],
  六: ['其他需要报告的情况', '需要报告的其他事项'],
}

const sectionsByKey = new Map(
  edition2021.sections.flatMap((section) =>
    [section.title, ...(VARIANTS[section.ordinal] ?? [])].map((title) => [keyOf(title), section] as const),
  ),
)

export interface FoundSection {
  section: Section
  titles: Block[]
  blocks: Block[]
}

export interface Outline {
  /** What stands before the first section. */
  front: Block[]
  /** Every section of the form, in its order; without titles where none was found. */
  sections: FoundSection[]
}

function sectionOf(block: Block): Section | undefined {
  const [text, ...others] = filled(block)
  return text === undefined || others.length > 0 ? undefined : sectionsByKey.get(keyOf(text))
}

/** （一） numbers a heading below a section, unless the source numbers its sections so throughout. */
function titlesOf(blocks: readonly Block[]): Map<Block, Section> {
  const all = blocks.flatMap((block) => {
    const section = sectionOf(block)
    return section ? [[block, section] as const] : []
  })
  const bare = all.filter(([block]) => !hasBracketedNumber(block.text))
  return new Map(bare.length > 0 ? bare : all)
}

/** The source by sections, wherever they stand; a section printed twice has the content of both. */
export function outlineOf(blocks: readonly Block[]): Outline {
  const front: Block[] = []
  const sections = edition2021.sections.map((section): FoundSection => ({ section, titles: [], blocks: [] }))
  const titles = titlesOf(blocks)
  let current: FoundSection | undefined
  for (const block of blocks) {
    const title = titles.get(block)
    if (title) {
      current = sections.find(({ section }) => section === title)
      current?.titles.push(block)
    } else if (current) current.blocks.push(block)
    else front.push(block)
  }
  return { front, sections }
}
