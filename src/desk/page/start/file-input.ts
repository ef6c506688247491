import { h } from '../ui/dom'

/** The browser's own button speaks the browser's language. */
export function fileInput(
  properties: Record<string, string>,
  picked: (file: File | undefined) => void,
): HTMLInputElement {
  const input = h('input', { type: 'file', class: 'hidden-file', tabindex: '-1', ...properties })
  input.addEventListener('change', () => picked(input.files?.[0]))
  return input
}
