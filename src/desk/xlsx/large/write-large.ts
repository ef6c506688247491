import { Workbook } from '@cj-tech-master/excelts'
import type { Style, Worksheet } from '@cj-tech-master/excelts'
import { strFromU8, unzipSync } from 'fflate'
import { eachCell } from '../../book'
import { withRoomyNotes } from '../note-boxes'
import { toFileStyle } from '../styles'
import { fileStyleOf, writeSheet } from '../write-sheet'
import { copied } from './copied'
import { piecesOf } from './tab-pieces'
import type { Tab } from './tab-pieces'
import { ZipFile } from './zip-file'

type FileStyle = Partial<Style>

const STYLES = 'xl/styles.xml'
const TEXTS = 'xl/sharedStrings.xml'
const PIECE = 'xl/worksheets/sheet2.xml'
const OF_A_PIECE = [STYLES, TEXTS, PIECE]
const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/
const ROWS = /<sheetData(?:\/>|>([^]*)<\/sheetData>)/
const DIMENSION = /<dimension [^<>]*>/
const LINE = 1000

/** Every look of the file, in an order that stays: by it the library numbers them. */
function stylesOf(tabs: readonly Tab[]): FileStyle[] {
  const styles = new Set([toFileStyle({}, true), toFileStyle({}, false)])
  for (const { sheet } of tabs) {
    eachCell(sheet.cells, (cell, row, column) => styles.add(fileStyleOf(sheet, cell, row, column)))
  }
  return [...styles]
}

/** Writes a cell of each look before all others, so that in every workbook of the library it has the same number. */
function writeSamples(target: Worksheet, styles: readonly FileStyle[]): void {
  styles.forEach((style, at) => {
    target.getCell(Math.floor(at / LINE) + 1, (at % LINE) + 1).style = style
  })
}

function clearStyles(workbook: Workbook): void {
  for (const sheet of workbook.worksheets) {
    sheet.eachRow({ includeEmpty: true }, (row) => row.eachCell({ includeEmpty: true }, (cell) => (cell.style = {})))
  }
}

type Files = Record<string, Uint8Array>

const textOf = (files: Files, name: string): string => (files[name] ? strFromU8(files[name]) : '')

/** Texts that cells share, each once, in the order of their first use. */
class Texts {
  private readonly numbers = new Map<string, number>()
  private uses = 0

  /** Rows whose texts have numbers in the whole workbook, from rows with numbers among `own`. */
  renumbered(rows: string, own: string): string {
    const numbers = (own.match(/<si>[^]*?<\/si>|<si\/>/g) ?? []).map((item) => this.numberOf(item))
    return rows.replace(/( t="s"><v>)(\d+)(?=<\/v>)/g, (_, start: string, number: string) => {
      this.uses += 1
      return start + String(numbers[Number(number)])
    })
  }

  *xml(): Generator<string> {
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    yield `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.uses}" uniqueCount="${this.numbers.size}">`
    yield* this.numbers.keys()
    yield '</sst>'
  }

  private numberOf(item: string): number {
    const known = this.numbers.get(item)
    if (known !== undefined) return known
    this.numbers.set(copied(item), this.numbers.size)
    return this.numbers.size - 1
  }
}

/** Writes tabs piece by piece, each as the library writes a small workbook. */
class LargeWriter {
  readonly texts = new Texts()

  constructor(
    private readonly names: ReadonlyMap<number, string>,
    private readonly styles: readonly FileStyle[],
    /** The part that numbers the looks. */
    private readonly numbered: string,
    private readonly most: number,
  ) {}

  /** The XML of a sheet: `frame` is the sheet without its rows. */
  async *sheet(frame: string, tab: Tab): AsyncGenerator<string> {
    const rows = ROWS.exec(frame)
    const end = rows ? rows.index + rows[0].length : frame.length
    // How far the sheet reaches would stand before its rows, and may be left out.
    yield frame.slice(0, rows?.index).replace(DIMENSION, '')
    yield '<sheetData>'
    for (const piece of piecesOf(tab, this.most)) yield await this.rows(piece)
    yield '</sheetData>'
    yield frame.slice(end)
  }

  private async rows(piece: Tab): Promise<string> {
    const workbook = new Workbook()
    writeSamples(workbook.addWorksheet('1'), this.styles)
    writeSheet(workbook.addWorksheet('2'), piece.sheet, this.names, piece.comments)
    const xlsx = await workbook.xlsx.writeBuffer({ zip: { level: 0 } })
    const files = unzipSync(xlsx, { filter: ({ name }) => OF_A_PIECE.includes(name) })
    if (textOf(files, STYLES) !== this.numbered) throw new Error('A piece of the workbook numbers its looks otherwise')
    const rows = ROWS.exec(textOf(files, PIECE))?.[1] ?? ''
    return this.texts.renumbered(rows, textOf(files, TEXTS))
  }
}

/** The workbook of the library without rows, whose looks have the numbers that they have in each piece. */
async function frameFiles(workbook: Workbook, styles: readonly FileStyle[]): Promise<Files> {
  clearStyles(workbook)
  const [first] = workbook.worksheets
  if (first) writeSamples(first, styles)
  return unzipSync(await workbook.xlsx.writeBuffer({ zip: { level: 0 } }))
}

/**
 * The bytes of a workbook, of which `workbook` has everything but the rows of its tabs. `tabs` are all of them in order,
 * `names` those of the book by id.
 */
export async function xlsxByPieces(
  workbook: Workbook,
  tabs: readonly Tab[],
  names: ReadonlyMap<number, string>,
  most: number,
): Promise<Uint8Array> {
  const styles = stylesOf(tabs)
  const files = await frameFiles(workbook, styles)
  const writer = new LargeWriter(names, styles, textOf(files, STYLES), most)
  const zip = new ZipFile()
  for (const [name, bytes] of Object.entries(files)) {
    const tab = tabs[Number(SHEET.exec(name)?.[1]) - 1]
    if (tab) await zip.addTexts(name, writer.sheet(strFromU8(bytes), tab))
    else if (name !== TEXTS) zip.add(name, withRoomyNotes(name, bytes))
  }
  await zip.addTexts(TEXTS, writer.texts.xml())
  return zip.bytes()
}
