import type { Finding, Severity } from '../../checks'
import type { Section } from '../../form'
import { intakeWords as words } from '../../words/intake'
import { sourceFinding } from '../findings'
import { marked, shownText, unframed } from '../marked-text'
import { isRowLabel } from '../rows-of-form'
import { outlineOf, titleIn } from '../sections'
import type { PageLine, Fold } from './page'
import { sectionsAmong, wholeBlock } from './report-pieces'

interface Resolved {
  lines: PageLine[]
  findings: Finding[]
}

const textOf = (line: PageLine): string => line.cells.map(unframed).join(' ').trim()
const isShown = (line: PageLine): boolean => line.cells.some((cell) => shownText(cell).trim() !== '')
const isTitle = (line: PageLine): boolean => titleIn(textOf(line)) !== undefined
const asShown = (line: PageLine): PageLine => ({ ...line, cells: line.cells.map(unframed) })
const titleOf = ({ ordinal, title }: Section): string => `${ordinal}、${title}`

/** What a reader clicks on to see more. */
const UNFOLDS = /^[▼▽↓＋+\s]*(?:点击)?(?:展开|查看|显示|阅读)(?:更多|全文|全部|详情|正文|内容)*[▼▽↓…>》»\s]*$/
const SUBHEADING = /^[（(]?[一二三四五六七八九十\d]{1,3}[)）.．、][^。]*$/
const SHORTEST_PROSE = 16
const LONGEST_TOLD = 2000

const isProse = (text: string): boolean => text.length >= SHORTEST_PROSE && text.includes('。')

/** Which folds of a page are the report, and which stand beside it. */
class Folds {
  private readonly folds = new Map<Fold, PageLine[]>()
  private readonly read = new Set<Fold>()
  /** Sections that were read out of folds. */
  private readonly folded = new Set<Section>()
  /** Folds with sections that were left out: copies, and other reports. */
  private readonly left = new Set<Fold>()
  private readonly copied = new Set<Section>()
  /** Sections that only a fold has which was left out. */
  private readonly lacking = new Set<Section>()

  constructor(private readonly lines: readonly PageLine[]) {
    for (const line of lines) {
      const { fold } = line.origin
      const own = fold && this.folds.get(fold)
      if (own) own.push(line)
      else if (fold) this.folds.set(fold, [line])
    }
  }

  resolve(): Resolved {
    this.readButtons()
    this.readSections()
    this.readTexts()
    return { lines: this.resolvedLines(), findings: this.findings() }
  }

  private isSeen(line: PageLine): boolean {
    const { fold } = line.origin
    if (fold?.isDoubted) return !this.left.has(fold) && isShown(line)
    return fold === undefined ? isShown(line) : this.read.has(fold)
  }

  /** The heading of a section may be a button that opens it. */
  private readButtons(): void {
    for (const [fold, lines] of this.folds) {
      if (fold.isButton && lines.some(isTitle)) this.read.add(fold)
    }
  }

  /** What holds sections is the report where the page shows none of them; else it is a copy, or another report. */
  private readSections(): void {
    const seen = sectionsAmong(this.lines.filter((line) => this.isSeen(line) && !line.origin.fold?.isDoubted))
    for (const [fold, lines] of this.folds) {
      const own = fold.isButton ? [] : [...sectionsAmong(lines)]
      const others = own.filter((section) => !seen.has(section))
      if (own.length === 0) continue
      // Where a page shows all of it elsewhere, a rule that hides it is believed; else what may be shown is read.
      if (fold.isDoubted && others.length > 0) continue
      const isReport = others.length === own.length
      ;(isReport ? this.read : this.left).add(fold)
      for (const section of others) (isReport ? this.folded : this.lacking).add(section)
      if (others.length === 0) own.forEach((section) => this.copied.add(section))
    }
  }

