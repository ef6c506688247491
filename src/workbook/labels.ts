/** The official labels as they are recognised on a tab. */
import { edition2021 as form, grids, table3Rows } from '../form'
import type { FormEdition, TableId } from '../form'

/** A label to be found: what it stands for, how it is shown to people, and the spellings taken for it. */
export interface LabelSpec {
  key: string
  shown: string
  names: ReadonlySet<string>
  /** Lines that the labelled figure takes up. */
  span: number
}

/** Keeps letters, digits and Chinese characters, at half width. Blanks, brackets and dots do not tell labels apart. */
export const normalised = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

interface Labelled {
  id: string
  label: string
  variants?: readonly string[]
}

export function labelSpec({ id, label, variants = [] }: Labelled, shown = label, span = 1): LabelSpec {
  return { key: id, shown, names: new Set([label, ...variants].map(normalised)), span }
}

/** A part of a table with rows and columns of its own: a block of table 2, the whole of table 3. */
export interface PartSpec {
  /** The heading that the part stands under, if any. */
  heading: LabelSpec | null
  rows: readonly LabelSpec[]
  columns: readonly LabelSpec[]
}

function disclosurePart(block: FormEdition['table2']['blocks'][number]): PartSpec {
  const span = (grids.table2.columns - 1) / block.columns.length
  return {
    heading: labelSpec({ id: block.heading, label: block.heading }),
    rows: block.rows.map((row) => labelSpec(row)),
    columns: block.columns.map((column) => labelSpec(column, `${block.heading}·${column.label}`, span)),
  }
}

/** Tables 2 and 3 by their parts. */
export const parts: Readonly<Record<'table2' | 'table3', readonly PartSpec[]>> = {
  table2: form.table2.blocks.map(disclosurePart),
  table3: [
    {
      heading: null,
      rows: table3Rows.map((row) => labelSpec(row)),
      columns: form.table3.columns.map((c) => labelSpec(c)),
    },
  ],
}

/** Table 4: groups side by side, each with the same columns. */
export const groups = form.table4.groups.map((group) => ({
  ...labelSpec(group, group.label, form.table4.columns.length),
  columns: form.table4.columns.map((column) => labelSpec(column, `${group.label}·${column.label}`)),
}))

const figureLabels: Record<TableId, ReadonlySet<string>> = {
  table2: namesOf(parts.table2.flatMap((part) => [...part.rows, ...part.columns])),
  table3: namesOf(parts.table3.flatMap((part) => [...part.rows, ...part.columns])),
  table4: namesOf(groups.flatMap((group) => [group, ...group.columns])),
}

function namesOf(specs: readonly LabelSpec[]): ReadonlySet<string> {
  return new Set(specs.flatMap((spec) => [...spec.names]))
}

/** Texts of a table that do not help to find a figure, and how often each is printed. */
export const otherLabels: Readonly<Record<TableId, readonly { text: string; count: number }[]>> = {
  table2: countOthers('table2'),
  table3: countOthers('table3'),
  table4: countOthers('table4'),
}

function countOthers(table: TableId): { text: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { text, role } of grids[table].cells) {
    if (role !== 'figure' && !figureLabels[table].has(normalised(text))) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts].map(([text, count]) => ({ text, count }))
}

/** Every text of a table, normalised. */
export const tableTexts: Readonly<Record<TableId, ReadonlySet<string>>> = {
  table2: allTexts('table2'),
  table3: allTexts('table3'),
  table4: allTexts('table4'),
}

function allTexts(table: TableId): ReadonlySet<string> {
  const printed = grids[table].cells.filter(({ role }) => role !== 'figure').map(({ text }) => normalised(text))
  return new Set([...figureLabels[table], ...printed])
}
