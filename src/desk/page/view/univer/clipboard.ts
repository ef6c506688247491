/** Copy, cut and paste of ranges as text and as a table: Univer's own way would carry looks along. */
import { readTableText, writeTableHtml, writeTableText } from '../table-text'

export interface ClipboardOwner {
  /** The cells have the keyboard and no editor is open. */
  isActive: () => boolean
  copied: () => string[][]
  cut: () => void
  pasted: (rows: string[][]) => void
}

/** Stops listening when called. */
export function listenToClipboard(owner: ClipboardOwner): () => void {
  const stop = new AbortController()
  const listen = (name: 'copy' | 'cut' | 'paste', act: (data: DataTransfer) => void) => {
    const handle = (event: ClipboardEvent) => {
      if (!event.clipboardData || !owner.isActive()) return
      event.preventDefault()
      event.stopImmediatePropagation()
      act(event.clipboardData)
    }
    window.addEventListener(name, handle, { capture: true, signal: stop.signal })
  }
  const write = (data: DataTransfer) => {
    const rows = owner.copied()
    data.setData('text/plain', writeTableText(rows))
    data.setData('text/html', writeTableHtml(rows))
  }
  listen('copy', write)
  listen('cut', (data) => {
    write(data)
    owner.cut()
  })
  listen('paste', (data) => owner.pasted(readTableText(data.getData('text/plain'))))
  window.addEventListener('keydown', (event) => leaveKeysToBrowser(event, owner), {
    capture: true,
    signal: stop.signal,
  })
  return () => stop.abort()
}

/** Univer would otherwise take these keys, and the browser would send no copy or paste event. */
function leaveKeysToBrowser(event: KeyboardEvent, owner: ClipboardOwner): void {
  const isOne = (event.ctrlKey || event.metaKey) && !event.altKey && ['c', 'x', 'v'].includes(event.key.toLowerCase())
  if (isOne && owner.isActive()) event.stopImmediatePropagation()
}
