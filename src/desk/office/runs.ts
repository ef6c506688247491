/** Runs of the bundle's functions: for a person, ahead while the menu is open, and as rehearsals. */
import { randomUUID } from 'node:crypto'
import type { DeskFile, LiveHost, LiveResult } from '../host'
import type { Menu, Person, RunAnswer, RunRequest } from '../protocol'
import { causeOf } from './cause'
import type { Changes } from './changes'
import type { LogKeeper } from './log-keeper'
import type { OfficeOptions } from './options'
import { Rehearsal } from './rehearsal'
import { refuseReviewer } from './role'
import { RunAhead } from './run-ahead'
import type { Moment } from './run-ahead'
import { shownOf, WaitingRuns } from './run-answers'

type RunOptions = Pick<OfficeOptions, 'newId' | 'rehearsals' | 'onFile'> & { clock: () => Date }

export class Runs {
  private readonly waiting = new WaitingRuns()
  private readonly rehearsal: Rehearsal
  private readonly runAhead: RunAhead
  private readonly newId: () => string

  constructor(
    private readonly host: LiveHost,
    private readonly changes: Changes,
    private readonly log: LogKeeper,
    private readonly menus: readonly Menu[],
    private readonly options: RunOptions,
  ) {
    this.newId = options.newId ?? (() => randomUUID())
    this.runAhead = new RunAhead(host)
    this.rehearsal = new Rehearsal((turn) => this.rehearse(turn), options.rehearsals ?? { first: 2, next: 0.3 })
  }

  /** Somebody has opened a page, and may run something soon. */
  expect(): void {
    this.rehearsal.begin()
  }

  /** Somebody works: rehearsals wait. */
  postpone(): void {
    this.rehearsal.postpone()
  }

  stop(): void {
    this.rehearsal.stop()
  }

  /** If the function asks something, the answer has its `question`, and nothing has happened yet. */
  run(person: Person, request: RunRequest): Promise<RunAnswer> {
    this.postpone()
    const run = request.run ?? this.newId()
    const name = request.functionName
    const now = this.waiting.take(run) ?? this.options.clock().getTime()
    return this.changes.make(
      () => {
        refuseReviewer(person)
        const logged = this.log.write()
        const before = this.host.keeps()
        const result = this.resultOf(person, request, now)
        return { result, logged, change: this.changes.draft.takeResult(result, causeOf(person, 'run', name), before) }
      },
      ({ result, logged, change }) => {
        this.log.written(logged)
        if (change) {
          this.changes.steps.ran(change, this.captionOf(name))
          this.changes.announce(change)
        }
        this.keepFiles(result.files)
        if (result.asked) this.waiting.wait(run, now)
        const shown = shownOf(result)
        this.changes.tell({ type: 'run', id: run, state: 'finished', name, by: person.id, ...shown })
        return { run, seq: change?.seq ?? this.changes.seq, ...shown }
      },
      {
        isApart: true,
        started: () => this.changes.tell({ type: 'run', id: run, state: 'started', name, by: person.id }),
      },
    )
  }

  /**
   * The person has the menu open: the function is run ahead. Its result has no effect until they choose it. If it asks
   * something or fails, nothing is told.
   */
  async ahead(person: Person, functionName: string): Promise<void> {
    if (functionName !== this.firstFunction()) return
    this.postpone()
    await this.changes.make(
      () => {
        refuseReviewer(person)
        return this.log.write()
      },
      (logged) => this.log.written(logged),
    )
    await this.changes.make(
      () => this.runAhead.make(this.momentOf(person, functionName, this.options.clock().getTime())),
      () => undefined,
      { isApart: true },
    )
  }

  keepFiles(files: readonly DeskFile[]): void {
    for (const file of files) this.options.onFile?.(file)
  }

  private resultOf(person: Person, { functionName, arguments: values, answers }: RunRequest, now: number): LiveResult {
    const isPlain = !values?.length && !answers?.length
    const made = isPlain ? this.runAhead.take(this.momentOf(person, functionName, now)) : null
    return made ?? this.host.run(functionName, values ?? [], { user: person.name, now, answers: answers ?? [] })
  }

  private momentOf({ name: user }: Person, functionName: string, now: number): Moment {
    return { user, functionName, seq: this.changes.draft.seq, now }
  }

  private firstFunction(): string | undefined {
    return this.menus.flatMap(({ items }) => items).find(({ functionName }) => functionName !== undefined)?.functionName
  }

  private rehearse(turn: number): void {
    const first = this.firstFunction()
    if (first !== undefined) this.host.rehearse(first, turn)
  }

  private captionOf(functionName: string): string {
    const items = this.menus.flatMap(({ items: all }) => all)
    return items.find((item) => item.functionName === functionName)?.caption ?? functionName
  }
}
