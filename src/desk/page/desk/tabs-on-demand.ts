/** Cells of large tabs are asked for when they are shown, or searched. */
import { pageWords } from '../../../words/desk-page'
import type { Sheet } from '../../protocol'
import { unpackCells } from '../../book/packed'
import { api } from '../api'
import { messageOf } from './runner'
import type { ShownBook } from './shown-book'

export interface TabsOnDemandOwner {
  shown: ShownBook
  /** Gives the tab to the view. */
  load: (sheet: Sheet) => void
  progress: (text: string | null) => void
  warn: (text: string) => void
}

export class TabsOnDemand {
  private readonly coming = new Map<number, Promise<boolean>>()

  constructor(private readonly owner: TabsOnDemandOwner) {}

  /** Null: the tab is there. Resolves with false where it could not be had; the person was told. */
  fetch(sheet: number): Promise<boolean> | null {
    if (this.owner.shown.isThere(sheet)) return null
    const coming = this.coming.get(sheet) ?? this.ask(sheet).finally(() => this.coming.delete(sheet))
    this.coming.set(sheet, coming)
    return coming
  }

  async fetchAll(): Promise<void> {
    await Promise.all(this.owner.shown.missing().map((sheet) => this.fetch(sheet)))
  }

  private async ask(sheet: number): Promise<boolean> {
    const { shown, load, progress, warn } = this.owner
    progress(pageWords.loadingTab)
    try {
      const { sheet: frame, cells } = await api.tab(sheet)
      const tab = shown.arrived({ ...frame, cells: unpackCells(cells) })
      if (tab) load(tab)
      return true
    } catch (error) {
      warn(messageOf(error))
      return false
    } finally {
      progress(null)
    }
  }
}
