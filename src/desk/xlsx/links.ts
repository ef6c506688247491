import { addressForms } from '../../workbook'

const GOOGLE_LINK = new RegExp(`#gid=([0-9]+)&range=(${addressForms.area})`, 'g')
const FILE_LINK = new RegExp(`#'((?:[^']|'')+)'!(${addressForms.area})`, 'g')

const isLink = (formula: string): boolean => /\bHYPERLINK\(/i.test(formula)

/** A link to a cell as .xlsx has it (`#'tab'!B5`), from one as Google has it (`#gid=3&range=B5`). */
export function toFileLink(formula: string, names: ReadonlyMap<number, string>): string {
  if (!isLink(formula)) return formula
  return formula.replace(GOOGLE_LINK, (link, id: string, range: string) => {
    const name = names.get(Number(id))
    return name === undefined ? link : `#'${name.replaceAll("'", "''").replaceAll('"', '""')}'!${range}`
  })
}

/** The way back; a link to a tab that is not there stays as it is. */
export function fromFileLink(formula: string, ids: ReadonlyMap<string, number>): string {
  if (!isLink(formula)) return formula
  return formula.replace(FILE_LINK, (link, quoted: string, range: string) => {
    const id = ids.get(quoted.replaceAll('""', '"').replaceAll("''", "'"))
    return id === undefined ? link : `#gid=${id}&range=${range}`
  })
}
