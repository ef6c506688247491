/** Carries out the writes of a plan, in their order. */
import { areaA1 } from '../actions'
import type { FormatProperty, FormatValue, TabArea, Write } from '../actions'
import { runWords } from '../words/actions'
import { documentProperties } from './document-properties'
import { SheetHandle, type Spreadsheet } from './sheet-handle'

type Range = GoogleAppsScript.Spreadsheet.Range
type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Validation = GoogleAppsScript.Spreadsheet.DataValidation
type Of<K extends Write['kind']> = Extract<Write, { kind: K }>

const keyOf = ({ tab, row, column, rows, columns }: TabArea) => `${tab}!${row},${column},${rows},${columns}`

/** Getting a handle is a call to Google too: each is got once, and many on one tab together. */
class Target {
  private readonly ranges = new Map<string, Range>()
  private readonly validations = new Map<string, Validation>()

  constructor(
    readonly spreadsheet: Spreadsheet,
    private readonly tabs: Map<string, SheetHandle>,
  ) {}

  tab(name: string): SheetHandle {
    const known = this.tabs.get(name)
    if (known) return known
    const sheet = this.spreadsheet.getSheetByName(name)
    if (!sheet) throw new Error(runWords.tabGone(name))
    return this.add(name, sheet)
  }

  sheet(name: string): Sheet {
    return this.tab(name).sheet
  }

  add(name: string, sheet: Sheet): SheetHandle {
    const handle = new SheetHandle(sheet)
    this.tabs.set(name, handle)
    return handle
  }

  /** Gets the handles of areas on one tab in two calls, where that is fewer than one each. */
  prepare(tab: string, areas: readonly TabArea[]): void {
    const wanted = new Map(areas.filter((area) => !this.ranges.has(keyOf(area))).map((area) => [keyOf(area), area]))
    if (wanted.size < 3) return
    const ranges = this.sheet(tab)
      .getRangeList([...wanted.values()].map(areaA1))
      .getRanges()
    ;[...wanted.keys()].forEach((key, index) => {
      const range = ranges[index]
      if (range) this.ranges.set(key, range)
    })
  }

  validation(rule: Of<'validate'>['rule']): Validation {
    const key = JSON.stringify(rule)
    const validation = this.validations.get(key) ?? newValidation(rule)
    this.validations.set(key, validation)
    return validation
  }

  range(area: TabArea): Range {
    const { tab, row, column, rows, columns } = area
    const range = this.ranges.get(keyOf(area)) ?? this.sheet(tab).getRange(row, column, rows, columns)
    this.ranges.set(keyOf(area), range)
    return range
  }
}

function blockOf(at: { tab: string; row: number; column: number }, lines: readonly (readonly unknown[])[]): TabArea {
  return { tab: at.tab, row: at.row, column: at.column, rows: lines.length, columns: lines[0]?.length ?? 0 }
}

const copied = <T>(values: readonly (readonly T[])[]): T[][] => values.map((line) => [...line])

/** How each property is set; null is the host's own default. */
const formats: Record<FormatProperty, (range: Range, values: FormatValue[][]) => unknown> = {
  background: setter('setBackgrounds', (value) => value),
  fontColor: setter('setFontColors', (value) => value),
  fontSize: setter('setFontSizes', (value) => value ?? 10),
  bold: setter('setFontWeights', (value) => (value === true ? 'bold' : 'normal')),
  wrap: setter('setWraps', (value) => value === true),
  horizontal: setter('setHorizontalAlignments', (value) => value),
  vertical: setter('setVerticalAlignments', (value) => value),
  numberFormat: setter('setNumberFormats', (value) => value ?? 'General'),
}

function setter(method: keyof Range, convert: (value: FormatValue) => unknown) {
  return (range: Range, values: FormatValue[][]): unknown =>
    (range as unknown as Record<keyof Range, (values: unknown[][]) => unknown>)[method](
      values.map((line) => line.map(convert)),
    )
}

/** The cell that is checked, wherever the rule is set. */
const CELL = 'INDIRECT("RC",FALSE)'

/**
 * Google has no rule for whole numbers, so a formula stands for it. A rule only points out what breaks it, as is
 * Google's default.
 */
function newValidation({ kind, min, help }: Of<'validate'>['rule']): Validation {
  const builder = SpreadsheetApp.newDataValidation()
  const required =
    kind === 'wholeNumber'
      ? builder.requireFormulaSatisfied(`=AND(ISNUMBER(${CELL}),${CELL}>=${min},${CELL}=INT(${CELL}))`)
      : builder.requireNumberGreaterThanOrEqualTo(min)
  return required.setHelpText(help).build()
}

/** How wide Google makes a new tab. */
const NEW_TAB_COLUMNS = 26

function insertTab(target: Target, { tab, index, columns, like }: Of<'insertTab'>): void {
  const { spreadsheet } = target
  const sheet =
    like === undefined
      ? spreadsheet.insertSheet(tab, index)
      : spreadsheet.insertSheet(tab, index, { template: target.sheet(like) })
  const handle = target.add(tab, sheet)
  if (columns > NEW_TAB_COLUMNS) handle.grow(0, columns)
}

