/** The comments of a book: each change names the threads that it changed, so that it costs the same among thousands. */
import type { Book, BookPatch, Comment, CommentChange } from './model'
import { same } from './same'

type Threads = Comment[]

/** Where each thread stands, made when first needed. A list that is changed elsewhere is another list. */
const indexes = new WeakMap<Threads, Map<string, number>>()

function indexOf(threads: Threads): Map<string, number> {
  const known = indexes.get(threads)
  if (known) return known
  const index = new Map(threads.map(({ id }, at) => [id, at]))
  indexes.set(threads, index)
  return index
}

type Commented = Pick<Book, 'comments'>

export function commentById({ comments }: Commented, id: string): Comment | undefined {
  const at = comments && indexOf(comments).get(id)
  return at === undefined ? undefined : comments?.[at]
}

const changedThreads = new WeakMap<Book, Set<string>>()

function noteThread(book: Book, id: string): void {
  const ids = changedThreads.get(book)
  if (ids) ids.add(id)
  else changedThreads.set(book, new Set([id]))
}

/** The threads that were changed since the last call. */
export function takeChangedThreads(book: Book): ReadonlySet<string> {
  const ids = changedThreads.get(book)
  changedThreads.delete(book)
  return ids ?? new Set()
}

/** The change that turns one thread into the other; null where they are the same. */
function threadChange(id: string, old: Comment | undefined, now: Comment | undefined): CommentChange | null {
  if (old === now || same(old, now)) return null
  if (!now) return { id, comment: null }
  const isMoved = old?.sheet !== now.sheet || old.row !== now.row || old.column !== now.column
  if (!old || isMoved) return { id, comment: now }
  let left = 0
  while (left < old.entries.length && same(old.entries[left], now.entries[left])) left++
  const isLonger = left < old.entries.length || left < now.entries.length
  return {
    id,
    ...(old.resolved !== now.resolved && { resolved: now.resolved }),
    ...(isLonger && { left, entries: now.entries.slice(left) }),
  }
}

/** Whether a list of changes can say it: what is new stands at the end, and nothing has changed its place. */
function isInOrder(before: Threads, after: Threads): boolean {
  const [old, now] = [indexOf(before), indexOf(after)]
  if (old.size !== before.length || now.size !== after.length) return false
  let last = -1
  let isPastEnd = false
  for (const { id } of after) {
    const at = old.get(id)
    if (at === undefined) isPastEnd = true
    else if (isPastEnd || at < last) return false
    else last = at
  }
  return true
}

type CommentPatch = Pick<BookPatch, 'comments' | 'commentChanges'>

/** What a patch says of the comments. `ids`: only these can have changed. */
export function diffComments(before: Commented, after: Commented, ids?: ReadonlySet<string>): CommentPatch {
  if (before.comments === after.comments) return {}
  const [old, now] = [before.comments ?? [], after.comments ?? []]
  if (!ids && !isInOrder(old, now)) return same(old, now) ? {} : { comments: now }
  const changed = ids ?? new Set([...old, ...now].map(({ id }) => id))
  const changes = [...changed].flatMap((id) => threadChange(id, commentById(before, id), commentById(after, id)) ?? [])
  return changes.length > 0 ? { commentChanges: changes } : {}
}

/** What takes a change of comments back, given the comments before it. */
export function commentsBack(before: Book, after: Book, { comments, commentChanges }: CommentPatch): CommentPatch {
  if (comments) return { comments: before.comments ?? [] }
  if (!commentChanges) return {}
  // What was taken out of the middle goes back to its place only with all of them.
  const isTakenOut = commentChanges.some(({ id, comment }) => comment === null && commentById(before, id))
  if (isTakenOut) return { comments: before.comments ?? [] }
  return diffComments(after, before, new Set([...commentChanges].reverse().map(({ id }) => id)))
}

function changedThread(old: Comment, { resolved, left, entries }: CommentChange): Comment {
  const all = entries ? [...old.entries.slice(0, left), ...entries] : old.entries
  return { ...old, resolved: resolved ?? old.resolved, entries: all }
}

function applyChange(book: Book, change: CommentChange): void {
  const threads = (book.comments ??= [])
  const { id, comment } = change
  const at = indexOf(threads).get(id)
  if (comment === null) {
    // Another list: the places of those behind it are others now.
    if (at !== undefined) book.comments = threads.filter((thread) => thread.id !== id)
    return
  }
  const old = at === undefined ? undefined : threads[at]
  const thread = comment ?? (old && changedThread(old, change))
  if (!thread) return
  if (at === undefined) indexOf(threads).set(id, threads.push(thread) - 1)
  else threads[at] = thread
}

/** Changes the book's comments. A thread itself is never changed, only replaced. */
export function applyComments(book: Book, { comments, commentChanges = [] }: CommentPatch): void {
  if (comments?.length) book.comments = [...comments]
  else if (comments) delete book.comments
  for (const change of commentChanges) {
    applyChange(book, change)
    noteThread(book, change.id)
  }
  if (book.comments?.length === 0) delete book.comments
}
