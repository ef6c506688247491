import { boxOf, moved, MOST_OFF } from './matrix'
import type { Matrix, Point } from './matrix'

/** A stroke of the pen without lifting it. */
export interface Subpath {
  points: Point[]
  isClosed: boolean
  isCurved: boolean
}

/** How the library writes a path: a code, then its numbers. */
const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3

const LENGTH: Readonly<Record<number, number>> = { [MOVE]: 2, [LINE]: 2, [CURVE]: 6, [QUADRATIC]: 4 }

/** The subpaths of a path, in the page's own plane. */
export function subpathsOf(path: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const subpaths: Subpath[] = []
  let current: Subpath | undefined
  for (let i = 0; i < path.length;) {
    const code = path[i] ?? 0
    const length = LENGTH[code] ?? 0
    if (length === 0) {
      if (current) current.isClosed = true
      i += 1
      continue
    }
    const end = moved(matrix, path[i + length - 1] ?? 0, path[i + length] ?? 0)
    if (code === MOVE || !current) {
      current = { points: [], isClosed: false, isCurved: false }
      subpaths.push(current)
    }
    current.points.push(end)
    if (code !== MOVE && code !== LINE) current.isCurved = true
    i += length + 1
  }
  return subpaths
}

export function isRectangle({ points, isCurved }: Subpath): boolean {
  if (isCurved || points.length < 4 || points.length > 5) return false
  const box = boxOf(points)
  const near = (a: number, b: number) => Math.abs(a - b) <= MOST_OFF
  return points.every(
    ({ x, y }) => (near(x, box.left) || near(x, box.right)) && (near(y, box.top) || near(y, box.bottom)),
  )
}

/** Whether a point is within an outline. */
export function holdsPoint({ points }: Subpath, { x, y }: Point): boolean {
  let isIn = false
  points.forEach((to, i) => {
    const from = points[(i || points.length) - 1] ?? to
    const isAcross = from.y > y !== to.y > y
    if (isAcross && x < from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)) isIn = !isIn
  })
  return isIn
}
