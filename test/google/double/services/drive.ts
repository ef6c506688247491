/** The advanced Drive service, version 3, for files the script itself makes. Their bytes go to the test. */
import { toBase64 } from './bytes'
import { DoubleDriveComments } from './drive-comments'
import type { DriveComments, DriveFiles, DriveResource, DriveService } from './drive-face'
import { guard, inside } from './guard'
import type { Has } from './kinds'
import type { StoredFile } from './protocol'
import { running } from './running'
import { DoubleBlob } from './utilities'

class DoubleDriveFiles implements Pick<DriveFiles, Has<'Drive.Files'>> {
  create({ name = 'Untitled', mimeType = '', appProperties }: DriveResource, mediaData: unknown): StoredFile {
    const { setup } = running()
    const { files } = setup
    const id = `file-${files.length + 1}`
    const isShown = setup.linksDocuments || !mimeType.startsWith('application/vnd.google-apps')
    const webViewLink = isShown ? `files/${id}` : ''
    const file = { id, name, mimeType, webViewLink, ...(appProperties && { appProperties }) }
    files.push(file)
    return save(file, mediaData)
  }
  /** Without bytes only what the resource names. */
  update({ name, trashed }: DriveResource, fileId: string, mediaData?: unknown): StoredFile {
    const file = running().setup.files.find(({ id }) => id === fileId)
    if (!file) throw new Error(`API call to drive.files.update failed with error: File not found: ${fileId}.`)
    file.name = name ?? file.name
    if (trashed !== undefined) file.trashed = trashed
    return mediaData === undefined ? { ...file } : save(file, mediaData)
  }
  /** Without a query, all that the script may see: of a whole Drive the first ones may be anybody's. */
  list(options: object = {}): { files: StoredFile[]; nextPageToken?: string } {
    const { q = '', pageSize = 100, pageToken = '0', fields = '', orderBy = '' } = options as ListOptions
    const { setup } = running()
    const wanted = clausesOf(q)
    const files = setup.files.filter(
      (file) => (setup.readsEveryFile || file.isForeign !== true) && wanted.every((fits) => fits(file)),
    )
    if (orderBy === 'modifiedTime desc') files.sort((one, other) => modified(other) - modified(one))
    else if (orderBy !== '')
      throw new Error(`API call to drive.files.list failed with error: Invalid Value: ${orderBy}`)
    const [start, most] = [Number(pageToken), Math.min(pageSize, setup.filesPerPage)]
    const end = start + most
    const isCut = end < files.length && fields.includes('nextPageToken')
    return { files: files.slice(start, end).map((file) => ({ ...file })), ...(isCut && { nextPageToken: String(end) }) }
  }
}

interface ListOptions {
  q?: string
  pageSize?: number
  pageToken?: string
  fields?: string
  orderBy?: string
}

const modified = ({ modified: moment = 0 }: StoredFile): number => moment

type Fits = (file: StoredFile) => boolean

/** The part of Google's query language that scripts use here; anything else is told, not guessed. */
function clausesOf(query: string): Fits[] {
  const parts = query === '' ? [] : query.split(/ and (?![^{]*\})/)
  return parts.map((part): Fits => {
    const note = /^appProperties has \{ key='([^'\\]*)' and value='([^'\\]*)' \}$/.exec(part)
    if (note) return ({ appProperties }) => appProperties?.[note[1] ?? ''] === note[2]
    if (part === 'trashed = false') return ({ trashed }) => trashed !== true
    if (part === "'me' in owners") return ({ isOthers }) => isOthers !== true
    throw new Error(`API call to drive.files.list failed with error: Invalid Value: ${part}`)
  })
}

/** A Google Doc keeps the type it was asked for; its content is the .docx that was sent. */
function save(file: StoredFile, mediaData: unknown): StoredFile {
  const { bytes, contentType } = inside(mediaData, DoubleBlob, 'Drive.Files')
  file.modified = Math.max(...running().setup.files.map(modified)) + 1
  running().result.files.push({ ...file, contentType, base64: toBase64(bytes) })
  return { ...file }
}

export class DoubleDrive implements DriveService {
  readonly Comments: DriveComments = guard('Drive.Comments', new DoubleDriveComments())
  readonly Files: DriveFiles = guard('Drive.Files', new DoubleDriveFiles())
}
