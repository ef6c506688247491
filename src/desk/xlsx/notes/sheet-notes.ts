/** The notes of a sheet from all parts that hold some; whatever they are, they keep no workbook from being opened. */
import { UnreadableSourceError } from '../../../intake'
import { XlsxError } from '../error'
import { folderOf, targetPath } from '../../../intake'
import type { Package } from '../package'
import { readNotes } from './legacy'
import type { SheetNotes } from './legacy'
import { readPersons, readThreads } from './threads'
import type { Persons } from './threads'

/** Undefined where the work fails on what the file holds. */
function tried<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof XlsxError || error instanceof UnreadableSourceError) return undefined
    throw error
  }
}

/** The parts of a type that a part names. */
function partsOf(source: Package, name: string, type: string): (() => Uint8Array | undefined)[] {
  const relations = source.relations(name).filter((one) => one.type === type && !one.isExternal)
  return relations.map(
    ({ target }) =>
      () =>
        source.part(targetPath(folderOf(name), target)),
  )
}

export function personsIn(source: Package, workbook: string): Persons {
  const all = partsOf(source, workbook, 'person').map((part) => tried(() => readPersons(part() ?? new Uint8Array())))
  return new Map(all.flatMap((persons) => [...(persons ?? [])]))
}

const LOST: SheetNotes = { notes: new Map(), unread: [''] }

export function notesOfSheet(source: Package, sheet: string, persons: Persons): SheetNotes {
  const all = partsOf(source, sheet, 'comments').map(
    (part) => tried(() => readNotes(part() ?? new Uint8Array())) ?? LOST,
  )
  const notes = new Map(all.flatMap((one) => [...one.notes]))
  const unread = all.flatMap((one) => one.unread)
  const threads = partsOf(source, sheet, 'threadedComment').flatMap((part) => [
    ...(tried(() => readThreads(part() ?? new Uint8Array(), persons)) ?? []),
  ])
  for (const [address, thread] of threads) notes.set(address, thread)
  return { notes, unread: unread.filter((address) => !notes.has(address)) }
}
