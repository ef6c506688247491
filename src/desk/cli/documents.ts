import { documentOf, toDocx, toHtml, toText } from '../../document'
import { printReport } from '../../report'
import type { Report } from '../../report'
import { cliWords as words } from '../../words/cli'
import { findPrograms } from '../programs'
import { makePdf, PdfError } from '../pdf'
import type { PdfSource } from '../pdf'
import { Failure } from './failure'
import type { Format } from './formats'

export interface MadeFile {
  name: string
  content: Uint8Array | string
}

async function pdfOf(source: PdfSource, searchPath: string): Promise<Uint8Array> {
  const [program] = findPrograms(searchPath)
  if (!program) throw new Failure(words.pdf.none)
  try {
    return await makePdf(program, source)
  } catch (error) {
    throw error instanceof PdfError ? new Failure(error.message) : error
  }
}

/** Characters that some file system does not take in a name. */
const fileName = (title: string): string => title.replace(/[\\/:*?"<>|\s\p{Cc}]/gu, '').slice(0, 80)

/** The documents of a report in the formats asked for, in memory. Throws a Failure where a PDF cannot be made. */
export async function makeDocuments(
  report: Report,
  wanted: readonly Format[],
  isDraft: boolean,
  searchPath: string,
): Promise<MadeFile[]> {
  const document = documentOf(report, { draft: isDraft })
  const makers: Record<Format, () => Promise<MadeFile['content']> | MadeFile['content']> = {
    docx: () => toDocx(document),
    html: () => toHtml(document),
    txt: () => toText(document),
    json: () => printReport(report),
    pdf: () => pdfOf({ docx: toDocx(document), html: toHtml(document) }, searchPath),
  }
  const name = fileName(document.meta.title) + (isDraft ? words.draftMark : '')
  const files: MadeFile[] = []
  for (const format of wanted) files.push({ name: `${name}.${format}`, content: await makers[format]() })
  return files
}
