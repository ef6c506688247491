import { keyOf, lettersOf, mostInCommon } from './key'
import type { RowItem } from './row-items'
import type { FormRowCells, FormRows } from './rows-of-form'

/** A row of the source and the row of the form that it is. */
export interface Aligned {
  item: RowItem
  row: FormRowCells
  /** How the row was recognised; `order`: only by its place among the other rows. */
  by: 'label' | 'near' | 'pieces' | 'order'
}

/** A longer stretch of rows without labels is no table of the form. */
const LONGEST_STRETCH = 40
const SHORT_KEY = 4
const WINDOW = 14
/** A label may be up to so many rows away from its row. */
const AROUND = 5
const LONGEST_AROUND = 1500

function isSubsequence(part: string, whole: string): boolean {
  let matched = 0
  for (let i = 0; i < whole.length && matched < part.length; i += 1) if (whole[i] === part[matched]) matched += 1
  return matched === part.length
}

/** The length of the longest common subsequence. */
function common(a: string, b: string): number {
  const row = new Array<number>(b.length + 1).fill(0)
  for (const char of a) {
    let diagonal = 0
    for (let j = 1; j <= b.length; j += 1) {
      const above = row[j] ?? 0
      row[j] = char === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1] ?? 0)
      diagonal = above
    }
  }
  return row[b.length] ?? 0
}

interface Window {
  pieces: readonly string[]
  letters: string
  own: string
}

function windowOf(item: RowItem, after: readonly string[]): Window {
  const before = item.before.slice(-WINDOW)
  const rest = after.slice(0, WINDOW)
  const letters = lettersOf(before.join('')) + item.own + lettersOf(rest.join(''))
  return { pieces: [...before, ...rest], letters, own: item.own }
}

/** How well the text around a row of figures supports a label: from 0, not at all, to 3, by the row's own text. */
function support({ pieces, letters, own }: Window, key: string): number {
  if (key.length < SHORT_KEY) return pieces.some((piece) => keyOf(piece) === key) || own.endsWith(key) ? 2 : 0
  const isOwn = own.length > 1 && key.includes(own.slice(-Math.min(own.length, 4)))
  if (isSubsequence(key, letters)) return isOwn ? 3 : 2
  const least = key.length * 0.75
  return mostInCommon(key, letters) >= least && common(key, letters) >= least ? 1 : 0
}

/** False where a row's own text is clearly another label. */
function isCompatible(own: string, { letters }: FormRowCells): boolean {
  if (own.length < 3) return true
  return [...own].filter((char) => letters.has(char)).length >= own.length * 0.8
}

/** The best way to give the rows labels in order; undefined where two ways are equally good. */
function bestMatching(scores: readonly (readonly number[])[]): (number | undefined)[] | undefined {
  const width = scores[0]?.length ?? 0
  // best[i][j]: the highest score of items i… with rows j…, and in how many ways it is reached.
  const best = Array.from({ length: scores.length + 1 }, () =>
    Array.from({ length: width + 1 }, () => ({ sum: 0, ways: 1 })),
  )
  const at = (i: number, j: number) => best[i]?.[j] ?? { sum: 0, ways: 1 }
  const taking = (i: number, j: number) => {
    const score = scores[i]?.[j] ?? 0
    return score > 0 ? { sum: at(i + 1, j + 1).sum + score, ways: at(i + 1, j + 1).ways } : { sum: -1, ways: 0 }
  }
  const skipping = (i: number, j: number) => {
    const [item, row, both] = [at(i + 1, j), at(i, j + 1), at(i + 1, j + 1)]
    const sum = Math.max(item.sum, row.sum)
    const ways =
      [item, row].reduce((n, one) => n + (one.sum === sum ? one.ways : 0), 0) - (both.sum === sum ? both.ways : 0)
    return { sum, ways }
  }
  for (let i = scores.length - 1; i >= 0; i -= 1) {
    for (let j = width - 1; j >= 0; j -= 1) {
      const [take, skip] = [taking(i, j), skipping(i, j)]
      const sum = Math.max(take.sum, skip.sum)
      const ways = (take.sum === sum ? take.ways : 0) + (skip.sum === sum ? skip.ways : 0)
      const line = best[i]
      if (line) line[j] = { sum, ways }
    }
  }
  if (at(0, 0).ways > 1) return undefined
  const chosen: (number | undefined)[] = scores.map(() => undefined)
  for (let i = 0, j = 0; i < scores.length && j < width;) {
    if (taking(i, j).sum === at(i, j).sum) {
      chosen[i] = j
      i += 1
      j += 1
    } else if (at(i + 1, j).sum === at(i, j).sum) i += 1
    else j += 1
  }
  return chosen
}

