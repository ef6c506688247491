import { strToU8, zipSync } from 'fflate'
import type { Document } from '../model'
import { escaped } from '../safe-text'
import { bodyXml } from './body'
import { alternatives, type FontSet } from './fonts'
import { frameParts, relationId, type FramePart } from './page'
import { stylesXml } from './styles'
import { DECLARATION } from './xml'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

const SETTINGS =
  `${DECLARATION}<w:settings ${MAIN}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>` +
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" ' +
  'w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'

function fontTableXml(): string {
  const fonts = Object.entries(alternatives).map(
    ([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`,
  )
  return `${DECLARATION}<w:fonts ${MAIN}>${fonts.join('')}</w:fonts>`
}

/** Title, language and the office; no person, no date. */
function coreXml({ meta }: Document): string {
  return (
    `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escaped(meta.title)}</dc:title>` +
    (meta.unit === '' ? '' : `<dc:creator>${escaped(meta.unit)}</dc:creator>`) +
    '<dc:language>zh-CN</dc:language></cp:coreProperties>'
  )
}

function contentTypesXml(parts: readonly FramePart[]): string {
  const types = [
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/word/document.xml', `${WORD}.document.main+xml`],
    ['/word/styles.xml', `${WORD}.styles+xml`],
    ['/word/settings.xml', `${WORD}.settings+xml`],
    ['/word/fontTable.xml', `${WORD}.fontTable+xml`],
    ...parts.map(({ file, kind }) => [`/word/${file}`, `${WORD}.${kind}+xml`]),
  ]
  return (
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    types.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join('') +
    '</Types>'
  )
}

function relationshipsXml(relations: readonly { id: string; type: string; target: string }[]): string {
  const entries = relations.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  )
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`
}

const packageRelations = relationshipsXml([
  { id: 'rId1', type: `${OFFICE}/relationships/officeDocument`, target: 'word/document.xml' },
  { id: 'rId2', type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
])

function documentRelations(parts: readonly FramePart[]): string {
  const files = ['styles', 'settings', 'fontTable'].map((name) => ({ file: `${name}.xml`, kind: name }))
  return relationshipsXml(
    [...files, ...parts].map(({ file, kind }) => ({
      id: relationId(file),
      type: `${OFFICE}/relationships/${kind}`,
      target: file,
    })),
  )
}

function files(document: Document, set: FontSet): Record<string, string> {
  const parts = frameParts(document)
  return {
    '[Content_Types].xml': contentTypesXml(parts),
    '_rels/.rels': packageRelations,
    'docProps/core.xml': coreXml(document),
    'word/document.xml': bodyXml(document, parts),
    'word/_rels/document.xml.rels': documentRelations(parts),
    'word/styles.xml': stylesXml(set),
    'word/settings.xml': SETTINGS,
    'word/fontTable.xml': fontTableXml(),
    ...Object.fromEntries(parts.map(({ file, xml }) => [`word/${file}`, xml])),
  }
}

/**
 * The first day that a zip file can name. With a fixed date the bytes are the same on every day; zip dates are local
 * time, so this one is local too.
 */
const EPOCH = new Date(1980, 0, 1)

/**
 * The document as .docx, laid out by GB/T 9704; equal documents give equal bytes. `fonts: 'google'` names typefaces
 * that Google Docs has, for the upload there; what an office keeps and publishes is `official`.
 */
export function toDocx(document: Document, options: { fonts?: FontSet } = {}): Uint8Array {
  const entries = Object.entries(files(document, options.fonts ?? 'official'))
  return zipSync(Object.fromEntries(entries.map(([name, xml]) => [name, strToU8(xml)])), { mtime: EPOCH, level: 6 })
}
