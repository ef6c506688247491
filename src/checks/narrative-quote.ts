/** The text without whitespace, and the index in the text of each character kept. */
function withoutBlanks(text: string): { plain: string; at: Uint32Array } {
  const plain = text.replace(/\s/g, '')
  const at = new Uint32Array(plain.length)
  for (let i = 0, kept = 0; kept < plain.length; i++) if (text[i] === plain[kept]) at[kept++] = i
  return { plain, at }
}

/** Gives a quotation as the text has it, with the text's whitespace; unchanged if the text does not contain it. */
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
