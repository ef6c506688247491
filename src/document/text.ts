import { documentWords as words } from '../words/document'
import type { DocumentElement, Document, Table } from './model'
import { oneLine } from './safe-text'

/**
 * One line for each row, one field for each column. A cell over several columns or rows fills the first of its fields
 * and leaves the others empty.
 */
function tableText(table: Table): string {
  const lines = Array.from({ length: table.rows }, () => Array.from({ length: table.columns }, () => ''))
  for (const cell of table.cells) {
    const line = lines[cell.row]
    if (line) line[cell.column] = oneLine(cell.text)
  }
  return lines.map((line) => line.join('\t')).join('\n')
}

function elementText(element: DocumentElement): string {
  if (element.kind === 'table') return tableText(element)
  const text = element.kind === 'heading' ? element.text : element.runs.map((run) => run.text).join('')
  return oneLine(text) || words.blankParagraph
}

/** The document as plain text, tables tab-separated: what an office pastes into a web form, and what `read` takes back. */
export function toText(document: Document): string {
  const title = document.title.map(oneLine).join('\n')
  const notice = document.draft ? [words.draftNotice] : []
  return [...notice, title, ...document.blocks.map(elementText), ...notice].join('\n\n') + '\n'
}
