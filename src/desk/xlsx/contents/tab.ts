/** A sheet of the file as a tab of the book, with what is read of it. */
import { parseArea } from '../../../workbook'
import type { Area } from '../../../workbook'
import { cellKey, eachCell, eachPosition } from '../../book'
import type { Sheet } from '../../book'
import { unreadable } from '../error'
import type { CellLook } from './looks'
import { RowReader } from './rows'
import type { Rows, RowsOrigin } from './rows'
import { attributeOf, flagOf, scanXml } from './scan'
import type { Pieces } from './scan'

/** A tab that has nothing but what is read: values, formulas, merged areas, and what is hidden. */
export interface Tab {
  sheet: Sheet
  /** By `row,column`, of cells that hold something. */
  looks: ReadonlyMap<string, CellLook>
}

/** Some programs say that a sheet reaches to the last row there can be. */
const MOST_SAID = 1_000_000

interface Columns {
  first: number
  last: number
}

/** Takes what stands around the rows, and hands the rows on. */
class TabReader implements Pieces {
  readonly merges: Area[] = []
  readonly hidden: Columns[] = []
  /** How far the sheet itself says that it reaches. */
  said: Area = { row: 1, column: 1, rows: 1, columns: 1 }
  private isInRows = false
  private isSheet = false

  constructor(
    private readonly rows: RowReader,
    private readonly others: () => Iterable<string>,
  ) {}

  open(name: string, attributes: string): void {
    if (this.isInRows) this.rows.open(name, attributes)
    else if (name === 'worksheet') this.isSheet = true
    else if (name === 'sheetData') this.openRows()
    else if (name === 'dimension') this.takeSize(attributes)
    else if (name === 'mergeCell') this.takeMerge(attributes)
    else if (name === 'col') this.takeColumns(attributes)
  }

  /** Throws an XlsxError for a part that is no sheet. */
  read(xml: string): void {
    scanXml(xml, this)
    if (!this.isSheet) throw unreadable('damaged')
  }

  text(text: string): void {
    if (this.isInRows) this.rows.text(text)
  }

  close(name: string): void {
    if (name === 'sheetData') this.isInRows = false
    else if (this.isInRows) this.rows.close(name)
  }

  /** The rows of a large sheet come apart from it. */
  private openRows(): void {
    this.isInRows = true
    for (const block of this.others()) scanXml(block, this.rows)
  }

  private takeSize(attributes: string): void {
    const area = parseArea(attributeOf(attributes, 'ref') ?? '')?.area
    if (area && area.rows * area.columns <= MOST_SAID) this.said = area
  }

  private takeMerge(attributes: string): void {
    const area = parseArea(attributeOf(attributes, 'ref') ?? '')?.area
    if (area) this.merges.push(area)
  }

  private takeColumns(attributes: string): void {
    const isFlat = Number(attributeOf(attributes, 'width') ?? 1) === 0
    if (!isFlat && !flagOf(attributes, 'hidden')) return
    const number = (name: string) => Number(attributeOf(attributes, name))
    this.hidden.push({ first: number('min'), last: number('max') })
  }
}

/** An area with more cells than this is looked through by the cells that there are. */
const MOST_POSITIONS = 4096

/** Of a merged area only the first cell holds something. */
function dropCovered({ cells, looks }: Rows, { row, column, rows, columns }: Area): void {
  const drop = (key: string) => {
    Reflect.deleteProperty(cells, key)
    looks.delete(key)
  }
  const isFirst = (atRow: number, atColumn: number) => atRow === row && atColumn === column
  if (rows * columns <= MOST_POSITIONS) {
    eachPosition({ row, column, rows, columns }, (atRow, atColumn) => {
      const key = cellKey(atRow, atColumn)
      if (!isFirst(atRow, atColumn) && cells[key]) drop(key)
    })
    return
  }
  eachCell(cells, (_, atRow, atColumn, key) => {
    const isWithin = atRow >= row && atRow < row + rows && atColumn >= column && atColumn < column + columns
    if (isWithin && !isFirst(atRow, atColumn)) drop(key)
  })
}

const columnsIn = (hidden: readonly Columns[], end: number): number[] =>
  hidden.flatMap(({ first, last }) =>
    Array.from({ length: Math.max(0, Math.min(last, end) - first + 1) }, (_, i) => first + i),
  )

/** A row without contents, its blank cells included; in our own lists most rows are such. */
const BLANK_ROW =
  /<row r="\d{1,7}"(?: (?:ht|customHeight|spans|s|customFormat)="[^"<]*")*(?:\/>|>(?:<c r="[A-Z]{1,3}\d{1,7}"(?: s="\d+")?\/>)*<\/row>)/g
const HEAD = 4000

/** Without blank rows, which take most of the time: how far they reach, a sheet says at its beginning. */
const withoutBlanks = (xml: string): string =>
  xml.slice(0, HEAD).includes('<dimension ') && !xml.includes('<![CDATA[') ? xml.replace(BLANK_ROW, '') : xml

/** Names and size of a tab, as the workbook has them. */
export type TabFrame = Pick<Sheet, 'id' | 'name' | 'hidden' | 'rows' | 'columns'>

/** Reads the XML of a sheet; `others` are blocks of its rows where they come apart from it. */
export function readTab(xml: string, frame: TabFrame, origin: RowsOrigin, others: () => Iterable<string>): Tab {
  const reader = new RowReader(origin)
  const tab = new TabReader(reader, others)
  tab.read(withoutBlanks(xml))
  const { rows } = reader
  const { said, hidden, merges } = tab
  const size = { rows: said.row + said.rows - 1, columns: said.column + said.columns - 1 }
  return tabOf(rows, frame, { size, hidden, merges })
}

/** What a file says of a tab besides its rows. */
export interface TabFacts {
  size: { rows: number; columns: number }
  hidden: readonly Columns[]
  merges: readonly Area[]
}

/** The tab out of its rows, however they were read. */
export function tabOf(rows: Rows, frame: TabFrame, { size, hidden, merges }: TabFacts): Tab {
  for (const area of merges) dropCovered(rows, area)
  const columns = Math.max(frame.columns, rows.last.column, size.columns)
  const sheet: Sheet = {
    ...frame,
    rows: Math.max(frame.rows, rows.last.row, size.rows),
    columns,
    frozenRows: 0,
    frozenColumns: 0,
    columnWidths: {},
    rowHeights: {},
    hiddenColumns: columnsIn(hidden, columns),
    hiddenRows: rows.hidden,
    cells: rows.cells,
    merges: [...merges],
    validations: [],
    protections: [],
  }
  return { sheet, looks: rows.looks }
}
