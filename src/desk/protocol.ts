/** What crosses between the desk's server and its pages: types of JSON, and the number of how they talk. */
import type { InferOutput } from 'valibot'
import type { TextCheck } from '../actions'
import type { Book, BookPatch, Cell, Comment, Scalar, Sheet } from './book/model'
import type { PackedCells } from './book/packed'
import type * as requests from './requests'

export type { Book, BookPatch, Cell, Comment, Scalar, Sheet }

/** Counts up with every change that an older page or server would misunderstand. */
export const protocol = 5

/** A page tells its number with each request, the server with each answer. */
export const protocolHeader = 'x-nianbao-protocol'

/** Header of every request of a page: the key that it was given when the person came in. */
export const keyHeader = 'x-nianbao-key'

/** The page is opened with the key behind this in the fragment of its address, which is sent to nobody. */
export const keyFragment = '#key='

export interface Menu {
  caption: string
  items: { caption: string; functionName: string }[]
}

/** HTML that a command shows, in a window or beside the cells. */
export interface Dialog {
  kind: 'modal' | 'sidebar'
  title: string
  html: string
  /** Pixels, where the command says. */
  width?: number
  height?: number
}

export interface Toast {
  title: string
  message: string
  seconds: number
}

export type Role = 'editor' | 'reviewer'

export interface Person {
  id: string
  name: string
  role: Role
  /** Of the person's mark in the view, `#rrggbb`. */
  colour: string
  /** Of the same mark: who does not see colours well tells people by it. */
  line: 'solid' | 'dashed' | 'dotted'
  /** `sheet` is `Sheet.id`. */
  place?: SheetPosition
}

export type SheetPosition = InferOutput<typeof requests.sheetPosition>

/** A cell as a person finds it: `三、依申请公开!D7`. */
interface NamedCell extends SheetPosition {
  cell: string
}

/** `GET /api/book`. */
export interface BookAnswer {
  seq: number
  book: Book
  comments: Comment[]
  /** Tabs (`Sheet.id`) whose cells were left out, to be asked for by `GET /api/tab`. */
  later?: number[]
  menus: readonly Menu[]
  me: Person
  people: Person[]
  /** Why the .xlsx cannot be written now; all changes are in the journal. */
  unwritten?: string
  /** What was recovered or is to be known after opening. */
  message?: string
}

/** `GET /api/tab?sheet=ID`. */
export interface TabAnswer {
  seq: number
  sheet: Omit<Sheet, 'cells'>
  cells: PackedCells
}

export type EditRequest = InferOutput<typeof requests.editRequest>

export type EditBlock = Omit<
  EditRequest,
  'more' | 'id' | 'base' | 'isConfirmed' | 'isAsking' | 'isRestored' | 'overrules'
>

export interface Overwrote extends NamedCell {
  who: string
  /** What the other had written, as it is typed: a formula with its `=`; null for a blank. */
  value: Scalar | null
  /**
   * Of a text that was not written, to ask first: what is to be typed where the person's own is wanted. It has the
   * paragraphs that only the other has changed.
   */
  both?: string
}

/** A text that was typed into a figure's cell and stands for a number. */
export interface UnderstoodText extends SheetPosition {
  typed: string
  value: number
  /** The number was written; else the text stands, and the person may want the number. */
  isWritten: boolean
}

/** A text that holds the changes of both: each had changed other paragraphs. */
export interface MergedText extends NamedCell {
  who: string
  value: string
}

export interface EditAnswer {
  seq: number
  understood?: UnderstoodText[]
  merged?: MergedText[]
  /** Edits of others after `base` that this one has replaced; they stay in the history. */
  overwrote?: Overwrote[]
}

export type RunRequest = InferOutput<typeof requests.runRequest>

export type PressedButton = InferOutput<typeof requests.pressedButton>

export interface AskedQuestion {
  title: string
  message: string
  buttons: 'OK' | 'YES_NO'
}

export interface FileLink {
  id: string
  name: string
  contentType: string
  /** Bytes. */
  size: number
}

/** What a run did; with a `question` it waits for the reply, and goes on from there. */
export interface RunAnswer {
  run: string
  seq: number
  /** The change `seq` is the run's own; absent: it changed nothing. */
  isChange?: boolean
  value?: unknown
  dialogs: Dialog[]
  toasts: Toast[]
  /** Alerts with only an OK, to be shown after the run. */
  notices: AskedQuestion[]
  files: FileLink[]
  error?: string
  question?: AskedQuestion
}

