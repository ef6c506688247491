import { bytesOfText, fromBase64, textOfBytes, toBase64 } from './bytes'
import { badArguments, chained, guard } from './guard'
import type { Has } from './kinds'
import { formatMoment } from './time'

type GoogleBlob = GoogleAppsScript.Base.Blob

export class DeskBlob implements Pick<GoogleBlob, Has<'Blob'>> {
  constructor(
    private readonly bytes: readonly number[],
    private contentType: string | null,
    private name: string | null,
  ) {}

  /** Signed, -128 to 127. */
  getBytes(): number[] {
    return [...this.bytes]
  }
  getContentType(): string | null {
    return this.contentType
  }
  setContentType(contentType: string | null): GoogleBlob {
    this.contentType = contentType
    return chained(this)
  }
  getDataAsString(): string {
    return textOfBytes(this.bytes)
  }
  getName(): string | null {
    return this.name
  }
  setName(name: string): GoogleBlob {
    this.name = name
    return chained(this)
  }
}

/** Google takes signed bytes only. */
function checkedBytes(data: unknown): number[] {
  const bytes: unknown[] = Array.isArray(data) ? data : []
  const areBytes = bytes.every((byte) => Number.isInteger(byte) && Number(byte) >= -128 && Number(byte) <= 127)
  if (!Array.isArray(data) || !areBytes) throw badArguments('Utilities.newBlob')
  return data as number[]
}

export class DeskUtilities implements Pick<GoogleAppsScript.Utilities.Utilities, Has<'Utilities'>> {
  newBlob(data: unknown, contentType?: string, name?: string): GoogleBlob {
    const isText = typeof data === 'string'
    const bytes = isText ? bytesOfText(data) : checkedBytes(data)
    return guard('Blob', new DeskBlob(bytes, contentType ?? (isText ? 'text/plain' : null), name ?? null))
  }
  base64Encode(data: number[] | string): string {
    return toBase64(typeof data === 'string' ? bytesOfText(data) : data)
  }
  base64Decode(encoded: string): number[] {
    return fromBase64(encoded)
  }
  formatDate(date: { getTime(): number }, timeZone: string, format: string): string {
    return formatMoment(new Date(date.getTime()), timeZone, format)
  }
  getUuid(): string {
    return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (letter) => {
      const digit = Math.floor(Math.random() * 16)
      return (letter === 'x' ? digit : (digit & 3) | 8).toString(16)
    })
  }
  /** Nothing to wait for on the desk. */
  sleep(milliseconds: number): void {
    if (!(milliseconds >= 0 && milliseconds <= 300_000)) throw badArguments('Utilities.sleep')
  }
}
