const METHODS = [
  'slice',
  'filter',
  'find',
  'findIndex',
  'some',
  'every',
  'reduce',
  'includes',
  'reverse',
  'map',
  'flatMap',
  'sort',
] as const

/** Elements and characters that array and text methods go over while something runs: time that no clock distorts. */
export function workOf(run: () => void): number {
  let work = 0
  const arrays = Array.prototype as unknown as Record<string, (...args: unknown[]) => unknown>
  const texts = String.prototype as unknown as Record<string, (...args: unknown[]) => unknown>
  const kept = METHODS.map((name) => [name, arrays[name]] as const)
  const keptTexts = (['startsWith', 'charAt'] as const).map((name) => [name, texts[name]] as const)
  for (const [name, own] of kept) {
    arrays[name] = function (this: unknown[], ...args) {
      work += name === 'slice' ? 1 : this.length + 1
      const result = own?.apply(this, args)
      if (name === 'slice') work += (result as unknown[]).length
      return result
    }
  }
  for (const [name, own] of keptTexts) {
    texts[name] = function (this: unknown, ...args) {
      work += 1
      return own?.apply(this, args)
    }
  }
  try {
    run()
  } finally {
    for (const [name, own] of kept) if (own) arrays[name] = own
    for (const [name, own] of keptTexts) if (own) texts[name] = own
  }
  return work
}
