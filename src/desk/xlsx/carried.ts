import type { Comment, Protection } from '../book'

/** The very hidden sheet that holds what .xlsx has no place for. LibreOffice, Excel and WPS keep it. */
export const CARRIED_SHEET = '_nianbao'

const MARKER = 'nianbao'
const FORMAT = '1'

export interface CarriedSheet {
  id: number
  name: string
  rows: number
  columns: number
  protections: Protection[]
}

/** What travels with the workbook beside its cells. */
export interface Carried {
  title: string
  sheets: CarriedSheet[]
  properties: Record<string, string>
  /** Absent where there are none, and in files from before there were any. */
  comments?: Comment[]
}

/** One row of texts: the marker, then the JSON cut into cells, because a cell of .xlsx holds 32,767 characters. */
export function carriedRow(carried: Carried): string[] {
  return [MARKER, FORMAT, ...(JSON.stringify(carried).match(/.{1,16000}/gsu) ?? [])]
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function isCarriedSheet(value: unknown): value is CarriedSheet {
  return (
    isRecord(value) &&
    typeof value['name'] === 'string' &&
    ['id', 'rows', 'columns'].every((key) => Number.isInteger(value[key])) &&
    Array.isArray(value['protections'])
  )
}

function isComment(value: unknown): value is Comment {
  return isRecord(value) && typeof value['id'] === 'string' && Array.isArray(value['entries'])
}

function isCarried(value: unknown): value is Carried {
  return (
    isRecord(value) &&
    typeof value['title'] === 'string' &&
    Array.isArray(value['sheets']) &&
    value['sheets'].every(isCarriedSheet) &&
    isRecord(value['properties']) &&
    Object.values(value['properties']).every((text) => typeof text === 'string') &&
    (value['comments'] === undefined || (Array.isArray(value['comments']) && value['comments'].every(isComment)))
  )
}

/** What `carriedRow` wrote; null if the row is not ours or was edited by hand. No figure is lost then. */
export function readCarried([marker, format, ...chunks]: readonly string[]): Carried | null {
  if (marker !== MARKER || format !== FORMAT) return null
  try {
    const value: unknown = JSON.parse(chunks.join(''))
    return isCarried(value) ? value : null
  } catch {
    return null
  }
}