/** Rows without labels between two labelled rows, with the text after them and the text further around. */
interface Stretch {
  items: readonly RowItem[]
  after: readonly string[]
  around: string
}

/** Gives the rows of a stretch the labels that are missing there. */
function alignStretch({ items: stretch, after, around }: Stretch, missing: readonly FormRowCells[]): Aligned[] {
  if (stretch.length === 0 || missing.length === 0 || stretch.length > LONGEST_STRETCH) return []
  const windows = stretch.map((item, i) => windowOf(item, stretch[i + 1]?.before ?? after))
  const scores = windows.map((window) =>
    missing.map((row) =>
      isCompatible(window.own, row) ? row.keys.reduce((best, key) => Math.max(best, support(window, key)), 0) : 0,
    ),
  )
  const inOrder = stretch.flatMap((item, i) => {
    const row = missing[i]
    const isSupported =
      (scores[i]?.[i] ?? 0) > 0 || row?.keys.some((key) => key.length > SHORT_KEY && isSubsequence(key, around))
    const by = isSupported ? ('pieces' as const) : ('order' as const)
    return row && isCompatible(item.own, row) ? [{ item, row, by }] : []
  })
  if (stretch.length === missing.length && inOrder.length === stretch.length) return inOrder
  const chosen = bestMatching(scores) ?? []
  return stretch.flatMap((item, i) => {
    const row = missing[chosen[i] ?? -1]
    return row ? [{ item, row, by: 'pieces' as const }] : []
  })
}

/** The rows without doubtful labels: a label like one of the form counts only in its order, if no row has it exactly. */
function confirmedNear(items: readonly RowItem[]): RowItem[] {
  const exact = new Set(items.flatMap(({ row, how }) => (row && how === 'exact' ? [row] : [])))
  const taken = new Set<FormRowCells>()
  return items.map((item) => {
    if (item.how !== 'near' || !item.row) return item
    if (exact.has(item.row) || taken.has(item.row)) return { ...item, row: undefined, how: 'none' as const }
    taken.add(item.row)
    return item
  })
}

/** Whether a row's own text has letters that the row's labels do not have, or ends with a number. */
function hasForeign(own: string, { letters }: FormRowCells): boolean {
  return /\d$/.test(own) || [...own.replace(/\d/g, '')].some((char) => !letters.has(char))
}

/** True where a label differs from the form's only because the rest of it is on the lines around. */
function isBroken(item: RowItem, row: FormRowCells, after: readonly string[]): boolean {
  const { letters } = windowOf(item, after)
  return !hasForeign(item.own, row) && row.keys.some((key) => isSubsequence(key, letters))
}

/**
 * Finds the form's row for each row of the source. Known labels decide. Rows between two known ones take the labels
 * missing there: by the text around them, else in order if their numbers agree.
 */
export function alignRows(given: readonly RowItem[], after: readonly string[], { rows }: FormRows): Aligned[] {
  const items = confirmedNear(given)
  const taken = new Set(items.flatMap(({ row }) => (row ? [row] : [])))
  const aligned: Aligned[] = []
  let stretch: RowItem[] = []
  let last = -1
  const endRun = (next: number, text: readonly string[], end: number) => {
    const missing = rows.slice(last + 1, Math.max(last + 1, next)).filter((row) => !taken.has(row))
    const near =
      stretch.length > 0 && missing.length > 0
        ? items.slice(Math.max(0, end - stretch.length - AROUND), end + AROUND)
        : []
    const around = lettersOf(near.flatMap(({ before }) => before).join(''), LONGEST_AROUND)
    for (const entry of alignStretch({ items: stretch, after: text, around }, missing)) aligned.push(entry)
    stretch = []
  }
  items.forEach((item, i) => {
    const { row } = item
    if (!row) {
      stretch.push(item)
      return
    }
    endRun(row.index, item.before, i)
    aligned.push({
      item,
      row,
      by: item.how === 'exact' ? 'label' : isBroken(item, row, items[i + 1]?.before ?? after) ? 'pieces' : 'near',
    })
    last = row.index
  })
  endRun(rows.length, after, items.length)
  return aligned
}
