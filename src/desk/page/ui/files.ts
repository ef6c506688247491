/** The documents made of the workbook, to see and to take. */
import { pageWords } from '../../../words/desk-page'
import type { FileLink } from '../../protocol'
import { fill, h } from './dom'
import { openFile, printFile } from './open-file'

const words = pageWords.files

/** What a browser shows itself. */
const shown = /^(?:text\/html|text\/plain|application\/pdf)/

const addressOf = ({ id }: FileLink): string => `/files/${encodeURIComponent(id)}`

export function linksOf(file: FileLink, canMakePdf: boolean): HTMLElement {
  const address = addressOf(file)
  const link = (href: string, text: string, properties: Record<string, string | boolean>) =>
    h('a', { href, ...properties, 'aria-label': `${text} ${file.name}`, onClick: byTicket(href, properties) }, text)
  const apart = { target: '_blank', rel: 'noopener' }
  const isWord = file.name.endsWith('.docx')
  return h(
    'span',
    { class: 'links' },
    link(address, words.download, { download: file.name }),
    shown.test(file.contentType) && link(address, words.preview, apart),
    file.contentType.startsWith('text/html') && printButton(address, file.name),
    isWord && canMakePdf && link(`${address}?as=pdf`, words.pdf, apart),
  )
}

function byTicket(path: string, properties: Record<string, string | boolean>) {
  return (event: Event) => {
    event.preventDefault()
    void openFile(path, properties)
  }
}

function printButton(address: string, name: string): HTMLElement {
  const print = () => void printFile(address, name)
  return h('button', { type: 'button', 'aria-label': `${words.print} ${name}`, onClick: print }, words.print)
}

export interface FilesPanel {
  element: HTMLElement
  add: (files: readonly FileLink[]) => void
}

export function makeFiles(canMakePdf: boolean): FilesPanel {
  const element = h('div', {}, h('p', { class: 'empty' }, words.none))
  const files = new Map<string, FileLink>()
  const add = (made: readonly FileLink[]) => {
    for (const file of made) files.set(file.name, file)
    const rows = [...files.values()].reverse().map((file) => {
      const name = h('strong', {}, file.name)
      return h('li', {}, name, h('span', { class: 'size' }, words.size(file.size)), linksOf(file, canMakePdf))
    })
    if (rows.length) fill(element, h('ul', { class: 'files' }, ...rows))
  }
  return { element, add }
}
