/** What a script sees of the advanced Drive service. */
import type { StoredFile } from './protocol'

export interface DriveResource {
  name?: string
  mimeType?: string
}

/** The fields the desk knows of a file. */
export type DriveFile = StoredFile

export interface DriveFiles {
  create(resource: DriveResource, mediaData?: unknown, options?: object): DriveFile
  update(resource: DriveResource, fileId: string, mediaData?: unknown, options?: object): DriveFile
  get(fileId: string, options?: object): DriveFile
  list(options?: object): { files: DriveFile[] }
}

export interface DriveService {
  Files: DriveFiles
}
