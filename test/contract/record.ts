/** Writes down what a scenario did, in a form that is equal for equal behaviour. */
import { createHash } from 'node:crypto'
import { same } from '../../src/desk/book'
import type { Book, Cell, Scalar } from '../../src/desk/book'
import type { Driver, Given, HandedFile, Told } from './driver'

/** Tells a copied spreadsheet at Google; the desk has no such id. */
const ID_PROPERTY = 'nianbao.spreadsheet'

/** A change of more places than this is told by a digest a tab. */
const MOST_PLACES = 400

const digestOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 32)

/** By sorted keys, so that it does not matter in which order a host has made an object. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, canonical(one)]))
}

const textOf = (value: unknown): string => JSON.stringify(canonical(value))

const cellText = ({ value, formula, note, style }: Cell): string =>
  textOf({ value, formula, note: note || undefined, style })

/** What stands at a place, and how it is told: most places stay as they are and need no telling. */
interface Standing {
  raw: unknown
  /** Null for a cell that holds nothing. */
  tell: () => string | null
}

const told = (raw: unknown): Standing => ({ raw, tell: () => (typeof raw === 'string' ? raw : textOf(raw)) })

const blanks = [cellText({}), cellText({ style: {} })]

function cellTold(cell: Cell): Standing {
  const text = () => cellText(cell)
  return { raw: cell, tell: () => (blanks.includes(text()) ? null : text()) }
}

type Places = ReadonlyMap<string, Standing>

/** Everything a workbook holds, by place: each cell, each tab's frame, names and properties. */
function placesOf(book: Book): Places {
  const nameOf = (id: number) => book.sheets.find((sheet) => sheet.id === id)?.name
  return new Map([
    ['title', told(book.title)],
    ['tabs', told(book.sheets.map(({ id, name }) => `${id} ${name}`))],
    ...book.sheets.flatMap(({ cells, ...frame }): [string, Standing][] => [
      ...Object.entries(frame)
        .filter(([field]) => field !== 'id')
        .map(([field, value]): [string, Standing] => [
          `${frame.name}|${field}`,
          { raw: value, tell: () => textOf(value) },
        ]),
      ...Object.entries(cells).map(([key, cell]): [string, Standing] => [`${frame.name}!${key}`, cellTold(cell)]),
    ]),
    ...book.names.map(({ name, sheet, area }): [string, Standing] => [`name ${name}`, told([nameOf(sheet), area])]),
    ...Object.entries(book.properties)
      .filter(([name]) => name !== ID_PROPERTY)
      .map(([name, value]): [string, Standing] => [`property ${name}`, told(value)]),
  ])
}

const textAt = (place: Standing | undefined): string | null => place?.tell() ?? null

/** Equal as they are, which is cheap to see, or when told. */
function isSame(was: Standing | undefined, is: Standing | undefined): boolean {
  return same(was?.raw, is?.raw) || textAt(was) === textAt(is)
}

/** The places that differ, each with what stands there now; null: nothing. */
function changesBetween(was: Places, is: Places, files: readonly HandedFile[]): Record<string, string | null> {
  const places = [...new Set([...was.keys(), ...is.keys()])].filter((place) => !isSame(was.get(place), is.get(place)))
  const changes = places.sort().map((place): [string, string | null] => [place, textAt(is.get(place))])
  if (changes.length <= MOST_PLACES) return Object.fromEntries(changes)
  const tabs = new Map<string, string[]>()
  for (const [place, text] of changes) {
    const tab = place.split(/[!|]/)[0] ?? ''
    tabs.set(tab, [...(tabs.get(tab) ?? []), `${place} ${text}`])
  }
  return Object.fromEntries(
    [...tabs].map(([tab, lines]) => [
      tab,
      `${lines.length} places, ${digestOf(withoutAddresses(lines.join('\n'), files))}`,
    ]),
  )
}

/** Where a host shows its files is its own affair: addresses are written as the file's name. */
function withoutAddresses(text: string, files: readonly HandedFile[]): string {
  return files.reduce((left, { name, url }) => (url === '' ? left : left.replaceAll(url, `<${name}>`)), text)
}

/** Only the desk knows where a comment stands. docs/differences.md */
const withoutPlaces = (html: string): string => html.replace(/<span class="place">[^<]*<\/span>/g, '')

/** Long texts are told by their beginning and a digest. */
const LONGEST = 1500
const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, 200)}… ${text.length} characters, ${digestOf(text)}`

/** What a call told, with what stood before and after it. */
function transcriptOf(what: string, told: Told, before: Places, after: Places): Record<string, unknown> {
  const plain = (text: string) => shortened(withoutAddresses(text, told.files))
  return {
    call: what,
    ...(told.error !== undefined && { error: told.error }),
    ...(told.value !== undefined && { value: plain(textOf(told.value)) }),
    ...(told.questions.length > 0 && { questions: told.questions }),
    ...(told.toasts.length > 0 && { toasts: told.toasts.map(({ title, message }) => `${title}：${message}`) }),
    ...(told.dialogs.length > 0 && {
      pages: told.dialogs.map(({ kind, title, html, width, height }) =>
        [kind, title, width, height, shortened(withoutPlaces(withoutAddresses(html, told.files)))].join(' | '),
      ),
    }),
    ...(told.files.length > 0 && {
      files: told.files.map(
        ({ name, mimeType, bytes }) => `${name} | ${mimeType} | ${bytes.length} | ${digestOf(bytes)}`,
      ),
    }),
    changes: JSON.parse(
      withoutAddresses(JSON.stringify(changesBetween(before, after, told.files)), told.files),
    ) as unknown,
  }
}

/** A driver that writes down everything it is asked to do. */
export class Recorder {
  readonly transcript: Record<string, unknown>[] = []

  /** What stands there between two calls: read once, it is what stood before the next one. */
  private standing: Places

  constructor(private readonly driver: Driver) {
    this.standing = placesOf(driver.book())
  }

  call(name: string, values: readonly unknown[] = [], answers: readonly Given[] = []): Told {
    return this.write([name, ...answers].join(' '), this.driver.call(name, values, answers))
  }

  edit(tab: string, cell: string, ...values: readonly (readonly Scalar[])[]): Told {
    return this.write(`edit ${tab}!${cell}`, this.driver.edit(tab, cell, values))
  }

  private write(what: string, told: Told): Told {
    const before = this.standing
    this.standing = placesOf(this.driver.book())
    this.transcript.push(transcriptOf(what, told, before, this.standing))
    return told
  }

  /** Others go on working between two calls. */
  meanwhile(change: (book: Book) => void): void {
    const book = this.driver.book()
    change(book)
    this.driver.setBook(book)
    this.standing = placesOf(this.driver.book())
  }

  book(): Book {
    return this.driver.book()
  }
}
