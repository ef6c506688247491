/** The parts of a workbook that hold what is read, each unpacked when it is needed. */
import { unreadable } from '../error'
import type { LargeParts } from '../large/parts'
import { folderOf, targetPath } from '../../../intake'
import type { Relation } from '../../../intake'
import { Package } from '../package'
import type { PackageParts } from '../package'
import { textOf } from '../xml-text'
import { readLooks } from './looks'
import type { CellLook } from './looks'
import { readTab } from './tab'
import type { Tab, TabFrame } from './tab'
import { readTexts } from './texts'
import type { CellText } from './texts'
import { readWorkbookPart } from './workbook-part'
import type { SheetEntry, WorkbookPart } from './workbook-part'

type Texts = (index: number) => CellText | undefined

export class SheetParts {
  /** The XML of the workbook's own part. */
  readonly workbook: string
  /** The sheets with cells, in their order. */
  readonly sheets: readonly SheetEntry[]
  private readonly source: Package
  private readonly part: WorkbookPart
  private readonly folder: string
  private readonly relations: readonly Relation[]
  private readonly looks: readonly CellLook[]
  private readonly texts: Texts

  constructor(
    zip: PackageParts,
    private readonly large: LargeParts | undefined,
  ) {
    this.source = new Package(large ?? zip)
    const { main } = this.source
    const workbook = this.source.part(main)
    if (!workbook) throw unreadable('notWorkbook')
    this.workbook = textOf(workbook)
    this.part = readWorkbookPart(this.workbook)
    this.folder = folderOf(main)
    this.relations = this.source.relations(main)
    this.sheets = this.part.sheets.filter((entry) => this.hasPart(entry))
    this.looks = readLooks(this.textOf('styles'))
    this.texts = this.readTexts()
  }

  read({ relation }: SheetEntry, frame: TabFrame, isForeign: boolean): Tab {
    const xml = textOf(this.source.part(this.nameOf(relation) ?? ''))
    const { looks, texts, large } = this
    const origin = { texts, looks, dayShift: this.part.dayShift, isForeign }
    return readTab(xml, frame, origin, () => large?.rows(xml) ?? [])
  }

  private nameOf(id: string): string | undefined {
    const relation = this.relations.find((one) => one.id === id && one.type === 'worksheet')
    return relation && targetPath(this.folder, relation.target)
  }

  private hasPart({ relation }: SheetEntry): boolean {
    const name = this.nameOf(relation)
    return name !== undefined && this.source.has(name)
  }

  /** The text of the one part of a type. */
  private textOf(type: string): string {
    const relation = this.relations.find((one) => one.type === type)
    return relation ? textOf(this.source.part(targetPath(this.folder, relation.target))) : ''
  }

  private readTexts(): Texts {
    const xml = this.textOf('sharedStrings')
    if (!this.large) {
      const texts = readTexts(xml)
      return (index) => texts[index]
    }
    const items = this.large.readTexts()
    return (index) => (items[index] === undefined ? undefined : readTexts(items[index])[0])
  }
}
