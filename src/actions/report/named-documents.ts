/** Documents of Google's that 流程记录 names: reviewers comment there, so it has to be told where one cannot be read. */
import { logColumns, type ReadValue, type WorkbookReading, type WorkbookSnapshot } from '../../workbook'
import type { MadeFile } from './files'

/** A file beside a document has its type in its name. */
const isDocument = (name: string): boolean => !/\.[a-z]+$/.test(name)

/** The cell of an entry: a line with the name, and one with the link, for each file. */
function documentsIn(files: ReadValue): [name: string, url: string][] {
  const lines = String(files).split('\n')
  return lines.flatMap((name, at): [string, string][] => {
    const url = lines[at + 1]
    return at % 2 === 0 && url !== undefined && isDocument(name) ? [[name, url]] : []
  })
}

/** Each by its name, with the link that was written last: a document that is gone is made anew under its name. */
export function namedDocuments({ log, tabs }: WorkbookReading, snapshot: WorkbookSnapshot): MadeFile[] {
  const values = snapshot.tabs.find(({ name }) => name === tabs.get('log'))?.values ?? []
  const entries = log ? values.slice(log.headerRow, log.lastRow) : []
  const last = new Map(entries.flatMap((line) => documentsIn(line[logColumns.files - 1] ?? '')))
  return [...last].map(([name, url]) => ({ name, url }))
}
