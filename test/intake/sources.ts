import { documentOf, toText } from '../../src/document'
import { figures, type CellId } from '../../src/form'
import { totals, type CellValue, type Report } from '../../src/report'

/** Figures all different from 0 where it matters, every identity holding. */
const inputs: Record<CellId, CellValue> = {
  ...Object.fromEntries(figures.map(({ id }) => [id, 0])),
  'table2.regulations.issued': 1,
  'table2.regulations.repealed': 2,
  'table2.regulations.inForce': 3,
  'table2.licensing.decisions': 97,
  'table2.fees.amount': { raw: '12.50', value: 12.5 },
  'table3.received.naturalPerson': 20,
  'table3.received.enterprise': 4,
  'table3.carriedIn.naturalPerson': 2,
  'table3.granted.naturalPerson': 17,
  'table3.granted.enterprise': 3,
  'table3.otherwise.other.naturalPerson': 4,
  'table3.carriedOut.naturalPerson': 1,
  'table3.carriedOut.enterprise': 1,
  'table4.review.upheld': 2,
  'table4.directLitigation.pending': 1,
}

export const clean: Report = totals({
  edition: '2021',
  unit: '某某局',
  year: 2024,
  figures: inputs,
  narrative: {
    overview: '全年收到申请 24 件。\n（一）主动公开。',
    problems: '更新不够及时。',
    other: '没有收取信息处理费。',
  },
})

export const cleanText = toText(documentOf(clean))

/** The clean source with one line changed; the change must hit. */
export function edited(change: (line: string) => string | undefined): string {
  const lines = cleanText.split('\n')
  const changed = lines.flatMap((line) => change(line) ?? [])
  if (changed.join('\n') === cleanText) throw new Error('the source is unchanged')
  return changed.join('\n')
}

/** The clean source with the line that starts with a label replaced. */
export const replaced = (label: string, line: string | undefined): string =>
  edited((old) => (old.trimStart().startsWith(label) ? line : old))
