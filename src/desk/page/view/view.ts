/** What the page needs of a spreadsheet on the screen, whoever draws it. Positions are 1-based, as in the Book. */
import type { Area, Book, Scalar, Sheet } from '../../book/model'
import type { CommentDraft } from '../desk/comment-drafts'
import type { BookPatch, Comment, CommentRequest, Person, TextAnswer, TextRequest } from '../../protocol'

export interface SheetPosition {
  sheet: number
  row: number
  column: number
}

/** What a person typed or pasted, from its first cell on; null leaves a cell blank. */
export interface TypedBlock extends SheetPosition {
  values: (Scalar | null)[][]
}

/** One change by a person: all of its blocks, or none. */
export interface TypedEdit {
  blocks: TypedBlock[]
  /** The last change the page had when the typing began. */
  base: number
  /** Of a total: the person was asked, and wants it. */
  isConfirmed?: boolean
  /** Puts back what stood there before. */
  isRestored?: boolean
  /** The person was shown what others wrote after this change, and wants her own nevertheless: they are told. */
  overrules?: number
}

/** What stands in the field and nowhere else. */
export interface Typing extends SheetPosition {
  text: string
  /** The last change the page had when the typing began. */
  base: number
  /** What the cell held then, as it is typed; pages before this one did not keep it. */
  from?: string
}

export interface OpenText {
  text: string
  /** A narrative, which is written in its own editor. */
  isNarrative: boolean
}

/** What is told in an open field; `key` takes what was written there. */
export type NoticeFor = (key: string, isNarrative: boolean) => string

interface PersonMark extends SheetPosition {
  name: string
  colour: string
  line: Person['line']
}

export interface Marks {
  people: readonly PersonMark[]
  comments: readonly Comment[]
}

export interface Selection extends SheetPosition {
  area: Area
}

/** Why a person's entry was not taken: the text is shown as it is. */
interface Refusal extends SheetPosition {
  reason: string
}

/** The cell under the pointer, and where it is seen: viewport pixels. */
export interface Hovered extends SheetPosition {
  box: Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>
}

export interface ViewEvents {
  /** Null: the tab's cells are there. Else resolves when they have come, as a patch; false: they have not. */
  fetch: (sheet: number) => Promise<boolean> | null
  /** Resolves when the cells of all tabs are there. */
  fetchAll: () => Promise<void>
  /** The number of the last change that the page has. */
  base: () => number
  /** After the view has checked locks; the caller shows the result by `applyPatch`. */
  onEdit: (edit: TypedEdit) => void
  /** A person typed or pasted over one total: to be asked first. Resolves when that is decided. */
  onTotal: (edit: TypedEdit) => Promise<void>
  /** What was typed is not valid there. True: the person goes on writing; false: it is given up. */
  onInvalid: (typing: Typing, reason: string) => Promise<boolean>
  /** Something stands only in the field, or (null) nothing any more. Told at every change of the text. */
  onTyping: (typing: Typing | null) => void
  /** What stands in the open cell, at every change; null: none is open. */
  onText: (open: OpenText | null) => void
  onSelect: (selection: Selection) => void
  onRefused: (refusal: Refusal) => void
  /** What a text would be found to have; nothing is written. */
  checkText: (request: TextRequest) => Promise<TextAnswer>
  /** False: it was not kept, and the person was told. */
  onComment: (request: CommentRequest) => Promise<boolean>
  /** A comment on words of a text is being written; without a text it is no more. */
  onCommentDraft: (draft: CommentDraft) => void
  /** A changed text was given up; it can be brought back by `giveBack`. */
  onGivenUp: (typing: Typing) => void
  /** `一、总体情况!B5`. */
  nameOf: (place: SheetPosition) => string
  onUndo: () => void
  onRedo: () => void
  onZoom: (percent: number) => void
  /** The pointer is over a cell, or left the cells. */
  onHover: (hovered: Hovered | null) => void
}

export interface SheetView {
  /** Takes the book over: patches change it. What stands in the field stays there. */
  load: (book: Book) => void
  /** Takes over a tab whose cells have come. */
  loadSheet: (sheet: Sheet) => void
  applyPatch: (patch: BookPatch) => void
  /** Shows the cell's tab, selects the cell and scrolls to it. */
  select: (place: SheetPosition) => void
  showSheet: (sheet: number) => void
  /** Goes to `D7`, `D7:F9`, `tab!D7`, or the row with these words, on whichever tab. False: there is none. */
  goTo: (name: string) => Promise<boolean>
  setMarks: (marks: Marks) => void
  /** Nothing can be typed, for this reason; null: as the book says. */
  setLock: (reason: string | null) => void
  /** What is being typed; null: no cell is open. */
  typing: () => Typing | null
  /** Beside the open field, until it is closed. `look`: shows what is written and what stands there, of a narrative. */
  setNotice: (textFor: NoticeFor, look: () => void) => void
  /** Takes what is being typed, as Enter does. False: the person goes on writing, for it cannot be taken. */
  take: () => Promise<boolean>
  /** Opens the selected cell to be written in from elsewhere on the page; a narrative in its editor. */
  open: () => void
  /** What is written in the open cell is this by now. */
  write: (text: string) => void
  /** As Enter in the open cell, or Tab: takes what was typed, then moves. */
  leave: (isDown: boolean, isBack: boolean) => void
  /** Closes the field without taking what stands there. */
  drop: () => void
  /**
   * Opens the cell with a text that was not taken yet. Returns what stands in the cell by now, as it is typed; null: it
   * cannot be opened.
   */
  giveBack: (typing: Typing) => string | null
  /** Opens the text with a comment on some of its words, to be gone on with. False: it cannot be opened. */
  goOnComment: (draft: CommentDraft) => boolean
  openFind: (isReplace: boolean) => void
  print: () => void
  setZoom: (percent: number) => void
  /** Brings the keyboard back to the cells. */
  focus: () => void
  destroy: () => void
}
