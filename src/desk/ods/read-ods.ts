/** Reading an OpenDocument spreadsheet (.ods) for its report. */
import { strFromU8 } from 'fflate'
import { markupTokens, openZip, UnreadableSourceError } from '../../intake'
import { parseArea } from '../../workbook'
import type { NamedArea } from '../book'
import { contentsOf } from '../xlsx/contents'
import type { Contents, TabSource } from '../xlsx/contents'
import { unpacking } from '../xlsx/unpacking'
import type { Attributes } from './elements'
import { Styles } from './styles'
import { TableReader } from './table-reader'

/** A report has some hundred kilobytes as XML. */
const MOST_BYTES = 32 * 1024 * 1024
const MOST_TABLES = 1000

type Piece = { kind: 'open'; name: string; attributes: Attributes } | { kind: 'close'; name: string } | string

/** The file's contents piece by piece, as the tables take them; an element without contents is closed at once. */
function* piecesOf(xml: string): Generator<Piece> {
  for (const token of markupTokens(xml)) {
    if (token.kind === 'text') yield token.text
    else yield token
    if (token.kind === 'open' && token.isEmpty) yield { kind: 'close', name: token.name }
  }
}

interface Table {
  name: string
  isHidden: boolean
  pieces: Piece[]
}

/** What stands in the file: its styles, tables and names. */
class OdsReader {
  readonly styles = new Styles()
  readonly tables: Table[] = []
  readonly names: { name: string; sheet: string; area: NamedArea['area'] }[] = []
  private depth = 0

  take(xml: string): void {
    for (const piece of piecesOf(xml)) {
      if (this.depth > 0) this.takeInTable(piece)
      else if (typeof piece !== 'string') this.takeOutside(piece)
    }
  }

  private takeOutside(piece: Exclude<Piece, string>): void {
    if (piece.kind === 'close') this.styles.close(piece.name)
    else if (piece.name === 'table:table') this.begin(piece.attributes)
    else if (piece.name === 'table:named-range') this.takeName(piece.attributes)
    else this.styles.open(piece.name, piece.attributes)
  }

  private begin(attributes: Attributes): void {
    if (this.tables.length >= MOST_TABLES) throw new UnreadableSourceError('tooLarge')
    const isHidden = this.styles.isHiddenTable(attributes.get('table:style-name') ?? '')
    this.tables.push({ name: attributes.get('table:name') ?? '', isHidden, pieces: [] })
    this.depth = 1
  }

  /** A table may stand in a cell of another: its pieces are passed over. */
  private takeInTable(piece: Piece): void {
    const isTable = typeof piece !== 'string' && piece.name === 'table:table'
    if (isTable) this.depth += piece.kind === 'open' ? 1 : -1
    else if (this.depth === 1) this.tables[this.tables.length - 1]?.pieces.push(piece)
  }

  /** `$基本信息.$A$3:.$B$7` */
  private takeName(attributes: Attributes): void {
    const written = attributes.get('table:cell-range-address') ?? ''
    const at = written.lastIndexOf('.', written.includes(':') ? written.indexOf(':') : undefined)
    const sheet = written
      .slice(0, at)
      .replace(/^\$/, '')
      .replace(/^'(.*)'$/, '$1')
      .replaceAll("''", "'")
    const area = parseArea(written.slice(at + 1).replace(':.', ':'))?.area
    const name = attributes.get('table:name') ?? ''
    if (area && !name.startsWith('_xlnm')) this.names.push({ name, sheet, area })
  }
}

/** What stands in a spreadsheet. Throws an UnreadableSourceError, or an XlsxError as reading .xlsx does. */
export function readOds(bytes: Uint8Array): Contents {
  const zip = openZip(bytes, { left: MOST_BYTES }, unpacking)
  const textOf = (name: string): string => strFromU8(zip.part(name) ?? new Uint8Array())
  if (textOf('META-INF/manifest.xml').includes('encryption-data')) throw new UnreadableSourceError('encrypted')
  const reader = new OdsReader()
  reader.take(textOf('styles.xml'))
  reader.take(textOf('content.xml'))
  if (reader.tables.length === 0) throw new UnreadableSourceError('damaged')
  const sources = reader.tables.map(({ name, isHidden, pieces }): TabSource => {
    return {
      name,
      isHidden,
      read: (frame, isForeign) => {
        const table = new TableReader(reader.styles, isForeign)
        for (const piece of pieces) {
          if (typeof piece === 'string') table.text(piece)
          else if (piece.kind === 'open') table.open(piece.name, piece.attributes)
          else table.close(piece.name)
        }
        return table.tab(frame)
      },
    }
  })
  const namesIn = (ids: ReadonlyMap<string, number>): NamedArea[] =>
    reader.names.flatMap(({ name, sheet, area }) => {
      const id = ids.get(sheet)
      return id === undefined ? [] : [{ name, sheet: id, area }]
    })
  return contentsOf(sources, namesIn)
}
