import { join } from 'node:path'
import { documentOf, toText } from '../../../document'
import { readWorkbook } from '../../../workbook'
import { cliWords } from '../../../words/cli'
import { menuWords } from '../../../words/actions'
import type { Reply } from '../../../actions'
import { menuOf } from '../../bench'
import type { Completed, DeskFile, OpenBook } from '../../bench'
import { findPrograms } from '../../programs'
import { makePdf, PdfError } from '../../pdf'
import type { PdfSource } from '../../pdf'
import { snapshotOf } from '../book-snapshot'
import { exampleBook } from '../example'
import type { Io } from '../io'
import { runToEnd, workbookBytes } from '../workbook'
import { inFolder, writeFiles } from '../write-files'
import type { FileToWrite } from '../write-files'

const words = cliWords.start
const OUT = 'out'

/** The command of a menu item. */
function click(workbook: OpenBook, caption: string, replies: readonly Reply[] = []): Completed {
  const name = menuOf().items.find((item) => item.caption === caption)?.functionName
  if (name === undefined) throw new Error(caption)
  return runToEnd(workbook, name, [], replies)
}

/** The questions and messages that a person would have seen, with the example's replies. */
const messagesOf = ({ toasts, replied }: Completed): string[] => [
  ...replied.map(({ message, reply }) => `${message}\n${words.reply[reply === 'yes' ? 'yes' : 'no']}`),
  ...toasts.map(({ message }) => message),
]

const indented = (text: string): string => text.replace(/^(?=.)/gm, '   ')

const bytesOf = (files: readonly DeskFile[], extension: string): Uint8Array =>
  files.find(({ name }) => name.endsWith(extension))?.bytes ?? new Uint8Array()

/** The PDF, or why there is none: it is an extra here. */
async function pdfIfPossible(source: PdfSource): Promise<Uint8Array | string> {
  const [program] = findPrograms(process.env['PATH'] ?? '')
  if (!program) return cliWords.pdf.none
  try {
    return await makePdf(program, source)
  } catch (error) {
    if (error instanceof PdfError) return error.message
    throw error
  }
}

async function filesOf(
  { book }: OpenBook,
  delivered: readonly DeskFile[],
): Promise<{ files: FileToWrite[]; notes: string[] }> {
  const { report } = readWorkbook(snapshotOf(book))
  const base = (delivered[0]?.name ?? book.title).replace(/\.\w+$/, '')
  const html = Buffer.from(bytesOf(delivered, '.html')).toString()
  const pdf = await pdfIfPossible({ docx: bytesOf(delivered, '.docx'), html })
  const files = [
    { path: join(OUT, `${book.title}.xlsx`), content: await workbookBytes(book) },
    ...delivered.map(({ name, bytes }) => ({ path: join(OUT, name), content: bytes })),
    { path: join(OUT, `${base}.txt`), content: toText(documentOf(report, { draft: true })) },
  ]
  if (typeof pdf === 'string') return { files, notes: [pdf] }
  return { files: [...files, { path: join(OUT, `${base}.pdf`), content: pdf }], notes: [] }
}

/** `start`: the main job on the example, by the same commands as in Google. */
export async function startSubcommand(io: Io): Promise<void> {
  const { workbook, report } = await exampleBook(io)
  const figures = Object.values(report.figures).filter((value) => value !== null).length
  io.out([words.head(cliWords.bookTitle(report.unit, report.year ?? 0)), words.filled(figures)].join('\n\n'))
  io.out([words.checked, ...messagesOf(click(workbook, menuWords.check)).map(indented)].join('\n'))
  const totalled = click(workbook, menuWords.totals, ['no'])
  io.out([words.totalled, ...messagesOf(totalled).map(indented)].join('\n'))
  const generated = click(workbook, menuWords.generate, ['yes'])
  io.out([words.generated, ...messagesOf(generated).map(indented)].join('\n'))
  const { files, notes } = await filesOf(workbook, generated.files)
  inFolder(OUT, () => writeFiles(files))
  io.out([words.files, ...files.map(({ path }) => `   ${path}`), ...notes.map(indented), '', words.next].join('\n'))
}
