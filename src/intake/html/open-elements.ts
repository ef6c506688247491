import { implied, PARTS_OF_TABLE } from './elements'
import type { ElementLook } from './looks'
import type { Holder, Fold } from './page'

export interface OpenElement {
  name: string
  holder: Holder
  /** Nothing in it is read as text of the page. */
  isUnseen: boolean
  isLink: boolean
  isAnchor: boolean
  look: ElementLook
  fold: Fold | undefined
}

type Kind = 'unseen' | 'link' | 'anchor' | 'heading' | 'preformatted'

const kindsOf = ({ name, isUnseen, isLink, isAnchor }: OpenElement): Kind[] => [
  ...(isUnseen ? (['unseen'] as const) : []),
  ...(isLink ? (['link'] as const) : []),
  ...(isAnchor ? (['anchor'] as const) : []),
  ...(name === 'h1' ? (['heading'] as const) : []),
  ...(name === 'pre' ? (['preformatted'] as const) : []),
]

/** No page of an office nests deeper. Anything deeper counts as part of the last element. */
const DEEPEST = 256
const BETWEEN_CELLS = new Set(['table', ...PARTS_OF_TABLE].filter((name) => name !== 'td' && name !== 'th'))

/** The elements that are open, from the outermost inwards. */
export class OpenElements {
  private readonly all: OpenElement[] = []
  private readonly named = new Map<string, number>()
  private readonly kinds = new Map<Kind, number>()

  constructor(
    /** An element that is read is left. */
    private readonly leave: (element: OpenElement) => void,
    /** An element is left of which nothing was read, while what is around it is. */
    private readonly leaveUnseen: (element: OpenElement) => void,
  ) {}

  get last(): OpenElement | undefined {
    return this.all[this.all.length - 1]
  }

  has(name: string): boolean {
    return (this.named.get(name) ?? 0) > 0
  }

  /** How many elements of such a kind the text stands in. */
  depth(kind: Kind): number {
    return this.kinds.get(kind) ?? 0
  }

  get isBetweenCells(): boolean {
    return BETWEEN_CELLS.has(this.last?.name ?? '')
  }

  get isFull(): boolean {
    return this.all.length >= DEEPEST
  }

  push(element: OpenElement): void {
    this.all.push(element)
    this.count(element, 1)
  }

  /** Closes what the beginning of an element ends. */
  closeBefore(name: string): void {
    const rule = implied(name)
    if (!rule) return
    for (let i = this.all.length - 1; i >= 0; i -= 1) {
      const { name: outer } = this.all[i] ?? { name: '' }
      if (rule.ends.has(outer)) return this.popTo(i)
      if (rule.within.has(outer)) return
    }
  }

  close(name: string): void {
    if (!this.has(name)) return
    for (let i = this.all.length - 1; i >= 0; i -= 1) {
      const { name: outer } = this.all[i] ?? { name: '' }
      if (outer === name) return this.popTo(i)
      // An end tag in a table closes nothing outside the table.
      if (outer === 'table') return
    }
  }

  private popTo(index: number): void {
    while (this.all.length > index) {
      const element = this.all.pop()
      if (!element) return
      if (this.depth('unseen') === 0) this.leave(element)
      this.count(element, -1)
      if (element.isUnseen && this.depth('unseen') === 0) this.leaveUnseen(element)
    }
  }

  private count(element: OpenElement, change: 1 | -1): void {
    this.named.set(element.name, (this.named.get(element.name) ?? 0) + change)
    for (const kind of kindsOf(element)) this.kinds.set(kind, this.depth(kind) + change)
  }
}
