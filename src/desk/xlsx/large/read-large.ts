import { Workbook } from '@cj-tech-master/excelts'
import type { Style, Worksheet } from '@cj-tech-master/excelts'
import { strFromU8, strToU8 } from 'fflate'
import type { CellStyle } from '../../book'
import { unreadable } from '../error'
import { prepared, WORKBOOK_PART } from '../prepare'
import { emptyLines, readLines } from '../read-lines'
import type { LineReader, Lines, Origin } from '../read-lines'
import { fromFileStyle } from '../styles'
import { Around } from './around'
import { copied } from './copied'
import { cutRows } from './cut-rows'
import type { Piece } from './cut-rows'
import type { LargeParts } from './parts'
import { SharedFormulas } from './shared-formulas'
import { withOwnTexts } from './texts'

type Files = Record<string, Uint8Array>

/** The looks are read anew with each piece: where they take more bytes than this, pieces are larger. */
const FEW_LOOKS = 100_000
const BYTES_A_CELL = 50
const MOST_FOR_LOOKS = 20_000

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`

const textOf = (part: Uint8Array | undefined): string => (part ? strFromU8(part) : '')

/** A workbook of one sheet, but for the sheet: looks and the way of counting days are those of the whole workbook. */
function frameOf(parts: Readonly<Files>): Files {
  const properties = /<workbookPr(?=[\s/>])[^<>]*>/.exec(textOf(parts[WORKBOOK_PART]))?.[0] ?? ''
  const sheets = '<sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets>'
  const closed = properties === '' || properties.endsWith('/>') ? properties : `${properties.slice(0, -1)}/>`
  const relations = [
    relation(1, 'worksheet', 'worksheets/sheet1.xml'),
    relation(2, 'sharedStrings', 'sharedStrings.xml'),
    relation(3, 'styles', 'styles.xml'),
  ].join('')
  return prepared({
    [WORKBOOK_PART]: strToU8(`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${closed}${sheets}</workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships xmlns="${PACKAGE}">${relations}</Relationships>`),
    ...(parts['xl/styles.xml'] && { 'xl/styles.xml': parts['xl/styles.xml'] }),
  })
}

async function loadedSheet(files: Files): Promise<Worksheet> {
  const workbook = new Workbook()
  // Whatever the library throws means the same to the user.
  await workbook.xlsx.loadFromFiles(files).catch(() => {
    throw unreadable('damaged')
  })
  const [sheet] = workbook.worksheets
  if (!sheet) throw unreadable('damaged')
  return sheet
}

/** The number of the part that a sheet was opened from, which `partsToOpen` has put there. */
const partOf = (opened: Worksheet): string => `xl/worksheets/sheet${opened.headerFooter.oddHeader ?? ''}.xml`

/** Equal looks as one object: of many cells they would take most of the memory. */
function sharedLooks(): (style: Partial<Style>) => CellStyle {
  const byStyle = new WeakMap<Partial<Style>, CellStyle>()
  const byText = new Map<string, CellStyle>()
  return (style) => {
    const known = byStyle.get(style)
    if (known) return known
    const made = fromFileStyle(style)
    const text = JSON.stringify(made)
    const look = byText.get(text) ?? made
    byText.set(text, look)
    byStyle.set(style, look)
    return look
  }
}

/** Reads the sheets of a workbook piece by piece, each as the library reads a small workbook. */
export class LargeReader {
  private readonly frame: Files
  private readonly texts: readonly string[]
  private readonly lookOf = sharedLooks()
  private readonly most: number

  constructor(
    private readonly large: LargeParts,
    private readonly parts: Readonly<Files>,
    most: number,
  ) {
    this.frame = frameOf(parts)
    const many = (parts['xl/styles.xml']?.length ?? 0) - FEW_LOOKS
    this.most = Math.max(most, Math.min(many / BYTES_A_CELL, MOST_FOR_LOOKS))
    this.texts = large.readTexts()
  }

  /** The rows of a sheet that the library has opened without them. */
  async lines(opened: Worksheet, origin: Origin): Promise<Lines> {
    const sheet = textOf(this.parts[partOf(opened)])
    const around = new Around(sheet)
    const formulas = new SharedFormulas()
    const lines = emptyLines()
    const reader = this.reader(opened, origin)
    for (const piece of cutRows(this.large.rows(sheet), around.merges, this.most)) {
      const before = formulas.before(piece.xml, piece.first)
      const read = await this.load(around, { ...piece, xml: before + piece.xml })
      const rows = (read.model.rows ?? []).filter(({ number }) => number >= piece.first)
      readLines(read, rows, reader, lines)
    }
    return lines
  }

  private reader(opened: Worksheet, origin: Origin): LineReader {
    const isProtected = opened.sheetProtection?.sheet === true
    return { ...origin, isProtected, lookOf: this.lookOf, own: copied }
  }

  private async load(around: Around, piece: Piece): Promise<Worksheet> {
    const { rows, texts } = withOwnTexts(piece.xml, this.texts)
    const sheet = prepared({ 'xl/worksheets/sheet1.xml': strToU8(around.sheet(piece, rows)) })
    return loadedSheet({
      ...this.frame,
      ...sheet,
      'xl/sharedStrings.xml': strToU8(texts),
    })
  }
}
