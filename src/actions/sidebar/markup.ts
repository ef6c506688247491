/** Elements of the sidebar's HTML; every text in them is escaped. */
import { escaped } from '../escaped'

type Attributes = Readonly<Record<string, string | boolean>>

/** An element; its attributes are escaped, its contents are markup. */
export function tag(name: string, attributes: Attributes, ...inner: string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (typeof value === 'boolean') return value ? ` ${key}` : ''
    return ` ${key}="${escaped(value)}"`
  })
  return `<${name}${written.join('')}>${inner.join('')}</${name}>`
}

export const text = (words: string): string => tag('p', {}, escaped(words))
export const small = (words: string): string => (words === '' ? '' : tag('p', { class: 'small' }, escaped(words)))

/** A button that calls a command. With `data-form`, what is typed into the sidebar is its last argument. */
export const button = (label: string, call: string, args: readonly unknown[], more: Attributes = {}): string =>
  tag('button', { type: 'button', 'data-call': call, 'data-args': JSON.stringify(args), ...more }, escaped(label))

export const unfold = (id: string, summary: string, inner: string, open = false): string =>
  tag('details', { id, open }, tag('summary', {}, escaped(summary)), inner)
