/** Between a Chinese character and a letter, or a digit, some texts have a blank and others have none. */
const BESIDE_LETTER = /[\u4e00-\u9fff](?<blank> ?)[A-Za-z]|[A-Za-z](?<after> ?)[\u4e00-\u9fff]/g
const BESIDE_DIGIT = /[\u4e00-\u9fff](?<blank> ?)\d|\d(?<after> ?)[\u4e00-\u9fff]/g

const CHINESE = /[\u4e00-\u9fff]/
const BREAKS = /[-/@]$/
const isLatin = (text: string): boolean => /^[!-~]/.test(text)
const endsLatin = (text: string): boolean => /[!-~]$/.test(text)

function mostHaveBlank(texts: readonly string[], places: RegExp): boolean {
  let [blanks, all] = [0, 0]
  for (const text of texts) {
    for (const { groups } of text.matchAll(places)) {
      all += 1
      if (groups?.['blank'] === ' ' || groups?.['after'] === ' ') blanks += 1
    }
  }
  return blanks > all / 2
}

/** How the lines of a text are put together: a blank that stood where a line ended is lost. */
export type Joint = (before: string, after: string) => string

/** Between words of letters stands a blank. Beside Chinese characters one does where the text has it elsewhere. */
export function jointOf(lines: readonly string[]): Joint {
  const [letters, digits] = [mostHaveBlank(lines, BESIDE_LETTER), mostHaveBlank(lines, BESIDE_DIGIT)]
  return (before, after) => {
    if (endsLatin(before) && isLatin(after)) return BREAKS.test(before) ? '' : ' '
    const [last, first] = [before.slice(-1), after.slice(0, 1)]
    const other = CHINESE.test(last) ? first : CHINESE.test(first) ? last : ''
    const hasBlank = (/[A-Za-z]/.test(other) && letters) || (/\d/.test(other) && digits)
    return hasBlank ? ' ' : ''
  }
}

/** Of labels and other short texts. */
const plainJoint = jointOf([])

/** Texts of lines as one. */
export const joinedLines = (texts: readonly string[], joint: Joint = plainJoint): string =>
  texts.reduce((all, text) => (all === '' ? text : all + joint(all, text) + text), '')
