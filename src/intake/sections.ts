import { edition2021, type Section } from '../form'
import { editDistance } from '../report'
import { filled, type Block } from './blocks'
import { hasBracketedNumber, keyOf } from './key'
import { isRowLabel } from './rows-of-form'
import { withoutLists } from './section-lists'

/** Other wordings of section titles in published reports, by the section's number. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  一: ['总体概况', '总体工作情况', '年度总体情况', '概述'],
  二: ['行政机关主动公开政府信息情况', '主动公开政府信息的情况'],
  三: [
    '行政机关收到和处理政府信息公开申请情况',
    '收到和处理政府信息公开申请的情况',
    '政府信息公开申请收到和处理情况',
    '政府信息公开申请情况',
  ],
  四: [
    '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    '因政府信息公开工作被申请行政复议、提起行政诉讼的情况',
    '政府信息公开行政复议和行政诉讼情况',
    '行政复议和行政诉讼情况',
    '行政复议、行政诉讼情况',
  ],
  五: [
    '存在的主要问题和改进情况',
    '存在的主要问题及改进措施',
    '存在的主要问题和改进措施',
    '政府信息公开工作存在的主要问题及改进情况',
    '政府信息公开工作存在的主要问题和改进情况',
    '存在的问题及改进情况',
    '存在问题及改进情况',
  ],
  六: ['其他需要报告的情况', '其它需要报告的事项', '需要报告的其他事项', '需要报告的其他情况'],
}

const keysOf = (titles: (section: Section) => readonly string[]): ReadonlyMap<string, Section> =>
  new Map(edition2021.sections.flatMap((section) => titles(section).map((title) => [keyOf(title), section] as const)))

const official = keysOf(({ title }) => [title])
const variants = keysOf(({ ordinal }) => VARIANTS[ordinal] ?? [])

export interface SourceSection {
  section: Section
  titles: Block[]
  blocks: Block[]
}

export interface Outline {
  /** The text before the first section. */
  front: Block[]
  /** Every section of the form, in its order; without titles where none was found. */
  sections: SourceSection[]
}

const LONGEST_TITLE = 80
const MARKUP = /^[#>*\s]+|[*\s]+$/g
const CAPTION = /^附?表(?:格)?\s*[一二三四五六\d]{1,2}\s*[：:、.．\s]\s*/
const PART = /^第[一二三四五六\d]{1,2}(?:部分|章)[：:、\s]*/
const NUMBERED = /^[一二三四五六七八]\s*[、.．]|^附?表|^第/
const REMARK = /[（(][^（()）]*[)）]$/

const SHORTEST_NEAR = 4
const LIKENESS = 0.7
/** How much nearer the nearest title must be than that of another section. */
const CLEARLY = 0.1
const SENTENCE = /[。；，,：:！？!?]/

/** How alike two titles are, 1 for the same. */
function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  return Math.abs(a.length - b.length) > longer * (1 - LIKENESS) ? 0 : 1 - editDistance(a, b) / longer
}

/** The one section whose title a numbered heading is like; undefined where none is near, or another nearly as near. */
function nearestSection(key: string): Section | undefined {
  if (key.length < SHORTEST_NEAR || key.length > LONGEST_TITLE / 2) return undefined
  const best = new Map<Section, number>()
  for (const [title, section] of [...official, ...variants]) {
    best.set(section, Math.max(best.get(section) ?? 0, likeness(key, title)))
  }
  const [first, second] = [...best].sort((a, b) => b[1] - a[1])
  if (!first || first[1] < LIKENESS || (second && first[1] - second[1] < CLEARLY)) return undefined
  return first[0]
}

interface Title {
  section: Section
  isOfficial: boolean
  /** 表二：… above a table. */
  isCaption: boolean
}

