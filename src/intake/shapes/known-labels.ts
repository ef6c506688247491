import { edition2019, grids } from '../../form'
import { isFigureText } from '../figure-text'
import { keyOf, lettersOf } from '../key'
import { columnNames, isHeaderText, nearestRow, rowsOf, type FormRowCells } from '../rows-of-form'

const tables = [rowsOf['2021'].table2, rowsOf['2021'].table3, rowsOf['2019'].table2, rowsOf['2019'].table3]
const byKey = new Map(tables.flatMap((rows) => [...rows.byKey]).reverse())

/** The row of the form with this label, in any table and edition; the newest where several have it. */
export const rowNamed = (text: string): FormRowCells | undefined => {
  const key = keyOf(text)
  return key === '' ? undefined : byKey.get(key)
}

/** The row of the form whose label a text is, or is nearest to. */
export const rowLike = (text: string): FormRowCells | undefined => {
  const named = rowNamed(text)
  const key = keyOf(text)
  if (named || key === '') return named
  return tables.reduce<FormRowCells | undefined>((nearest, rows) => nearest ?? nearestRow(key, rows), undefined)
}

const headings = new Set(
  ['三、本年度办理结果', '（三）不予公开', '（四）无法提供', '（五）不予处理', '申请人情况', '信息内容'].map(keyOf),
)

/** True for what stands in a table and is no label of a row of figures: headers of columns, headings of groups. */
export const isHeading = (text: string): boolean => isHeaderText(text) || headings.has(keyOf(text))

const ofForm = [
  ...(['table2', 'table3', 'table4'] as const).flatMap((table) => [
    ...grids[table].cells.map(({ text }) => text),
    ...columnNames[table].flat(),
  ]),
  ...tables.flatMap((rows) => rows.rows.flatMap(({ label, keys }) => [label, ...keys])),
  ...edition2019.table2.blocks.flatMap(({ heading, columns }) => [heading, ...columns.map(({ label }) => label)]),
]
const letters = [...new Set(ofForm.map((text) => lettersOf(text)))].join(' ')

/** True for what may be a piece of a label, a heading or a header of the form, and is no figure. */
export const isFormPiece = (text: string): boolean => {
  const own = lettersOf(text)
  return own !== '' && !isFigureText(text) && letters.includes(own)
}
