/** The characters of a text that are no blanks, and where each stands. */
function withoutBlanks(text: string): { plain: string; at: Uint32Array } {
  const plain = text.replace(/\s/g, '')
  const at = new Uint32Array(plain.length)
  for (let i = 0, found = 0; found < plain.length; i++) if (text[i] === plain[found]) at[found++] = i
  return { plain, at }
}

/** Words without their blanks as they stand in the text, with its blanks and line ends; unchanged where they do not. */
export function quoterOf(text: string): (words: string) => string {
  let known: ReturnType<typeof withoutBlanks> | undefined
  return (words) => {
    if (text.includes(words)) return words
    known ??= withoutBlanks(text)
    const wanted = words.replace(/\s/g, '')
    const first = wanted === '' ? -1 : known.plain.indexOf(wanted)
    const [start, end] = [known.at[first], known.at[first + wanted.length - 1]]
    return start === undefined || end === undefined ? words : text.slice(start, end + 1)
  }
}
