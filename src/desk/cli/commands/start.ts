import { join } from 'node:path'
import { documentOf, toText } from '../../../document'
import { readWorkbook } from '../../../workbook'
import { cliWords } from '../../../words/cli'
import { menuWords } from '../../../words/actions'
import type { Host, RunOptions, RunResult } from '../../host'
import { findPrograms, makePdf, PdfError } from '../../pdf'
import type { PdfSource } from '../../pdf'
import { snapshotOf } from '../book-snapshot'
import { exampleHost } from '../example'
import type { Io } from '../io'
import { runAction, workbookBytes } from '../workbook'
import { inFolder, writeFiles } from '../write-files'
import type { FileToWrite } from '../write-files'

const words = cliWords.start
const OUT = 'out'

/** The function of a menu item. */
function click(host: Host, caption: string, options: RunOptions = {}): RunResult {
  const items = host.menus().flatMap((menu) => menu.items)
  const name = items.find((item) => item.caption === caption)?.functionName
  if (name === undefined) throw new Error(caption)
  return runAction(host, name, [], options)
}

/** The questions and messages that a person would have seen, with the example's answers. */
const messagesOf = ({ toasts, questions }: RunResult): string[] => [
  ...questions.map(({ message, answer }) => `${message}\n${words.answer[answer.button === 'YES' ? 'yes' : 'no']}`),
  ...toasts.map(({ message }) => message),
]

const indented = (text: string): string => text.replace(/^(?=.)/gm, '   ')

type DeskFile = RunResult['files'][number]

/** Our own bytes; the copy that becomes a Google Doc has other fonts. */
const isDelivered = ({ mimeType }: DeskFile): boolean => !mimeType.startsWith('application/vnd.google-apps')

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

async function filesOf(host: Host, delivered: readonly DeskFile[]): Promise<{ files: FileToWrite[]; notes: string[] }> {
  const { report } = readWorkbook(snapshotOf(host.book()))
  const base = (delivered[0]?.name ?? host.book().title).replace(/\.\w+$/, '')
  const html = Buffer.from(bytesOf(delivered, '.html')).toString()
  const pdf = await pdfIfPossible({ docx: bytesOf(delivered, '.docx'), html })
  const files = [
    { path: join(OUT, `${host.book().title}.xlsx`), content: await workbookBytes(host.book()) },
    ...delivered.map(({ name, bytes }) => ({ path: join(OUT, name), content: bytes })),
    { path: join(OUT, `${base}.txt`), content: toText(documentOf(report, { draft: true })) },
  ]
  if (typeof pdf === 'string') return { files, notes: [pdf] }
  return { files: [...files, { path: join(OUT, `${base}.pdf`), content: pdf }], notes: [] }
}

/** `start`: the main job on the example, through the same bundle that runs in Google. */
export async function startCommand(io: Io): Promise<void> {
  const { host, report } = await exampleHost(io)
  const figures = Object.values(report.figures).filter((value) => value !== null).length
  io.out([words.head(cliWords.bookTitle(report.unit, report.year ?? 0)), words.filled(figures)].join('\n\n'))
  io.out([words.checked, ...messagesOf(click(host, menuWords.check)).map(indented)].join('\n'))
  const totalled = click(host, menuWords.totals, { answers: [{ button: 'NO' }] })
  io.out([words.totalled, ...messagesOf(totalled).map(indented)].join('\n'))
  const generated = click(host, menuWords.generate, { answers: [{ button: 'YES' }] })
  io.out([words.generated, ...messagesOf(generated).map(indented)].join('\n'))
  const { files, notes } = await filesOf(host, generated.files.filter(isDelivered))
  inFolder(OUT, () => writeFiles(files))
  io.out([words.files, ...files.map(({ path }) => `   ${path}`), ...notes.map(indented), '', words.next].join('\n'))
}
