/** Line drawings of 20 × 20; always beside or instead of words that say the same. */
import { h } from './dom'

const paths = {
  undo: 'M8 4 4 8l4 4M4 8h8a4 4 0 0 1 0 8H9',
  redo: 'm12 4 4 4-4 4m4-4H8a4 4 0 0 0 0 8h3',
  download: 'M10 3v9m0 0 3.5-3.5M10 12 6.5 8.5M4 16h12',
  findings: 'M5 3h10v14H5zM8 7h4M8 10h4m-4 3 1.2 1.2L12 12',
  comments: 'M3.5 4.5h13v9h-7L6 16.5v-3H3.5z',
  history: 'M4 10a6 6 0 1 0 2-4.5M4 4v3h3m3-1v4l3 2',
  files: 'M5 3h6l4 4v10H5zM11 3v4h4',
  start: 'M3.5 9.5 10 4l6.5 5.5M5.5 8.5V16h9V8.5',
  chevron: 'm6 8 4 4 4-4',
  close: 'm5 5 10 10M15 5 5 15',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  busy: 'M10 3a7 7 0 1 0 7 7',
  info: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M10 9v5M10 6v.6',
  warning: 'M10 3.5 17.5 16h-15zM10 8v4m0 1.6v.6',
  lock: 'M5.5 9h9v7h-9zM7.5 9V6.5a2.5 2.5 0 0 1 5 0V9',
  pencil: 'm4 16 .8-3.2L13 4.5 15.5 7l-8.3 8.2z',
  print: 'M6 8V3.5h8V8M6 14H3.5V8h13v6H14M6 12h8v5H6z',
  find: 'M8.5 3.5a5 5 0 1 0 0 10 5 5 0 0 0 0-10M12 12l5 5',
  plus: 'M10 4v12M4 10h12',
} as const

export type IconName = keyof typeof paths

export function icon(name: IconName): Element {
  const path = h('path', { d: paths[name] })
  return h('svg', { viewBox: '0 0 20 20', class: `icon icon-${name}`, 'aria-hidden': 'true' }, path)
}
