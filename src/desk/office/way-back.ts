/** Undo and redo: takes a step back, but for what somebody has changed later. */
import { same } from '../book'
import type { Book } from '../book'
import type { BookPatch } from '../protocol'
import { tabBack } from './cells-back'
import type { Obstacle, Standing } from './cells-back'
import type { Step } from './step'
import { found, tabsBack } from './tabs-back'

export interface WayBack {
  /** Null: nothing of the step can be taken back. */
  patch: BookPatch | null
  /** What stays as it is. */
  left: Obstacle[]
}

function propertiesBack(book: Book, { forward, backward }: Step): BookPatch['properties'] {
  const left = Object.entries(forward.properties ?? {})
  const unchanged = left.filter(([name, value]) => (book.properties[name] ?? null) === value)
  return Object.fromEntries(unchanged.map(([name]) => [name, backward.properties?.[name] ?? null]))
}

/** What goes back of a step without its cells and tabs. */
function restBack(book: Book, step: Step): Omit<BookPatch, 'cells' | 'sheets'> {
  const { forward, backward } = step
  const isTitle = backward.title !== undefined && book.title === forward.title
  const isNames = backward.names !== undefined && same(book.names, forward.names)
  const ids = book.sheets.map(({ id }) => id)
  return {
    properties: propertiesBack(book, step) ?? {},
    ...(backward.order && same(ids, forward.order) && { order: backward.order }),
    ...(isTitle && backward.title !== undefined && { title: backward.title }),
    ...(isNames && backward.names && { names: backward.names }),
  }
}

/** The patch that undoes the step, as far as nobody has gone on from it. */
export function wayBack(step: Step, standing: Standing): WayBack {
  const { book } = standing
  const tabs = tabsBack(step, standing)
  if (typeof tabs === 'string') return { patch: null, left: [{ kind: 'sheet', name: tabs }] }
  const { sheets, left } = tabs
  let { count } = tabs
  const cells: BookPatch['cells'] = {}
  for (const [id, after] of Object.entries(step.forward.cells)) {
    const sheet = found(book.sheets, Number(id))
    const before = step.backward.cells[Number(id)] ?? {}
    const back = sheet && tabBack(sheet, { keys: Object.keys(after), left: after, before }, step.isRun, standing)
    if (!back) left.push({ kind: 'gone' })
    else {
      left.push(...back.left)
      count += back.count
      if (Object.keys(back.cells).length > 0) cells[Number(id)] = back.cells
    }
  }
  const rest = restBack(book, step)
  const isNothing = left.length > 0 && count === 0 && rest.title === undefined && rest.names === undefined
  return { patch: isNothing ? null : { cells, ...(sheets.length > 0 && { sheets }), ...rest }, left }
}
