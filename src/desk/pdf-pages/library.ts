/** The library that reads PDF, loaded when a file comes: it is larger than all of the rest. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The library looks for these when it is loaded; it uses them only to show a page on a screen. */
const screen = globalThis as Record<string, unknown>
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) screen[name] ??= function unused() {}

/** Tables from the codes of Chinese, Japanese and Korean fonts to characters, copied beside this file by the build. */
const tables = join(dirname(fileURLToPath(import.meta.url)), 'cmaps')

class CodeTables {
  fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    if (!/^[\w-]+$/.test(name)) return Promise.reject(new Error(`no table ${name}`))
    return Promise.resolve({
      cMapData: new Uint8Array(readFileSync(join(tables, `${name}.bcmap`))),
      isCompressed: true,
    })
  }
}

/** Pictures with more dots are not unpacked: nothing in them can be read. Lines are painted as small ones. */
const MOST_DOTS = 4096

/** What the library tells nobody but the console when it leaves something out of a page. */
const LOSSES =
  /Skipping command|(?:getOperatorList|getContentStream|readToUnicode) - ignoring|flate stream|translateFont failed|ensureStateFont|Font .* is not available/

/** Carries out some work with the library; the rest of a page is not read where a part of it was lost. */
export async function withoutLoss<T>(work: () => Promise<T>): Promise<T> {
  const { warn, info } = console
  let isLost = false
  const hear = (message: unknown) => void (isLost ||= LOSSES.test(String(message)))
  Object.assign(console, { warn: hear, info: hear })
  try {
    const done = await work()
    if (isLost) throw new Error('a part of the file was left out')
    return done
  } finally {
    Object.assign(console, { warn, info })
  }
}

/** Of what it tells: all. */
const EVERYTHING = 5

export async function openDocument(bytes: Uint8Array) {
  // The library finds its second half there and needs no thread for it.
  // @ts-expect-error: the package has no types for it, and nothing of it is named here.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    data: bytes,
    verbosity: EVERYTHING,
    cMapUrl: 'cmaps/',
    CMapReaderFactory: CodeTables,
    maxImageSize: MOST_DOTS,
    isEvalSupported: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    // So that it gives the outlines of glyphs.
    disableFontFace: true,
    fontExtraProperties: true,
    enableXfa: false,
    // Else each large picture that is left out would end its page.
    stopAtErrors: false,
  })
  return { document: await task.promise, codes: OPS as unknown as Readonly<Record<string, number>> }
}
