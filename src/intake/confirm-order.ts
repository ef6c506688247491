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
  const used = new Set(reading.used)
  const figures = { ...reading.figures }
  for (const { row, block } of reading.byOrder) {
    used.delete(block)
    for (const cell of row.cells) figures[cell] = null
  }
  const missing = [...reading.missing, ...reading.byOrder.map(({ row }) => row)]
  return { ...reading, used, figures, missing, byOrder: [] }
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
