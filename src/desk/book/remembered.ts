/** A function of a text that remembers its answers, up to so many: workbooks ask the same again and again. */
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
