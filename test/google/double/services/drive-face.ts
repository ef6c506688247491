/** What a script sees of the advanced Drive service. */
import type { StoredFile } from './protocol'

export interface DriveResource {
  name?: string
  mimeType?: string
  trashed?: boolean
  appProperties?: Record<string, string>
}

export interface DriveFiles {
  create(resource: DriveResource, mediaData: unknown, options?: object): StoredFile
  update(resource: DriveResource, fileId: string, mediaData?: unknown, options?: object): StoredFile
  list(options?: object): { files: StoredFile[]; nextPageToken?: string }
}

export interface ListedComment {
  author: { displayName: string }
  content: string
  quotedFileContent?: { value: string }
  resolved: boolean
  replies: { author: { displayName: string }; content?: string; deleted?: boolean }[]
}

export interface DriveComments {
  create(resource: { content: string }, fileId: string, options?: object): { id: string }
  list(fileId: string, options?: object): { comments: ListedComment[]; nextPageToken?: string }
}

export interface DriveService {
  Comments: DriveComments
  Files: DriveFiles
}
