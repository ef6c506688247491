/** An earlier value is put back, as an edit of the person's own: it can be undone, and the history keeps what stood. */
import { pageWords } from '../../../words/desk-page'
import { clipped, oneLine } from '../../../words/one-line'
import { displayValue } from '../../book/display'
import type { Cell, Scalar } from '../../book/model'
import type { SheetPosition } from '../../protocol'
import { ask } from '../ui/dialogs'
import type { TypedEdit } from '../view/view'
import { lockAt } from '../view/locks'
import { differsFrom, excerpt } from './excerpt'
import type { ShownBook } from './shown-book'
import { typedAgain } from './typed-again'

export interface RestoringOwner {
  shown: ShownBook
  /** Nothing can be typed at all, for this reason. */
  lock: string | null
  nameOf: (place: SheetPosition) => string
  type: (edit: TypedEdit) => void
  select: (place: SheetPosition) => void
  /** Puts the keyboard into the cells. */
  focus: () => void
}

const words = pageWords.history.newer

/** As the journal has it: a formula with its `=`, null for a blank. */
function contentOf(cell: Cell | undefined): Scalar | null {
  const value = cell?.formula ?? cell?.value ?? null
  return typeof value === 'object' && value !== null ? displayValue(value, cell?.style?.numberFormat) : value
}

/** A value as people read it: of a formula only that it is one. */
export const valueText = (value: Scalar | null): string => {
  if (value === null || value === '') return pageWords.saving.emptied
  return typeof value === 'string' && /^=./s.test(value) ? pageWords.history.formula : String(value)
}

const MOST_LETTERS = 60
/** Of a button that names it. */
const MOST_NAMED = 16
export const shortText = (value: Scalar | null): string => {
  return clipped(oneLine(valueText(value)), MOST_NAMED)
}

export class Restoring {
  constructor(private readonly owner: RestoringOwner) {}

  /** Whether the person may put something else there than stands there. */
  isOpen({ sheet: id, row, column }: SheetPosition, value: Scalar | null): boolean {
    const { shown, lock } = this.owner
    const sheet = shown.sheet(id)
    if (lock !== null || !sheet || !shown.isThere(id) || lockAt(sheet, row, column)) return false
    return contentOf(shown.cell(id, row, column)) !== value
  }

  /**
   * One cell, which can be undone: nothing is asked, unless it replaces what the person has not seen or another wrote.
   *
   * @param known what stands there as far as the person has seen
   * @param isTheirs another wrote that
   */
  async restore(place: SheetPosition, value: Scalar | null, known: Scalar | null, isTheirs = false): Promise<void> {
    const { shown, type, select, focus } = this.owner
    const { sheet, row, column } = place
    const now = contentOf(shown.cell(sheet, row, column))
    if (now === value) return focus()
    const isAsked = isTheirs || now !== known
    if (isAsked && !(await this.isWanted(place, now, value))) return focus()
    select(place)
    const content = typedAgain(value, shown.cell(sheet, row, column))
    const blocks = [{ sheet, row, column, values: [[content]] }]
    // Who wrote what stands there is told, as by a choice between the two values.
    type({ blocks, base: shown.seq, isRestored: true, ...(isAsked && { overrules: 0 }) })
    focus()
  }

  private async isWanted(place: SheetPosition, now: Scalar | null, value: Scalar | null): Promise<boolean> {
    const [stands, earlier] = [valueText(now), valueText(value)]
    const from = differsFrom(stands, earlier)
    const shown = [stands, earlier].map((text) => excerpt(text, from, MOST_LETTERS))
    const message = words.question(this.owner.nameOf(place), shown[0] ?? '', shown[1] ?? '')
    const captions = { YES: words.anyway, NO: words.keep }
    const { button } = await ask({ title: words.title, message, buttons: 'YES_NO' }, { captions })
    return button === 'YES'
  }
}
