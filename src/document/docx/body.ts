import type { Block, Document } from '../model'
import { sectionXml, type FramePart } from './page'
import { tableXml } from './table'
import { DECLARATION, run } from './xml'

function paragraph(style: string, runs: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`
}

function blockXml(block: Block): string {
  if (block.kind === 'table') return tableXml(block)
  if (block.kind === 'heading') return paragraph(`Heading${block.level}`, run(block.text))
  return paragraph(
    'BodyText',
    block.runs.map(({ text, leadIn }) => run(text, leadIn ? { style: 'LeadIn' } : {})).join(''),
  )
}

/** document.xml: the title as one paragraph of two lines, then block by block. */
export function bodyXml(document: Document, parts: readonly FramePart[]): string {
  const title = paragraph('Title', document.title.map((line) => run(line)).join('<w:r><w:br/></w:r>'))
  return (
    `${DECLARATION}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<w:body>${title}${document.blocks.map(blockXml).join('')}${sectionXml(parts)}</w:body></w:document>`
  )
}
