/** Files on the Drive of whoever runs the script, as far as this script has made them: it sees no others. */
import type { MadeFile, OutputFile } from '../actions'
import { partWords } from '../words/actions'

export type DriveFile = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File

/** Bytes of Google's are signed. */
function blobOf({ content, contentType, name }: OutputFile): GoogleAppsScript.Base.Blob {
  if (typeof content === 'string') return Utilities.newBlob(content, contentType, name)
  const bytes = new Int8Array(content.buffer, content.byteOffset, content.length)
  return Utilities.newBlob([...bytes], contentType, name)
}

/** The advanced service, which a manifest put together by hand may lack. */
function drive(): NonNullable<typeof Drive> {
  if (typeof Drive === 'undefined') throw new Error(partWords.noDrive)
  return Drive
}

/** Those that are not in the bin. */
export function ownFiles(): DriveFile[] {
  const { files } = drive().Files.list({ pageSize: 1000, fields: 'files(id,name,mimeType,trashed)' })
  return (files ?? []).filter(({ trashed }) => trashed !== true)
}

function save(file: OutputFile, present: readonly DriveFile[]): MadeFile {
  const { name, mimeType } = file
  const id = present.find((other) => other.name === name && other.mimeType === mimeType)?.id
  const fields = { fields: 'id,webViewLink' }
  const saved = id
    ? drive().Files.update({ name }, id, blobOf(file), fields)
    : drive().Files.create({ name, mimeType }, blobOf(file), fields)
  return { name, url: saved.webViewLink ?? '' }
}

/** A file of the same name and kind is renewed, so that links to it stay; otherwise one is made. */
export function saveFiles(files: readonly OutputFile[], present: readonly DriveFile[]): MadeFile[] {
  return files.map((file) => save(file, present))
}
