/** Dated copies of a workbook, in a folder beside it that only this user can look into. */
import { basename, dirname, join } from 'node:path'
import { shownTime } from '../book'
import type { Book } from '../book'
import { XlsxError, xlsxToBook } from '../xlsx'
import { codeOf } from '../disk-error'
import type { Disk } from './disk'
import { PRIVATE, replaceFile } from './files'
import { takeMark } from './marks'

/** Of each kind: those that are made before a version is taken push out no day's copy. */
const MOST = 10

const daily = /^\d{4}-\d\d-\d\d\.xlsx$/
const dated = /^\d{4}-\d\d-\d\d(?: \d\d\.\d\d\.\d\d)?\.xlsx$/

/** `年报.xlsx.backups`, beside `年报.xlsx`. */
const backupsOf = (workbook: string): string => `${workbook}.backups`

export class Backups {
  private readonly folder: string

  constructor(
    private readonly disk: Disk,
    private readonly workbook: string,
  ) {
    this.folder = backupsOf(workbook)
  }

  /** Names of the copies, the latest first. */
  list(): string[] {
    if (!this.disk.facts(this.folder)) return []
    const names = this.disk.names(this.folder).filter((name) => dated.test(name))
    // A copy of the day is older than those of its hours.
    const keyOf = (name: string) => name.replace(/\.xlsx$/, '')
    return names.sort((one, other) => (keyOf(one) < keyOf(other) ? 1 : -1))
  }

  /** Whether the day has no copy yet. */
  isDue(now: Date): boolean {
    return !this.list().includes(nameOf(now, true))
  }

  /** Leaves a copy, whole or not at all, and lets the oldest go. Returns its name; rejects with the disk's error. */
  async keep(bytes: Uint8Array, now: Date, isDaily: boolean): Promise<string> {
    this.disk.makeFolder(this.folder)
    const name = nameOf(now, isDaily)
    const path = join(this.folder, name)
    await this.removeHalfWritten()
    await replaceFile(this.disk, path, { write: (file) => file.write(bytes, 0), mode: PRIVATE })
    const ofKind = this.list().filter((one) => daily.test(one) === isDaily)
    for (const old of ofKind.slice(MOST)) await this.disk.remove(join(this.folder, old))
    return name
  }

  /** Null: there is no such copy. Rejects with an XlsxError, or the disk's error. */
  async read(name: string): Promise<Book | null> {
    if (!this.list().includes(name)) return null
    return takeMark(await xlsxToBook(this.disk.read(join(this.folder, name)))).book
  }

  /** Null: there is no such copy, or it cannot be read. Rejects with the disk's error. */
  async bytes(name: string): Promise<Uint8Array | null> {
    try {
      const book = await this.read(name)
      return book && this.disk.read(join(this.folder, name))
    } catch (error) {
      if (error instanceof XlsxError) return null
      throw error
    }
  }

  /** For this user alone, also where others could look into them; not what a link leads to, or what another user owns. */
  makePrivate(): void {
    const { disk, folder } = this
    if (disk.facts(folder)?.isFile !== false || disk.realPath(folder) !== folder) return
    const own = disk.names(folder).filter((name) => dated.test(name) || name.endsWith('.tmp'))
    try {
      disk.makeFolder(folder)
      for (const path of own.map((name) => join(folder, name))) {
        if (disk.realPath(path) === path) disk.setMode(path, PRIVATE)
      }
    } catch (error) {
      if (codeOf(error) === null) throw error
    }
  }

  /** Deletes what a killed desk has left half-written. Call it while no copy is made. */
  async removeHalfWritten(): Promise<void> {
    if (!this.disk.facts(this.folder)) return
    const isLeft = (name: string) => name.startsWith('.') && name.endsWith('.tmp')
    for (const name of this.disk.names(this.folder).filter(isLeft)) await this.disk.remove(join(this.folder, name))
  }

  /** As people find them: with the folder's name. */
  paths(): string[] {
    return this.list().map((name) => join(dirname(this.workbook), basename(this.folder), name))
  }
}

/** In Beijing time as all times that people see, without signs that a file name cannot have. */
function nameOf(now: Date, isDaily: boolean): string {
  const [day = '', minute = ''] = shownTime(now.toISOString()).split(' ')
  const seconds = String(now.getSeconds()).padStart(2, '0')
  return isDaily ? `${day}.xlsx` : `${day} ${minute.replace(':', '.')}.${seconds}.xlsx`
}

/** What a copy is called: its day, and its time where it was made before another version was taken. */
export function versionOf(name: string): { moment: string; isDaily: boolean } {
  const moment = name.replace(/\.xlsx$/, '').replaceAll('.', ':')
  return { moment, isDaily: daily.test(name) }
}
