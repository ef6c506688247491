/** Work that takes several turns and must not overlap with other work of its kind. */
export class OneByOne {
  private last: Promise<unknown> = Promise.resolve()

  /** Does it when what came before is done. Rejects as the work does. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work)
    this.last = done.catch(() => undefined)
    return done
  }

  async whenIdle(): Promise<void> {
    await this.last
  }
}
