/** Finding words inside of one text, with full-width and capital letters counted as plain ones. Pure. */

export interface Found {
  start: number
  end: number
}

/** The text as it is compared, and for each of its letters the place in the text itself. */
function folded(text: string): { letters: string; places: number[] } {
  const places: number[] = []
  let letters = ''
  for (let at = 0; at < text.length; at++) {
    const own = text.charAt(at).normalize('NFKC').toLowerCase()
    for (let i = 0; i < own.length; i++) places.push(at)
    letters += own
  }
  return { letters, places }
}

export function everyFound(text: string, words: string): Found[] {
  const sought = folded(words).letters
  if (sought === '') return []
  const { letters, places } = folded(text)
  const found: Found[] = []
  for (let at = letters.indexOf(sought); at >= 0; at = letters.indexOf(sought, at + sought.length)) {
    found.push({ start: places[at] ?? 0, end: (places[at + sought.length - 1] ?? 0) + 1 })
  }
  return found
}

/** The next one after the selection, or the one before it; null where the text has no further one. */
export function nextFound(text: string, words: string, selected: Found | null, isBack: boolean): Found | null {
  const all = everyFound(text, words)
  if (!selected) return (isBack ? all[all.length - 1] : all[0]) ?? null
  if (!isBack) return all.find(({ start }) => start >= selected.end) ?? null
  const before = all.filter(({ end }) => end <= selected.start)
  return before[before.length - 1] ?? null
}
