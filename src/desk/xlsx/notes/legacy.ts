/** Notes as every program writes them. */
import { XlsxError } from '../error'
import { attributeOf, scanXml } from '../contents/scan'
import { TextGathering } from '../contents/texts'
import { textOf } from '../xml-text'

/** The notes of a sheet by address, and the addresses of those that cannot be read; empty where not even that is known. */
export interface SheetNotes {
  notes: Map<string, string>
  unread: string[]
}

const START = /<comment(?=[\s/>]|$)/g
const END = '</comment>'
/** The end of the part: without it nobody knows how many notes came after. */
const WHOLE = /<\/comments>|<comments\b[^<>]*\/>/

/** Each note by itself, so that a broken one takes no other with it. */
function itemsOf(xml: string): string[] {
  const starts = [...xml.matchAll(START)].map(({ index }) => index)
  return starts.map((start, at) => {
    const piece = xml.slice(start, starts[at + 1] ?? xml.length)
    const end = piece.indexOf(END)
    if (end >= 0) return piece.slice(0, end + END.length)
    return /^<comment[^<>]*\/>/.exec(piece)?.[0] ?? piece
  })
}

/** Throws an XlsxError for a note that is no XML. */
function noteIn(item: string): string {
  const gathering = new TextGathering()
  scanXml(item, gathering)
  const text = gathering.take()
  return typeof text === 'string' ? text : text.map((run) => run.text).join('')
}

function addressIn(item: string): string {
  const tag = item.slice('<comment'.length, item.indexOf('>') < 0 ? item.length : item.indexOf('>'))
  return attributeOf(tag, 'ref')?.toUpperCase() ?? ''
}

/** Reads a part with notes, as far as that goes. */
export function readNotes(bytes: Uint8Array): SheetNotes {
  const xml = textOf(bytes)
  const read: SheetNotes = { notes: new Map(), unread: [] }
  const items = itemsOf(xml)
  for (const item of items) {
    const address = addressIn(item)
    try {
      const text = noteIn(item)
      if (address === '') read.unread.push('')
      else if (text !== '') read.notes.set(address, text)
    } catch (error) {
      if (!(error instanceof XlsxError)) throw error
      read.unread.push(address)
    }
  }
  if (!WHOLE.test(xml)) read.unread.push('')
  return read
}
