import type { Protection, Sheet } from '../book'
import { ProtectionType } from './enums'
import { faces } from './faces'
import { chained, guard } from './guard'
import type { Has } from './kinds'
import { insideRange, rangeFace } from './range'
import { userFace } from './session'
import { running } from './running'

type GoogleProtection = GoogleAppsScript.Spreadsheet.Protection

/** On the desk a lock holds for everyone who types, whoever the editors are; scripts pass it as the owner would. */
class DeskProtection implements Pick<GoogleProtection, Has<'Protection'>> {
  constructor(
    private readonly sheet: Sheet,
    private readonly protection: Protection,
  ) {}

  getDescription(): string {
    return this.protection.description
  }
  setDescription(description: string): GoogleProtection {
    this.protection.description = description
    return chained(this)
  }
  isWarningOnly(): boolean {
    return this.protection.warningOnly
  }
  setWarningOnly(warningOnly: boolean): GoogleProtection {
    this.protection.warningOnly = warningOnly
    return chained(this)
  }
  getProtectionType(): GoogleAppsScript.Spreadsheet.ProtectionType {
    return this.protection.area ? ProtectionType.RANGE : ProtectionType.SHEET
  }
  /** A whole tab's range has no notation. */
  getRange(): GoogleAppsScript.Spreadsheet.Range {
    const { rows, columns } = this.sheet
    const { area } = this.protection
    return area ? rangeFace(this.sheet, area) : rangeFace(this.sheet, { row: 1, column: 1, rows, columns }, '')
  }
  setRange(range: GoogleAppsScript.Spreadsheet.Range): GoogleProtection {
    this.protection.area = insideRange(range, 'setRange').area
    return chained(this)
  }
  getUnprotectedRanges(): GoogleAppsScript.Spreadsheet.Range[] {
    return this.protection.open.map((area) => rangeFace(this.sheet, area))
  }
  setUnprotectedRanges(ranges: GoogleAppsScript.Spreadsheet.Range[]): GoogleProtection {
    if (this.protection.area) throw new Error('Only a protected sheet can have unprotected ranges.')
    this.protection.open = ranges.map((range) => {
      const { sheet, area } = insideRange(range, 'setUnprotectedRanges')
      if (sheet !== this.sheet) throw new Error('Unprotected ranges must be on the protected sheet.')
      return area
    })
    return chained(this)
  }
  remove(): void {
    this.sheet.protections = this.sheet.protections.filter((one) => one !== this.protection)
  }

  canEdit(): boolean {
    return true
  }
  canDomainEdit(): boolean {
    return false
  }
  getEditors(): GoogleAppsScript.Base.User[] {
    return this.protection.warningOnly ? [] : [userFace(running().setup.user)]
  }
  addEditor(): GoogleProtection {
    return chained(this)
  }
  addEditors(): GoogleProtection {
    return chained(this)
  }
  removeEditor(): GoogleProtection {
    return chained(this)
  }
  removeEditors(): GoogleProtection {
    return chained(this)
  }
  setDomainEdit(): GoogleProtection {
    return chained(this)
  }
}

export function protectionFace(sheet: Sheet, protection: Protection): GoogleProtection {
  return guard('Protection', new DeskProtection(sheet, protection))
}

export function protectionsOf(sheet: Sheet, ofSheet: boolean): GoogleProtection[] {
  return sheet.protections.filter(({ area }) => !area === ofSheet).map((one) => protectionFace(sheet, one))
}

faces.protection = protectionFace
