import { documentWords as words } from '../../words/document'
import type { DocumentElement, Document, TextPiece } from '../model'
import { sectionXml, type FramePart } from './page'
import { tableXml } from './table'
import { DECLARATION, run } from './xml'

function paragraph(style: string, runs: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`
}

function elementXml(element: DocumentElement): string {
  if (element.kind === 'table') return tableXml(element)
  if (element.kind === 'heading') return paragraph(`Heading${element.level}`, run(element.text))
  const runs: readonly TextPiece[] = element.runs.length > 0 ? element.runs : [{ text: words.blankParagraph }]
  return paragraph('BodyText', runs.map(({ text, leadIn }) => run(text, leadIn ? { style: 'LeadIn' } : {})).join(''))
}

/** document.xml: the title as one paragraph of two lines, then its elements. */
export function bodyXml(document: Document, parts: readonly FramePart[]): string {
  const title = paragraph('Title', document.title.map((line) => run(line)).join('<w:r><w:br/></w:r>'))
  return (
    `${DECLARATION}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<w:body>${title}${document.blocks.map(elementXml).join('')}${sectionXml(parts)}</w:body></w:document>`
  )
}
