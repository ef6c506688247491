/** Undo and redo of each person's own steps. */
import { logRow } from '../../actions'
import { officeWords as words } from '../../words/office'
import { knownCellsIn } from '../bench'
import { shownTime, yearOf } from '../book'
import type { Person, StepAnswer } from '../protocol'
import { causeOf, itself } from './cause'
import type { Changes } from './changes'
import { listedCells, logLine } from './edit-log'
import type { LogKeeper } from './log-keeper'
import { findingsOf } from './own-tabs'
import { renewal } from './renewal'
import { refuseReviewer } from './role'
import type { Step } from './step'
import type { Way } from './steps'
import { wayBack } from './way-back'
import type { Obstacle } from './cells-back'
import type { WayBack } from './way-back'
import type { Change } from './working-copy'

interface Made {
  step: Step
  /** Null: nothing was left of the step. */
  change: Change | null
  /** What of it stays as it is, in words. */
  left: string
  logged: ReturnType<LogKeeper['write']>
  line: Change | null
  renewed: Change | null
}

const nothingBack: WayBack = { patch: null, left: [] }

export class Stepping {
  constructor(
    private readonly changes: Changes,
    private readonly log: LogKeeper,
    private readonly clock: () => Date,
  ) {}

  /** Rejects with an OfficeError where others have gone on from all of the step: the next one is before it. */
  go(person: Person, way: Way): Promise<StepAnswer> {
    return this.changes.make(
      () => this.perform(person, way),
      (made) => this.done(person, way, made),
      { isApart: true },
    )
  }

  private perform(person: Person, way: Way): Made {
    refuseReviewer(person)
    const { copy, steps } = this.changes
    const step = steps.last(person.id, way)
    const { patch, left } = step.kept === null ? this.wayBack(step) : nothingBack
    if (!patch) throw steps.skipped(person.id, way, left)
    const told = steps.leftOf(person.id, way, left.filter(this.isPersons()))
    const logged = step.isLogged ? this.log.write() : null
    const change = copy.makeChange(patch, causeOf(person, way, step.what))
    const line = step.isLogged && change ? this.logLine(person, way, change, told) : null
    const renewed = change && renewal(copy, yearOf(this.clock()))
    return { step, change, left: told, logged, line, renewed }
  }

  private wayBack(step: Step): WayBack {
    const { copy, writers } = this.changes
    const { book } = copy.bench
    const isRenewed = (place: Parameters<typeof writers.last>[0]) => writers.last(place)?.by === itself.id
    return wayBack(step, { book, isRenewed, list: findingsOf(book)?.id })
  }

  /** The program's list of findings is renewed by the next check, whatever an undo leaves of it. */
  private isPersons(): (obstacle: Obstacle) => boolean {
    const list = findingsOf(this.changes.copy.bench.book)
    return (obstacle) => obstacle.kind !== 'cell' || obstacle.sheet.id !== list?.id
  }

  /** 流程记录 only grows: what is taken back stands in there, and a line of its own says that it was. */
  private logLine({ name }: Person, way: Way, { what, cells }: Change, left: string): Change | null {
    const { copy } = this.changes
    const { event, detail } = words.steps[way]
    const known = knownCellsIn(copy.bench.book)
    const own = cells.filter((cell) => known(cell).label !== null)
    const { names, isAll } = listedCells(own.map(({ cell }) => cell))
    const stamp = { time: shownTime(this.clock().toISOString()), user: name, version: '' }
    const row = logRow(stamp, { event, detail: detail(what, own.length, names, isAll, left) })
    const patch = logLine(copy.bench.book, row)
    return patch && copy.makeChange(patch, causeOf(itself, 'run', event))
  }

  private done(person: Person, way: Way, { step, change, left, logged, line, renewed }: Made): StepAnswer {
    this.changes.steps.moved(person.id, way, change)
    this.log.written(logged)
    if (change) {
      this.changes.announce(change)
      if (!step.isRun) this.log.noted(change)
    }
    for (const own of [line, renewed]) if (own) this.changes.announce(own)
    return { seq: change?.seq ?? this.changes.seq, what: step.what, ...(left !== '' && { left }) }
  }
}
