/** The files that commands have made: the desk knows them again by name and kind. */
import type { OutputFile } from '../../actions'

/** What the journal remembers of a file, so that one of the same name and kind is renewed under the same address. */
export interface StoredFile {
  id: string
  name: string
  mimeType: string
}

/** A file as it is handed over. */
export interface DeskFile extends StoredFile {
  contentType: string
  /** Of the file, relative to the desk's own. */
  url: string
  bytes: Uint8Array
}

const bytesOf = (content: OutputFile['content']): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

/** A kind that only Google has; the .docx beside it is what the desk hands over. */
const isOfGoogle = (mimeType: string): boolean => mimeType.startsWith('application/vnd.google-apps')

export class Shelf {
  private isRenewed = false

  constructor(private stored: readonly StoredFile[]) {}

  /** Null for a file that only Google can show. */
  put({ name, mimeType, contentType, content }: OutputFile): DeskFile | null {
    if (isOfGoogle(mimeType)) return null
    const { id } = this.stored.find((one) => one.name === name && one.mimeType === mimeType) ?? this.add(name, mimeType)
    return { id, name, mimeType, contentType, url: `files/${id}`, bytes: bytesOf(content) }
  }

  /** All files, where one has come in; null where nothing is new. */
  get changed(): readonly StoredFile[] | null {
    return this.isRenewed ? this.stored : null
  }

  private add(name: string, mimeType: string): StoredFile {
    const file = { id: `desk-file-${this.stored.length + 1}`, name, mimeType }
    this.stored = [...this.stored, file]
    this.isRenewed = true
    return file
  }
}
