/** Printing of a generated document without leaving the page. */
import { h } from './dom'

/** The browser's print dialog over the document alone; its frame is taken away with the next one. */
export function printDocument(address: string, name: string): void {
  document.querySelector('iframe.printed')?.remove()
  const frame = h('iframe', { src: address, class: 'printed', title: name, tabindex: '-1', 'aria-hidden': 'true' })
  frame.addEventListener('load', () => frame.contentWindow?.print())
  document.body.append(frame)
}
