/** Notes outside the journal how far it goes: at once where that matters, else some moments after a change. */
import { writeWitness } from './marks'
import type { RecentChange } from './marks'
import type { StoreOptions, StoreState } from './store-state'

/** The changes that a witness names, at most: those that the .xlsx lacks, and some before them. */
const MOST_RECENT = 200
const MOST_SAVED = 50
const SOON_MS = 2_000

export class Witnessing {
  private recent: readonly RecentChange[]
  /** What the witness tells. */
  private written = ''
  /** It is on the disk. */
  private isSure = false
  private timer: NodeJS.Timeout | null = null
  private work: Promise<void> = Promise.resolve()

  constructor(
    private readonly state: StoreState,
    private readonly options: Pick<StoreOptions, 'witnesses' | 'recent'>,
  ) {
    this.recent = options.recent ?? []
  }

  /** Changes are on the disk. Their authors do not wait for the witness. */
  appended(summaries: readonly RecentChange[]): void {
    this.recent = [...this.recent, ...summaries].slice(-MOST_RECENT)
    if (this.options.witnesses === undefined) return
    this.timer ??= setTimeout(() => {
      this.timer = null
      void this.write(false)
    }, SOON_MS).unref()
  }

  /** The .xlsx has everything up to this change. */
  saved(seq: number): Promise<void> {
    const isSaved = (change: RecentChange) => change.seq <= seq
    const unsaved = this.recent.filter((change) => !isSaved(change))
    this.recent = [...this.recent.filter(isSaved).slice(-MOST_SAVED), ...unsaved]
    return this.now()
  }

  /** Names no change any more that was made before. */
  forget(): void {
    this.recent = []
    this.written = ''
  }

  /** Resolves when it is on the disk. */
  now(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    return this.write(true)
  }

  /** @param isFlushed else a power failure may take it, which loses nothing */
  private write(isFlushed: boolean): Promise<void> {
    this.work = this.work.then(async () => {
      const { disk, path, id: journal, seq, entrySum: sum, hash, last } = this.state
      const state = `${journal} ${seq} ${hash}`
      if (this.written === state && (this.isSure || !isFlushed)) return
      const about = { time: last?.time ?? '', who: last?.who ?? '', recent: this.recent }
      const witness = { journal, seq, sum, hash: hash ?? '', ...about }
      // One that could not be written is written with the next change, save or end.
      if (!(await writeWitness(disk, this.options.witnesses, path, witness, isFlushed))) return
      this.written = state
      this.isSure = isFlushed
    })
    return this.work
  }
}
