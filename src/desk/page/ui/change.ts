/** What has changed in a cell: of a text only its changed words and what stands around them. */
import { textChanges } from '../../../narrative'
import type { TextPart } from '../../../narrative'
import { pageWords } from '../../../words/desk-page'
import type { Scalar } from '../../protocol'
import { valueText } from '../desk/restoring'
import { h } from './dom'
import type { Child } from './dom'

const words = pageWords.history

/** Shorter ones are shown whole, before and after. */
const SHORT = 12
const AROUND = 24

const isText = (value: Scalar | null): value is string => typeof value === 'string' && /^[^=]/.test(value)

/** The beginning of a text that is left out is told by `…`, its end too. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2 * AROUND) return text
  const start = isFirst ? '' : text.slice(0, AROUND)
  const end = isLast ? '' : text.slice(-AROUND)
  return `${start}…${end}`
}

function partOf({ kind, text }: TextPart, at: number, { length }: readonly TextPart[]): Child {
  if (kind === 'same') return shortened(text, at === 0, at === length - 1)
  const [tag, said] = kind === 'gone' ? ['del', words.gone] : ['ins', words.fresh]
  return h(tag ?? 'span', {}, h('span', { class: 'aloud' }, said), text)
}

export function changeOf(from: Scalar | null, to: Scalar | null): HTMLElement {
  const isShort = valueText(from).length <= SHORT && valueText(to).length <= SHORT
  if (!isText(from) || !isText(to) || isShort) {
    return h('p', { class: 'change' }, words.change(valueText(from), valueText(to)))
  }
  return h('p', { class: 'change' }, ...textChanges(from, to).map(partOf))
}
