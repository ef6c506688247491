/** What crosses between the host and the context: JSON only. */
import type { Area, BookPatch, Scalar } from '../book'

/** What a service call does. `constant` is an enumeration or another service: looking at it is no call. */
export type Kind = 'read' | 'write' | 'locate' | 'drive' | 'ui' | 'lock' | 'other' | 'constant'

type CountedKind = Exclude<Kind, 'constant'>

export type Counts = Record<CountedKind, number>

export type ButtonName = 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE'

/** What the person answers to the next alert or prompt. */
export interface Answer {
  button: ButtonName
  /** What was typed into a prompt. */
  text?: string
  /** The message of the question it was given to; where another is asked, it is no answer. */
  to?: string
}

/** An alert or prompt as the script makes it. */
export interface Asked {
  kind: 'alert' | 'prompt'
  title: string
  message: string
  /** Name of a button set. */
  buttons: string
}

/** The `call`-th call of the kind (from 1) throws before it does anything, as a service that fails would. */
export interface Fault {
  kind: CountedKind
  call: number
}

/** A file on Drive as the services know it; its bytes are with the host. */
export interface StoredFile {
  id: string
  name: string
  /** As the resource asked for; a converted file has Google's type. */
  mimeType: string
  webViewLink: string
}

export interface SavedFile extends StoredFile {
  /** Of the bytes: a Google Doc is kept as the .docx it was made from. */
  contentType: string
  base64: string
}

export interface Setup {
  /** The user's address; empty when Google would not tell it. */
  user: string
  timeZone: string
  locale: string
  spreadsheetId: string
  /** Milliseconds; null: the clock runs. */
  now: number | null
  files: StoredFile[]
  /** Script and user properties; document properties stand in the book. */
  scriptProperties: Record<string, string>
  userProperties: Record<string, string>
  answers: Answer[]
  lockIsTaken: boolean
  fault: Fault | null
  /** A question without an answer stops the run, which is then as if it had never been. */
  stopsAtQuestion?: boolean
}

export interface MenuItem {
  caption: string
  /** Absent: a separator. */
  functionName?: string
}

export interface Menu {
  caption: string
  items: MenuItem[]
}

export interface Dialog {
  kind: 'modal' | 'modeless' | 'sidebar'
  title: string
  html: string
  /** Pixels, where the script set them. */
  width?: number
  height?: number
}

interface Question extends Asked {
  answer: Answer
}

export interface Toast {
  title: string
  message: string
  seconds: number
}

export interface Outcome {
  counts: Counts
  menus: Menu[]
  dialogs: Dialog[]
  /** Alerts and prompts with the answer they got. */
  questions: Question[]
  toasts: Toast[]
  files: SavedFile[]
  log: string[]
  /** What the function returned, as JSON; absent when it returned nothing. */
  value?: unknown
  /** One line. */
  error?: { message: string; stack: string }
  /** The question that stopped the run. */
  asked?: Asked
  /** The edit was not allowed, and `error` says why; without it an error is of the script. */
  refused?: boolean
}

export type Call =
  /** `isAhead`: tells what it would do, and does nothing yet. */
  | { kind: 'run'; functionName: string; arguments: unknown[]; isAhead?: boolean }
  | { kind: 'edit'; sheet: string; area: Area; values: (Scalar | null)[][] }
  /** Types over some number, another one each turn, and runs the function; then it is as if nothing had been. */
  | { kind: 'rehearsal'; functionName: string; turn: number }

/** After a call: what happened, and the state that outlives it, but for the workbook. */
export interface Finished {
  outcome: Outcome
  files: StoredFile[]
  scriptProperties: Record<string, string>
  userProperties: Record<string, string>
}

/** After a call in a context that keeps the workbook: what has changed in it. */
export interface LiveFinished extends Finished {
  patch: BookPatch
}
