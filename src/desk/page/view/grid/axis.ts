/** Where rows or columns begin: their sizes summed up. Lines count from 1; a hidden one has the size 0. */
export class Axis {
  private readonly sizes: Float64Array
  private readonly ends: Float64Array
  private isStale = true

  constructor(
    readonly count: number,
    sizeOf: (line: number) => number,
  ) {
    this.sizes = Float64Array.from({ length: count }, (_, index) => sizeOf(index + 1))
    this.ends = new Float64Array(count)
  }

  get total(): number {
    return this.endOf(this.count)
  }

  sizeOf(line: number): number {
    return this.sizes[line - 1] ?? 0
  }

  /** Pixels before the line. */
  startOf(line: number): number {
    return line <= 1 ? 0 : this.endOf(line - 1)
  }

  endOf(line: number): number {
    if (this.isStale) this.sumUp()
    return this.ends[Math.min(line, this.count) - 1] ?? 0
  }

  /** True: the size was another. */
  set(line: number, size: number): boolean {
    if (line < 1 || line > this.count || Math.abs(this.sizeOf(line) - size) < 0.01) return false
    this.sizes[line - 1] = size
    this.isStale = true
    return true
  }

  /** The line at so many pixels; before the first or behind the last one: that line. */
  lineAt(pixels: number): number {
    let [low, high] = [1, this.count]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.endOf(middle) > pixels) high = middle
      else low = middle + 1
    }
    return low
  }

  private sumUp(): void {
    let sum = 0
    for (let index = 0; index < this.count; index++) {
      sum += this.sizes[index] ?? 0
      this.ends[index] = sum
    }
    this.isStale = false
  }
}
