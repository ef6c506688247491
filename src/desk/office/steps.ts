import { officeWords as words } from '../../words/office'
import { cellName } from '../store'
import type { Change } from './working-copy'
import { OfficeError } from './error'
import type { Obstacle, Step } from './step'
import type { Writers } from './writers'

export type Way = 'undo' | 'redo'

const mostSteps = 100

/** What each person can undo. Empty whenever a workbook is opened. */
export class Steps {
  private readonly people = new Map<string, Record<Way, Step[]>>()

  constructor(private readonly writers: Writers) {}

  /** Nobody can go back any more. */
  forget(): void {
    this.people.clear()
  }

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

  blocked(id: string, { what }: Step, obstacle: Obstacle): OfficeError {
    switch (obstacle.kind) {
      case 'locked':
        return new OfficeError('refused', words.lockedSince(what, obstacle.reason))
      case 'sheet':
        return new OfficeError('conflict', words.sheetChangedSince(what, obstacle.name))
      case 'cell': {
        const { sheet, row, column } = obstacle
        const last = this.writers.last({ sheet: sheet.id, row, column })
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
