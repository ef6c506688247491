/** The marks behind the text: the same words in the same lines, only underlined. */
import { fill, h } from '../ui/dom'
import { pieces } from './marks'
import type { Mark, MarkKind } from './marks'

/** Of several marks on the same words, the gravest is seen. */
const gravity: readonly MarkKind[] = ['found', 'error', 'warning', 'comment', 'info']

interface Line {
  element: HTMLElement
  /** What is drawn in it: the words, and the marks by place. */
  drawn: string
}

function kindOf(marks: readonly Mark[]): MarkKind | null {
  return gravity.find((kind) => marks.some((mark) => mark.kind === kind)) ?? null
}

function contentOf(text: string, start: number, end: number, marks: readonly Mark[]): (Node | string)[] {
  // A blank line is as high as any other.
  if (start === end) return ['\u200b']
  return pieces(start, end, marks).map((piece) => {
    const words = text.slice(piece.start, piece.end)
    const kind = kindOf(piece.marks)
    if (kind === null) return words
    const ids = piece.marks.map(({ id }) => id).join(' ')
    return h('span', { class: `text-mark ${kind}`, 'data-marks': ids }, words)
  })
}

const sameMarks = (marks: readonly Mark[], start: number, end: number): string =>
  marks
    .filter((mark) => mark.start < end && mark.end > start)
    .map((mark) => `${mark.kind} ${mark.id} ${mark.start - start} ${mark.end - start}`)
    .join('|')

export class Overlay {
  readonly element = h('div', { class: 'text-back', 'aria-hidden': 'true' })
  private lines: Line[] = []
  private starts: number[] = []

  /** Draws only the paragraphs that have changed: of a long text that is one at each key. */
  draw(text: string, marks: readonly Mark[]): void {
    const paragraphs = text.split('\n')
    this.fit(paragraphs)
    this.starts = []
    let start = 0
    paragraphs.forEach((words, at) => {
      const end = start + words.length
      this.starts.push(start)
      const line = this.lines[at]
      const next = `${sameMarks(marks, start, end)}\n${words}`
      if (line && line.drawn !== next) {
        fill(line.element, ...contentOf(text, start, end, marks))
        line.drawn = next
      }
      start = end + 1
    })
  }

  /** Where the character stands, in pixels of the window. */
  boxOf(at: number): DOMRect | null {
    const index = this.starts.filter((start) => start <= at).length - 1
    const line = this.lines[index]
    if (!line) return null
    const range = document.createRange()
    let left = at - (this.starts[index] ?? 0)
    const walker = document.createTreeWalker(line.element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0
      if (left < length) {
        range.setStart(node, left)
        range.setEnd(node, left + 1)
        return range.getBoundingClientRect()
      }
      left -= length
    }
    return line.element.getBoundingClientRect()
  }

  /** Names of the marks under the pointer. */
  idsAt(x: number, y: number): string[] {
    for (const element of document.elementsFromPoint(x, y)) {
      const ids = element instanceof HTMLElement ? element.dataset['marks'] : undefined
      if (ids !== undefined && this.element.contains(element)) return ids.split(' ')
    }
    return []
  }

  /** As many elements as paragraphs; those before and after what was changed stay as they are. */
  private fit(paragraphs: readonly string[]): void {
    const { lines } = this
    const surplus = lines.length - paragraphs.length
    if (surplus === 0) return
    let same = 0
    const wordsOf = ({ drawn }: Line) => drawn.slice(drawn.indexOf('\n') + 1)
    while (same < Math.min(lines.length, paragraphs.length)) {
      const line = lines[same]
      if (!line || wordsOf(line) !== paragraphs[same]) break
      same += 1
    }
    if (surplus > 0) for (const { element } of lines.splice(same, surplus)) element.remove()
    else {
      const fresh = Array.from({ length: -surplus }, (): Line => ({ element: h('div'), drawn: '\u0000' }))
      const next = lines[same]?.element ?? null
      for (const { element } of fresh) this.element.insertBefore(element, next)
      lines.splice(same, 0, ...fresh)
    }
  }
}
