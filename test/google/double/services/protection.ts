import type { Protection, Sheet } from '../../../../src/desk/book'
import { chained, guard } from './guard'
import type { Has } from './kinds'
import { insideRange } from './range'

type GoogleProtection = GoogleAppsScript.Spreadsheet.Protection

/** Of a whole tab. Nothing in the double is refused for it: the bundle's locks warn only. */
class DoubleProtection implements Pick<GoogleProtection, Has<'Protection'>> {
  constructor(
    private readonly sheet: Sheet,
    private readonly protection: Protection,
  ) {}

  setWarningOnly(warningOnly: boolean): GoogleProtection {
    this.protection.warningOnly = warningOnly
    return chained(this)
  }
  setUnprotectedRanges(ranges: GoogleAppsScript.Spreadsheet.Range[]): GoogleProtection {
    this.protection.open = ranges.map((range) => {
      const { sheet, area } = insideRange(range, 'setUnprotectedRanges')
      if (sheet !== this.sheet) throw new Error('Unprotected ranges must be on the protected sheet.')
      return area
    })
    return chained(this)
  }
}

export const protectionFace = (sheet: Sheet, protection: Protection): GoogleProtection =>
  guard('Protection', new DoubleProtection(sheet, protection))

/** A tab has at most one protection of its own: asked again, the one it has. */
export function protectionOf(sheet: Sheet): GoogleProtection {
  const before = sheet.protections.find(({ area }) => !area)
  const protection = before ?? { open: [], description: '', warningOnly: false }
  if (!before) sheet.protections.push(protection)
  return protectionFace(sheet, protection)
}
