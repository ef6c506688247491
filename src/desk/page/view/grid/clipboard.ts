/** Copy, cut and paste by the browser's own events, which come also on addresses that are not secure. */
import { clipboardText } from '../../text/clipboard-text'
import { readTableText, writeTableHtml, writeTableText } from '../table-text'
import { readTableHtml } from './table-html'

/** What was pasted: as cells, and as one text. */
export interface Pasted {
  rows: string[][]
  text: string
  /** The source was a table, not paragraphs. */
  isTable: boolean
}

export interface ClipboardOwner {
  /** The cells have the keyboard and no field is open. */
  isActive: () => boolean
  copied: () => string[][]
  cut: () => void
  pasted: (pasted: Pasted) => void
}

/** Marks what this page has copied: its plain text has every blank as it was. */
const OWN = 'text/x-nianbao-cells'

function readClipboard(data: DataTransfer): Pasted {
  const plain = data.getData('text/plain').replace(/\r\n?/g, '\n')
  const isOwn = data.types.includes(OWN)
  const html = isOwn ? '' : data.getData('text/html')
  const table = html.includes('<t') ? readTableHtml(html) : null
  if (table) return { rows: table, text: plain, isTable: true }
  // A page without a table has paragraphs: a tab in it stands behind the number of a list.
  const text = isOwn ? plain : clipboardText(data)
  return { rows: readTableText(plain), text, isTable: isOwn || (html === '' && plain.includes('\t')) }
}

export function listenToClipboard(field: HTMLElement, owner: ClipboardOwner): void {
  const listen = (name: 'copy' | 'cut' | 'paste', act: (data: DataTransfer) => void) => {
    field.addEventListener(name, (event) => {
      if (!event.clipboardData || !owner.isActive()) return
      event.preventDefault()
      act(event.clipboardData)
    })
  }
  const write = (data: DataTransfer) => {
    const rows = owner.copied()
    data.setData('text/plain', writeTableText(rows))
    data.setData('text/html', writeTableHtml(rows))
    data.setData(OWN, '1')
  }
  listen('copy', write)
  listen('cut', (data) => {
    write(data)
    owner.cut()
  })
  listen('paste', (data) => owner.pasted(readClipboard(data)))
}
