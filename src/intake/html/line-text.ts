import type { Block } from '../blocks'

const BLANKS = /[ \t\r\n\f]+/g
const isWide = (character: string) => character >= '\u2e80'

/**
 * Blanks of the source that hold a line end or a tab are one blank, and none between two Chinese characters; other
 * blanks stay as they are, since our own pages hold a text exactly.
 */
export function collapsed(text: string): string {
  return text.replace(BLANKS, (run, at: number) => {
    if (!/[^ ]/.test(run)) return run
    return isWide(text.charAt(at - 1)) && isWide(text.charAt(at + run.length)) ? '' : ' '
  })
}

/** What stands beside a link in a list: signs and a date. */
const BESIDE_LINK = /^[^\p{L}]*$/u

/** What lies around a piece of text. */
export interface Around {
  isAnchor: boolean
  isLink: boolean
  isHeading: boolean
}

/** The text of the line that is being read, and how much of it are links. */
export class LineText {
  text = ''
  private linked = 0
  private unlinked = 0
  private anchored = 0
  private besideAnchor = ''

  append(text: string, { isAnchor, isLink }: Around): void {
    this.text += text
    if (text.trim() === '') return
    if (isAnchor) this.anchored += 1
    else this.besideAnchor += text
    if (isLink) this.linked += 1
    else this.unlinked += 1
  }

  /** Adds what no reader sees, which makes a line neither a link nor more than one. */
  appendUnseen(text: string): void {
    this.text += text
  }

  get isLink(): boolean {
    return this.linked > 0 && this.unlinked === 0
  }

  /** An index of links is no heading, nor is a heading that is a link one. */
  kindIn({ isHeading }: Around): Block['kind'] {
    const isLink = this.anchored > 0 && BESIDE_LINK.test(this.besideAnchor)
    if (isHeading) return isLink ? undefined : 'heading'
    return isLink ? 'link' : undefined
  }
}
