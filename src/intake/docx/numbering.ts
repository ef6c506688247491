import { markupTokens } from '../markup/tokens'
import { isNumbered, printed } from './number-formats'

/** A paragraph's list and level, absent where they come from its style. */
export interface ListPlace {
  list: string | undefined
  level: string | undefined
  style: string | undefined
}

interface Level {
  format: string
  pattern: string
  start: number
}

interface List {
  /** Lists with the same abstract definition share their counters. */
  abstract: string
  /** Where a list begins anew, by level. */
  restarts: Map<number, number>
}

/** The name without its prefix, and the attributes by such names. */
export const local = (name: string): string => name.slice(name.indexOf(':') + 1)

export function valueOf(attributes: ReadonlyMap<string, string>, name = 'val'): string | undefined {
  return attributes.get(`w:${name}`) ?? [...attributes].find(([key]) => local(key) === name)?.[1]
}

const OFF = /^(?:0|false|off|none)$/i

/** True for a property that is there and not switched off. */
export const isOn = (attributes: ReadonlyMap<string, string>): boolean => !OFF.test(valueOf(attributes) ?? '')

/** Fills the definitions of lists from numbering.xml. */
class ListReader {
  private abstract = ''
  private list = ''
  private at = 0
  private isOverride = false

  constructor(
    private readonly levels: Map<string, Level>,
    private readonly lists: Map<string, List>,
  ) {}

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const value = valueOf(attributes) ?? ''
    if (name === 'abstractnum') this.abstract = valueOf(attributes, 'abstractnumid') ?? ''
    else if (name === 'num') this.list = valueOf(attributes, 'numid') ?? ''
    else if (name === 'abstractnumid') this.lists.set(this.list, { abstract: value, restarts: new Map() })
    else if (name === 'startoverride') this.lists.get(this.list)?.restarts.set(this.at, Number(value))
    else if (name === 'lvl' || name === 'lvloverride') this.openLevel(name, valueOf(attributes, 'ilvl') ?? '0')
    else if (!this.isOverride) this.describe(name, value)
  }

  close(name: string): void {
    if (name === 'lvloverride') this.isOverride = false
  }

  private openLevel(name: string, level: string): void {
    this.at = Number(level)
    if (name === 'lvloverride') this.isOverride = true
    else if (!this.isOverride) this.levels.set(this.key, { format: 'decimal', pattern: '', start: 1 })
  }

  private describe(name: string, value: string): void {
    const level = this.levels.get(this.key)
    if (level && name === 'numfmt') level.format = value
    else if (level && name === 'lvltext') level.pattern = value
    else if (level && name === 'start') level.start = Number(value)
  }

  private get key(): string {
    return `${this.abstract} ${this.at}`
  }
}

/** Automatic numbers are not in a document's text, so they are counted as Word counts them. */
export class Numbering {
  private readonly levels = new Map<string, Level>()
  private readonly lists = new Map<string, List>()
  private readonly styles = new Map<string, ListPlace>()
  private readonly counts = new Map<string, number[]>()
  private readonly begun = new Set<string>()

  constructor(numberingXml: string, stylesXml: string) {
    this.readLists(numberingXml)
    this.readStyles(stylesXml)
  }

  /** The number in front of the next paragraph of a list, as it is printed; empty where there is none. */
  next(place: ListPlace): string {
    const { list: id, level: written } = this.placeByStyle(place)
    const list = id === undefined ? undefined : this.lists.get(id)
    const level = Number(written ?? 0)
    if (!list || id === undefined || !(level >= 0 && level < 9)) return ''
    const counts = this.counts.get(list.abstract) ?? []
    this.counts.set(list.abstract, counts)
    if (!this.begun.has(id)) {
      this.begun.add(id)
      for (const [at, start] of list.restarts) counts[at] = start - 1
    }
    counts[level] = (counts[level] ?? this.level(list, level).start - 1) + 1
    counts.length = level + 1
    return this.label(list, level, counts)
  }

  private level(list: List, level: number): Level {
    return this.levels.get(`${list.abstract} ${level}`) ?? { format: 'none', pattern: '', start: 1 }
  }

  private label(list: List, level: number, counts: readonly number[]): string {
    let hasAll = isNumbered(this.level(list, level).format)
    const text = this.level(list, level).pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const { format, start } = this.level(list, at)
      hasAll &&= isNumbered(format)
      return printed(format, counts[at] ?? start)
    })
    return hasAll ? text : ''
  }

  /** List and level of a paragraph, from itself, else from its style or a style this one is based on. */
  private placeByStyle(place: ListPlace): ListPlace {
    let current = place
    for (let steps = 0; steps < 10 && current.list === undefined && current.style !== undefined; steps += 1) {
      const base = this.styles.get(current.style)
      if (!base) return current
      current = { list: base.list, level: current.level ?? base.level, style: base.style }
    }
    return current
  }

  private readLists(xml: string): void {
    const reader = new ListReader(this.levels, this.lists)
    for (const token of markupTokens(xml)) {
      if (token.kind === 'open') reader.open(local(token.name), token.attributes)
      else if (token.kind === 'close') reader.close(local(token.name))
    }
  }

  private readStyles(xml: string): void {
    let style = { list: undefined, level: undefined, style: undefined } as ListPlace
    for (const token of markupTokens(xml)) {
      if (token.kind !== 'open') continue
      const name = local(token.name)
      if (name === 'style') {
        style = { list: undefined, level: undefined, style: undefined }
        this.styles.set(valueOf(token.attributes, 'styleid') ?? '', style)
      } else if (name === 'basedon') style.style = valueOf(token.attributes)
      else if (name === 'numid') style.list = valueOf(token.attributes)
      else if (name === 'ilvl') style.level = valueOf(token.attributes)
    }
  }
}
