import { shadingIn, WHITE } from './colours'
import { valueOf } from './numbering'
import type { Ground, RunLooks } from './run-looks'

type Attributes = ReadonlyMap<string, string>

const KINDS = ['tbl', 'tr', 'tc'] as const
type Kind = (typeof KINDS)[number]

interface Layer extends Ground {
  kind: Kind
}

/** Which layer the properties speak of; `tblPrEx` is a row that is an exception in its table. */
const PROPERTIES_OF: Readonly<Record<string, Kind>> = { tblpr: 'tbl', tblprex: 'tr', tcpr: 'tc' }

const isKind = (name: string): name is Kind => (KINDS as readonly string[]).includes(name)

/** What lies below the text of tables: follows tables, rows and cells as they are opened and closed. */
export class Grounds {
  private readonly layers: Layer[] = []
  private properties: Kind | undefined

  constructor(private readonly looks: RunLooks) {}

  open(name: string, attributes: Attributes): void {
    if (isKind(name)) this.layers.push({ kind: name, colour: undefined, isDoubted: false })
    else if (PROPERTIES_OF[name]) this.properties = PROPERTIES_OF[name]
    else if (this.properties) this.describe(name, attributes)
  }

  close(name: string): void {
    if (PROPERTIES_OF[name]) this.properties = undefined
    if (!isKind(name)) return
    const at = this.layers.map(({ kind }) => kind).lastIndexOf(name)
    if (at >= 0) this.layers.length = at
  }

  /** By the nearest that says it: the cell, its row, its table, those around. */
  get below(): Ground {
    const colour = this.layers.reduce<string | undefined>((below, layer) => layer.colour ?? below, undefined)
    return { colour, isDoubted: this.layers.some(({ isDoubted }) => isDoubted) }
  }

  private describe(name: string, attributes: Attributes): void {
    const layer = this.layers[this.layers.length - 1]
    if (!layer || layer.kind !== this.properties) return
    if (name === 'tblstyle') layer.isDoubted = this.looks.hasGrounds(valueOf(attributes) ?? '')
    if (name !== 'shd') return
    // A cell that says that nothing lies below it has none of its table's style either.
    layer.colour = shadingIn(attributes) ?? (layer.kind === 'tc' ? WHITE : undefined)
  }
}
