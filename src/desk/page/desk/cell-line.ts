/** The selected cell: the line over the cells, its note under the pointer, and where others see the person. */
import type { Comment, SheetPosition } from '../../protocol'
import { api } from '../api'
import { makeCellBar } from '../ui/cell-bar'
import type { CellBar } from '../ui/cell-bar'
import { makeNoteCard } from '../ui/note-card'
import { makeZoom } from '../ui/zoom'
import type { SheetView } from '../view/view'
import { cornerOf, factsOf } from './positions'
import type { ShownBook } from './shown-book'

export interface CellLineOwner {
  shown: ShownBook
  view: () => SheetView | null
  remarks: () => readonly Comment[]
  /** Nothing can be typed at all, for this reason. */
  lock: string | null
  warn: (text: string) => void
}

/** The others are told where the person is once the selection rests so long. */
const REST_MS = 150

export class CellLine {
  readonly note = makeNoteCard()
  readonly zoom = makeZoom((percent) => this.owner.view()?.setZoom(percent))
  readonly bar: CellBar
  selected: SheetPosition | null = null
  private timer = 0

  constructor(private readonly owner: CellLineOwner) {
    const { view, warn } = owner
    const goTo = (name: string) => view()?.goTo(name) ?? Promise.resolve(false)
    const names = { goTo, focus: () => view()?.focus(), warn }
    this.bar = makeCellBar(names, [this.zoom.element])
  }

  moved({ sheet, row, column }: SheetPosition): void {
    this.selected = { sheet, row, column }
    this.draw()
    window.clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void api.here({ sheet, row, column }).catch(() => undefined), REST_MS)
  }

  hovered(place: SheetPosition | null, x: number, y: number): void {
    const { shown } = this.owner
    const sheet = place && shown.sheet(place.sheet)
    if (!place || !sheet) return this.note.hide()
    const { row, column } = cornerOf(sheet, place.row, place.column)
    const note = shown.cell(sheet.id, row, column)?.note
    if (note) this.note.show(note, x, y)
    else this.note.hide()
  }

  draw(): void {
    const { shown, remarks, lock } = this.owner
    const { selected } = this
    const sheet = selected && shown.sheet(selected.sheet)
    if (!selected || !sheet) return
    const cell = shown.cell(sheet.id, selected.row, selected.column)
    this.bar.show(factsOf(sheet, selected, cell, remarks(), lock))
  }
}
