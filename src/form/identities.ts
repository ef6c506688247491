import { edition2021 as form } from './edition-2021'
import type { CellId, Identity, IdentityFamily, Term } from './types'

const plus = (cell: CellId): Term => ({ cell, sign: 1 })
const minus = (cell: CellId): Term => ({ cell, sign: -1 })
const lastYear = (term: Term): Term => ({ ...term, lastYear: true })

const identity = (family: IdentityFamily, key: string, left: readonly Term[], right: readonly Term[]): Identity => ({
  family,
  id: `${family}:${key}`,
  left,
  right,
})

const { table2, table3, table4 } = form
const outcomes = table3.outcomes.flatMap((group) => group.rows)
const rows3 = [...table3.intake, ...outcomes, table3.concluded, table3.carriedOut]
const total = 'total'

const addends = (columns: readonly { id: string }[]) => columns.filter(({ id }) => id !== total)

const rowTotals = rows3.map(({ id: row }) =>
  identity(
    'T3.ROW',
    row,
    addends(table3.columns).map((column) => plus(`table3.${row}.${column.id}`)),
    [plus(`table3.${row}.${total}`)],
  ),
)

const concludedTotals = table3.columns.map(({ id: column }) =>
  identity(
    'T3.CONCLUDED',
    column,
    outcomes.map((row) => plus(`table3.${row.id}.${column}`)),
    [plus(`table3.concluded.${column}`)],
  ),
)

const balances = table3.columns.map(({ id: column }) =>
  identity(
    'T3.BALANCE',
    column,
    [plus(`table3.received.${column}`), plus(`table3.carriedIn.${column}`)],
    [plus(`table3.concluded.${column}`), plus(`table3.carriedOut.${column}`)],
  ),
)

const disputeTotals = table4.groups.map(({ id: group }) =>
  identity(
    'T4.TOTAL',
    group,
    addends(table4.columns).map((column) => plus(`table4.${group}.${column.id}`)),
    [plus(`table4.${group}.${total}`)],
  ),
)

const carriedOver = table3.columns.map(({ id: column }) =>
  identity('Y.CARRY', column, [plus(`table3.carriedIn.${column}`)], [lastYear(plus(`table3.carriedOut.${column}`))]),
)

const inForce = table2.blocks
  .filter((block) => block.columns.some((column) => column.id === 'inForce'))
  .flatMap((block) => block.rows)
  .map(({ id: row }) =>
    identity(
      'Y.INFORCE',
      row,
      [plus(`table2.${row}.inForce`)],
      [lastYear(plus(`table2.${row}.inForce`)), plus(`table2.${row}.issued`), minus(`table2.${row}.repealed`)],
    ),
  )

/** The 42 identities inside one report, in the order of the tables. */
export const identities: readonly Identity[] = [...rowTotals, ...concludedTotals, ...balances, ...disputeTotals]

/** The 9 identities between a report and last year's. */
export const yearlyIdentities: readonly Identity[] = [...carriedOver, ...inForce]

/**
 * The identity that defines each total, addends before the totals that rest on them: `left` are the addends, `right`
 * is the total alone. Table 3's grand total is defined by its row; that its column agrees is left to the check.
 */
export const totalIdentities: readonly Identity[] = [
  ...concludedTotals.filter(({ id }) => id !== `T3.CONCLUDED:${total}`),
  ...rowTotals,
  ...disputeTotals,
]
