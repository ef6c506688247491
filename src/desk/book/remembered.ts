/** A function of a text that remembers up to `most` results: workbooks ask for the same ones again and again. */
export function remembered<T>(make: (text: string) => T, most: number): (text: string) => T {
  const answers = new Map<string, T>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = make(text)
    if (answers.size >= most) answers.clear()
    answers.set(text, answer)
    return answer
  }
}
