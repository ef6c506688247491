/** What the page needs of a spreadsheet on the screen, whoever draws it. Positions are 1-based, as in the Book. */
import type { Area, Book, Scalar } from '../../book/model'
import type { BookPatch } from '../../protocol'

export interface SheetPosition {
  sheet: number
  row: number
  column: number
}

/** What a person typed or pasted, from its first cell on; null leaves a cell blank. */
export interface TypedEdit extends SheetPosition {
  values: (Scalar | null)[][]
  /** Of a total: the person was asked, and wants it. */
  isConfirmed?: boolean
  /** Of several edits that are undone together. */
  step?: string
}

export interface PersonMark extends SheetPosition {
  name: string
  colour: string
}

export interface Marks {
  people: readonly PersonMark[]
  comments: readonly SheetPosition[]
}

export interface Selection extends SheetPosition {
  area: Area
}

/** Why a person's entry was not taken: the text is shown as it is. */
export interface Refusal extends SheetPosition {
  reason: string
}

export interface ViewEvents {
  /** After the view has checked locks and validations; the caller shows the result by `applyPatch`. */
  onEdit: (edits: readonly TypedEdit[]) => void
  /** A person typed or pasted over one total: to be asked first. */
  onTotal: (edit: TypedEdit) => void
  onSelect: (selection: Selection) => void
  onRefused: (refusal: Refusal) => void
  onUndo: () => void
  onRedo: () => void
  /** The pointer rests on a cell, or left the cells: viewport pixels. */
  onHover: (place: SheetPosition | null, x: number, y: number) => void
}

export interface SheetView {
  /** Takes the book over: patches change it. */
  load: (book: Book) => void
  applyPatch: (patch: BookPatch) => void
  /** Shows the cell's tab, selects the cell and scrolls to it. */
  select: (place: SheetPosition) => void
  showSheet: (sheet: number) => void
  setMarks: (marks: Marks) => void
  /** Nothing can be typed, for this reason; null: as the book says. */
  setLock: (reason: string | null) => void
  /** A cell is open for typing. */
  isEditing: () => boolean
  /** Brings the keyboard back to the cells. */
  focus: () => void
  destroy: () => void
}
