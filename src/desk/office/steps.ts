import { officeWords as words } from '../../words/office'
import type { Sheet } from '../book'
import { cellName } from '../store'
import type { Change } from './working-copy'
import { isEmptyPatch } from '../book'
import { OfficeError } from './error'
import { withoutLog } from './step'
import type { Step } from './step'
import type { Obstacle } from './cells-back'
import type { Writers } from './writers'

export type Way = 'undo' | 'redo'

const mostSteps = 100

/** Cells that a message names. */
const MOST_NAMED = 10

/** What a run was, besides its change. */
export interface RunMade {
  /** 流程记录 tells of it, in a change of its own. */
  isLogged?: boolean
  /** The run's id: what follows a question is a part of what came before it. */
  run?: string
  hasFiles?: boolean
}

interface PersonsStep extends Step {
  run: string | null
}

/** What each person can undo. Empty whenever a workbook is opened. */
export class Steps {
  private readonly people = new Map<string, Record<Way, PersonsStep[]>>()

  /** @param log 流程记录, as it stands */
  constructor(
    private readonly writers: Pick<Writers, 'last'>,
    private readonly log: () => Sheet | undefined,
  ) {}

  /** Nobody can go back any more. */
  forget(): void {
    this.people.clear()
  }

  /** A person's run. What was undone before it cannot be redone any more. */
  ran({ by, patch, backward }: Change, what: string, { isLogged = false, run, hasFiles = false }: RunMade = {}): void {
    const whole = { what, forward: patch, backward, isRun: true, isLogged, kept: null }
    const step = withoutLog(whole, this.log())
    const isKept = !step || isEmptyPatch(step.forward)
    if (isKept) this.keep(by, { ...whole, kept: words.steps.kept(hasFiles), run: run ?? null })
    else this.remember(by, { ...step, run: run ?? null })
  }

  /** A run that wrote nothing but 流程记录 and files: an undo says so, and leaves the step before it alone. */
  private keep(by: string, step: PersonsStep): void {
    const steps = this.of(by)
    // What was written before the question, as the list of errors, is no step of its own.
    const others = steps.undo.filter(({ run }) => run === null || run !== step.run)
    steps.undo = [...others, step].slice(-mostSteps)
  }

  /** A person's edit. */
  edited({ by, patch, backward, cells }: Change, tab: string): void {
    const what = words.edited(cells[0]?.cell ?? tab, cells.length)
    this.remember(by, { what, forward: patch, backward, isRun: false, isLogged: false, kept: null, run: null })
  }

  private remember(by: string, step: PersonsStep): void {
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

  /** The last step cannot be taken back: it gives way to the one before, which the person is told. */
  skipped(id: string, way: Way, left: readonly Obstacle[]): OfficeError {
    const own = this.of(id)[way]
    const { what = '', kept = null } = own.pop() ?? {}
    const next = own.at(-1)?.what ?? null
    const [obstacle] = left
    const isRefused = obstacle?.kind === 'locked'
    const why = kept ?? (obstacle ? this.whyNot(id, obstacle) : '')
    return new OfficeError(isRefused ? 'refused' : 'conflict', words.steps[way].skipped(what, why, next))
  }

  /** What of a step stays as it is, in words; empty: nothing. */
  leftOf(id: string, way: Way, left: readonly Obstacle[]): string {
    const named = left.slice(0, MOST_NAMED).map((obstacle) => this.whyNot(id, obstacle))
    return left.length > 0 ? words.steps[way].left(left.length, named) : ''
  }

  private whyNot(id: string, obstacle: Obstacle): string {
    switch (obstacle.kind) {
      case 'gone':
        return words.steps.gone
      case 'sheet':
        return words.steps.sheetChanged(obstacle.name)
      case 'locked':
        return words.steps.locked(cellName(obstacle.sheet, obstacle.row, obstacle.column), obstacle.reason)
      case 'cell': {
        const { sheet, row, column } = obstacle
        const last = this.writers.last({ sheet: sheet.id, row, column })
        return words.steps.changed(last && last.by !== id ? last.who : '', cellName(sheet, row, column))
      }
    }
  }

  private of(id: string): Record<Way, PersonsStep[]> {
    const known = this.people.get(id) ?? { undo: [], redo: [] }
    this.people.set(id, known)
    return known
  }
}
