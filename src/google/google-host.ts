/** Google's side of a command: the spreadsheet that the script is bound to, its dialogs, and files on Drive. */
import { parseArea, tabsToRead } from '../actions'
import type {
  Dialog,
  Host,
  MadeFile,
  OpenComments,
  OutputFile,
  ReadRequest,
  ReadTab,
  ReadValue,
  Stamp,
  SelectedCell,
  TabArea,
  TabKey,
  TabSnapshot,
  WorkbookRead,
  WorkbookSettings,
  Write,
} from '../actions'
import { applyWrites } from './apply-writes'
import { openComments, ownFiles, saveFiles } from './drive'
import { documentProperties } from './document-properties'
import type { DriveFile } from './drive-files'
import { alone } from './lock'
import { address } from './person'
import { currentStamp } from './stamp'
import { readValues, sheetsOf, type SheetHandle } from './sheet-handle'

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet
type NamedRange = GoogleAppsScript.Spreadsheet.NamedRange
type Range = GoogleAppsScript.Spreadsheet.Range

/** Tells a new spreadsheet by one call instead of six: its only tab holds nothing that could be read. */
function isNew(sheets: ReadonlyMap<string, SheetHandle>): boolean {
  const [only] = sheets.values()
  return sheets.size === 1 && only?.sheet.getLastRow() === 0
}

/**
 * Where a named range is now; null for one whose cells were deleted. It stays listed, and Google does not say what it
 * gives then: an error, nothing, or `#REF!`. A range's tab is told by its id: its name would take two calls for each.
 */
function namedArea(named: NamedRange, tabs: ReadonlyMap<number, string>): WorkbookRead['names'][number] | null {
  try {
    const range = named.getRange() as Range | null
    const area = range && parseArea(range.getA1Notation())?.area
    const tab = area && tabs.get(range.getGridId())
    return area && typeof tab === 'string' ? { name: named.getName(), tab, area } : null
  } catch {
    return null
  }
}

/** One for each step of a command: handles and named ranges are got once, at their first use. */
export class GoogleHost implements Host {
  private readonly spreadsheet: Spreadsheet = SpreadsheetApp.getActive()
  private knownSheets: Map<string, SheetHandle> | null = null
  private knownNames: WorkbookRead['names'] | null = null
  private knownZone: string | null = null
  private knownFiles: DriveFile[] | null = null

  read(request: ReadRequest): WorkbookRead {
    const { sheets } = this
    const isBlank = isNew(sheets)
    const names = isBlank ? [] : this.names
    const readable = isBlank ? [] : [...sheets.keys()]
    const wanted = (keys: readonly TabKey[] = []) => new Set(keys.length > 0 ? tabsToRead(readable, names, keys) : [])
    const [values, formulas, relative, notes, sizes] = [
      wanted(request.values),
      wanted(request.formulas),
      wanted(request.formulasR1C1),
      wanted(request.notes),
      wanted(request.sizes),
    ]
    const tabs = [...sheets].map(([name, sheet]): ReadTab => ({
      name,
      values: values.has(name) ? readValues(sheet.whole, this.zone) : [],
      ...(formulas.has(name) && { formulas: sheet.whole.getFormulas() }),
      ...(relative.has(name) && { formulasR1C1: sheet.whole.getFormulasR1C1().map((line) => line.map(textOf)) }),
      ...(notes.has(name) && { notes: sheet.whole.getNotes() }),
      ...(sizes.has(name) && { size: sheet.size }),
    }))
    return {
      tabs,
      names,
      ids: request.ids ? Object.fromEntries([...sheets].map(([name, sheet]) => [name, sheet.id])) : {},
      properties: request.properties ? documentProperties().getProperties() : {},
      selected: request.selected ? this.selectedCell() : null,
      settings: request.settings ? this.settings() : null,
    }
  }

