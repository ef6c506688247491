import { figures } from '../../form'
import { equations, equationsOf, sidesOf } from '../equations'
import type { Subject } from '../subject'

/** Where the equations of each figure begin in `read`; `signs` holds its coefficients in them. */
const starts = new Uint16Array(figures.length + 1)
equationsOf.forEach((entries, position) => (starts[position + 1] = (starts[position] ?? 0) + entries.length))
const read = Uint8Array.from(equationsOf.flat(), ({ equation }) => equation)
const signs = Int8Array.from(equationsOf.flat(), ({ sign }) => sign)

/** Differences below this come from binary fractions. */
const NOTHING = 1e-6

const isOff = (residual: number): boolean => residual > NOTHING || residual < -NOTHING

const noLastYear = new Float64Array(figures.length).fill(NaN)

/**
 * The figures as they would be after some changes, and how far each identity is off. A change recomputes only the
 * identities that read the figure, so thousands of explanations can be tried. Changes are counted because the search
 * ends after so many of them, not after a time: the same report always gives the same repairs.
 */
export class Trial {
  readonly numbers: Float64Array
  /** Left side minus right side, by position in `equations`; NaN where not judged. */
  readonly residuals: Float64Array
  /** How many identities are off. */
  broken = 0
  /** Changes made so far, those taken back included. */
  operations = 0
  private readonly lastYear: Float64Array
  /** 1 for the judged equations. */
  private readonly inSight = new Uint8Array(equations.length)

  /** Judges only the equations given (positions in `equations`). */
  constructor(subject: Subject, judged: readonly number[]) {
    for (const equation of judged) this.inSight[equation] = 1
    this.numbers = subject.numbers.slice()
    this.lastYear = subject.lastYear?.numbers ?? noLastYear
    this.residuals = new Float64Array(equations.length).fill(NaN)
    for (const equation of judged) this.residuals[equation] = this.evaluated(equation)
    this.broken = judged.filter((equation) => this.isBroken(equation)).length
  }

  private evaluated(index: number): number {
    const equation = equations[index]
    if (!equation) return NaN
    const { left, right } = sidesOf(equation, this.numbers, this.lastYear)
    return left - right
  }

  isBroken(equation: number): boolean {
    return isOff(this.residuals[equation] ?? NaN)
  }

  brokenAmong(judged: readonly number[]): number[] {
    return judged.filter((equation) => this.isBroken(equation))
  }

  number(position: number): number {
    return this.numbers[position] ?? NaN
  }

  set(position: number, value: number): void {
    const growth = value - this.number(position)
    this.operations += 1
    this.numbers[position] = value
    const end = starts[position + 1] ?? 0
    for (let i = starts[position] ?? 0; i < end; i++) {
      const equation = read[i] ?? 0
      if (this.inSight[equation] === 0) continue
      const was = this.residuals[equation] ?? NaN
      const moved = was + (signs[i] ?? 0) * growth
      const now = Number.isNaN(moved) ? this.evaluated(equation) : moved
      this.residuals[equation] = now
      this.broken += Number(isOff(now)) - Number(isOff(was))
    }
  }

  /** The judged equations that read a figure. */
  readersOf(position: number): number[] {
    const readers: number[] = []
    const end = starts[position + 1] ?? 0
    for (let i = starts[position] ?? 0; i < end; i++) {
      const equation = read[i] ?? 0
      if (this.inSight[equation] === 1) readers.push(equation)
    }
    return readers
  }

  /**
   * What a figure has to be so that every equation for which `counts` is true holds; `undefined` where they contradict
   * each other, NaN where none of them can be judged.
   */
  asked(position: number, counts: (equation: number) => boolean): number | undefined {
    let asked = NaN
    const end = starts[position + 1] ?? 0
    for (let i = starts[position] ?? 0; i < end; i++) {
      const equation = read[i] ?? 0
      const residual = this.residuals[equation] ?? NaN
      if (Number.isNaN(residual) || !counts(equation)) continue
      const meant = this.number(position) - residual / (signs[i] ?? 1)
      if (!Number.isNaN(asked) && asked !== meant) return undefined
      asked = meant
    }
    return asked
  }

  /** Changes some figures, does the work, then takes the changes back. */
  during<T>(cells: readonly number[], values: readonly number[], work: () => T): T {
    const before = cells.map((cell) => this.number(cell))
    cells.forEach((cell, i) => this.set(cell, values[i] ?? NaN))
    const result = work()
    cells.forEach((cell, i) => this.set(cell, before[i] ?? NaN))
    return result
  }

  /** Whether every judged identity holds after the changes. */
  mendsAll(cells: readonly number[], values: readonly number[]): boolean {
    return this.during(cells, values, () => this.broken === 0)
  }
}

/** Whether an office can have counted so many: a whole number from 0 on. */
export const isCount = (value: number): boolean => value >= 0 && Number.isSafeInteger(value)
