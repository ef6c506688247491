import { documentWords as words } from '../../words/document'
import type { Document } from '../model'
import { DECLARATION, run } from './xml'

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'

const field = (instruction: string) =>
  ['begin', 'separate', 'end']
    .map((type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`)
    .join('|')
    .replace('|', `<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>`)
    .replace('|', '<w:r><w:t>1</w:t></w:r>')

/** `— 1 —`, one character in from the outer side: right on odd pages, left on even ones. */
function footerXml(side: 'left' | 'right'): string {
  const indent = `<w:ind w:${side}Chars="100" w:${side}="280"/><w:jc w:val="${side}"/>`
  const number = run(words.pageNumberBefore) + field('PAGE') + run(words.pageNumberAfter)
  const paragraph = `<w:p><w:pPr><w:pStyle w:val="Footer"/>${indent}</w:pPr>${number}</w:p>`
  return `${DECLARATION}<w:ftr ${NAMESPACES}>${paragraph}</w:ftr>`
}

/** The draft mark: large, grey and slanting behind the text (VML, which Word and LibreOffice draw), and in words above. */
function draftHeaderXml(id: string): string {
  const shape =
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" ' +
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>' +
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>' +
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>' +
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>' +
    '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>' +
    `<v:shape id="PowerPlusWaterMarkObject${id}" o:spid="_x0000_s${id}" type="#_x0000_t136" alt="${words.draft}" ` +
    'style="position:absolute;margin-left:0;margin-top:0;width:320pt;height:160pt;rotation:315;z-index:-251658752;' +
    'mso-position-horizontal:center;mso-position-horizontal-relative:margin;' +
    'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" ' +
    'fillcolor="#c0c0c0" stroked="f"><v:fill opacity="0.5"/>' +
    `<v:textpath style="font-family:&quot;宋体&quot;;font-size:1pt" string="${words.draft}"/></v:shape>`
  return (
    `${DECLARATION}<w:hdr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>` +
    `<w:r><w:pict>${shape}</w:pict></w:r>${run(words.draftNotice)}</w:p></w:hdr>`
  )
}

/** A part of the page's frame: its file, its role in the section and its XML. */
export interface FramePart {
  file: string
  kind: 'header' | 'footer'
  pages: 'default' | 'even'
  xml: string
}

/** Footers of odd and even pages, and the headers of a draft. */
export function frameParts({ draft }: Document): FramePart[] {
  const footers: FramePart[] = [
    { file: 'footer1.xml', kind: 'footer', pages: 'default', xml: footerXml('right') },
    { file: 'footer2.xml', kind: 'footer', pages: 'even', xml: footerXml('left') },
  ]
  const headers: FramePart[] = [
    { file: 'header1.xml', kind: 'header', pages: 'default', xml: draftHeaderXml('2049') },
    { file: 'header2.xml', kind: 'header', pages: 'even', xml: draftHeaderXml('2050') },
  ]
  return draft ? [...headers, ...footers] : footers
}

/** GB/T 9704: A4, text area 156 × 225 mm, 37 mm above and 28 mm left of it; page number 7 mm below. Twips. */
export function sectionXml(parts: readonly FramePart[]): string {
  const references = parts.map(
    ({ kind, pages, file }) => `<w:${kind}Reference w:type="${pages}" r:id="${relationId(file)}"/>`,
  )
  return (
    `<w:sectPr>${references.join('')}<w:pgSz w:w="11906" w:h="16838"/>` +
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="1134" w:footer="1304" w:gutter="0"/>' +
    '</w:sectPr>'
  )
}

export const relationId = (file: string) => `rId_${file.replace('.xml', '')}`
