/** Everything that was done in the workbook, newest first. */
import { pageWords } from '../../../words/desk-page'
import type { CellChange, Scalar, ShownTrailEntry, SheetPosition } from '../../protocol'
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

function cellRow(change: CellChange, { isOpen, restore, goTo }: TrailOwner): HTMLElement {
  const { sheet, row, column, cell, from, to } = change
  const place = { sheet, row, column }
  const button = (caption: string, label: string, onClick: () => void) =>
    h('button', { type: 'button', class: 'small', 'aria-label': label, onClick }, caption)
  return h(
    'li',
    {},
    h('strong', {}, cell),
    changeOf(from, to),
    button(words.goto, words.gotoCell(cell), () => goTo(place)),
    isOpen(place, from) && button(words.back, words.backTo(cell, shortText(from)), () => restore(place, from, to)),
  )
}

const listOf = (cells: readonly CellChange[], owner: TrailOwner): HTMLElement =>
  h('ul', { class: 'changed-cells' }, ...cells.map((cell) => cellRow(cell, owner)))

function foldOf(cells: readonly CellChange[], left: number, owner: TrailOwner): Child {
  const count = cells.length + left
  if (count === 0) return null
  const fold = h('details', {}, h('summary', {}, words.others(count)))
  // Drawn when it is looked at: a command changes many.
  fold.addEventListener('toggle', () => {
    if (fold.childElementCount === 1) fold.append(listOf(cells, owner), left > 0 ? words.left(left) : '')
  })
  return fold
}

function entryOf(entry: ShownTrailEntry, owner: TrailOwner): HTMLElement {
  const { cells, left, kind, what } = entry
  return h(
    'li',
    {},
    headOf(entry),
    kind === 'comment' && h('p', { class: 'change' }, what),
    cells.length > 0 && listOf(cells.slice(0, MOST_OPEN), owner),
    foldOf(cells.slice(MOST_OPEN), left, owner),
  )
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
