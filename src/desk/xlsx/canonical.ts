import { strFromU8, strToU8 } from 'fflate'
import { folderOf, Package, relationsOf, resolved } from './package'
import type { PackageParts, Relation } from './package'

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'

function relationsXml(relations: readonly Relation[]): Uint8Array {
  const all = relations.map(({ id, type, target, isExternal }) => {
    const mode = isExternal ? ' TargetMode="External"' : ''
    return `<Relationship Id="${id}" Type="${TYPES}${type}" Target="${target}"${mode}/>`
  })
  return strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`,
  )
}

type Parts = Record<string, Uint8Array>

/**
 * Elements of a sheet that name parts which are not read: pictures, drawn boxes of notes, tables. Links too: of a cell with
 * a link the library drops the formula, and refuses one whose address is missing.
 */
const UNREAD_ELEMENTS =
  /<(?:legacyDrawing|legacyDrawingHF|drawing|picture|oleObjects|controls|tableParts|hyperlinks)\b[^>]*(?:\/>|>[^]*?<\/(?:tableParts|oleObjects|controls|hyperlinks)>)/g

function addSheet(parts: Parts, source: Package, name: string, number: number): boolean {
  const bytes = source.part(name)
  if (!bytes) return false
  parts[`xl/worksheets/sheet${number}.xml`] = strToU8(strFromU8(bytes).replace(UNREAD_ELEMENTS, ''))
  const kept = source.relations(relationsOf(name)).flatMap((relation): Relation[] => {
    const comments = relation.type === 'comments' ? source.part(resolved(folderOf(name), relation.target)) : undefined
    if (!comments) return []
    parts[`xl/comments${number}.xml`] = comments
    return [{ ...relation, target: `../comments${number}.xml` }]
  })
  if (kept.length > 0) parts[`xl/worksheets/_rels/sheet${number}.xml.rels`] = relationsXml(kept)
  return true
}

const ONCE: Readonly<Record<string, string>> = {
  styles: 'styles.xml',
  sharedStrings: 'sharedStrings.xml',
  theme: 'theme/theme1.xml',
}

const SHEET = /<sheet\b[^>]*\b\w+:id="([^"]*)"[^>]*\/>/g

/**
 * The parts of a workbook that hold cells, styles, texts and notes, under the names that Excel gives them. Programs name
 * parts as they like: what a part is, the relations say. Undefined where there is no workbook.
 */
export function canonicalParts(zip: PackageParts): Parts | undefined {
  const source = new Package(zip)
  const { main } = source
  const workbook = source.part(main)
  if (!workbook) return undefined
  const parts: Parts = {}
  const kept: Relation[] = []
  const sheets = new Set<string>()
  for (const relation of source.relations(relationsOf(main))) {
    const { type, target, id } = relation
    const name = resolved(folderOf(main), target)
    const only = ONCE[type]
    if (type === 'worksheet' && addSheet(parts, source, name, sheets.size + 1)) {
      sheets.add(id)
      kept.push({ ...relation, target: `worksheets/sheet${sheets.size}.xml` })
    } else if (only !== undefined) {
      const bytes = source.part(name)
      if (bytes) parts[`xl/${only}`] = bytes
      if (bytes) kept.push({ ...relation, target: only })
    }
  }
  const text = strFromU8(workbook).replace(SHEET, (sheet, id: string) => (sheets.has(id) ? sheet : ''))
  parts['xl/workbook.xml'] = strToU8(text)
  parts['xl/_rels/workbook.xml.rels'] = relationsXml(kept)
  for (const name of ['[Content_Types].xml', '_rels/.rels', 'docProps/core.xml', 'docProps/app.xml']) {
    const bytes = source.part(name)
    if (bytes) parts[name] = bytes
  }
  return parts
}
