import { edition2021 } from '../form'
import { check } from '../checks'
import type { TableReading } from './table-reading'

/** The cells of identities that fail with the rows placed by their order alone. */
function speaksAgainst(readings: readonly TableReading[]): Set<string> {
  const { findings } = check({
    edition: edition2021.edition,
    unit: '',
    year: null,
    figures: Object.assign({}, ...readings.map(({ figures }) => figures)),
    narrative: { overview: '', problems: '', other: '' },
  })
  const broken = findings.filter(({ rule, outcome }) => rule.startsWith('T3.') && outcome === 'fail')
  return new Set(broken.flatMap(({ cells }) => cells.map(({ id }) => id)))
}

function withoutOrder(reading: TableReading): TableReading {
  const blocks = reading.byOrder.map(({ block }) => block)
  const cells = new Set(reading.byOrder.flatMap(({ row }) => [...row.cells]))
  const texts = new Set(blocks.map(({ text }) => text))
  return {
    ...reading,
    used: new Set([...reading.used].filter((block) => !blocks.includes(block))),
    // Their cells were not read. As blanks they would be told again, as cells that somebody left out.
    figures: Object.fromEntries(Object.entries(reading.figures).filter(([cell]) => !cells.has(cell))),
    missing: [...reading.missing, ...reading.byOrder.map(({ row }) => row)],
    unplaced: reading.unplaced.filter((row) => !row.cells.some((cell) => cells.has(cell))),
    findings: reading.findings.filter(({ quote }) => quote === undefined || !texts.has(quote)),
    byOrder: [],
  }
}

/** Keeps rows placed by their order alone only where no identity that reads them fails; the others count as missing. */
export function confirmOrder(readings: readonly TableReading[]): TableReading[] {
  if (readings.every(({ byOrder }) => byOrder.length === 0)) return [...readings]
  const broken = speaksAgainst(readings)
  return readings.map((reading) => {
    const isBroken = reading.byOrder.some(({ row }) => row.cells.some((cell) => broken.has(cell)))
    return isBroken ? withoutOrder(reading) : reading
  })
}
