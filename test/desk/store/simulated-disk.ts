/**
 * A disk in memory that fails as real ones do. What was not flushed is lost, cut short or there in part after a power
 * failure; it can be full, read-only, busy or slow; another program can take files away.
 */
import { basename, dirname } from 'node:path'
import type { Disk, DiskFile, DiskReader } from '../../../src/desk/store/disk'

interface Write {
  at: number
  bytes: Buffer
}

/** A file, whatever its name. */
class Inode {
  /** As the programs see it. */
  content: Buffer = Buffer.alloc(0)
  /** As it is after a power failure. */
  kept: Buffer = Buffer.alloc(0)
  /** Since the last flush; a number: cut to that length. */
  pending: (Write | number)[] = []
  changed = 0

  constructor(
    readonly id: number,
    public mode: number,
  ) {}

  apply(step: Write | number): void {
    this.pending.push(step)
    this.content = applied(this.content, step)
  }

  flush(): void {
    this.kept = this.content
    this.pending = []
  }
}

function applied(content: Buffer, step: Write | number): Buffer {
  if (typeof step === 'number') return content.subarray(0, step)
  const grown = Buffer.alloc(Math.max(content.length, step.at + step.bytes.length))
  content.copy(grown)
  step.bytes.copy(grown, step.at)
  return grown
}

export type Loss = 'lost' | 'torn' | 'reordered'
export type Fault = 'full' | 'readOnly' | 'busy' | 'slow'

const SECTOR = 512

/** What is there of a file's last writes. `draw`: a number below the given one. */
function survived({ kept, pending }: Inode, loss: Loss, draw: (below: number) => number): Buffer {
  if (loss === 'lost') return kept
  if (loss === 'torn') {
    const whole = pending.slice(0, draw(pending.length + 1))
    const next = pending[whole.length]
    const steps =
      typeof next === 'object' ? [...whole, { ...next, bytes: next.bytes.subarray(0, draw(next.bytes.length)) }] : whole
    return steps.reduce<Buffer>(applied, kept)
  }
  const sectors = pending.flatMap((step): (Write | number)[] => {
    if (typeof step === 'number') return [step]
    const count = Math.ceil(step.bytes.length / SECTOR)
    return Array.from({ length: count }, (_, at) => ({
      at: step.at + at * SECTOR,
      bytes: step.bytes.subarray(at * SECTOR, (at + 1) * SECTOR),
    }))
  })
  return sectors.filter(() => draw(2) === 1).reduce<Buffer>(applied, kept)
}

const problem = (code: string): Error => Object.assign(new Error(code), { code })

export class SimulatedDisk implements Disk {
  fault: Fault | null = null
  private paths = new Map<string, Inode>()
  private keptPaths = new Map<string, Inode>()
  private pendingNames: (() => void)[] = []
  private count = 0
  private isDead = false
  private left = Infinity

  /** Lets so many steps pass; then the power fails. */
  failAfter(steps: number): void {
    this.left = steps
  }

  get hasFailed(): boolean {
    return this.isDead
  }

  /** The disk as it is when the computer is on again. */
  after(loss: Loss, draw: (below: number) => number): SimulatedDisk {
    this.isDead = true
    const next = new SimulatedDisk()
    for (const rename of this.pendingNames.slice(0, loss === 'lost' ? 0 : draw(this.pendingNames.length + 1))) rename()
    const copies = new Map<Inode, Inode>()
    for (const [path, inode] of this.keptPaths) {
      const copy = copies.get(inode) ?? new Inode(++next.count, inode.mode)
      if (!copies.has(inode)) copy.content = copy.kept = survived(inode, loss, draw)
      copies.set(inode, copy)
      next.paths.set(path, copy)
      next.keptPaths.set(path, copy)
    }
    return next
  }

  /** As another program would. */
  takeAway(path: string): void {
    this.paths.delete(path)
    this.keptPaths.delete(path)
    this.pendingNames = []
  }

  put(path: string, bytes: Uint8Array): void {
    const inode = new Inode(++this.count, 0o600)
    inode.content = inode.kept = Buffer.from(bytes)
    this.paths.set(path, inode)
    this.keptPaths.set(path, inode)
  }

