/** What a script sees of the advanced Drive service. */
import type { StoredFile } from './protocol'

export interface DriveResource {
  name?: string
  mimeType?: string
  appProperties?: Record<string, string>
}

export interface DriveFiles {
  create(resource: DriveResource, mediaData: unknown, options?: object): StoredFile
  update(resource: DriveResource, fileId: string, mediaData: unknown, options?: object): StoredFile
  list(options?: object): { files: StoredFile[] }
}

export interface DriveService {
  Files: DriveFiles
}
