/** Dated copies of a workbook, in a folder beside it that only this user can look into. */
import { basename, dirname, join } from 'node:path'
import { shownTime } from '../book'
import type { Book } from '../book'
import { codeOf } from '../disk-error'
import { copiesBeside } from './beside'
import type { Disk } from './disk'
import { backupsOf, freeName, PRIVATE, replaceFile } from './files'
import { takeMark } from './marks'
import type { FoundMark, XlsxFiles } from './xlsx-files'

/** Of each kind: those that are made before a version is taken push out no day's copy. */
const MOST = 10

const daily = /^\d{4}-\d\d-\d\d\.xlsx$/
const dated = /^\d{4}-\d\d-\d\d(?: \d\d\.\d\d\.\d\d)?\.xlsx$/

/** Of the workbook whose copies they are. */
export interface BackupsOf {
  workbook: string
  xlsx: XlsxFiles
  /** Of its journal, and of those before that were erased. */
  ids: () => readonly string[]
}

/** Names of the copies in the folder, whosesoever they are, the latest first. */
export function datedCopies(disk: Disk, workbook: string): string[] {
  const folder = backupsOf(workbook)
  const names = disk.facts(folder)?.isFile === false ? disk.names(folder) : []
  return latestFirst(names.filter((name) => dated.test(name)))
}

/** A copy of the day is older than those of its hours. */
function latestFirst(names: readonly string[]): string[] {
  const keyOf = (name: string) => name.replace(/\.xlsx$/, '')
  return [...names].sort((one, other) => (keyOf(one) < keyOf(other) ? 1 : -1))
}

/** For this user alone, also where others could look into them; not what a link leads to, or what another user owns. */
export function makeBackupsPrivate(disk: Disk, workbook: string): void {
  const folder = backupsOf(workbook)
  if (disk.facts(folder)?.isFile !== false || disk.realPath(folder) !== folder) return
  const own = disk.names(folder).filter((name) => dated.test(name) || name.endsWith('.tmp'))
  try {
    disk.makeFolder(folder, 'here')
    for (const path of own.map((name) => join(folder, name))) {
      if (disk.realPath(path) === path) disk.setMode(path, PRIVATE)
    }
  } catch (error) {
    if (codeOf(error) === null) throw error
  }
}

export class Backups {
  private readonly folder: string

  constructor(
    private readonly disk: Disk,
    private readonly of: BackupsOf,
  ) {
    this.folder = backupsOf(of.workbook)
  }

  /** Names of the copies that can be taken, the latest first; behind them versions that were put aside. */
  async list(): Promise<string[]> {
    const beside = await this.beside()
    return [
      ...(await this.dated()),
      ...beside
        .map((path) => basename(path))
        .sort()
        .reverse(),
    ]
  }

  /** Whether the day has no copy yet that says that it is this workbook's. */
  async isDue(now: Date): Promise<boolean> {
    const path = join(this.folder, nameOf(now, true))
    return !this.disk.facts(path)?.isFile || !(await this.isOwnCopy(path))
  }

  /** Leaves a copy, whole or not at all, and lets the oldest go. Returns its name; rejects with the disk's error. */
  async keep(bytes: Uint8Array, now: Date, isDaily: boolean): Promise<string> {
    // A workbook's folder that is gone, as with a drive that is away, is not made anew: what is written there is in no place.
    this.disk.makeFolder(this.folder, 'here')
    const name = isDaily ? nameOf(now, true) : this.freeSecond(now)
    const path = join(this.folder, name)
    await this.removeHalfWritten()
    if (this.disk.facts(path)?.isFile && !(await this.isOwnCopy(path))) await this.disk.rename(path, this.free(name))
    await replaceFile(this.disk, path, { write: (file) => file.write(bytes, 0), mode: PRIVATE })
    await this.removeOldest(isDaily)
    return name
  }

  /** Null: there is no such copy. Rejects with an XlsxError, or the disk's error. */
  async read(name: string): Promise<Book | null> {
    const dated = (await this.dated()).includes(name)
    const path = dated ? join(this.folder, name) : (await this.beside()).find((one) => basename(one) === name)
    return path === undefined ? null : takeMark(await this.of.xlsx.book(this.disk.read(path))).book
  }

