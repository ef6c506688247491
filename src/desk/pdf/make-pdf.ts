import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cliWords } from '../../words/cli'
import { runProgram } from '../programs'
import type { Program, ProgramKind, ProgramProblem } from '../programs'

const words = cliWords.pdf
const TIME_LIMIT_MS = 120_000

/** What a PDF is made from: the same report in both formats. */
export interface PdfSource {
  docx: Uint8Array
  html: string
}

/** The program was there and made no PDF. `message` is one Chinese sentence. */
export class PdfError extends Error {
  override readonly name = 'PdfError'
}

interface Task {
  fileName: string
  content: Uint8Array | string
  /** With a profile of its own, so that a program that is open on the screen is not disturbed and not waited for. */
  options: (folder: string) => string[]
}

const tasks: Readonly<Record<ProgramKind, (source: PdfSource) => Task>> = {
  libreoffice: ({ docx }) => ({
    fileName: 'report.docx',
    content: docx,
    options: (folder) => [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--norestore',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'report.docx'),
    ],
  }),
  chromium: ({ html }) => ({
    fileName: 'report.html',
    content: html,
    options: (folder) => [
      '--headless=new',
      '--disable-gpu',
      '--no-first-run',
      '--no-pdf-header-footer',
      // A browser started by the root user refuses to run inside its own sandbox; the page is ours and has no scripts.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${join(folder, 'report.pdf')}`,
      pathToFileURL(join(folder, 'report.html')).href,
    ],
  }),
}

const toldProblem = (problem: ProgramProblem): string =>
  'seconds' in problem ? words.timeout(problem.seconds) : problem.detail

/** The report as PDF. Throws a PdfError; whatever the program left behind is taken away. */
export async function makePdf(program: Program, source: PdfSource, limit = TIME_LIMIT_MS): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-pdf-'))
  try {
    const { fileName, content, options } = tasks[program.kind](source)
    writeFileSync(join(folder, fileName), content)
    const problem = await runProgram(program.path, options(folder), limit)
    const pdf = join(folder, 'report.pdf')
    if (problem !== null || !existsSync(pdf)) {
      throw new PdfError(words.failed(program.path, problem ? toldProblem(problem) : words.noOutput))
    }
    return readFileSync(pdf)
  } finally {
    // A browser's helpers may still be writing into its profile.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
