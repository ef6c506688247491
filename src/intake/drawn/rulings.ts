import { least, most, type Box } from './box'
import type { DrawnLine } from './page'

/** A line of a table: level ones run along x at a height, upright ones along y. */
export interface Ruling {
  at: number
  from: number
  to: number
}

export interface Rulings {
  level: Ruling[]
  upright: Ruling[]
}

/** Lines this near are one line, in sizes of the text. */
export const NEAR = 0.22
/** Between the strokes of a dashed line. */
const DASH_GAP = 0.75
const LONGEST_DASH = 2.2
/** Shorter lines are strokes of signs, whatever stands in a row with them. */
const SHORTEST = 0.5
const MOST_OFF = 1

interface Stretch {
  at: number
  from: number
  to: number
}

const isLevel = (line: DrawnLine) =>
  line.bottom - line.top <= MOST_OFF && line.right - line.left >= line.bottom - line.top
const isUpright = (line: DrawnLine) =>
  line.right - line.left <= MOST_OFF && line.bottom - line.top > line.right - line.left

/** A dot of a dotted line runs both ways. */
const isDot = (line: DrawnLine) => line.right - line.left <= MOST_OFF * 3.2 && line.bottom - line.top <= MOST_OFF * 3.2

const middle = (from: number, to: number) => (from + to) / 2

function stretches(lines: readonly DrawnLine[]): { level: Stretch[]; upright: Stretch[] } {
  const level = lines
    .filter((line) => isLevel(line) || isDot(line))
    .map((line) => ({ at: middle(line.top, line.bottom), from: line.left, to: line.right }))
  const upright = lines
    .filter((line) => isUpright(line) || isDot(line))
    .map((line) => ({ at: middle(line.left, line.right), from: line.top, to: line.bottom }))
  return { level, upright }
}

/** Puts together what is on one line: what touches, and the strokes of a dashed line. */
function joined(group: readonly Stretch[], em: number): Ruling[] {
  const sorted = [...group].sort((a, b) => a.from - b.from)
  const rulings: (Ruling & { weight: number; last: number })[] = []
  for (const { at, from, to } of sorted) {
    const current = rulings[rulings.length - 1]
    const isDashed = current !== undefined && to - from <= LONGEST_DASH * em && current.last <= LONGEST_DASH * em
    const gap = (isDashed ? DASH_GAP : NEAR) * em
    const weight = Math.max(to - from, 0.1)
    if (current && from - current.to <= gap) {
      current.at = (current.at * current.weight + at * weight) / (current.weight + weight)
      current.weight += weight
      current.last = to - from
      current.to = Math.max(current.to, to)
    } else rulings.push({ at, from, to, weight, last: to - from })
  }
  return rulings.filter(({ from, to }) => to - from >= SHORTEST * em).map(({ at, from, to }) => ({ at, from, to }))
}

/** Lines side by side that are one: those within a hair of each other. */
function merged(all: readonly Stretch[], em: number): Ruling[] {
  const sorted = [...all].sort((a, b) => a.at - b.at)
  const groups: Stretch[][] = []
  let start = -Infinity
  let last = -Infinity
  for (const stretch of sorted) {
    const isSame = stretch.at - last <= NEAR * em && stretch.at - start <= 2 * NEAR * em
    if (!isSame) {
      groups.push([])
      start = stretch.at
    }
    last = stretch.at
    groups[groups.length - 1]?.push(stretch)
  }
  return groups.flatMap((group) => joined(group, em))
}

/** The level and upright lines of a page, each once, whatever strokes it was painted with. `em`: the size of its text. */
export function rulingsOf(lines: readonly DrawnLine[], em: number): Rulings {
  const { level, upright } = stretches(lines)
  return { level: merged(level, em), upright: merged(upright, em) }
}

/** Lines that touch each other, with their frame. */
export interface Frame extends Rulings, Box {}

class Groups {
  private readonly parents: number[] = []

  constructor(count: number) {
    for (let i = 0; i < count; i += 1) this.parents.push(i)
  }

  find(i: number): number {
    let at = i
    while (this.parents[at] !== at) {
      const parent = this.parents[at] ?? at
      this.parents[at] = this.parents[parent] ?? parent
      at = parent
    }
    return at
  }

  join(a: number, b: number): void {
    this.parents[this.find(a)] = this.find(b)
  }
}

const MOST_PAIRS = 4_000_000

function frameOf(level: Ruling[], upright: Ruling[]): Frame {
  const xs = [...upright.map(({ at }) => at), ...level.flatMap(({ from, to }) => [from, to])]
  const ys = [...level.map(({ at }) => at), ...upright.flatMap(({ from, to }) => [from, to])]
  return { level, upright, left: least(xs), right: most(xs), top: least(ys), bottom: most(ys) }
}

/** The lines of a page by tables: those that meet. Lines that meet no other give no frame. */
export function framesOf({ level, upright }: Rulings, em: number): Frame[] {
  if (level.length * upright.length > MOST_PAIRS) return []
  const near = 2 * NEAR * em
  const groups = new Groups(level.length + upright.length)
  level.forEach((line, i) => {
    upright.forEach((post, j) => {
      const isMet =
        post.at >= line.from - near &&
        post.at <= line.to + near &&
        line.at >= post.from - near &&
        line.at <= post.to + near
      if (isMet) groups.join(i, level.length + j)
    })
  })
  const byGroup = new Map<number, { level: Ruling[]; upright: Ruling[] }>()
  const groupOf = (i: number) => {
    const key = groups.find(i)
    const group = byGroup.get(key) ?? { level: [], upright: [] }
    byGroup.set(key, group)
    return group
  }
  level.forEach((line, i) => groupOf(i).level.push(line))
  upright.forEach((post, j) => groupOf(level.length + j).upright.push(post))
  return [...byGroup.values()]
    .filter((group) => group.level.length > 0 && group.upright.length > 0)
    .map((group) => frameOf(group.level, group.upright))
    .sort((a, b) => a.top - b.top)
}
