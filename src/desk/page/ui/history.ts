/** What happened to a cell, newest first. */
import { pageWords } from '../../../words/desk-page'
import type { EntryKind, HistoryEntry, Scalar } from '../../protocol'
import { shortText, valueText } from '../desk/restoring'
import { changeOf } from './change'
import { h } from './dom'
import type { Child } from './dom'
import { timeText } from './time'

const words = pageWords.history

interface Deed {
  time: string
  who: string
  kind: EntryKind
  what: string
}

/** What was done: of a menu item its name; of an undo also what it took back. */
function deedOf({ kind, what }: Deed): string {
  const name = words.kinds[kind]
  // A journal of an earlier version may name commands that are gone: people do not know functions.
  const isFunction = /^[A-Za-z_$][\w$]*$/.test(what)
  if (what === '' || isFunction || kind === 'comment' || what === name) return name
  return kind === 'undo' || kind === 'redo' ? words.ofStep(name, what) : what
}

/** Who did what and when. */
export const headOf = (deed: Deed): HTMLElement =>
  h(
    'div',
    { class: 'remark' },
    h('strong', {}, deed.who || words.desk),
    h('time', { datetime: deed.time }, timeText(deed.time)),
    h('span', { class: 'tag' }, deedOf(deed)),
  )

export interface CellHistory {
  place: string
  entries: readonly HistoryEntry[]
  /** Whether something else stands there and the person may change it. */
  isOpen: (value: Scalar | null) => boolean
  restore: (value: Scalar | null) => void
}

function restoreButton(value: Scalar | null, { isOpen, restore }: CellHistory): Child {
  if (!isOpen(value)) return null
  const onClick = () => restore(value)
  return h('button', { type: 'button', class: 'small', onClick }, words.restore(shortText(value)))
}

function entryOf(entry: HistoryEntry, history: CellHistory): HTMLElement {
  const { kind, what, from, to } = entry
  if (kind === 'comment') return h('li', {}, headOf(entry), h('p', { class: 'change' }, what))
  return h('li', {}, headOf(entry), changeOf(from, to), restoreButton(to, history))
}

/** What stood there before all that is known. */
function firstOf(history: CellHistory): HTMLElement | null {
  const first = [...history.entries].reverse().find(({ kind }) => kind !== 'comment')
  const button = first && restoreButton(first.from, history)
  if (!first || !button) return null
  return h('li', {}, h('p', { class: 'first' }, words.first(valueText(first.from))), button)
}

export function historyOf(history: CellHistory): HTMLElement {
  const { place, entries } = history
  const rows = entries.map((entry) => entryOf(entry, history))
  const list = rows.length ? h('ol', { class: 'history' }, ...rows, firstOf(history)) : null
  return h('div', {}, h('h3', {}, words.of(place)), list ?? h('p', { class: 'empty' }, words.none))
}
