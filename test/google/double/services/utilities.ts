import { bytesOfBase64, bytesOfText } from './bytes'
import { badArguments, guard } from './guard'
import type { Has } from './kinds'
import { formatMoment } from './time'

type GoogleBlob = GoogleAppsScript.Base.Blob

/** A script hands it on and asks it nothing. */
export class DoubleBlob {
  constructor(
    readonly bytes: readonly number[],
    readonly contentType: string,
  ) {}
}

/** Google takes signed bytes only. */
function checkedBytes(data: unknown): number[] {
  const bytes: unknown[] = Array.isArray(data) ? data : []
  const areBytes = bytes.every((byte) => Number.isInteger(byte) && Number(byte) >= -128 && Number(byte) <= 127)
  if (!Array.isArray(data) || !areBytes) throw badArguments('Utilities.newBlob')
  return data as number[]
}

export class DoubleUtilities implements Pick<GoogleAppsScript.Utilities.Utilities, Has<'Utilities'>> {
  newBlob(data: unknown, contentType = 'application/octet-stream'): GoogleBlob {
    const bytes = typeof data === 'string' ? bytesOfText(data) : checkedBytes(data)
    return guard('Blob', new DoubleBlob(bytes, contentType))
  }
  base64Decode(encoded: string): number[] {
    return bytesOfBase64(encoded)
  }
  formatDate(date: { getTime(): number }, timeZone: string, format: string): string {
    return formatMoment(new Date(date.getTime()), timeZone, format)
  }
}
