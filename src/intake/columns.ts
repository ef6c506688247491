/** Puts the figures of a row where the names above them say, in the unit that stands there. */
import { figuresOfEdition, type CellId, type TableId } from '../form'
import { tabNames } from '../words/tabs'
import { intakeWords as words } from '../words/intake'
import type { Finding } from '../checks'
import type { Block } from './blocks'
import { inSourceOrder } from './column-order'
import { sourceFinding } from './findings'
import { orderOfGroups } from './group-order'
import type { Placement } from './place-row'
import { Headers, printedNames, type Header } from './table-header'
import { take, type TableReading } from './table-reading'

const amounts = new Set(
  Object.values(figuresOfEdition).flatMap((figures) =>
    figures.flatMap(({ id, unit }) => (unit === 'amount' ? [id] : [])),
  ),
)
const UNIT_OF_FORM = '万元'
const UNIT = /(?:单位:?|\()(?:人民币)?([十百千万亿]*元)(?:\)|$)/

/** The unit that a name carries, other than the form's. */
function otherUnit(texts: readonly string[]): string | undefined {
  const units = texts.flatMap((text) => UNIT.exec(text.normalize('NFKC').replace(/\s+/g, ''))?.[1] ?? [])
  return units.find((unit) => unit !== UNIT_OF_FORM)
}

const open = ({ written }: Placement): Placement => ({ kind: 'open', written: [...written] })

export class Columns {
  private readonly headers: Headers
  private readonly told = new Set<Header>()

  constructor(
    private readonly table: TableId,
    blocks: readonly Block[],
  ) {
    this.headers = new Headers(table, blocks)
  }

  headerAbove(block: Block): Header | undefined {
    return this.headers.above(block)
  }

  /** What stands above the rows of a table 4 that is printed group by group; of each row how many groups. */
  headerOfGroups(rows: readonly { block: Block; groups: number }[]): Header | undefined {
    const headers = rows.map(({ block }) => this.headers.above(block))
    const order = orderOfGroups(
      rows.map(({ block, groups }, i) => ({
        groups,
        lines: headers[i]?.lines ?? [],
        between: this.headers.between(rows[i - 1]?.block, block),
      })),
    )
    const lines = [...new Set(headers)].flatMap((header) => header?.lines ?? [])
    return rows[0] && { lines, order, block: rows[0].block }
  }

  /** Takes a row's figures into the reading. Where their columns are not the form's, the cells stay open. */
  take(
    reading: TableReading,
    cells: readonly CellId[],
    placement: Placement,
    block: Block,
    header = this.headerAbove(block),
  ): void {
    const unit = cells.some((cell) => amounts.has(cell)) && otherUnit([...(header?.lines.flat() ?? []), ...block.cells])
    if (unit) {
      // No candidate for the cell: a figure of the wrong size must not be one click away.
      for (const cell of cells) reading.figures[cell] = null
      reading.findings.push(this.unitFinding(cells, placement, unit, block))
      return
    }
    const order = cells.length > 1 && header ? header.order : null
    if (!header || !order || order.kind === 'form') {
      take(reading, cells, placement, block)
      return
    }
    const isNamed = order.kind === 'named'
    take(reading, inSourceOrder(cells, order), isNamed ? placement : open(placement), block)
    if (this.told.has(header)) return
    this.told.add(header)
    reading.findings.push(this.orderFinding(header, isNamed))
  }

  private orderFinding(header: Header, isNamed: boolean): Finding {
    const { block } = header
    const names = printedNames(header)
    const message = (isNamed ? words.columnsNamed : words.columnsOther)(tabNames[this.table], block.place, names)
    const rests = [this.table, ...names]
    return sourceFinding('READ.COLUMNS', isNamed ? 'warning' : 'error', { message, rests, quote: block.text })
  }

  private unitFinding(cells: readonly CellId[], { written }: Placement, unit: string, block: Block): Finding {
    const message = words.otherUnit(tabNames[this.table], block.place, written.join(' '), unit)
    return sourceFinding('READ.UNIT', 'error', { message, rests: [...cells, unit], cells, quote: block.text })
  }
}