export type CommentRequest = InferOutput<typeof requests.commentRequest>

export type TextRequest = InferOutput<typeof requests.textRequest>

/** What a text would be found to have if it stood in its cell. */
export type TextAnswer = TextCheck

/** `POST /api/undo`, `POST /api/redo`. */
export interface StepAnswer {
  seq: number
  /** What was undone or done again, in words. */
  what: string
  /** What of it stays as it is, for somebody has changed it since: in words. */
  left?: string
}

export type EntryKind = 'edit' | 'run' | 'undo' | 'redo' | 'comment' | 'import'

/** A cell's content before and after, as it is typed. */
export interface CellChange extends NamedCell {
  from: Scalar | null
  to: Scalar | null
}

/** One line of the audit trail, without its patch. */
export interface TrailEntry {
  seq: number
  /** ISO 8601, UTC. */
  time: string
  who: string
  kind: EntryKind
  /** The action's name, a comment's text; empty for an edit, but for one that put something back. */
  what: string
  cells: CellChange[]
}

/** A change of a cell as people read it. */
export interface ShownCellChange extends CellChange {
  /** The place in the words of the form: `三、依申请公开 “（七）总计”·自然人`; absent where the form has none there. */
  label?: string
}

/** One line of `GET /api/trail`; what the program writes for itself is not in it. */
export interface ShownTrailEntry extends TrailEntry {
  cells: ShownCellChange[]
  /** Cells that were left out: a command can change thousands. */
  left: number
}

/** `GET /api/trail?limit=N&before=SEQ`: newest first, from the change before `before` on. */
export interface TrailAnswer {
  entries: ShownTrailEntry[]
  /** There are earlier ones. */
  isMore: boolean
}

/** `GET /api/history`: newest first. */
export interface HistoryEntry {
  seq: number
  time: string
  who: string
  kind: EntryKind
  what: string
  from: Scalar | null
  to: Scalar | null
}

/** `GET /api/versions`: the latest first. */
export interface Version {
  name: string
  /** What people call it. */
  caption: string
}

/** A cell that another has written. */
export interface OthersCell extends ShownCellChange {
  who: string
  /** ISO 8601, UTC. */
  time: string
}

/** `GET /api/versions/differences?name=NAME`: what would change if it were taken. */
export interface VersionDifferences extends Version {
  /** The last change of the workbook that it was compared with. */
  seq: number
  /** Cells of all tabs. */
  count: number
  /** `cells`: the first ones. */
  tabs: { tab: string; cells: ShownCellChange[]; count: number }[]
  /** Of all these cells those in which another's writing would go. */
  others: { cells: OthersCell[]; count: number }
  /** Names of tabs. */
  onlyNow: string[]
  onlyThen: string[]
}

/** `POST /api/versions/take`. */
export interface TakenVersion {
  seq: number
  caption: string
  count: number
}

/** `GET /api/erase`: what `POST /api/erase` would erase. */
export interface ErasePreview {
  changes: number
  /** Names of files that would be deleted. */
  files: string[]
  /** Names of files that are another workbook's, or of which nothing tells whose they are: they stay. */
  unknown: string[]
}

/** `POST /api/erase`. */
export interface Erased {
  changes: number
  /** Files that could not be deleted. */
  left: string[]
  /** As of ErasePreview. */
  unknown: string[]
  /** It has begun, and stopped on the way: why, and what to do. */
  unfinished?: string
}

/** `by` is a `Person.id`; empty: the desk itself. What a run shows is for the person who ran it. */
export type OfficeEvent =
  | { type: 'patch'; seq: number; by: string; kind: EntryKind; patch: BookPatch }
  | { type: 'people'; people: Person[] }
  /** To who wrote there before (`Person.id`): what that was, and what stands there now. */
  | ({ type: 'overwritten'; to: string; who: string; was: Scalar | null; now: Scalar | null } & NamedCell)
  /** Whether the .xlsx could be written. All changes are in the journal in any case. */
  | { type: 'file'; isWritten: boolean; reason?: string }
  /** `name`: what people call the command. */
  | { type: 'run'; id: string; state: 'started'; name: string; by: string }
  | ({ type: 'run'; id: string; state: 'finished'; name: string; by: string } & Omit<
      RunAnswer,
      'run' | 'seq' | 'isChange'
    >)
  /** `to`: only for this person (Person.id). */
  | { type: 'notice'; text: string; to?: string }
