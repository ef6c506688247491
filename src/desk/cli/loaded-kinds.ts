import { readSource } from '../../intake'
import type { Reading } from '../../intake'
import { cliWords } from '../../words/cli'
import { convertFile } from '../programs'
import type { Conversion } from '../programs'
import { readXlsx } from '../xlsx/contents'
import type { Contents } from '../xlsx/contents'
import { Failure } from './failure'

const words = cliWords.files

/** Of a file that is named so in messages. */
type Reader = (bytes: Uint8Array, path: string) => Promise<Reading | Contents>

/** Kinds that only another program reads, by the extension it knows them by. */
type ConvertedKind = keyof typeof words.converted

async function converted(bytes: Uint8Array, path: string, kind: ConvertedKind, to: Conversion['to']) {
  const made = await convertFile(bytes, { from: kind, to }, process.env['PATH'] ?? '')
  if (made === 'noProgram') throw new Failure(words.noConverter(path, words.converted[kind], to))
  if (made === 'failed') throw new Failure(words.notConverted(path, words.converted[kind], to))
  return made
}

const asWord =
  (kind: ConvertedKind): Reader =>
  async (bytes, path) =>
    readSource(await converted(bytes, path, kind, 'docx'), 'docx')

const asExcel =
  (kind: ConvertedKind): Reader =>
  async (bytes, path) =>
    readXlsx(await converted(bytes, path, kind, 'xlsx'))

/** Kinds of files whose reader is loaded, or started, only when such a file comes. */
export const loadedKinds = {
  pdf: async (bytes) => (await import('../pdf-pages')).readPdf(bytes),
  xls: async (bytes, path) => (await import('../xls')).readXls(bytes) ?? asExcel('xls')(bytes, path),
  ods: async (bytes) => (await import('../ods')).readOds(bytes),
  doc: asWord('doc'),
  rtf: asWord('rtf'),
  odt: asWord('odt'),
} as const satisfies Readonly<Record<string, Reader>>

export type LoadedKind = keyof typeof loadedKinds
