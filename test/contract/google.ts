/** Google: the built bundle over the double of its services, in a context of its own for each call. */
import { openHost } from '../google/double'
import type { MadeFile, RunResult } from '../google/double'
import type { Book } from '../../src/desk/book'
import { reportWords } from '../../src/words/generate'
import { scripts } from '../google/office'
import { moment, person } from './driver'
import type { ContractHost, Driver, HandedFile, Told } from './driver'

const handed = ({ name, mimeType, webViewLink, bytes }: MadeFile): HandedFile => ({
  name,
  mimeType,
  url: webViewLink,
  bytes,
})

/** Whose Drive the files are on: the desk has none. */
const driveTold = `<p>${reportWords.inDrive(person)}</p>`

function toldBy({ value, error, questions, toasts, dialogs, files }: RunResult): Told {
  return {
    ...(value !== undefined && { value }),
    ...(error && { error: error.message }),
    questions: questions.map(({ title, message, buttons }) => ({ title, message, buttons })),
    toasts: toasts.map(({ title, message }) => ({ title, message })),
    dialogs: dialogs.map(({ kind, title, html, width, height }) => ({
      kind,
      title,
      html: html.replace(driveTold, ''),
      width,
      height,
    })),
    files: files.map(handed),
  }
}

function openOnDouble(book: Book): Driver {
  const allowed = { readsEveryFile: true, linksDocuments: false }
  const host = openHost({ book, user: person, now: moment, ...allowed, ...scripts })
  return {
    call: (name, values, answers) => toldBy(host.run(name, values, { answers })),
    edit: (tab, cell, values) => toldBy(host.edit(tab, cell, values)),
    book: () => host.book(),
    setBook: (next) => host.setBook(next),
  }
}

export const google: ContractHost = { hasGoogleFiles: true, open: openOnDouble }
