import { expect, it } from '@jest/globals'
import { documentOf, toDocx, toHtml } from '../../src/document'
import { readSource } from '../../src/intake'
import { clean } from '../intake/sources'
import { convert, describeWithLibreOffice } from './support/libreoffice'

const document = documentOf(clean)
const docx = toDocx(document)
const html = new TextEncoder().encode(toHtml(document))
const WORD = 'docx:MS Word 2007 XML'

describeWithLibreOffice('a report that LibreOffice opened and saved', () => {
  it.each<[string, Uint8Array, string, string, 'docx' | 'html']>([
    ['.docx as .docx', docx, 'docx', WORD, 'docx'],
    ['.docx as HTML', docx, 'docx', 'html:HTML (StarWriter)', 'html'],
    ['HTML as .docx', html, 'html', WORD, 'docx'],
    ['HTML as HTML', html, 'html', 'html:HTML (StarWriter)', 'html'],
  ])(
    '%s is the same report',
    (_, bytes, from, to, kind) => {
      const saved = convert(bytes, from, to)
      const { report, findings } =
        kind === 'docx' ? readSource(saved, 'docx') : readSource(new TextDecoder().decode(saved), 'html')
      expect(report).toEqual(clean)
      expect(findings).toEqual([])
    },
    120000,
  )
})
