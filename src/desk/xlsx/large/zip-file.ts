import { strToU8, Zip, ZipDeflate } from 'fflate'
import { FIXED_TIME } from '../note-boxes'

/** A zip file that grows part by part, and each part text by text. */
export class ZipFile {
  private readonly chunks: Uint8Array[] = []
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error
    this.chunks.push(chunk)
  })

  add(name: string, bytes: Uint8Array): void {
    this.open(name).push(bytes, true)
  }

  /** A part whose texts come one after the other. */
  async addTexts(name: string, texts: AsyncIterable<string> | Iterable<string>): Promise<void> {
    const part = this.open(name)
    for await (const text of texts) if (text !== '') part.push(strToU8(text))
    part.push(new Uint8Array(), true)
  }

  bytes(): Uint8Array {
    this.zip.end()
    return Buffer.concat(this.chunks)
  }

  private open(name: string): ZipDeflate {
    const part = new ZipDeflate(name, { level: 6 })
    part.mtime = FIXED_TIME
    this.zip.add(part)
    return part
  }
}
