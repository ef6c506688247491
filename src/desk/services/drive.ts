/** The advanced Drive service, version 3, for files the script itself makes. Their bytes go to the host. */
import { toBase64 } from './bytes'
import type { DriveFile, DriveFiles, DriveResource, DriveService } from './drive-face'
import { guard, inside } from './guard'
import type { Has } from './kinds'
import type { StoredFile } from './protocol'
import { running } from './running'
import { DeskBlob } from './utilities'

class DeskDriveFiles implements Pick<DriveFiles, Has<'Drive.Files'>> {
  create(resource: DriveResource, mediaData?: unknown): DriveFile {
    const { files, spreadsheetId } = running().setup
    const id = `${spreadsheetId}-file-${files.length + 1}`
    const mimeType = resource.mimeType ?? ''
    // Nothing here shows a document of Google's.
    const webViewLink = mimeType.startsWith('application/vnd.google-apps') ? '' : `files/${id}`
    const file = { id, name: resource.name ?? 'Untitled', mimeType, webViewLink }
    files.push(file)
    return save(file, mediaData)
  }
  update(resource: DriveResource, fileId: string, mediaData?: unknown): DriveFile {
    const file = known(fileId)
    file.name = resource.name ?? file.name
    return save(file, mediaData)
  }
  get(fileId: string): DriveFile {
    return { ...known(fileId) }
  }
  /** Every file the script made; queries are not on the desk. */
  list(options: object = {}): { files: DriveFile[] } {
    if ('q' in options) throw new Error('Drive.Files.list: the option q is not available on the desk')
    return { files: running().setup.files.map((file) => ({ ...file })) }
  }
}

function known(fileId: string): StoredFile {
  const file = running().setup.files.find(({ id }) => id === fileId)
  if (!file) throw new Error(`API call to drive.files.get failed with error: File not found: ${fileId}.`)
  return file
}

/** A Google Doc keeps the type it was asked for; its content is the .docx that was sent. */
function save(file: StoredFile, mediaData: unknown): DriveFile {
  if (mediaData !== undefined && mediaData !== null) {
    const blob = inside(mediaData, DeskBlob, 'Drive.Files')
    const contentType = blob.getContentType() ?? 'application/octet-stream'
    file.mimeType ||= contentType
    running().outcome.files.push({ ...file, contentType, base64: toBase64(blob.getBytes()) })
  }
  return { ...file }
}

export class DeskDrive implements DriveService {
  readonly Files: DriveFiles = guard('Drive.Files', new DeskDriveFiles())
}
