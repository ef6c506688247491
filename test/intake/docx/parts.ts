import { strToU8, zipSync } from 'fflate'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A .docx out of the content of its body, as other programs write them; further parts by name. */
export function docxOf(body: string, parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  const files: Record<string, string | Uint8Array> = {
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...parts,
  }
  const bytes = (content: string | Uint8Array) => (typeof content === 'string' ? strToU8(content) : content)
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, bytes(content)])))
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`

/** A cell of one paragraph; properties as `gridSpan=2`, `vMerge`, `vMerge=restart`. */
export function cell(text: string, ...properties: string[]): string {
  const xml = properties.map((property) => {
    const [name, value] = property.split('=')
    return value === undefined ? `<w:${name}/>` : `<w:${name} w:val="${value}"/>`
  })
  return `<w:tc><w:tcPr>${xml.join('')}</w:tcPr>${paragraph(run(text))}</w:tc>`
}

export const row = (cells: string, properties = ''): string =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`

export const table = (...rows: string[]): string => `<w:tbl><w:tblGrid/>${rows.join('')}</w:tbl>`
