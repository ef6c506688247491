/** Where probes work: temporary tabs, a name and files, told by names that nobody else gives; and how they go away. */
import { pasteTab } from '../../words/actions'
import { selfTestWords as words, temporaryNames } from '../../words/self-test'
import { madeOf, ownFiles } from '../drive'
import type { Spreadsheet } from '../sheet-handle'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Range = GoogleAppsScript.Spreadsheet.Range
type NamedRange = GoogleAppsScript.Spreadsheet.NamedRange

const { tabNames, rangeName, fileName } = temporaryNames

const temporary: readonly string[] = [...Object.values(tabNames), pasteTab]

/** Without a full stop: it goes on in a sentence. */
export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/[.。]+$/, '')

export interface TestFile {
  mimeType: string
  content: GoogleAppsScript.Base.Blob
}

export class Site {
  readonly spreadsheet: Spreadsheet = SpreadsheetApp.getActive()
  private main: Sheet | null = null
  private lastRow = 0

  /** A tab that stays until the end. */
  get tab(): Sheet {
    return (this.main ??= this.newTab(tabNames.main))
  }

  newTab(name: string): Sheet {
    return this.spreadsheet.insertSheet(name, this.spreadsheet.getSheets().length)
  }

  /** A cell of its own for each probe, in column A. */
  cell(): Range {
    this.lastRow += 1
    return this.tab.getRange(this.lastRow, 1)
  }

  /** The name that a probe has given. */
  named(): NamedRange | undefined {
    return this.spreadsheet.getNamedRanges().find((one) => one.getName() === rangeName)
  }

  /** On Drive; its id. */
  newFile({ mimeType, content }: TestFile): string {
    const appProperties = madeOf(this.spreadsheet.getId())
    const { id } = filesOfDrive().create({ name: fileName, mimeType, appProperties }, content, { fields: 'id' })
    if (!id) throw new Error(words.nothing)
    return id
  }

  /**
   * Takes away what this run has made, and what an earlier one has left that Google stopped. Gives what could not be
   * taken away.
   */
  clean(): string[] {
    console.info(`${words.title} clean`)
    return [
      ...listed(words.rangeNamed(rangeName), () => this.cleanNames()),
      ...listed(words.tabNamed(tabNames.main), () => this.cleanTabs()),
      ...this.cleanFiles(),
    ]
  }

  /** Among the files that the script knows as its own. */
  lists(id: string): boolean {
    return ownFiles(this.spreadsheet.getId()).some((file) => file.id === id)
  }

  /** As the person reads the clock and the cells. */
  get zone(): string {
    return this.spreadsheet.getSpreadsheetTimeZone()
  }

  private cleanTabs(): string[] {
    return temporary.flatMap((name) => {
      const sheet = this.spreadsheet.getSheetByName(name)
      return sheet ? attempt(words.tabNamed(name), () => this.spreadsheet.deleteSheet(sheet)) : []
    })
  }

  /** Google names a copied tab's names after that tab: all that end so are ours. */
  private cleanNames(): string[] {
    const names = this.spreadsheet.getNamedRanges().filter((one) => one.getName().endsWith(rangeName))
    return names.flatMap((one) => attempt(words.rangeNamed(rangeName), () => one.remove()))
  }

  private cleanFiles(): string[] {
    return this.fileIds().flatMap((id) => attempt(words.fileNamed(fileName), () => binFile(id)))
  }

  /** Without Drive there are no files either: a refusal leaves nothing behind. */
  private fileIds(): string[] {
    try {
      const files = ownFiles(this.spreadsheet.getId())
      return files.flatMap(({ id, name }) => (id && name === fileName ? [id] : []))
    } catch {
      return []
    }
  }
}

export function filesOfDrive(): NonNullable<typeof Drive>['Files'] {
  if (!Drive) throw new Error(words.nothing)
  return Drive.Files
}

export const binFile = (id: string): unknown => filesOfDrive().update({ trashed: true }, id)

/** Where not even the list of what is there can be had, all of it may be left. */
function listed(what: string, work: () => string[]): string[] {
  try {
    return work()
  } catch (error) {
    return [failed(what, error)]
  }
}

const failed = (what: string, error: unknown): string => `${what}（${messageOf(error)}）`

function attempt(what: string, work: () => unknown): string[] {
  try {
    work()
    return []
  } catch (error) {
    return [failed(what, error)]
  }
}
