/** Does jobs one after another. Jobs that wait together are put on the disk together, with a single flush. */

export interface Job {
  /** Not in a batch with other jobs: begins when everything before it is on the disk. */
  isApart: boolean
  /** Makes the change, in memory only. What it throws refuses this job alone. */
  perform: () => void
  /** The change is on the disk. */
  done: () => void
  /** The change is not on the disk, and what `perform` did is undone. */
  failed: (error: unknown) => void
}

export interface QueueOptions {
  /** Puts the changes of a batch on the disk; rejects when it cannot. */
  commit: () => Promise<void>
  /** Undoes the changes of a batch. */
  rollBack: () => void
}

type Task = { kind: 'job'; job: Job } | { kind: 'alone'; work: () => Promise<void> }

/** A batch takes no more jobs after this time, so that its first job does not wait long. */
const batchMs = 25

export class Queue {
  private readonly tasks: Task[] = []
  private isRunning = false
  private idle: (() => void)[] = []

  constructor(private readonly options: QueueOptions) {}

  add(job: Job): void {
    this.push({ kind: 'job', job })
  }

  /** Something that must not overlap with any change, as saving. It must not reject. */
  alone(work: () => Promise<void>): void {
    this.push({ kind: 'alone', work })
  }

  /** As `alone`, for work that returns a value or rejects. */
  inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.alone(async () => {
        try {
          resolve(await work())
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      })
    })
  }

  /** Resolves when nothing is left to do. */
  async whenIdle(): Promise<void> {
    if (!this.isRunning && !this.tasks.length) return
    await new Promise<void>((resolve) => this.idle.push(resolve))
  }

  private push(task: Task): void {
    this.tasks.push(task)
    if (!this.isRunning) void this.work()
  }

  private async work(): Promise<void> {
    this.isRunning = true
    // Requests that have come in together are taken together.
    await new Promise((resolve) => setImmediate(resolve))
    for (let task = this.tasks.shift(); task; task = this.tasks.shift()) {
      if (task.kind === 'alone') await task.work()
      else await this.batch(task.job)
    }
    this.isRunning = false
    for (const resolve of this.idle.splice(0)) resolve()
  }

  private async batch(first: Job): Promise<void> {
    const start = performance.now()
    const performed = this.perform(first)
    while (!first.isApart && performance.now() - start < batchMs) {
      const [next] = this.tasks
      if (next?.kind !== 'job' || next.job.isApart) break
      this.tasks.shift()
      performed.push(...this.perform(next.job))
    }
    if (!performed.length) return
    try {
      await this.options.commit()
    } catch (error) {
      this.options.rollBack()
      for (const job of performed) job.failed(error)
      return
    }
    for (const job of performed) {
      try {
        job.done()
      } catch (error) {
        // The others are on the disk as well, and wait for their answers.
        job.failed(error)
      }
    }
  }

  private perform(job: Job): Job[] {
    try {
      job.perform()
      return [job]
    } catch (error) {
      job.failed(error)
      return []
    }
  }
}
