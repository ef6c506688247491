/** Files of a report: as they are handed over, and as they were made. */

/** A file to hand over. A Google Doc is made from the .docx that is its content. */
export interface OutputFile {
  name: string
  mimeType: string
  contentType: string
  content: Uint8Array | string
}

export interface MadeFile {
  name: string
  /** Empty where it cannot be looked at: away from Google there are no Google documents. */
  url: string
}