/** The section that a line names as its title, in whatever mark-up. */
export function titleIn(text: string): Title | undefined {
  if (text.length > LONGEST_TITLE) return undefined
  const bare = text.replace(MARKUP, '')
  const isCaption = CAPTION.test(bare)
  const named = bare.replace(CAPTION, '').replace(PART, '')
  const remarked = NUMBERED.test(bare) ? [keyOf(named.replace(REMARK, ''))] : []
  for (const key of [keyOf(named), ...remarked]) {
    const section = official.get(key) ?? variants.get(key)
    if (section) return { section, isOfficial: official.has(key), isCaption }
  }
  return undefined
}

const ORDINAL = /^(?:[一二三四五六]\s*[、.．]|第[一二三四五六]部分)/

/** The section whose title a short numbered line is like, where the line is no sentence and no row of a table. */
function nearTitle(text: string): Section | undefined {
  const bare = text.length > LONGEST_TITLE ? '' : text.replace(MARKUP, '')
  const named = bare.replace(PART, '')
  if (!ORDINAL.test(bare) || SENTENCE.test(named) || /\d/.test(named) || isRowLabel(bare)) return undefined
  return nearestSection(keyOf(named.replace(REMARK, '')))
}

const MOST_NEAR = 300

/** Lines like the titles that were not found, where one line alone is like it. */
function nearTitles<T extends { text: string }>(lines: readonly T[], known: ReadonlySet<Section>): [T, Title][] {
  if (known.size === edition2021.sections.length) return []
  const like = lines
    .filter(({ text }) => text.length <= LONGEST_TITLE && ORDINAL.test(text.replace(MARKUP, '')))
    .slice(0, MOST_NEAR)
    .flatMap((line) => {
      const section = nearTitle(line.text)
      return section && !known.has(section) ? [{ line, section }] : []
    })
  const isOnly = (section: Section) => like.filter((one) => one.section === section).length === 1
  return like
    .filter(({ section }) => isOnly(section))
    .map(({ line, section }) => [line, { section, isOfficial: false, isCaption: false }])
}

/**
 * The titles among texts. （一） numbers a heading below a section, unless the source numbers its sections so throughout.
 * Another wording names a section only where its own title is not there, a misspelt one only where no other does.
 */
function titlesAmong<T extends { text: string }>(lines: readonly T[]): Map<T, Title> {
  const all = lines.flatMap((line) => {
    const title = titleIn(line.text)
    return title ? [[line, title] as const] : []
  })
  const bare = all.filter(([line]) => !hasBracketedNumber(line.text))
  const used = bare.length > 0 ? bare : all
  const named = new Set(used.filter(([, { isOfficial }]) => isOfficial).map(([, { section }]) => section))
  const certain = used.filter(([, { isOfficial, section }]) => isOfficial || !named.has(section))
  const near = nearTitles(lines, new Set(certain.map(([, { section }]) => section)))
  return new Map([...certain, ...near])
}

/** The lines of a text that are titles, with their sections. */
export function sectionTitles<T extends { text: string }>(lines: readonly T[]): ReadonlyMap<T, Section> {
  return new Map([...titlesAmong(lines)].map(([line, { section }]) => [line, section]))
}

/** Only the one cell of a row that holds anything can be a title. */
const titlesOf = (blocks: readonly Block[]) =>
  withoutLists(blocks, titlesAmong(blocks.filter((block) => filled(block).length === 1)))

/** The source by sections, wherever they stand; a section printed twice has the content of both. */
export function outlineOf(blocks: readonly Block[]): Outline {
  const front: Block[] = []
  const sections = edition2021.sections.map((section): SourceSection => ({ section, titles: [], blocks: [] }))
  const titles = titlesOf(blocks)
  let current: SourceSection | undefined
  for (const block of blocks) {
    const title = titles.get(block)
    if (title) {
      current = sections.find(({ section }) => section === title.section)
      if (!title.isCaption || current?.titles.length === 0) current?.titles.push(block)
    } else if (current) current.blocks.push(block)
    else front.push(block)
  }
  return { front, sections }
}
