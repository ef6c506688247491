/** Files that a person hands in, read the way the command line reads them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { safeParse } from 'valibot'
import type { RunRequest } from '../protocol'
import { handedFile } from '../requests'
import type { DeskState } from './desk-state'
import { Refusal } from './problem'

const LONGEST_NAME = 80

/** A name without folders. Messages show it, so it stays as near to the file's own as possible. */
function safeName(name: string): string {
  const safe = basename(name).replace(/[^\p{L}\p{N}._ ()（）-]/gu, '_')
  return /^\.*$/.test(safe) ? 'file' : safe.slice(-LONGEST_NAME)
}

/** Puts the bytes into a temporary file, does the work with its path, and deletes the file. */
export async function withHandedFile<T>(name: string, bytes: Uint8Array, work: (path: string) => Promise<T>) {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-desk-'))
  try {
    const path = join(folder, safeName(name))
    writeFileSync(path, bytes)
    return await work(path)
  } catch (error) {
    if (error instanceof Error) error.message = error.message.replaceAll(join(folder, '/'), '')
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Kinds that the dialog has decoded already, and that the command reads itself. */
const textKinds: readonly string[] = ['text', 'html', 'json']

/**
 * `previewImport` is the only command that takes a file. A file that is not text is read here, since only the desk has
 * the readers; the command gets the report instead. Every other request stays as it is.
 */
export async function withFileRead(desk: DeskState, request: RunRequest): Promise<RunRequest> {
  if (request.functionName !== 'previewImport') return request
  const { success, output: given } = safeParse(handedFile, request.arguments?.[0])
  if (!success || textKinds.includes(given.source.kind)) return request
  const { name, content } = given.source
  const { readReport, isForUser } = desk.options
  try {
    const { report, findings } = await withHandedFile(name, Buffer.from(content, 'base64'), readReport)
    return { ...request, arguments: [{ ...given, source: { name, report, findings } }] }
  } catch (error) {
    throw isForUser(error) ? new Refusal(422, error.message) : error
  }
}
