/** Between a Chinese character and a letter, or a digit, some texts have a blank and others have none. */
const BESIDE_LETTER = /[\u4e00-\u9fff](?<blank> ?)[A-Za-z]|[A-Za-z](?<after> ?)[\u4e00-\u9fff]/g
const BESIDE_DIGIT = /[\u4e00-\u9fff](?<blank> ?)\d|\d(?<after> ?)[\u4e00-\u9fff]/g

const CHINESE = /[\u4e00-\u9fff]/
const BREAKS = /[-/@]$/
const isLatin = (text: string): boolean => /^[!-~]/.test(text)
const endsLatin = (text: string): boolean => /[!-~]$/.test(text)

/** Whether most of some places have a blank; undefined where there is no such place. */
function mostHaveBlank(texts: readonly string[], places: RegExp): boolean | undefined {
  let [blanks, all] = [0, 0]
  for (const text of texts) {
    for (const { groups } of text.matchAll(places)) {
      all += 1
      if (groups?.['blank'] === ' ' || groups?.['after'] === ' ') blanks += 1
    }
  }
  return all === 0 ? undefined : blanks > all / 2
}

/** How the lines of a text are put together: a blank that stood where a line ended is lost. */
type Joint = (before: string, after: string) => string

/** Where a text has blanks beside Chinese characters. */
export interface Habits {
  letters: boolean | undefined
  digits: boolean | undefined
}

export const habitsOf = (lines: readonly string[]): Habits => ({
  letters: mostHaveBlank(lines, BESIDE_LETTER),
  digits: mostHaveBlank(lines, BESIDE_DIGIT),
})

/** Between words of letters stands a blank. Beside Chinese characters one does where the lines have it, else the text. */
function jointOf(lines: readonly string[], text: Habits): Joint {
  const own = habitsOf(lines)
  const [letters, digits] = [own.letters ?? text.letters, own.digits ?? text.digits]
  return (before, after) => {
    if (endsLatin(before) && isLatin(after)) return BREAKS.test(before) ? '' : ' '
    const [last, first] = [before.slice(-1), after.slice(0, 1)]
    const other = CHINESE.test(last) ? first : CHINESE.test(first) ? last : ''
    const hasBlank = (/[A-Za-z]/.test(other) && letters) || (/\d/.test(other) && digits)
    return hasBlank ? ' ' : ''
  }
}

const noHabits: Habits = { letters: undefined, digits: undefined }

/** The lines of a paragraph as one. `text`: where all of the text has blanks. */
export function joinedLines(texts: readonly string[], text: Habits = noHabits): string {
  const joint = jointOf(texts, text)
  return texts.reduce((all, line) => (all === '' ? line : all + joint(all, line) + line), '')
}
