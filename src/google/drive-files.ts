/** Files that this script has made on the Drive of the person who runs it: it sees no others. */
import type { MadeFile, OutputFile } from '../actions'
import { reportWords } from '../words/actions'

type DriveFile = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File

/** Bytes of Google's are signed. */
function blobOf({ content, contentType, name }: OutputFile): GoogleAppsScript.Base.Blob {
  if (typeof content === 'string') return Utilities.newBlob(content, contentType, name)
  const bytes = new Int8Array(content.buffer, content.byteOffset, content.length)
  return Utilities.newBlob([...bytes], contentType, name)
}

/** The advanced service, which a manifest put together by hand may lack. */
function driveFiles(): NonNullable<typeof Drive>['Files'] {
  if (typeof Drive === 'undefined') throw new Error(reportWords.noDrive)
  return Drive.Files
}

/** Those that are not in the bin. */
function ownFiles(): DriveFile[] {
  const { files } = driveFiles().list({ pageSize: 1000, fields: 'files(id,name,mimeType,trashed)' })
  return (files ?? []).filter(({ trashed }) => trashed !== true)
}

function save(file: OutputFile, present: readonly DriveFile[]): MadeFile {
  const { name, mimeType } = file
  const id = present.find((other) => other.name === name && other.mimeType === mimeType)?.id
  const fields = { fields: 'id,webViewLink' }
  const saved = id
    ? driveFiles().update({ name }, id, blobOf(file), fields)
    : driveFiles().create({ name, mimeType }, blobOf(file), fields)
  return { name, url: saved.webViewLink ?? '' }
}

/** Renews the file of the same name and kind, so that links to it stay valid, or makes a new one. */
export function saveFiles(files: readonly OutputFile[]): MadeFile[] {
  const present = ownFiles()
  return files.map((file) => save(file, present))
}
