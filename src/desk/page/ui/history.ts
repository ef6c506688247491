/** What happened to a cell, newest first. */
import { pageWords } from '../../../words/desk-page'
import type { HistoryEntry, Scalar } from '../../protocol'
import { h } from './dom'
import { timeText } from './time'

const words = pageWords.history

const written = (value: Scalar | null): string => (value === null ? pageWords.saving.emptied : String(value))

function entryOf({ time, who, kind, what, from, to }: HistoryEntry): HTMLElement {
  const isComment = kind === 'comment'
  return h(
    'li',
    {},
    h(
      'div',
      { class: 'remark' },
      h('strong', {}, who),
      h('time', { datetime: time }, timeText(time)),
      h('span', { class: 'tag' }, what && !isComment ? what : words.kinds[kind]),
    ),
    h('p', { class: 'change' }, isComment ? what : words.change(written(from), written(to))),
  )
}

export function historyOf(place: string, entries: readonly HistoryEntry[]): HTMLElement {
  const list = entries.length ? h('ol', { class: 'history' }, ...entries.map(entryOf)) : null
  return h('div', {}, h('h3', {}, words.of(place)), list ?? h('p', { class: 'empty' }, words.none))
}
