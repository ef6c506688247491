/** The records of the stream that holds a workbook up to Excel 2003 (BIFF8, [MS-XLS]). */

/** Only the kinds that are read. */
export const KIND = {
  formula: 0x06,
  end: 0x0a,
  externalSheets: 0x17,
  name: 0x18,
  dateMode: 0x22,
  locked: 0x2f,
  font: 0x31,
  more: 0x3c,
  column: 0x7d,
  sheet: 0x85,
  palette: 0x92,
  manyNumbers: 0xbd,
  rich: 0xd6,
  look: 0xe0,
  merges: 0xe5,
  texts: 0xfc,
  textOf: 0xfd,
  book: 0x1ae,
  number: 0x203,
  text: 0x204,
  truth: 0x205,
  result: 0x207,
  row: 0x208,
  shortNumber: 0x27e,
  format: 0x41e,
  begin: 0x809,
} as const

export interface RawRecord {
  kind: number
  data: Uint8Array
}

const HEAD = 4

/** From a place on, in order; the last one may be cut off. */
export function* recordsFrom(stream: Uint8Array, start: number): Generator<RawRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.length)
  for (let at = start; at + HEAD <= stream.length;) {
    const size = view.getUint16(at + 2, true)
    yield { kind: view.getUint16(at, true), data: stream.subarray(at + HEAD, at + HEAD + size) }
    at += HEAD + size
  }
}

/** Reads numbers and texts one after the other, over records that go on in others. Beyond the end all is 0. */
export class Cursor {
  at = 0
  private segment = 0

  constructor(private readonly segments: readonly Uint8Array[]) {}

  get isAtEnd(): boolean {
    this.settle()
    return this.segment >= this.segments.length
  }

  byte(): number {
    this.settle()
    const value = this.segments[this.segment]?.[this.at] ?? 0
    this.at += 1
    return value
  }

  word(): number {
    return this.byte() | (this.byte() << 8)
  }

  long(): number {
    return (this.word() | (this.word() << 16)) >>> 0
  }

  double(): number {
    const bytes = Uint8Array.from({ length: 8 }, () => this.byte())
    return new DataView(bytes.buffer).getFloat64(0, true)
  }

  skip(count: number): void {
    for (let left = count; left > 0 && !this.isAtEnd;) {
      const step = Math.min(left, (this.segments[this.segment]?.length ?? 0) - this.at)
      this.at += step
      left -= step
    }
  }

  /** So many characters, each of one byte or two. Where they go on in another record, its first byte says which. */
  characters(count: number, isWide: boolean): string {
    let wide = isWide
    let text = ''
    for (let left = count; left > 0; left -= 1) {
      const segment = this.segments[this.segment]
      if (segment && this.at >= segment.length) {
        this.settle()
        if (this.segment >= this.segments.length) break
        wide = (this.byte() & 1) === 1
      }
      text += String.fromCharCode(wide ? this.word() : this.byte())
    }
    return text
  }

  private settle(): void {
    while (this.segment < this.segments.length && this.at >= (this.segments[this.segment]?.length ?? 0)) {
      this.segment += 1
      this.at = 0
    }
  }
}
