import { strFromU8, strToU8 } from 'fflate'
import type { openZip } from '../../../intake'
import type { PackageParts } from '../package'
import { unreadable } from '../error'
import { copied } from './copied'
import { itemsOf, ROWS, Splitter, TEXTS } from './splitter'

type Zip = ReturnType<typeof openZip>

/** Rows and texts, unpacked. They are never held together; but a trap of a few megabytes would go on for hours. */
const MOST_UNPACKED = 512 * 1024 * 1024
/** Rows, cells and texts. A cell takes some three hundred bytes as long as the workbook is open. */
const MOST_ITEMS = 4_000_000

const ROOT = /<(?:\w+:)?(worksheet|sst)\b/
export const ROWS_MARK = /<sheetData part="(\d+)"\/>/

/** What the files of a workbook come to, as it says itself. */
export function declaredXml(zip: Zip): number {
  return zip.names.filter((name) => /\.xml$/i.test(name)).reduce((sum, name) => sum + zip.declaredSize(name), 0)
}

/**
 * The parts of a large workbook: a sheet without its rows, and no texts, so that the library may load all of it; rows
 * and texts are read apart.
 */
export class LargeParts implements PackageParts {
  /** Names of the sheets' parts; an index of them stands in each sheet in place of its rows. */
  private readonly sheets: string[] = []
  private texts: string | undefined
  private unpacked = 0
  private items = 0

  constructor(private readonly zip: Zip) {}

  get names(): readonly string[] {
    return this.zip.names
  }

  part(name: string): Uint8Array | undefined {
    const root = ROOT.exec(this.start(name))?.[1]
    if (root === 'worksheet') return strToU8(this.withoutRows(name))
    if (root !== 'sst') return this.zip.part(name)
    this.texts = name
    return strToU8('<sst/>')
  }

  readTexts(): string[] {
    if (this.texts === undefined) return []
    const texts: string[] = []
    for (const block of new Splitter(TEXTS).blocks(this.counted(this.texts))) {
      this.count(block, ['<si'])
      for (const item of itemsOf(block, TEXTS)) texts.push(copied(item))
    }
    return texts
  }

  /** Blocks of whole rows of a sheet that came without them. */
  rows(sheet: string): Iterable<string> {
    const part = this.sheets[Number(ROWS_MARK.exec(sheet)?.[1])]
    return part === undefined ? [] : new Splitter(ROWS).blocks(this.zip.pieces(part, MOST_UNPACKED))
  }

  private *counted(name: string): Generator<Uint8Array> {
    for (const piece of this.zip.pieces(name, MOST_UNPACKED)) {
      this.unpacked += piece.length
      if (this.unpacked > MOST_UNPACKED) throw unreadable('tooLarge')
      yield piece
    }
  }

  private count(block: string, marks: readonly string[]): void {
    for (const mark of marks) {
      for (let at = block.indexOf(mark); at >= 0; at = block.indexOf(mark, at + mark.length)) this.items += 1
    }
    if (this.items > MOST_ITEMS) throw unreadable('tooLarge')
  }

  private start(name: string): string {
    if (!/\.xml$/i.test(name)) return ''
    const first = this.zip.pieces(name, MOST_UNPACKED).next()
    return first.done ? '' : strFromU8(first.value.subarray(0, 2000), true)
  }

  private withoutRows(name: string): string {
    const splitter = new Splitter(ROWS)
    for (const block of splitter.blocks(this.counted(name))) this.count(block, ['<row', '<c'])
    const { head, tail } = splitter
    const start = head.lastIndexOf('<sheetData')
    if (start < 0) return head + tail
    this.sheets.push(name)
    return `${head.slice(0, start)}<sheetData part="${this.sheets.length - 1}"/>${tail}`
  }
}