  /** Text without a title is the report where it is all that a section has, or where the page offers to unfold it. */
  private readTexts(): void {
    const titled = new Set([...this.folds].flatMap(([fold, lines]) => (lines.some(isTitle) ? [fold] : [])))
    const texts = this.lines.filter(
      (line) => this.isSeen(line) || (line.origin.fold !== undefined && !titled.has(line.origin.fold)),
    )
    for (const { section, lines } of linesBySection(texts)) {
      const seen = lines.filter((line) => this.isSeen(line)).map(textOf)
      const isEmpty = seen.every((text) => UNFOLDS.test(text) || SUBHEADING.test(text))
      const isCut = lines.some((line) => UNFOLDS.test(textOf(line)))
      for (const line of lines) {
        const { fold } = line.origin
        if (!fold || fold.isButton || fold.isDoubted || line.table || this.read.has(fold)) continue
        if (!isEmpty && !(isCut && isProse(textOf(line)))) continue
        this.read.add(fold)
        this.folded.add(section)
      }
    }
  }

  private resolvedLines(): PageLine[] {
    const told = new Set<Fold>()
    const texts = new Set(this.lines.filter((line) => this.isSeen(line)).map(textOf))
    return this.lines.flatMap((line): PageLine[] => {
      const { fold } = line.origin
      if (fold && this.read.has(fold)) return [asShown(line)]
      if (this.isDropped(line)) return []
      if ((!fold || fold.isDoubted) && (isShown(line) || line.table)) return [line]
      if (fold && told.has(fold)) return []
      if (fold) told.add(fold)
      return toldLine(fold ? (this.folds.get(fold) ?? []) : [line], texts)
    })
  }

  /** What a finding tells already, and what a reader clicks on. */
  private isDropped(line: PageLine): boolean {
    const { fold } = line.origin
    return (fold !== undefined && this.left.has(fold)) || (this.folded.size > 0 && UNFOLDS.test(textOf(line)))
  }

  private findings(): Finding[] {
    const { folded, lacking, copied } = this
    return [
      ...foldedFinding('info', words.folded, [...folded]),
      ...foldedFinding(
        'warning',
        words.foldedLacking,
        [...lacking].filter((section) => !folded.has(section)),
      ),
      ...foldedFinding('info', words.foldedCopy, lacking.size > 0 ? [] : [...copied]),
    ]
  }
}

function foldedFinding(severity: Severity, message: (titles: string[]) => string, sections: Section[]): Finding[] {
  const titles = sections.map(titleOf)
  return titles.length === 0
    ? []
    : [sourceFinding('READ.FOLDED', severity, { message: message(titles), rests: titles })]
}

/** The lines of each section of text, by the titles on the page. */
function linesBySection(lines: readonly PageLine[]): { section: Section; lines: PageLine[] }[] {
  const lineOf = new Map(lines.map((line) => [wholeBlock(line), line]))
  return outlineOf([...lineOf.keys()]).sections.flatMap(({ section, titles, blocks }) =>
    titles.length === 0 || !('narrative' in section.content)
      ? []
      : [{ section, lines: blocks.flatMap((block) => lineOf.get(block) ?? []) }],
  )
}

/** One line in place of those that are left out, where rows of a table are among them, or sentences not seen elsewhere. */
function toldLine(lines: readonly PageLine[], seen: ReadonlySet<string>): PageLine[] {
  const [first] = lines
  const texts = lines.map(textOf)
  const cells = lines.flatMap((line) => line.cells.map(unframed))
  const isOfTable = cells.some(isRowLabel) && cells.some((text) => /\d/.test(text))
  const isOfText = texts.some((text) => isProse(text) && !seen.has(text))
  if (!first || !(isOfTable || isOfText)) return []
  const text = marked(texts.join(' ').slice(0, LONGEST_TOLD), { isHidden: true })
  return [{ cells: [text], origin: first.origin }]
}

/** The lines of a report among all those of a page, shown or not, and what is told of those that a page does not show. */
export function withFoldsResolved(lines: readonly PageLine[]): Resolved {
  const isAllSeen = lines.every((line) => line.origin.fold === undefined && (line.table !== undefined || isShown(line)))
  return isAllSeen ? { lines: [...lines], findings: [] } : new Folds(lines).resolve()
}
