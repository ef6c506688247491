import { plainForms } from './lexicon'

/** A text without its blanks, each character in its plain form; `at` is the index of each in the text as written. */
export interface Characters {
  text: string
  at: Uint32Array
}

const BLANK = /[\s\u200b\ufeff\u00ad]/
const ENDS_LINE = /[。！？；：，、,.;:!?]/
const STARTS_ITEM = /[（(一二三四五六七八九十0-9#]/

/** A line broken by the width of a page has at least so many characters. */
const WRAPPED_LINE = 18

/** Whether the line feed at `i` ends a paragraph; otherwise the width of a page broke the line. */
function endsParagraph(text: string, i: number, lineStart: number): boolean {
  let next = i + 1
  let feeds = 0
  while (next < text.length && BLANK.test(text.charAt(next)) && feeds === 0)
    feeds += text.charAt(next++) === '\n' ? 1 : 0
  const isLong = i - lineStart >= WRAPPED_LINE
  const previous = text.charAt(i - 1)
  if (feeds > 0 || !isLong) return true
  return (
    !ENDS_LINE.test(previous) &&
    STARTS_ITEM.test(text.charAt(next)) &&
    !/[0-9年第（(]/.test(previous + text.charAt(next))
  )
}

export function plainCharacters(text: string): Characters {
  const forms = plainForms()
  const at = new Uint32Array(text.length + 1)
  const kept: string[] = []
  let lineStart = 0
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i)
    const plain = forms.get(character) ?? character
    if (plain !== '' && (character !== '\n' || endsParagraph(text, i, lineStart))) {
      at[kept.length] = i
      kept.push(plain)
    }
    if (character === '\n') lineStart = i + 1
  }
  at[kept.length] = text.length
  return { text: kept.join(''), at }
}
