import { strFromU8, strToU8 } from 'fflate'
import { folderOf, targetPath, type Relation } from '../../intake'
import { readWorkbookPart } from './contents/workbook-part'
import type { SheetNotes } from './notes/legacy'
import { notesOfSheet, personsIn } from './notes/sheet-notes'
import { Package } from './package'
import type { PackageParts } from './package'

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
  return true
}

const ONCE: Readonly<Record<string, string>> = {
  styles: 'styles.xml',
  sharedStrings: 'sharedStrings.xml',
  theme: 'theme/theme1.xml',
}

const SHEET = /<sheet\b[^>]*?\s\w+:id\s*=\s*["']([^"']*)["'][^>]*?(?:\/>|>\s*<\/sheet>)/g

/** What the library is given of a workbook, and what is read beside it. */
export interface CanonicalParts {
  parts: Parts
  /** By the names of the tabs. */
  notes: ReadonlyMap<string, SheetNotes>
}

/**
 * The parts of a workbook that hold cells, styles and texts, under the names that Excel gives them. Programs name parts as
 * they like: what a part is, the relations say. Undefined where there is no workbook.
 */
export function canonicalParts(zip: PackageParts): CanonicalParts | undefined {
  const source = new Package(zip)
  const { main } = source
  const workbook = source.part(main)
  if (!workbook) return undefined
  const parts: Parts = {}
  const kept: Relation[] = []
  const sheets = new Map<string, string>()
  for (const relation of source.relations(main)) {
    const { type, target, id } = relation
    const name = targetPath(folderOf(main), target)
    const only = ONCE[type]
    if (type === 'worksheet' && addSheet(parts, source, name, sheets.size + 1)) {
      sheets.set(id, name)
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
  return { parts, notes: notesByTab(source, sheets, text) }
}

/** `sheets` are the names of parts by their relations. */
function notesByTab(source: Package, sheets: ReadonlyMap<string, string>, workbook: string): Map<string, SheetNotes> {
  const persons = personsIn(source, source.main)
  const entries = readWorkbookPart(workbook).sheets
  return new Map(entries.map(({ name, relation }) => [name, notesOfSheet(source, sheets.get(relation) ?? '', persons)]))
}
