import { beforeAll, expect, it } from '@jest/globals'
import { documentOf, toDocx, toHtml } from '../../src/document'
import { readSource } from '../../src/intake'
import { clean } from '../intake/sources'
import { convertAll, describeWithLibreOffice, LIBREOFFICE_MS } from './support/libreoffice.process'
import type { SourceFile } from './support/libreoffice.process'

const document = documentOf(clean)
const sources: SourceFile[] = [
  { bytes: toDocx(document), from: 'docx' },
  { bytes: new TextEncoder().encode(toHtml(document)), from: 'html' },
]

describeWithLibreOffice('a report that LibreOffice opened and saved', () => {
  let saved: Uint8Array[]
  beforeAll(() => {
    saved = [...convertAll(sources, 'docx:MS Word 2007 XML'), ...convertAll(sources, 'html:HTML (StarWriter)')]
  }, 2 * LIBREOFFICE_MS)

  it.each<[string, number, 'docx' | 'html']>([
    ['.docx as .docx', 0, 'docx'],
    ['HTML as .docx', 1, 'docx'],
    ['.docx as HTML', 2, 'html'],
    ['HTML as HTML', 3, 'html'],
  ])('%s is the same report', (_, at, kind) => {
    const bytes = saved[at] as Uint8Array
    const { report, findings } =
      kind === 'docx' ? readSource(bytes, 'docx') : readSource(new TextDecoder().decode(bytes), 'html')
    expect(report).toEqual(clean)
    expect(findings).toEqual([])
  })
})