  facts(path: string) {
    const inode = this.paths.get(path)
    if (this.isDead) throw problem('EIO')
    return inode ? factsOf(inode) : null
  }

  read(path: string): Buffer {
    return Buffer.from(this.at(path).content)
  }

  reader(path: string): DiskReader {
    const { content } = this.at(path)
    return {
      size: content.length,
      read: (position, length) => Buffer.from(content.subarray(position, position + length)),
      close: () => undefined,
    }
  }

  names(folder: string): string[] {
    return [...this.paths.keys()].filter((path) => dirname(path) === folder).map((path) => basename(path))
  }

  realPath(path: string): string {
    return path
  }

  async open(path: string, how: 'edit' | 'create', mode = 0o666): Promise<DiskFile> {
    await this.step('write')
    if (how === 'edit') return this.fileOf(this.at(path))
    if (this.paths.has(path)) throw problem('EEXIST')
    const inode = new Inode(++this.count, mode)
    this.name(() => [path, inode])
    return this.fileOf(inode)
  }

  async rename(from: string, to: string): Promise<void> {
    await this.step('write')
    if (this.fault === 'busy' && to.endsWith('.xlsx')) throw problem('EBUSY')
    this.renameNow(from, to)
  }

  renameNow(from: string, to: string): void {
    const inode = this.at(from)
    this.name(() => [from, null])
    this.name(() => [to, inode], true)
  }

  async remove(path: string): Promise<void> {
    await this.step('read')
    this.name(() => [path, null])
  }

  link(path: string, name: string): void {
    const inode = this.at(path)
    if (this.fault === 'full') throw problem('ENOSPC')
    this.name(() => [name, inode])
  }

  makeFolder(): void {
    if (this.isDead) throw problem('EIO')
  }

  setMode(path: string, mode: number): void {
    this.at(path).mode = mode
  }

  async flushNames(): Promise<void> {
    await this.step('read')
    this.keptPaths = new Map(this.paths)
    this.pendingNames = []
  }

  async lock() {
    await this.step('read')
    return { check: () => undefined, release: () => undefined }
  }

  private at(path: string): Inode {
    if (this.isDead) throw problem('EIO')
    const inode = this.paths.get(path)
    if (!inode) throw problem('ENOENT')
    return inode
  }

  /** @param isJoined with the one before: a rename is done at one stroke */
  private name(change: () => [string, Inode | null], isJoined = false): void {
    const [path, inode] = change()
    const put = (names: Map<string, Inode>) => (inode ? names.set(path, inode) : names.delete(path))
    put(this.paths)
    const before = isJoined ? this.pendingNames.pop() : undefined
    this.pendingNames.push(() => {
      before?.()
      put(this.keptPaths)
    })
  }

  private async step(kind: 'read' | 'write'): Promise<void> {
    const turns = this.fault === 'slow' ? 5 : 1
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve))
    this.left -= 1
    if (this.left < 0) this.isDead = true
    if (this.isDead) throw problem('EIO')
    if (kind === 'write' && this.fault === 'readOnly') throw problem('EROFS')
  }

  private fileOf(inode: Inode): DiskFile {
    return {
      write: async (bytes, at) => {
        await this.step('write')
        const copy = Buffer.from(bytes)
        inode.changed += 1
        if (this.fault === 'full') {
          // A part finds room.
          inode.apply({ at, bytes: copy.subarray(0, Math.floor(copy.length / 2)) })
          throw problem('ENOSPC')
        }
        inode.apply({ at, bytes: copy })
      },
      read: async (position, length) => {
        await this.step('read')
        return Buffer.from(inode.content.subarray(position, position + length))
      },
      truncate: async (length) => {
        await this.step('write')
        inode.apply(length)
      },
      flush: async () => {
        await this.step('read')
        inode.flush()
      },
      facts: async () => {
        await this.step('read')
        return factsOf(inode)
      },
      close: async () => undefined,
    }
  }
}

const factsOf = ({ id, content, mode, changed }: Inode) => {
  return {
    identity: String(id),
    size: content.length,
    mode,
    isFile: true,
    names: 1,
    changed: String(changed),
    touched: String(changed),
  }
}
