/** What stands around the rows of a sheet and bears on them. */
import { parseArea } from '../../../workbook'
import type { Area } from '../../../workbook'
import { attributeOf } from '../contents/scan'
import { isWithin } from './rows'
import type { Rows } from './rows'

interface Placed<T> {
  area: Area
  what: T
}

const MERGE = /<mergeCell(?=[\s/>])[^<>]*>/g

function placed(xml: string, pattern: RegExp): Placed<string>[] {
  return [...xml.matchAll(pattern)].flatMap(([tag]) => {
    const area = parseArea(attributeOf(tag, 'ref') ?? '')?.area
    return area ? [{ area, what: tag }] : []
  })
}

const closed = (tag: string): string => (tag.endsWith('/>') ? tag : `${tag.slice(0, -1)}/>`)

function within(all: readonly Placed<string>[], rows: Rows): string[] {
  return all.filter(({ area }) => isWithin(rows, area.row)).map(({ what }) => closed(what))
}

/** The sheet of a piece: what stands before the rows as it is, and those merged areas that begin in them. */
export class Around {
  private readonly before: string
  private readonly merged: Placed<string>[]

  constructor(sheet: string) {
    this.before = sheet.slice(0, Math.max(sheet.search(/<sheetData(?=[\s/>])|<\/worksheet>/), 0))
    this.merged = placed(sheet, MERGE)
  }

  get merges(): Area[] {
    return this.merged.map(({ area }) => area)
  }

  sheet(rows: Rows, xml: string): string {
    const merges = within(this.merged, rows)
    return [
      `${this.before}<sheetData>${xml}</sheetData>`,
      ...(merges.length > 0 ? [`<mergeCells>${merges.join('')}</mergeCells>`] : []),
      '</worksheet>',
    ].join('')
  }
}
