/** What the server tells, handed to the part of the page that it is for. */
import { pageWords } from '../../../words/desk-page'
import type { BookPatch, EntryKind } from '../../protocol'
import type { DeskEvent } from '../../start-protocol'
import type { SavingLine } from '../ui/saving'
import type { Toolbar } from '../ui/toolbar'
import type { Edits } from './edits'
import type { Messages } from './messages'
import type { Others } from './others'
import type { Panels } from './panels'

export interface Author {
  /** Person.id */
  by: string
  kind: EntryKind
}

export interface EventOwner {
  /** Person.id */
  me: string
  changed: (seq: number, patch: BookPatch, author: Author) => void
  /** Another workbook is open, or the page was away for long. */
  reopened: () => void
  edits: Edits
  others: Others
  toolbar: Toolbar
  panels: Panels
  saving: SavingLine
  messages: Messages
}

function otherRuns(event: DeskEvent & { type: 'run' }, { others, toolbar, panels }: EventOwner): void {
  const who = () => others.nameOf(event.by)
  toolbar.setProgress(event.state === 'started' ? pageWords.run.byOther(who(), event.name) : null)
  if (event.state === 'finished') panels.made(event.files, false)
}

export function takeEvent(event: DeskEvent, owner: EventOwner): void {
  switch (event.type) {
    case 'patch':
      return owner.changed(event.seq, event.patch, event)
    case 'overwritten':
      return owner.edits.overwritten(event, event.was, event.now)
    case 'notice':
      return void owner.messages.show({ text: event.text, seconds: 12 })
    case 'workbook':
      return owner.reopened()
    case 'ended':
      return owner.saving.connected('ended')
    case 'people':
      return owner.others.arrived(event.people)
    case 'file':
      return owner.saving.behind(event.isWritten ? null : (event.reason ?? ''))
    case 'run':
      if (event.by !== owner.me) otherRuns(event, owner)
  }
}
