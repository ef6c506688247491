/** Commands as people run them from the menu and from pages. */
import { randomUUID } from 'node:crypto'
import { viewFindings } from '../../actions'
import type { SelectedCell } from '../../actions'
import { officeWords as words } from '../../words/office'
import { captionOf, commandOf, isShowing, noRun, runCommand } from '../bench'
import type { Ran, Stage } from '../bench'
import type { Person, RunAnswer, RunRequest } from '../protocol'
import { causeOf } from './cause'
import type { Changes } from './changes'
import type { Change } from './working-copy'
import { OfficeError } from './error'
import type { LogKeeper } from './log-keeper'
import type { OfficeOptions } from './options'
import type { Renewals } from './renewal'
import { refuseReviewer } from './role'
import { replyOf, shownOf, WaitingRuns } from './run-answers'

interface RunOptions extends Pick<OfficeOptions, 'newId' | 'onFault' | 'onFile' | 'version'> {
  clock: () => Date
  /** The cell that the person is in. */
  selected: (id: string) => SelectedCell | null
}

interface Begun {
  run: string
  name: string
  stage: Stage
}

function beginning({ functionName, arguments: values = [] }: RunRequest): Stage {
  const stage = commandOf(functionName, values)
  if (stage === undefined) throw new OfficeError('refused', words.noCommand(functionName))
  if (stage === null) throw new OfficeError('refused', words.badArguments(functionName))
  return stage
}

export class Runs {
  private readonly waiting = new WaitingRuns()
  private readonly newId: () => string

  constructor(
    private readonly changes: Changes,
    private readonly log: LogKeeper,
    private readonly renewals: Renewals,
    private readonly options: RunOptions,
  ) {
    this.newId = options.newId ?? (() => randomUUID())
  }

  /** If the command asks something, the answer has its `question`; the run goes on when the reply comes. */
  async run(person: Person, request: RunRequest): Promise<RunAnswer> {
    refuseReviewer(person)
    const stage = this.stageOf(person, request)
    const run = (request.answer && request.run) ?? this.newId()
    try {
      return await this.carriedOut(person, { run, name: request.functionName, stage })
    } catch (error) {
      // The pages were told that it began.
      this.tell(person, { run, name: request.functionName }, shownOf(noRun))
      throw error
    }
  }

  /** Questions that wait for an answer are gone. */
  forget(): void {
    this.waiting.forget()
  }

  /** The findings as HTML, for who may only look: nothing is written. */
  findings(person: Person): Promise<string> {
    const view = (): string => {
      const { value, error } = this.ranBy(person, viewFindings)
      if (error !== undefined) throw new OfficeError('refused', error)
      return String(value)
    }
    return this.changes.make(view, (html) => html)
  }

  private carriedOut(person: Person, { run, name, stage }: Begun): Promise<RunAnswer> {
    return this.changes.make(
      () => {
        const logged = this.log.write()
        const ran = this.ranBy(person, stage)
        const change = this.changes.copy.takeRan(ran, causeOf(person, 'run', name))
        return { ran, logged, change }
      },
      ({ ran, logged, change }) => {
        this.log.written(logged)
        this.announced(change, { run, name, hasFiles: ran.files.length > 0 })
        if (change) this.renewals.plan()
        if (ran.fault) this.options.onFault?.(ran.fault)
        for (const file of ran.files) this.options.onFile?.(file)
        if (ran.asked) this.waiting.wait(run, { by: person.id, name, asked: ran.asked })
        const shown = shownOf(ran)
        this.tell(person, { run, name }, shown)
        return { run, seq: change?.seq ?? this.changes.seq, ...(change && { isChange: true }), ...shown }
      },
      {
        isApart: true,
        started: () =>
          this.changes.tell({ type: 'run', id: run, state: 'started', name: captionOf(name), by: person.id }),
      },
    )
  }

  private tell(
    { id: by }: Person,
    { run, name }: Pick<Begun, 'run' | 'name'>,
    shown: ReturnType<typeof shownOf>,
  ): void {
    this.changes.tell({ type: 'run', id: run, state: 'finished', name: captionOf(name), by, ...shown })
  }

  private announced(
    change: Change | null,
    { run, name, hasFiles }: Pick<Begun, 'run' | 'name'> & { hasFiles: boolean },
  ): void {
    if (!change) return
    if (!isShowing(name)) this.changes.steps.ran(change, captionOf(name), { run, hasFiles })
    this.changes.announce(change)
  }

  /** The command, or what comes next where the request replies to its question. */
  private stageOf(person: Person, request: RunRequest): Stage {
    const { run, answer, functionName: name } = request
    if (run === undefined || !answer) return beginning(request)
    const waiting = this.waiting.take(run, { by: person.id, name })
    if (!waiting) throw new OfficeError('conflict', words.questionGone(captionOf(name)))
    return waiting.asked.next(replyOf(answer))
  }

  private ranBy({ id, name: user }: Person, stage: Stage): Ran {
    const { version, clock, selected } = this.options
    const { bench, stored } = this.changes.copy
    const about = { user, version, moment: clock(), selected: selected(id), comments: bench.book.comments ?? [] }
    return runCommand(bench, stage, about, stored)
  }
}
