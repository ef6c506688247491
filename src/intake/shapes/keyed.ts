import { edition2021, figures, type CellId, type TableId } from '../../form'
import { intakeWords as words } from '../../words/intake'
import type { Block } from '../blocks'

/** Names that other systems give to the rows and columns that have other ids here, in the data they export. */
const SYNONYMS: Readonly<Record<string, string>> = {
  made: 'issued',
  valid: 'inForce',
  processed: 'decisions',
  punishment: 'penalties',
  penalty: 'penalties',
  license: 'licensing',
  fee: 'fees',
  normativeDocument: 'normativeDocuments',
  regulation: 'regulations',
  individual: 'naturalPerson',
  commercial: 'enterprise',
  business: 'enterprise',
  scientific: 'research',
  social: 'socialWelfare',
  publicWelfare: 'socialWelfare',
  legal: 'legalService',
  newReceived: 'received',
  carriedOver: 'carriedIn',
  carriedForward: 'carriedOut',
  totalProcessed: 'concluded',
  partialGrant: 'partlyGranted',
  lawForbidden: 'prohibitedByLaw',
  safetyStability: 'securityAndStability',
  processInfo: 'deliberativeProcess',
  enforcementCase: 'enforcementFile',
  adminQuery: 'administrativeInquiry',
  noInfo: 'notHeld',
  needCreation: 'requiresCreation',
  unclear: 'stillUnclear',
  complaint: 'petition',
  repeat: 'repeated',
  massiveRequests: 'excessive',
  confirmInfo: 'reconfirmation',
  overdueCorrection: 'correctionOverdue',
  overdueFee: 'feeOverdue',
  otherReasons: 'other',
  litigationDirect: 'directLitigation',
  litigationPostReview: 'litigationAfterReview',
  maintain: 'upheld',
  correct: 'corrected',
  unfinished: 'pending',
}
/** What 其他 is called where the name alone does not say which. */
const OTHER: Readonly<Partial<Record<TableId, string>>> = { table3: 'otherOrganization', table4: 'otherOutcome' }

const lastOf = (id: string): string => id.slice(id.lastIndexOf('.') + 1)
const namesIn = (table: TableId, part: 'row' | 'column') =>
  new Set(figures.filter((figure) => figure.table === table).map((figure) => lastOf(figure[part])))
const tables = (['table4', 'table2', 'table3'] as const).map((table) => {
  const own = figures.filter((figure) => figure.table === table)
  const byName = new Map(own.map(({ id, row, column }) => [`${lastOf(row)} ${column}`, id]))
  return { table, rows: namesIn(table, 'row'), columns: namesIn(table, 'column'), byName }
})

/** The figure that a path of names means: its last name is a row or a column, one before it the other. */
function cellOf(path: readonly string[]): CellId | undefined {
  const names = path.map((name) => SYNONYMS[name] ?? name)
  const last = names[names.length - 1] ?? ''
  const before = names.slice(0, -1)
  for (const { table, rows, columns, byName } of tables) {
    const named = (name: string) => (name === 'other' ? (OTHER[table] ?? name) : name)
    const column = before.map(named).find((name) => columns.has(name))
    const row = before.find((name) => rows.has(name))
    const id = byName.get(`${last} ${column ?? ''}`) ?? byName.get(`${row ?? ''} ${named(last)}`)
    if (id !== undefined) return id
  }
  return undefined
}

interface Leaf {
  path: string[]
  value: string
}

const DEEPEST = 12
const MOST_LEAVES = 20_000

function collect(json: unknown, path: string[], leaves: Leaf[]): void {
  if (leaves.length >= MOST_LEAVES || path.length > DEEPEST) return
  if (typeof json === 'object' && json !== null) {
    for (const [key, value] of Object.entries(json)) collect(value, [...path, ...key.split('.')], leaves)
  } else leaves.push({ path, value: json === null ? '' : String(json) })
}

function leavesOf(content: string): Leaf[] {
  const start = content.replace(/^\ufeff/, '').trimStart()
  if (!/^[{[]/.test(start)) return []
  const leaves: Leaf[] = []
  try {
    collect(JSON.parse(start), [], leaves)
  } catch {
    return []
  }
  return leaves
}

function rowsOfTable(table: TableId, values: ReadonlyMap<CellId, Leaf>): Block[] {
  const own = figures.filter((figure) => figure.table === table)
  const rows =
    table === 'table4' ? [own] : [...new Set(own.map(({ row }) => row))].map((row) => own.filter((f) => f.row === row))
  return rows.flatMap((row) => {
    const leaves = row.flatMap(({ id }) => values.get(id) ?? [])
    const [first] = leaves
    if (!first) return []
    const label = table === 'table4' ? [] : [row[0]?.rowLabel ?? '']
    const cells = [...label, ...row.map(({ id }) => values.get(id)?.value ?? '')]
    return [{ text: cells.join('\t'), cells, place: words.path(first.path) }]
  })
}

const FEWEST_FIGURES = 10
const PROSE = /[\u4e00-\u9fff]{8}/

/** The tables in data that another system exported as JSON; undefined for any other text. */
export function keyedBlocks(content: string): Block[] | undefined {
  const leaves = leavesOf(content)
  const values = new Map<CellId, Leaf>()
  const unknown: Leaf[] = []
  for (const leaf of leaves) {
    const id = cellOf(leaf.path)
    if (id === undefined || values.has(id)) unknown.push(leaf)
    else values.set(id, leaf)
  }
  if (values.size < FEWEST_FIGURES) return undefined
  const paragraph = (text: string, path: readonly string[]): Block => ({ text, cells: [text], place: words.path(path) })
  const prose = unknown.filter(({ value }) => PROSE.test(value)).map(({ path, value }) => paragraph(value, path))
  const rest = unknown
    .filter(({ value }) => /^[\d.]+$/.test(value))
    .map(({ path, value }) => ({ text: value, cells: [path.join('.'), value], place: words.path(path) }))
  const sections = edition2021.sections.flatMap(({ ordinal, title, content }) =>
    'table' in content ? [paragraph(`${ordinal}、${title}`, []), ...rowsOfTable(content.table, values)] : [],
  )
  return [...prose, ...sections, ...rest]
}
