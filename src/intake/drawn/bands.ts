import type { Box } from './box'

const HEIGHT = 16
/** Beyond them stands nothing that is read. */
const MOST = 4000
const bandOf = (y: number): number => Math.min(MOST, Math.max(0, Math.floor(y / HEIGHT)))

/** Boxes by their height on the page, so that few have to be looked at for one place. */
export class Bands<T extends Box> {
  private readonly bands = new Map<number, T[]>()

  constructor(boxes: readonly T[]) {
    for (const box of boxes) {
      for (let band = bandOf(box.top); band <= bandOf(box.bottom); band += 1) {
        const own = this.bands.get(band)
        if (own) own.push(box)
        else this.bands.set(band, [box])
      }
    }
  }

  /** All that may be at a height. */
  at(y: number): readonly T[] {
    return this.bands.get(bandOf(y)) ?? []
  }

  /** All that may be between two heights, each once. */
  between(top: number, bottom: number): T[] {
    const found = new Set<T>()
    for (let band = bandOf(top); band <= bandOf(bottom); band += 1) {
      for (const box of this.bands.get(band) ?? []) found.add(box)
    }
    return [...found]
  }
}
