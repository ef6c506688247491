/** Comments as .xlsx has them: in the cell's note, below what the note says itself, with author and time. */
import { xlsxCommentWords as words } from '../../../words/xlsx'
import { changeCell, momentOfShown, positionOf, shownTime } from '../../book'
import type { Comment, Sheet } from '../../book'

const heading = (resolved: boolean): string => (resolved ? words.resolved : words.open)

/** A thread as the note of a cell has it. */
export function threadText({ resolved, entries }: Pick<Comment, 'resolved' | 'entries'>): string {
  return [heading(resolved), ...entries.map(({ who, time, text }) => words.entry(who, shownTime(time), text))].join(
    '\n',
  )
}

/** The text of a cell's note in the file. */
export function noteWith(note: string | undefined, comments: readonly Comment[]): string {
  return [...(note === undefined ? [] : [note]), ...comments.map(threadText)].join('\n\n')
}

const start = `(?:${words.open}|${words.resolved})`
const firstStart = new RegExp(`(?:^|\\n\\n)(?=${start}\\n)`)
const nextStart = new RegExp(`\\n\\n(?=${start}\\n)`)
const entryStart = /^(.{0,60}?) (\d{4}-\d\d-\d\d \d\d:\d\d)：/

type Entries = Comment['entries']

/** A line that names nobody belongs to the remark before it. */
function readEntries(lines: readonly string[]): Entries {
  const entries: Entries = []
  for (const line of lines) {
    const [opening, who, time] = entryStart.exec(line) ?? []
    const last = entries.at(-1)
    if (opening !== undefined && who !== undefined && time !== undefined) {
      entries.push({ who, time: momentOfShown(time), text: line.slice(opening.length) })
    } else if (last) {
      last.text += `\n${line}`
    } else {
      entries.push({ who: '', time: '', text: line })
    }
  }
  return entries
}

interface Thread {
  text: string
  place: Pick<Comment, 'sheet' | 'row' | 'column'>
}

type ByText = Map<string, Comment[]>

/** Carried threads by the text of their notes, each in the order in which they were written. */
function byText(carried: readonly Comment[]): ByText {
  const threads: ByText = new Map()
  for (const comment of carried) {
    const text = threadText(comment)
    const others = threads.get(text)
    if (others) others.push(comment)
    else threads.set(text, [comment])
  }
  return threads
}

/** The thread that was carried with the file, if the note still says the same; else the thread as the note has it. */
function commentOf({ text, place }: Thread, index: number, carried: ByText): Comment {
  const known = carried.get(text)?.shift()
  if (known) return { ...known, ...place }
  const [first = '', ...lines] = text.split('\n')
  const id = `note-${place.sheet}-${place.row}-${place.column}-${index}`
  return { id, ...place, resolved: first === words.resolved, entries: readEntries(lines) }
}

function takeThreads(sheet: Sheet, key: string): Thread[] {
  const note = sheet.cells[key]?.note
  const start = note === undefined ? null : firstStart.exec(note)
  if (!start || note === undefined) return []
  const { row, column } = positionOf(key)
  const own = note.slice(0, start.index)
  changeCell(sheet, row, column, { note: own === '' ? undefined : own })
  const place = { sheet: sheet.id, row, column }
  return note
    .slice(start.index + start[0].length)
    .split(nextStart)
    .map((text) => ({ text, place }))
}

/** Takes the comments out of the notes of all tabs; `carried` are those that were written. */
export function takeComments(sheets: readonly Sheet[], carried: readonly Comment[]): Comment[] {
  const threads = sheets.flatMap((sheet) => Object.keys(sheet.cells).flatMap((key) => takeThreads(sheet, key)))
  const left = byText(carried)
  const comments = threads.map((thread, index) => commentOf(thread, index, left))
  const order = new Map(carried.map(({ id }, at) => [id, at]))
  const rank = ({ id }: Comment) => order.get(id) ?? carried.length
  return comments.sort((a, b) => rank(a) - rank(b))
}
