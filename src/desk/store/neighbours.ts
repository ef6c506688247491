/** Files beside the workbook that tell of other programs: who has it open there, and copies that sync clients made. */
import { basename, dirname, extname, join } from 'node:path'
import { copySigns, outsideWords as words } from '../../words/outside'
import type { Book } from '../book'
import { XlsxError } from '../xlsx'
import { codeOf } from '../disk-error'
import type { Disk } from './disk'
import { StoreError } from './error'
import { takeMark } from './marks'
import { differing } from './salvage'
import type { StoreState } from './store-state'

/** Excel puts the length of the name before it; the text is in the computer's own encoding, so only ASCII is sure. */
function officeName(bytes: Buffer): string {
  const name = bytes.subarray(1, 1 + (bytes[0] ?? 0)).toString('latin1')
  return /^[\x20-\x7e]+$/.test(name) ? name.trim() : ''
}

/** LibreOffice: `,user,computer,time,…;` in UTF-8. */
const libreOfficeName = (bytes: Buffer): string => bytes.toString('utf8').split(',').slice(0, 2).join('').trim()

/** An owner file may be gone, or closed to others, at any moment. */
function contentOf(disk: Disk, path: string): Buffer | null {
  try {
    return disk.facts(path) ? disk.read(path) : null
  } catch (error) {
    if (error instanceof StoreError) return null
    if (codeOf(error) === null) throw error
    return Buffer.alloc(0)
  }
}

function owners(disk: Disk, path: string): string[] {
  const file = basename(path)
  const at = (name: string) => contentOf(disk, join(dirname(path), name))
  const office = at(`~$${file}`) ?? at(`.~${file}`)
  const libreOffice = at(`.~lock.${file}#`)
  return [
    ...(office ? [words.office(file, officeName(office))] : []),
    ...(libreOffice ? [words.libreOffice(file, libreOfficeName(libreOffice))] : []),
  ]
}

function copies(disk: Disk, path: string): string[] {
  const stem = basename(path, extname(path))
  return disk.names(dirname(path)).filter((name) => {
    if (!name.startsWith(stem) || extname(name).toLowerCase() !== '.xlsx') return false
    const rest = name.slice(stem.length, -extname(name).length)
    return copySigns.some((sign) => sign.test(rest))
  })
}

/** Each takes as long to read as the workbook. */
const MOST_COPIES = 3
const MOST_NAMED = 10

type Place = Pick<StoreState, 'disk' | 'path' | 'id' | 'xlsx'>

/** Null: it is no copy of this workbook. */
async function comparedCopy({ disk, xlsx, id }: Place, path: string, book: Book): Promise<string | null> {
  try {
    const { book: copy, mark } = takeMark(await xlsx.book(disk.read(path)))
    if (mark?.journal !== id) return null
    const cells = differing(book, copy).map(({ cell }) => cell)
    return words.copy(basename(path), cells.slice(0, MOST_NAMED), cells.length)
  } catch (error) {
    if (error instanceof XlsxError) return words.copyUnreadable(basename(path))
    if (error instanceof StoreError || codeOf(error) !== null) return null
    throw error
  }
}

export class Neighbours {
  private readonly told = new Set<string>()

  constructor(private readonly at: Place) {}

  /** What has not been told yet, one sentence each. */
  async news(book: () => Book): Promise<string[]> {
    const open = owners(this.at.disk, this.at.path)
    // Who closes it there and opens it again is told again.
    for (const text of [...this.told]) if (!text.startsWith('/') && !open.includes(text)) this.told.delete(text)
    const fresh = open.filter((text) => !this.told.has(text))
    for (const text of fresh) this.told.add(text)
    return [...fresh, ...(await this.copies(book))]
  }

  private async copies(book: () => Book): Promise<string[]> {
    const { disk, path: workbook } = this.at
    const paths = copies(disk, workbook).map((name) => join(dirname(workbook), name))
    const fresh = paths.filter((path) => !this.told.has(this.keyOf(path))).slice(0, MOST_COPIES)
    const sentences: string[] = []
    for (const path of fresh) {
      this.told.add(this.keyOf(path))
      const sentence = await comparedCopy(this.at, path, book())
      if (sentence !== null) sentences.push(sentence)
    }
    return sentences
  }

  /** A copy that was written again is told again. */
  private keyOf(path: string): string {
    return `/${path} ${this.at.disk.facts(path)?.changed ?? ''}`
  }
}
