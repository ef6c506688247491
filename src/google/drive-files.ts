/** Files that this script has made on the Drive of the person who runs it: it sees no others. */
import type { MadeFile, OutputFile } from '../actions'
import { partWords } from '../words/actions'
import { isFileGone } from './refusals'

export type DriveFile = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File

/** The script's own note on a file: the id of the spreadsheet. */
const MADE_OF = 'nianbaoSpreadsheet'

/** The note on a file that is made for this spreadsheet. */
export const madeOf = (spreadsheet: string): Record<string, string> => ({ [MADE_OF]: spreadsheet })

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

/** A quotation mark would end the value. */
const quoted = (value: string): string => `'${value.replace(/[\\']/g, '\\$&')}'`

/** With `drive.readonly` the script sees the person's whole Drive, and what others share with them. */
const ownOnes = (spreadsheet: string): string =>
  `appProperties has { key=${quoted(MADE_OF)} and value=${quoted(spreadsheet)} } and trashed = false and 'me' in owners`

/**
 * Those of this spreadsheet that are not in the bin, the newest first. Each file notes which spreadsheet it was made
 * of: a copy never writes over the files of what it was copied from. One call for each page, and one page is the rule.
 */
export function ownFiles(spreadsheet: string): DriveFile[] {
  const found: DriveFile[] = []
  let pageToken: string | undefined
  do {
    const page = drive().Files.list({
      q: ownOnes(spreadsheet),
      pageSize: 1000,
      orderBy: 'modifiedTime desc',
      fields: 'nextPageToken,files(id,name,mimeType,webViewLink)',
      ...(pageToken !== undefined && { pageToken }),
    })
    found.push(...(page.files ?? []))
    pageToken = page.nextPageToken
  } while (pageToken)
  return found
}

const fields = { fields: 'id,webViewLink' }

/** Null where the file is gone or nobody may change it any more. */
function renewed(file: OutputFile, id: string): DriveFile | null {
  try {
    return drive().Files.update({ name: file.name }, id, blobOf(file), fields)
  } catch (error) {
    if (isFileGone(error)) return null
    throw error
  }
}

function save(file: OutputFile, present: readonly DriveFile[], spreadsheet: string): MadeFile {
  const { name, mimeType } = file
  const id = present.find((other) => other.name === name && other.mimeType === mimeType)?.id
  const saved =
    (id === undefined ? null : renewed(file, id)) ??
    drive().Files.create({ name, mimeType, appProperties: madeOf(spreadsheet) }, blobOf(file), fields)
  return { name, url: saved.webViewLink ?? '' }
}

/** Renews the file of the same name and kind, so that links to it stay valid, or makes a new one. */
export function saveFiles(
  files: readonly OutputFile[],
  present: readonly DriveFile[],
  spreadsheet: string,
): MadeFile[] {
  return files.map((file) => save(file, present, spreadsheet))
}
