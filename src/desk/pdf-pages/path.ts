import { moved } from './matrix'
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
