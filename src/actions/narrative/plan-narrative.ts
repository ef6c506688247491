/** 插入数据项 and 生成叙述初稿: what is written into the narrative tabs. */
import { narrativeIds, type NarrativeId } from '../../form'
import { sketchOf, isField, type SketchFacts } from '../../narrative'
import { MOST_IN_CELL, readWorkbook, type WorkbookSnapshot } from '../../workbook'
import { menuWords } from '../../words/actions'
import { fieldWords } from '../../words/fields'
import { narrativeToolWords as words } from '../../words/sketch'
import { tabNames } from '../../words/tabs'
import { logRow, logWrite } from '../log'
import type { CellWrite, Plan } from '../plan'
import type { Stamp } from '../stamp'
import { asText } from '../as-text'
import { siteOf, type TextSite } from './text-site'

/** A cell of a tab, 1-based. */
export interface SelectedCell {
  tab: string
  row: number
  column: number
}

/**
 * Writes the field after the text of the selected cell if that belongs to a narrative, else after the chosen section.
 */
export function planInsertion(
  snapshot: WorkbookSnapshot,
  wanted: { field: string; section: string; selected: SelectedCell | null },
): Plan {
  const { field, section, selected } = wanted
  const reading = readWorkbook(snapshot)
  const sites = narrativeIds.flatMap((id) => {
    const site = siteOf(id, reading, snapshot)
    const isSelected = site?.tab === selected?.tab && site?.place.column === selected?.column
    return site ? [{ ...site, id, isSelected: isSelected && (selected?.row ?? 0) >= site.place.row }] : []
  })
  const site = sites.find(({ isSelected }) => isSelected) ?? sites.find(({ id }) => id === section)
  if (!site || !isField(field)) return { writes: [], message: words.notInserted }
  const { tab, place, lines, isSelected } = site
  const last = lines.reduce((lastFilled, [text], index) => (text === '' ? lastFilled : index), 0)
  const index = isSelected && selected ? selected.row - place.row : last
  const typed = fieldWords.written(field)
  const text = asText(`${lines[index]?.[0] ?? ''}${typed}`)
  if (text.length > MOST_IN_CELL) return { writes: [], message: words.full(tab) }
  const write: CellWrite = { kind: 'values', tab, row: place.row + index, column: place.column, values: [[text]] }
  return { writes: [write], message: words.inserted(typed, tab) }
}

/** A text that stands where the sketch would have gone, and the sketch. */
export interface KeptText {
  section: NarrativeId
  tab: string
  sketch: string
}

export interface SketchPlan extends Plan {
  kept: KeptText[]
}

export interface SketchInput {
  snapshot: WorkbookSnapshot
  facts: SketchFacts
  /** Sections whose text is to be replaced, as a person has asked. */
  replaced: readonly string[]
  log: string | null
  stamp: Stamp
}

/** The sketch in the first cell, and the rest of what stood there cleared. */
function sketchWrite({ tab, place, lines }: TextSite, sketch: string): CellWrite {
  const { row, column } = place
  const values = lines.map((line, r) => line.map((_, c) => (r === 0 && c === 0 ? asText(sketch) : '')))
  return { kind: 'values', tab, row, column, values: values[0]?.length ? values : [[asText(sketch)]] }
}

/** Only blank sections are written, and those that are to be replaced; what was replaced is kept in the log. */
export function planSketch({ snapshot, facts, replaced, log, stamp }: SketchInput): SketchPlan {
  const reading = readWorkbook(snapshot)
  const { report, lastYear } = reading
  const sketches = sketchOf(report, lastYear, facts)
  const [writes, tabs, details]: [CellWrite[], string[], string[]] = [[], [], []]
  const kept: KeptText[] = []
  const notices: string[] = []
  for (const section of narrativeIds.filter((id) => replaced.length === 0 || replaced.includes(id))) {
    const site = siteOf(section, reading, snapshot)
    const [sketch, stands] = [sketches[section], report.narrative[section]]
    if (!site) notices.push(words.notInserted)
    else if (stands.trim() !== '' && !replaced.includes(section)) kept.push({ section, tab: site.tab, sketch })
    else {
      writes.push(sketchWrite(site, sketch))
      tabs.push(site.tab)
      if (stands.trim() !== '') details.push(words.replaced(tabNames[section], stands))
    }
  }
  const nothing = kept.length > 0 ? words.nothingBlank : words.nothing
  const told = [tabs.length > 0 ? words.written(tabs) : nothing, ...notices].join('')
  const entry = logRow(stamp, { event: menuWords.sketch, detail: [told, ...details].join('\n') })
  // The log first: if the run is cut off, the text to be replaced is kept.
  return { writes: writes.length > 0 ? [...logWrite(log, entry), ...writes] : [], message: told, kept }
}
