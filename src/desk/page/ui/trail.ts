/** Everything that was done in the workbook, newest first. */
import { pageWords } from '../../../words/desk-page'
import type { Scalar, SheetPosition, ShownCellChange, ShownTrailEntry } from '../../protocol'
import { shortText } from '../desk/restoring'
import { changeOf } from './change'
import { h } from './dom'
import type { Child } from './dom'
import { headOf } from './history'

const words = pageWords.trail

/** More stand behind a fold. */
const MOST_OPEN = 5

export interface TrailOwner {
  /** Whether something else stands there and the person may change it. */
  isOpen: (place: SheetPosition, value: Scalar | null) => boolean
  /** `known`: what stands there as far as the person has seen. */
  restore: (place: SheetPosition, value: Scalar | null, known: Scalar | null) => void
  goTo: (place: SheetPosition) => void
}

/** The place as the form calls it; the address beside it, small. */
function placeOf({ label, cell }: ShownCellChange): Child[] {
  if (label === undefined) return [h('strong', {}, cell)]
  return [h('strong', {}, label), ' ', h('span', { class: 'soft' }, cell.slice(cell.lastIndexOf('!') + 1))]
}

function cellRow(change: ShownCellChange, { isOpen, restore, goTo }: TrailOwner): HTMLElement {
  const { sheet, row, column, cell, from, to } = change
  const place = { sheet, row, column }
  const button = (caption: string, label: string, onClick: () => void) =>
    h('button', { type: 'button', class: 'small', 'aria-label': label, onClick }, caption)
  return h(
    'li',
    {},
    ...placeOf(change),
    changeOf(from, to),
    button(words.goto, words.gotoCell(cell), () => goTo(place)),
    isOpen(place, from) &&
      button(words.back(shortText(from)), words.backTo(cell, shortText(from)), () => restore(place, from, to)),
  )
}

const listOf = (cells: readonly ShownCellChange[], owner: TrailOwner): HTMLElement =>
  h('ul', { class: 'changed-cells' }, ...cells.map((cell) => cellRow(cell, owner)))

function foldOf(caption: string, cells: readonly ShownCellChange[], left: number, owner: TrailOwner): Child {
  if (cells.length + left === 0) return null
  const fold = h('details', {}, h('summary', {}, caption))
  // Drawn when it is looked at: a command changes many.
  fold.addEventListener('toggle', () => {
    if (fold.childElementCount === 1) fold.append(listOf(cells, owner), left > 0 ? words.left(left) : '')
  })
  return fold
}

/** What a person typed is in view; what a command or a step did is one line that can be opened. */
function cellsOf({ cells, left, kind }: ShownTrailEntry, owner: TrailOwner): Child[] {
  if (kind !== 'edit') return [foldOf(words.changed(cells.length + left), cells, left, owner)]
  const others = cells.slice(MOST_OPEN)
  return [
    cells.length > 0 && listOf(cells.slice(0, MOST_OPEN), owner),
    foldOf(words.others(others.length + left), others, left, owner),
  ]
}

function entryOf(entry: ShownTrailEntry, owner: TrailOwner): HTMLElement {
  const { kind, what } = entry
  return h('li', {}, headOf(entry), kind === 'comment' && h('p', { class: 'change' }, what), ...cellsOf(entry, owner))
}

/** `earlier`: asks for those before; null: there are none. */
export function trailOf(
  entries: readonly ShownTrailEntry[],
  owner: TrailOwner,
  earlier: (() => void) | null,
): HTMLElement {
  if (entries.length === 0) return h('p', { class: 'empty' }, words.none)
  const list = h('ol', { class: 'history' }, ...entries.map((entry) => entryOf(entry, owner)))
  return h('div', {}, list, earlier && h('button', { type: 'button', onClick: earlier }, words.earlier))
}
