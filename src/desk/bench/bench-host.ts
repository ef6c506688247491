/** The desk's side of a command: reads and writes go to the bench, what is said and shown is kept for the person. */
import type {
  Dialog,
  Host,
  MadeFile,
  OpenComments,
  OutputFile,
  ReadRequest,
  ReadRows,
  Stamp,
  SelectedCell,
  TabArea,
  TabSnapshot,
  WorkbookRead,
  Write,
} from '../../actions'
import { runWords } from '../../words/actions'
import { shownTime, yearOf } from '../book'
import type { Comment, Sheet } from '../book'
import { isFault } from '../fault'
import { applyWrites } from './apply-writes'
import type { Bench } from './bench'
import type { DeskFile, Shelf } from './files'
import { openCommentsOf } from './open-comments'
import { formulasR1C1Of, readBook, valuesOf } from './read'

export interface Circumstances {
  /** Name of the person; empty where it is not known. */
  user: string
  moment: Date
  /** Of the program. */
  version: string
  selected: SelectedCell | null
  /** Of the workbook; the bench has no newer ones. */
  comments: readonly Comment[]
}

/** The desk is set to China for good. */
const region = { locale: 'zh_CN', timeZone: 'Asia/Shanghai' }

export class BenchHost implements Host {
  readonly toasts: { title: string; message: string }[] = []
  readonly dialogs: Dialog[] = []
  readonly files: DeskFile[] = []

  constructor(
    private readonly bench: Bench,
    private readonly shelf: Shelf,
    private readonly about: Circumstances,
  ) {}

  read(request: ReadRequest): WorkbookRead {
    this.bench.calculator.recalculate()
    const settings = request.settings ? { id: '', ...region } : null
    return { ...readBook(this.bench.book, request), selected: request.selected ? this.about.selected : null, settings }
  }

  readAgain(tabs: readonly string[]): Map<string, ReadRows> {
    this.bench.calculator.recalculate()
    return new Map(
      tabs.flatMap((name) => {
        const sheet = this.bench.tab(name)
        return sheet ? [[name, valuesOf(sheet)] as const] : []
      }),
    )
  }

  readTabs(ids: readonly number[]): Map<number, TabSnapshot> {
    this.bench.calculator.recalculate()
    const shown = (sheet: Sheet) => (ids.includes(sheet.id) ? valuesOf(sheet) : [])
    return new Map(this.bench.book.sheets.map((sheet) => [sheet.id, { name: sheet.name, values: shown(sheet) }]))
  }

  readFormulas(areas: readonly TabArea[]): string[][][] {
    return areas.map((area) => {
      const sheet = this.bench.tab(area.tab)
      return sheet ? formulasR1C1Of(sheet, area) : []
    })
  }

  apply(writes: readonly Write[]): void {
    applyWrites(this.bench, writes, yearOf(this.about.moment))
  }

  tell(message: string, title: string): void {
    this.toasts.push({ title, message })
  }

  show(dialog: Dialog): void {
    this.dialogs.push(dialog)
  }

  /** The page goes to the cell that the command returns. */
  select(tab: string): boolean {
    return this.bench.tab(tab) !== undefined
  }

  /** Documents have none here. */
  openComments(): OpenComments {
    return openCommentsOf(this.bench.book, this.about.comments)
  }

  save(files: readonly OutputFile[]): MadeFile[] {
    return files.map((file) => {
      const saved = this.shelf.put(file)
      if (saved) this.files.push(saved)
      return { name: file.name, url: saved?.url ?? '' }
    })
  }

  /** The files are beside the workbook. */
  driveOwner(): null {
    return null
  }

  stamp(): Stamp {
    const { user, version } = this.about
    return { time: this.time, user: user || runWords.unnamed, version }
  }

  /** Commands come one after the other on the desk: there is nobody to wait for. One that fails is taken back whole. */
  alone<T>(action: string, work: () => T): T {
    try {
      return work()
    } catch (error) {
      if (isFault(error)) throw error
      throw new Error(runWords.interrupted(action, error instanceof Error ? error.message : String(error)))
    }
  }

  private get time(): string {
    return shownTime(this.about.moment.toISOString())
  }
}
