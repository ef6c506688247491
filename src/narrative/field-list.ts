/** The fields 【…】 of a narrative, derived from the form: one for each figure, and for sums, shares and changes. */
import { edition2021 as form, table3Rows, type CellId, type Figure } from '../form'
import { tabNames } from '../words/tabs'
import { once } from './once'

/** A figure or a sum of figures. */
export interface Quantity {
  name: string
  /** Other ways to write the name. */
  aliases: readonly string[]
  group: string
  unit: Figure['unit']
  cells: readonly CellId[]
  /** A total over all applicants or outcomes: it has a change on last year. */
  isTotal: boolean
}

export const SEPARATOR = '·'

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(SEPARATOR)

/** A label without its number, its bracket and the words all rows share: （五）不予处理, 一、本年新收政府信息公开申请数量. */
const shortLabel = (label: string): string =>
  label
    .replace(/^(?:[（(][一二三四五六七][）)]|[一二三四]、|\d\.)/, '')
    .replace(/（.*）$|政府信息公开申请数量$|、行政机关不再处理.*$|件数$/, '')

/** Names for rows whose labels are too short to be clear, or too long to type. */
const rowNames: Readonly<Record<string, readonly [string, ...string[]]>> = {
  received: ['本年新收', '新收', '本年收到'],
  concluded: ['办结', '本年办结', '办理结果总计'],
  carriedOut: ['结转下年', '结转下年度', '下年结转'],
  'otherwise.other': [joined('其他处理', '其他')],
}

interface Row {
  names: readonly string[]
  rows: readonly string[]
}

/** Names that several rows have. */
const isShared = (name: string): boolean => /^(?:总计|合计|其他)$/.test(name)

const rowOf = ({ id, label, variants = [] }: (typeof table3Rows)[number]): Row => ({
  names: [...(rowNames[id] ?? []), ...[label, ...variants].map(shortLabel).filter((name) => !isShared(name))],
  rows: [id],
})

const outcomeGroups = (): Row[] =>
  form.table3.outcomes.flatMap(({ heading, rows }) =>
    heading === undefined ? [] : [{ names: [shortLabel(heading)], rows: rows.map(({ id }) => id) }],
  )

const applicationRows = (): Row[] => [
  ...table3Rows.map(rowOf),
  ...outcomeGroups(),
  { names: ['收到合计', '新收加结转'], rows: ['received', 'carriedIn'] },
]

interface Column {
  label: string
  columns: readonly string[]
}

/** 其他 alone is no name of a column, for an outcome has that name too. */
function applicantColumns(): Column[] {
  const applicants = form.table3.columns.filter(({ id }) => id !== 'total')
  const organizations = applicants.filter(({ id }) => id !== 'naturalPerson')
  return [
    { label: '', columns: ['total'] },
    ...applicants.map(({ id, label }) => ({ label: id === 'otherOrganization' ? '其他组织' : label, columns: [id] })),
    { label: form.table3.organizationsHeading, columns: organizations.map(({ id }) => id) },
  ]
}

const cellsOf = (table: string, rows: readonly string[], columns: readonly string[]): CellId[] =>
  rows.flatMap((row) => columns.map((column) => `${table}.${row}.${column}`))

function quantity(group: string, names: readonly string[], label: string, cells: CellId[]): Quantity {
  const [name = '', ...aliases] = names.map((own) => joined(own, label))
  const totals = label === '' ? names.map((own) => joined(own, '总计')) : []
  const isTotal = label === ''
  return { name, aliases: [...aliases, ...totals], group, unit: 'count', cells, isTotal }
}

const disclosures = (): Quantity[] =>
  form.table2.blocks.flatMap(({ rows, columns }) =>
    rows.flatMap((row) =>
      columns.map((column): Quantity => {
        const label = columns.length > 1 ? shortLabel(column.label) : ''
        const names = [row.label, ...(row.variants ?? [])]
        const made = quantity(tabNames.table2, names, label, [`table2.${row.id}.${column.id}`])
        return { ...made, unit: column.unit, isTotal: true }
      }),
    ),
  )

function applications(): Quantity[] {
  const rowsOfAll = applicationRows()
  return applicantColumns().flatMap(({ label, columns }) =>
    rowsOfAll.map(({ names, rows }) =>
      quantity(joined(tabNames.table3, label), names, label, cellsOf('table3', rows, columns)),
    ),
  )
}

function disputeRows(): Row[] {
  const { groups } = form.table4
  const litigation = groups.filter(({ under }) => under !== undefined)
  return [
    ...groups.map(({ id, label }) => ({ names: [label], rows: [id] })),
    { names: [litigation[0]?.under ?? ''], rows: litigation.map(({ id }) => id) },
  ]
}

const disputes = (): Quantity[] =>
  disputeRows().flatMap(({ names, rows }) =>
    form.table4.columns.map(({ id, label }) =>
      quantity(tabNames.table4, names, id === 'total' ? '' : label, cellsOf('table4', rows, [id])),
    ),
  )

export const quantities = once((): readonly Quantity[] => [...disclosures(), ...applications(), ...disputes()])

const totalOf = (row: string): CellId => `table3.${row}.total`

/** The share of the sum of `cells` in the sum of `of`. */
export interface Share {
  name: string
  cells: readonly CellId[]
  of: readonly CellId[]
}

export const shares = (): readonly Share[] => [
  ...[
    ...form.table3.outcomes.flatMap(({ heading, rows }) => (heading === undefined ? rows.map(rowOf) : [])),
    ...outcomeGroups(),
  ].map(({ names, rows }) => ({
    name: `${names[0] ?? ''}占比`,
    cells: rows.map(totalOf),
    of: [totalOf('concluded')],
  })),
  { name: '自然人占比', cells: ['table3.received.naturalPerson'], of: [totalOf('received')] },
]

/** 本年新收 becomes 新收, as in 上年新收 and 同比新收. */
export const withoutThisYear = (name: string): string => name.replace(/^本年/, '')
