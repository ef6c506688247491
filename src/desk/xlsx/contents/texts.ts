/** Texts of cells, which many cells share, with the looks of their runs. */
import { takeFontPart } from './fonts'
import type { FontLook } from './fonts'
import { scanXml } from './scan'
import type { Pieces } from './scan'

export interface Run {
  text: string
  /** Absent where it is the cell's. */
  font?: FontLook
}

/** A text of one look, or runs of several. */
export type CellText = string | readonly Run[]

/** Characters that XML cannot hold. */
const ESCAPED = /_x([0-9A-F]{4})_/g

const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** Gathers the text of a cell, or of a shared item, from its XML. How it is pronounced is left out. */
export class TextGathering implements Pieces {
  private plain = ''
  private runs: Run[] = []
  private run: Run | undefined
  private isInFont = false
  private isInText = false
  private isSpoken = false

  open(name: string, attributes: string): void {
    if (this.isInFont && this.run?.font) takeFontPart(this.run.font, name, attributes)
    else if (name === 't') this.isInText = !this.isSpoken
    else if (name === 'rPh') this.isSpoken = true
    else if (name === 'r') this.run = { text: '' }
    else if (name === 'rPr' && this.run) {
      this.run.font = {}
      this.isInFont = true
    }
  }

  text(text: string): void {
    if (!this.isInText) return
    if (this.run) this.run.text += text
    else this.plain += text
  }

  close(name: string): void {
    if (name === 't') this.isInText = false
    else if (name === 'rPh') this.isSpoken = false
    else if (name === 'rPr') this.isInFont = false
    else if (name === 'r' && this.run) {
      this.runs.push(this.run)
      this.run = undefined
    }
  }

  /** What was gathered; the next one begins anew. */
  take(): CellText {
    const { plain, runs } = this
    this.plain = ''
    this.runs = []
    if (runs.length === 0) return unescaped(plain)
    return runs.map((run) => ({ ...run, text: unescaped(run.text) }))
  }
}

/** The shared texts of a workbook, in their order. */
export function readTexts(xml: string): CellText[] {
  const texts: CellText[] = []
  const gathering = new TextGathering()
  scanXml(xml, {
    open: (name, attributes) => gathering.open(name, attributes),
    text: (text) => gathering.text(text),
    close: (name) => {
      gathering.close(name)
      if (name === 'si') texts.push(gathering.take())
    },
  })
  return texts
}
