import { officeWords as words } from '../../words/office'
import type { Overwrote } from '../protocol'
import { cellName } from '../store'
import type { Change } from './working-copy'
import { OfficeError } from './error'
import type { Obstacle, Step } from './step'

export type Way = 'undo' | 'redo'

interface Last {
  seq: number
  by: string
  who: string
}

const mostSteps = 100

/** What each person can undo, and who last changed each cell. Empty whenever a workbook is opened. */
export class Steps {
  private readonly people = new Map<string, Record<Way, Step[]>>()
  /** Keyed `sheet,row,column`. */
  private readonly cells = new Map<string, Last>()

  /** A person's run. What was undone before it cannot be redone any more. */
  ran({ by, patch, backward }: Change, what: string): void {
    this.remember(by, { what, forward: patch, backward, isRun: true })
  }

  /** A person's edit. */
  edited({ by, patch, backward, cells }: Change, tab: string): void {
    const what = words.edited(cells[0]?.cell ?? tab, cells.length)
    this.remember(by, { what, forward: patch, backward, isRun: false })
  }

  private remember(by: string, step: Step): void {
    const steps = this.of(by)
    steps.undo = [...steps.undo, step].slice(-mostSteps)
    steps.redo = []
  }

  /** Throws an OfficeError if there is none. */
  last(id: string, way: Way): Step {
    const step = this.of(id)[way].at(-1)
    if (!step) throw new OfficeError('refused', way === 'undo' ? words.nothingToUndo : words.nothingToRedo)
    return step
  }

  /** A step was undone, by this change; null: nothing was left of the step. */
  moved(id: string, way: Way, change: Change | null): void {
    const steps = this.of(id)
    const step = steps[way].pop()
    const other = way === 'undo' ? steps.redo : steps.undo
    if (step && change) other.push({ ...step, forward: change.patch, backward: change.backward })
  }

  /** Remembers who changed which cells. */
  touch({ cells, seq, by, who }: Change): void {
    for (const { sheet, row, column } of cells) this.cells.set(`${sheet},${row},${column}`, { seq, by, who })
  }

  /** Edits of others that a change replaces and its author had not seen. Call it before `touch`. */
  overwrote({ cells, by }: Change, base: number): (Overwrote & { by: string })[] {
    return cells.flatMap(({ sheet, row, column, cell, from }) => {
      const last = this.cells.get(`${sheet},${row},${column}`)
      const isOthers = last && last.by !== by && last.seq > base
      return isOthers ? [{ sheet, row, column, cell, who: last.who || words.someone, value: from, by: last.by }] : []
    })
  }

  blocked(id: string, { what }: Step, obstacle: Obstacle): OfficeError {
    switch (obstacle.kind) {
      case 'locked':
        return new OfficeError('refused', words.lockedSince(what, obstacle.reason))
      case 'sheet':
        return new OfficeError('conflict', words.sheetChangedSince(what, obstacle.name))
      case 'cell': {
        const { sheet, row, column } = obstacle
        const last = this.cells.get(`${sheet.id},${row},${column}`)
        const who = last && last.by !== id ? last.who : ''
        return new OfficeError('conflict', words.changedSince(what, who, cellName(sheet, row, column)))
      }
    }
  }

  private of(id: string): Record<Way, Step[]> {
    const known = this.people.get(id) ?? { undo: [], redo: [] }
    this.people.set(id, known)
    return known
  }
}