/** The lock asks before a change and refuses none: in Google a guard-rail, in the file a sheet protection. */
function protect(target: Target, { tab, open }: Of<'protect'>): void {
  const protection = target.sheet(tab).protect()
  if (open.length > 0) protection.setUnprotectedRanges(open.map((area) => target.range(area)))
  protection.setWarningOnly(true)
}

function setProperty({ name, value }: Of<'property'>): void {
  const properties = documentProperties()
  if (value === null) properties.deleteProperty(name)
  else properties.setProperty(name, value)
}

/** One block needs no list of its own. */
function border(target: Target, { tab, areas }: Of<'border'>): void {
  const [only] = areas
  if (areas.length === 1 && only) target.range(only).setBorder(true, true, true, true, true, true)
  else target.sheet(tab).getRangeList(areas.map(areaA1)).setBorder(true, true, true, true, true, true)
}

function merge(target: Target, { area, direction }: Of<'merge'>): void {
  const range = target.range(area)
  if (direction === 'across') range.mergeAcross()
  else if (direction === 'vertically') range.mergeVertically()
  else range.merge()
}

const appliers: { [K in Write['kind']]: (target: Target, write: Of<K>) => void } = {
  values: (target, write) => target.range(blockOf(write, write.values)).setValues(copied(write.values)),
  notes: (target, write) => target.range(blockOf(write, write.notes)).setNotes(copied(write.notes)),
  backgrounds: (target, write) => target.range(blockOf(write, write.colours)).setBackgrounds(copied(write.colours)),
  paint: (target, { tab, cells, colour }) =>
    target
      .sheet(tab)
      .getRangeList([...cells])
      .setBackground(colour),
  formula: (target, { tab, cells, formulaR1C1 }) =>
    target
      .sheet(tab)
      .getRangeList([...cells])
      .setFormulaR1C1(formulaR1C1),
  append: (target, { tab, values }) => target.sheet(tab).appendRow([...values]),
  property: (_, write) => setProperty(write),
  region: ({ spreadsheet }, { locale, timeZone }) => {
    spreadsheet.setSpreadsheetLocale(locale)
    spreadsheet.setSpreadsheetTimeZone(timeZone)
  },
  insertTab,
  renameTab: (target, { from, tab }) => void target.add(tab, target.sheet(from).setName(tab)),
  format: (target, { area, property, values }) => formats[property](target.range(area), copied(values)),
  border,
  merge,
  grow: (target, { tab, rows, columns }) => target.tab(tab).grow(rows, columns),
  columnWidth: (target, { tab, column, count, pixels }) => target.sheet(tab).setColumnWidths(column, count, pixels),
  rowHeight: (target, { tab, row, count, pixels }) => target.sheet(tab).setRowHeights(row, count, pixels),
  freeze: (target, { tab, rows }) => target.sheet(tab).setFrozenRows(rows),
  hideColumns: (target, { tab, column, count }) => target.sheet(tab).hideColumns(column, count),
  validate: (target, write) => target.range(write.area).setDataValidation(target.validation(write.rule)),
  protect,
  name: (target, { name, area }) => target.spreadsheet.setNamedRange(name, target.range(area)),
}

/** The areas a write needs a handle of. */
function areasOf(write: Write): TabArea[] {
  switch (write.kind) {
    case 'values':
      return [blockOf(write, write.values)]
    case 'notes':
      return [blockOf(write, write.notes)]
    case 'backgrounds':
      return [blockOf(write, write.colours)]
    case 'format':
    case 'merge':
    case 'validate':
    case 'name':
      return [write.area]
    case 'protect':
      return [...write.open]
    case 'border':
      return write.areas.length === 1 ? [...write.areas] : []
    default:
      return []
  }
}

const tabOf = (write: Write): string | null => ('tab' in write ? write.tab : 'area' in write ? write.area.tab : null)

/** Writes that make a tab or a part of it: its handles cannot be got before. */
const makesRoom: ReadonlySet<Write['kind']> = new Set(['insertTab', 'renameTab', 'grow'])

/**
 * Where a tab's writes begin, the handles that the rest of them need are got together.
 *
 * @param known handles that there are already, by the tabs' names; others are got
 */
export function applyWrites(
  spreadsheet: Spreadsheet,
  known: ReadonlyMap<string, SheetHandle>,
  writes: readonly Write[],
): void {
  const target = new Target(spreadsheet, new Map(known))
  let current: string | null = null
  writes.forEach((write, index) => {
    const tab = tabOf(write)
    if (tab !== null && tab !== current && !makesRoom.has(write.kind)) {
      current = tab
      target.prepare(
        tab,
        writes
          .slice(index)
          .filter((other) => tabOf(other) === tab)
          .flatMap(areasOf),
      )
    }
    ;(appliers[write.kind] as (target: Target, write: Write) => void)(target, write)
  })
}
