/** What a command needs: the scopes without which it cannot do its work, and whether it writes down who ran it. */

const AUTH = 'https://www.googleapis.com/auth/'

export const scopes = {
  cells: `${AUTH}spreadsheets.currentonly`,
  pages: `${AUTH}script.container.ui`,
  files: `${AUTH}drive.file`,
} as const

export type Scope = keyof typeof scopes

export interface Needs {
  scopes: readonly Scope[]
  /** Writes down who ran it; from the menu, a name is asked for first where Google does not tell who it is. */
  isSigned: boolean
  /** Google's window of consent can be shown; a page that calls can only tell. */
  isFromMenu: boolean
}

/** A menu item that works on cells and tells what it did. */
export const works: Needs = { scopes: ['cells'], isSigned: true, isFromMenu: true }
/** A menu item that opens a page. */
export const opens: Needs = { scopes: ['cells', 'pages'], isSigned: false, isFromMenu: true }
/** One that writes down who ran it, or opens a page that does. */
export const opensAndWorks: Needs = { ...opens, isSigned: true }
/** One that makes files and shows them. */
export const makesFiles: Needs = { scopes: ['cells', 'pages', 'files'], isSigned: true, isFromMenu: true }
/** What a page calls to look. */
export const looks: Needs = { scopes: ['cells'], isSigned: false, isFromMenu: false }
/** What a page calls to change something. */
export const changes: Needs = { scopes: ['cells'], isSigned: true, isFromMenu: false }
