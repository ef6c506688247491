/** The runner of menu items, tied to the parts of the desk. */
import { pageWords } from '../../../words/desk-page'
import type { Book } from '../../book/model'
import { api } from '../api'
import type { Toolbar } from '../ui/toolbar'
import type { SheetView } from '../view/view'
import type { Leaving } from './leaving'
import type { Messages } from './messages'
import type { Panels } from './panels'
import { positionNamed } from './positions'
import { Runner } from './runner'

export interface DeskParts {
  leaving: () => Leaving
  panels: Panels
  messages: Messages
  toolbar: () => Toolbar
  book: () => Book
  view: () => SheetView | null
  /** Name of the tab in which the person is. */
  tab: () => string
}

export function runnerOf({ leaving, panels, messages, toolbar, book, view, tab }: DeskParts): Runner {
  return new Runner({
    run: api.run,
    whenSent: () => leaving().allSent(),
    side: panels.side,
    toast: ({ title, message, seconds }) => messages.show({ title, text: message, seconds: Math.max(seconds, 4) }),
    files: (files, isNews) => panels.made(files, isNews),
    progress: (name) => toolbar().setProgress(name === null ? null : pageWords.run.running(name)),
    goTo: (name, cell) => {
      const place = positionNamed(book(), name, cell)
      if (place) view()?.select(place)
    },
    focus: () => view()?.focus(),
    tab,
  })
}
