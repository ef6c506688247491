/**
 * All that a command can do to the world. Google does it with its services, the desk with its own book. A command
 * decides in pure code; only these methods have an effect.
 */
import type { ReadRows, TabKey, TabSize, TabSnapshot, WorkbookSnapshot } from '../workbook'
import type { TabArea, Write } from './plan'
import type { Properties } from './properties'
import type { OpenComments } from './report/open-comments'
import type { OutputFile, MadeFile } from './report/files'
import type { Stamp } from './stamp'

/**
 * What is read in one go. A tab is named by the part of the workbook it holds, not by its present name. If no tab is
 * known to hold a part, one tab of another name is read too: its labels may tell.
 */
export interface ReadRequest {
  values?: readonly TabKey[]
  /** In A1 notation. */
  formulas?: readonly TabKey[]
  formulasR1C1?: readonly TabKey[]
  notes?: readonly TabKey[]
  sizes?: readonly TabKey[]
  properties?: boolean
  /** The tabs' ids, which links name. */
  ids?: boolean
  /** The cell that the person has selected. */
  selected?: boolean
  /** Which spreadsheet it is, and the region it is set to. */
  settings?: boolean
}

/** The workbook besides its tabs. */
export interface WorkbookSettings {
  /** Tells a copy from what it was copied from; empty where a host keeps one workbook and needs none. */
  id: string
  /** `zh_CN`. */
  locale: string
  /** `Asia/Shanghai`. */
  timeZone: string
}

/** A tab as read. What was not asked for is absent; `values` is empty then. */
export interface ReadTab extends TabSnapshot {
  formulasR1C1?: string[][]
  notes?: string[][]
  size?: TabSize
}

/** A cell of a tab, 1-based. */
export interface SelectedCell {
  tab: string
  row: number
  column: number
}

export interface WorkbookRead extends WorkbookSnapshot {
  /** Every tab in its order. */
  tabs: ReadTab[]
  properties: Properties
  /** By the tab's name. */
  ids: Readonly<Record<string, number>>
  selected: SelectedCell | null
  settings: WorkbookSettings | null
}

/** HTML that a command shows: in a window over the cells (`modal`), or beside them. */
export interface Dialog {
  kind: 'modal' | 'sidebar'
  title: string
  html: string
  /** Pixels, of a window. */
  width?: number
  height?: number
}

/** What a person is asked; `yes` is a decision, `acknowledge` only takes note. */
export interface Question {
  title: string
  message: string
  kind: 'yesNo' | 'acknowledge'
}

/** `closed`: the cross of the window. */
export type Reply = 'yes' | 'no' | 'closed'

export interface Host {
  read(request: ReadRequest): WorkbookRead
  /** The values of tabs, by their present names. A tab that is gone is left out. */
  readAgain(tabs: readonly string[]): Map<string, ReadRows>
  /** Every tab by its id, under the name it has now; with its values where the id is in the list. */
  readTabs(ids: readonly number[]): Map<number, TabSnapshot>
  /** The formula of each cell of the areas, in R1C1 notation; empty text for a cell without one. */
  readFormulas(areas: readonly TabArea[]): string[][][]
  /** Carries the writes out in their order. */
  apply(writes: readonly Write[]): void
  /** A message that goes away by itself. */
  tell(message: string, title: string): void
  show(dialog: Dialog): void
  /** Selects a cell, in A1 notation, of a tab; false where there is no such tab. */
  select(tab: string, cell: string): boolean
  /**
   * Comments of the workbook and of documents that the host has made of it, whatever their names. What cannot be read is
   * told and never thrown: a report does not fail for it.
   *
   * @param named documents that 流程记录 names, which may be gone
   * @param renewed names of files that are about to be written over, and their comments perhaps with them
   */
  openComments(named: readonly MadeFile[], renewed: readonly string[]): OpenComments
  /** Renews the file of the same name and kind, so that links to it stay valid, or makes a new one. */
  save(files: readonly OutputFile[]): MadeFile[]
  /** The address of the person whose Drive the files are on, empty where it is not told; null where they are on none. */
  driveOwner(): string | null
  /** Who runs the command, when and with which version. */
  stamp(): Stamp
  /**
   * Does the work while no other command runs. Rethrows an error in words that say what to do: those of `interrupted`
   * where the work may have been done in part, as at Google. Refuses if another command takes too long.
   */
  alone<T>(action: string, work: () => T, interrupted: (action: string, cause: string) => string): T
}

/** A command is done, or has to ask first. No lock is held while the person thinks, so `next` reads again. */
export type Progress<T> = { value: T } | { question: Question; next: (host: Host, reply: Reply) => Progress<T> }

export const done = <T>(value: T): Progress<T> => ({ value })
