/** Which of Univer's commands a person may set off; all that would change more than a cell's content is switched off. */
import { CanceledError, CommandType, RedoCommandId, UndoCommandId } from '@univerjs/core'
import type { ICommandInfo, ICommandService, IDisposable } from '@univerjs/core'
import { ClearSelectionAllCommand, ClearSelectionContentCommand, SetRangeValuesCommand } from '@univerjs/sheets'
import type { ISetRangeValuesCommandParams } from '@univerjs/sheets'
import { SetCellEditVisibleOperation } from '@univerjs/sheets-ui'

export interface Guarded {
  isEditing: () => boolean
  /** False: the editor stays closed. */
  mayEdit: () => boolean
  /** The editor was left with something typed. */
  typed: (params: ISetRangeValuesCommandParams) => void
  cleared: () => void
  undo: () => void
  redo: () => void
}

const harmless = new Set([
  'sheet.command.move-selection',
  'sheet.command.move-selection-enter-tab',
  'sheet.command.expand-selection',
  'sheet.command.select-all',
  'sheet.command.select-range',
  'sheet.command.set-worksheet-activate',
  'sheet.command.set-scroll-relative',
  'sheet.command.scroll-view',
  'sheet.command.scroll-view-reset',
  'sheet.command.scroll-to-cell',
  'sheet.command.change-zoom-ratio',
  'sheet.command.set-zoom-ratio',
])

const refusedInEditor = /^doc\.command\.(?:set-inline-format|.*list|.*heading|.*align|insert-table|insert-.*image)/

function refuse(): never {
  throw new CanceledError()
}

/** Undo inside the open editor is the editor's own. */
function step(guarded: Guarded, id: string): void {
  if (guarded.isEditing()) return
  if (id === UndoCommandId) guarded.undo()
  else guarded.redo()
  refuse()
}

function judge({ id, params }: Readonly<ICommandInfo>, guarded: Guarded): void {
  if (id === UndoCommandId || id === RedoCommandId) step(guarded, id)
  else if (id === SetRangeValuesCommand.id) {
    guarded.typed(params as ISetRangeValuesCommandParams)
    refuse()
  } else if (id === ClearSelectionContentCommand.id || id === ClearSelectionAllCommand.id) {
    guarded.cleared()
    refuse()
  } else if (refusedInEditor.test(id) || (id.startsWith('sheet.command.') && !harmless.has(id))) refuse()
}

export function guardCommands(commands: ICommandService, guarded: Guarded): IDisposable {
  return commands.beforeCommandExecuted((info) => {
    if (info.id === SetCellEditVisibleOperation.id) {
      if ((info.params as { visible: boolean }).visible && !guarded.isEditing() && !guarded.mayEdit()) refuse()
    } else if (info.type === CommandType.COMMAND) judge(info, guarded)
  })
}
