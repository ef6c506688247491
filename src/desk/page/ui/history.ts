/** What happened to a cell, newest first. */
import { pageWords } from '../../../words/desk-page'
import type { HistoryEntry, Scalar } from '../../protocol'
import { h } from './dom'
import { timeText } from './time'

const words = pageWords.history

const written = (value: Scalar | null): string => (value === null ? pageWords.saving.emptied : String(value))

/** What was done: of a menu item its name; of an undo also what it took back. */
function deedOf({ kind, what }: HistoryEntry): string {
  const name = words.kinds[kind]
  if (what === '' || kind === 'comment' || what === name) return name
  return kind === 'undo' || kind === 'redo' ? `${name}：${what}` : what
}

function entryOf(entry: HistoryEntry): HTMLElement {
  const { time, who, kind, what, from, to } = entry
  const isComment = kind === 'comment'
  return h(
    'li',
    {},
    h(
      'div',
      { class: 'remark' },
      h('strong', {}, who),
      h('time', { datetime: time }, timeText(time)),
      h('span', { class: 'tag' }, deedOf(entry)),
    ),
    h('p', { class: 'change' }, isComment ? what : words.change(written(from), written(to))),
  )
}

export function historyOf(place: string, entries: readonly HistoryEntry[]): HTMLElement {
  const list = entries.length ? h('ol', { class: 'history' }, ...entries.map(entryOf)) : null
  return h('div', {}, h('h3', {}, words.of(place)), list ?? h('p', { class: 'empty' }, words.none))
}