  /** Deletes what a killed desk has left half-written. Call it while no copy is made. */
  async removeHalfWritten(): Promise<void> {
    const isLeft = (name: string) => name.startsWith('.') && name.endsWith('.tmp')
    for (const name of this.names().filter(isLeft)) await this.disk.remove(join(this.folder, name))
  }

  /** Those that say that they are this workbook's. */
  async paths(): Promise<string[]> {
    return (await this.marked()).map((name) => this.pathOf(name))
  }

  /**
   * Workbooks that people have put there or have given other names, copies of another workbook, and those of which nothing
   * tells whose they are: they have no mark, or cannot be read.
   */
  async otherPaths(): Promise<string[]> {
    const own = await this.marked()
    const others = this.names().filter((name) => /\.xlsx$/i.test(name) && !name.startsWith('.') && !own.includes(name))
    return others.map((name) => this.pathOf(name))
  }

  private async removeOldest(isDaily: boolean): Promise<void> {
    const isOfKind = (name: string) => dated.test(name) && daily.test(name) === isDaily
    // What is not too much by its names need not be read.
    if (this.names().filter(isOfKind).length <= MOST) return
    const ofKind = (await this.dated()).filter(isOfKind)
    for (const old of ofKind.slice(MOST)) await this.disk.remove(join(this.folder, old))
  }

  private names(): string[] {
    return this.disk.facts(this.folder) ? this.disk.names(this.folder) : []
  }

  /** Of this workbook. One that cannot be read, or that was made before the workbook had a mark, is by its place. */
  private dated(): Promise<string[]> {
    return this.named((mark) => !mark || mark === 'unreadable' || this.isOwn(mark.journal))
  }

  private marked(): Promise<string[]> {
    return this.named((mark) => this.isOwnMark(mark))
  }

  private async named(isWanted: (mark: FoundMark) => boolean): Promise<string[]> {
    const names = this.names().filter((name) => dated.test(name))
    const marks = await this.of.xlsx.marksOf(names.map((name) => join(this.folder, name)))
    return latestFirst(marks.filter(({ mark }) => isWanted(mark)).map(({ path }) => basename(path)))
  }

  /** Versions that were put aside beside the workbook. */
  private async beside(): Promise<string[]> {
    const copies = await copiesBeside(this.disk, this.of.workbook, this.of.xlsx)
    return copies.flatMap(({ path, journal }) => (journal !== null && this.isOwn(journal) ? [path] : []))
  }

  private async isOwnCopy(path: string): Promise<boolean> {
    return this.isOwnMark(await this.of.xlsx.markOf(path))
  }

  private isOwnMark(mark: FoundMark): boolean {
    return mark !== null && mark !== 'unreadable' && this.isOwn(mark.journal)
  }

  private isOwn(journal: string): boolean {
    return this.of.ids().includes(journal)
  }

  /** For a file that has the name and is another workbook's, or nothing tells whose. */
  private free(name: string): string {
    return freeName(this.disk, join(this.folder, name.replace(/\.xlsx$/, '')), '.xlsx')
  }

  /** Two that are made in one second are two states: the later one is named by the next second that is free. */
  private freeSecond(now: Date): string {
    for (let at = now; ; at = new Date(at.getTime() + 1000)) {
      const name = nameOf(at, false)
      if (!this.disk.facts(join(this.folder, name))) return name
    }
  }

  private pathOf(name: string): string {
    return join(dirname(this.of.workbook), basename(this.folder), name)
  }
}

/** In Beijing time as all times that people see, without signs that a file name cannot have. */
function nameOf(now: Date, isDaily: boolean): string {
  const [day = '', minute = ''] = shownTime(now.toISOString()).split(' ')
  const seconds = String(now.getSeconds()).padStart(2, '0')
  return isDaily ? `${day}.xlsx` : `${day} ${minute.replace(':', '.')}.${seconds}.xlsx`
}

/**
 * What a copy is called: its day, and its time where it was made before another version was taken. `isAside`: it was put
 * beside the workbook, and has its file's name.
 */
export function versionOf(name: string): { moment: string; isDaily: boolean; isAside: boolean } {
  const isAside = !dated.test(name)
  const moment = isAside ? name : name.replace(/\.xlsx$/, '').replaceAll('.', ':')
  return { moment, isDaily: daily.test(name), isAside }
}