  /** Flushes what was written before: formulas may have other results now. */
  readAgain(tabs: readonly string[]): Map<string, ReadValue[][]> {
    SpreadsheetApp.flush()
    return new Map(
      tabs.flatMap((name) => {
        const sheet = this.sheets.get(name)
        return sheet ? [[name, readValues(sheet.whole, this.zone)] as const] : []
      }),
    )
  }

  readTabs(ids: readonly number[]): Map<number, TabSnapshot> {
    const valuesOf = (sheet: SheetHandle) => (ids.includes(sheet.id) ? readValues(sheet.whole, this.zone) : [])
    return new Map([...this.sheets].map(([name, sheet]) => [sheet.id, { name, values: valuesOf(sheet) }]))
  }

  readFormulas(areas: readonly TabArea[]): string[][][] {
    return areas.map(
      ({ tab, row, column, rows, columns }) =>
        this.sheets
          .get(tab)
          ?.sheet.getRange(row, column, rows, columns)
          .getFormulasR1C1()
          .map((line) => line.map(textOf)) ?? [],
    )
  }

  apply(writes: readonly Write[]): void {
    applyWrites(this.spreadsheet, this.knownSheets ?? new Map(), writes)
  }

  tell(message: string, title: string): void {
    this.spreadsheet.toast(message, title)
  }

  show({ kind, title, html, width, height }: Dialog): void {
    const page = HtmlService.createHtmlOutput(html)
    if (kind === 'sidebar') {
      SpreadsheetApp.getUi().showSidebar(page.setTitle(title))
      return
    }
    if (width !== undefined) page.setWidth(width)
    if (height !== undefined) page.setHeight(height)
    SpreadsheetApp.getUi().showModalDialog(page, title)
  }

  select(tab: string, cell: string): boolean {
    const sheet = this.spreadsheet.getSheetByName(tab)
    sheet?.getRange(cell).activate()
    return sheet !== null
  }

  openComments(named: readonly MadeFile[], renewed: readonly string[]): OpenComments {
    return openComments({ spreadsheet: this.spreadsheet.getId(), present: this.files, named, renewed })
  }

  save(files: readonly OutputFile[]): MadeFile[] {
    const present = this.files
    this.knownFiles = null
    return saveFiles(files, present, this.spreadsheet.getId())
  }

  driveOwner(): string {
    return address()
  }

  stamp(): Stamp {
    return currentStamp(this.zone())
  }

  alone<T>(action: string, work: () => T, interrupted: (action: string, cause: string) => string): T {
    return alone(action, work, interrupted)
  }

  /** The script's own on Drive. */
  private get files(): DriveFile[] {
    return (this.knownFiles ??= ownFiles(this.spreadsheet.getId()))
  }

  private get sheets(): Map<string, SheetHandle> {
    return (this.knownSheets ??= sheetsOf(this.spreadsheet))
  }

  private get names(): WorkbookRead['names'] {
    return (this.knownNames ??= this.readNames())
  }

  private readNames(): WorkbookRead['names'] {
    const all = this.spreadsheet.getNamedRanges()
    const tabs = new Map(all.length > 0 ? [...this.sheets].map(([name, { id }]) => [id, name]) : [])
    return all.flatMap((named) => namedArea(named, tabs) ?? [])
  }

  private settings(): WorkbookSettings {
    const { spreadsheet } = this
    return { id: spreadsheet.getId(), locale: spreadsheet.getSpreadsheetLocale(), timeZone: this.zone() }
  }

  /** Cells show days by the spreadsheet's zone, whatever the script's is. */
  private readonly zone = (): string => (this.knownZone ??= this.spreadsheet.getSpreadsheetTimeZone())

  private selectedCell(): SelectedCell | null {
    const cell = this.spreadsheet.getCurrentCell() as Range | null
    return cell && { tab: cell.getSheet().getName(), row: cell.getRow(), column: cell.getColumn() }
  }
}

/** Cells without a formula come as null from some of Google's calls. */
const textOf = (formula: string | null): string => formula ?? ''
