/** What crosses between the test and the context: JSON only. */
import type { Area, Scalar } from '../../../../src/desk/book'

/** What a service call does. `constant` is an enumeration or another service: looking at it is no call. */
export type Kind = 'read' | 'write' | 'locate' | 'drive' | 'ui' | 'lock' | 'other' | 'constant'

type CountedKind = Exclude<Kind, 'constant'>

export type Counts = Record<CountedKind, number>

/** What a person presses. */
export type ButtonName = 'OK' | 'YES' | 'NO' | 'CLOSE'

/** The `call`-th call of the kind (from 1) throws before it does anything, as a service that fails would. */
export interface Fault {
  kind: CountedKind
  call: number
  /** What the service says, where that matters. */
  message?: string
  /** The reason in a refusal of Drive's, as its errors list it. */
  reason?: string
}

/**
 * One method that answers otherwise than Google is believed to: throws, gives something else, or takes its time.
 * Everything else goes on.
 */
export interface Quirk {
  /** `Range.getValues`. */
  call: string
  /** Only after the script has told this by `console.info`, and nothing else since. */
  during?: string
  throws?: string
  gives?: unknown
  /** Milliseconds. */
  takes?: number
}

/** What somebody else does to the workbook while a question stands there. */
export type Meanwhile =
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'deleteTab'; tab: string }
  | { kind: 'insertRow'; tab: string; at: number }
  | { kind: 'type'; tab: string; row: number; column: number; value: Scalar }

/** The spreadsheet besides its cells. */
export interface SpreadsheetSettings {
  id: string
  locale: string
  timeZone: string
}

/** What the range of a name gives whose cells were deleted; Google does not say which it is. */
export type Broken = 'throws' | 'null' | '#REF!'

/** A file on Drive as the services know it; its bytes are with the test. */
export interface StoredFile {
  id: string
  name: string
  /** As the resource asked for; a converted file has Google's type. */
  mimeType: string
  webViewLink: string
  /** In the bin. */
  trashed?: boolean
  /** The script's own notes on the file. */
  appProperties?: Record<string, string>
  /** Not made by the script: seen with `drive.readonly` alone. */
  isForeign?: boolean
  /** When it was written last, as a count. */
  modified?: number
  /** Shared with the person; absent: the person's own. */
  isOthers?: boolean
}

/** On a file of Drive. */
export interface StoredComment {
  who: string
  text: string
  /** As Google tells it: in HTML. */
  quoted: string
  resolved: boolean
  /** Answers; one without a text only resolved the comment or opened it again. */
  remarks?: { who: string; text?: string; isDeleted?: true }[]
}

export interface SavedFile extends StoredFile {
  /** Of the bytes: a Google Doc is kept as the .docx it was made from. */
  contentType: string
  base64: string
}

export interface Setup {
  /** The user's address; empty when Google would not tell it. */
  user: string
  /** The address of whoever the script acts for; empty when Google would not tell it. */
  effectiveUser: string
  /** Milliseconds; null: the clock runs. */
  now: number | null
  files: StoredFile[]
  /** By the file's id; the spreadsheet's are in the book. */
  comments: Record<string, StoredComment[]>
  /** The script may read files that it has not made, as with `drive.readonly`. */
  readsEveryFile: boolean
  /** A document of Google's has a link, as at Google. */
  linksDocuments: boolean
  /** To the questions, in their order. */
  answers: ButtonName[]
  /** Typed into windows that ask for a text, in their order; without one the window is closed. */
  typed: string[]
  /** Happens at the first question. */
  meanwhile: Meanwhile[]
  /** The scopes that the person has granted; null: all. */
  scopes: string[] | null
  lockIsTaken: boolean
  /** Done by others while the script waits for the lock. */
  beforeLock: Meanwhile[]
  /** Google may give fewer files at a time than asked for. */
  filesPerPage: number
  fault: Fault | null
  quirks: Quirk[]
  spreadsheet: SpreadsheetSettings
  /** Of the person, for this script. */
  userProperties: Record<string, string>
  /** The cell that the person was left in; null: the first one. */
  selected: { sheet: number; row: number; column: number } | null
  /** Names whose cells were deleted. */
  brokenNames: Record<string, Broken>
}

export interface Menu {
  caption: string
  items: { caption: string; functionName: string }[]
  /** Below the items. */
  menus?: Menu[]
}

export interface Dialog {
  kind: 'modal' | 'modeless' | 'sidebar'
  title: string
  html: string
  /** Pixels, where the script set them. */
  width?: number
  height?: number
}

interface Question {
  title: string
  message: string
  /** Name of a button set. */
  buttons: string
  answer: ButtonName
}

interface Toast {
  title: string
  message: string
}

export interface CallResult {
  counts: Counts
  /** How often each method was called: `Range.getValues`. */
  calls: Record<string, number>
  /** How often what a handle knows was asked: `Sheet.getName` and of which tab, cells or name. */
  asked: Record<string, number>
  menus: Menu[]
  dialogs: Dialog[]
  questions: Question[]
  toasts: Toast[]
  files: SavedFile[]
  /** The scopes for which Google's own window of consent was shown. */
  consents: string[][]
  log: string[]
  /** What the function returned, as JSON; absent when it returned nothing. */
  value?: unknown
  /** One line. */
  error?: { message: string; stack: string }
}

export type Call =
  | { kind: 'run'; functionName: string; arguments: unknown[] }
  | { kind: 'edit'; sheet: string; area: Area; values: Scalar[][] }

/** What outlives a call besides the workbook. */
export type Lasting = Pick<Setup, 'files' | 'spreadsheet' | 'userProperties' | 'brokenNames' | 'selected'>

export interface Finished {
  result: CallResult
  lasting: Lasting
}
