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

/** Its own name stands in messages. */
function safeName(name: string): string {
  const safe = basename(name).replace(/[^\p{L}\p{N}._ ()（）-]/gu, '_')
  return /^\.*$/.test(safe) ? 'file' : safe.slice(-LONGEST_NAME)
}

/** The file at a path, for as long as the work lasts. */
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

/** What the dialog has decoded, and the bundle reads. */
const textKinds: readonly string[] = ['text', 'html', 'json']

/**
 * The one function of the bundle that is handed files. Those that are no text are read here, with readers that the
 * bundle has no room for; it gets the report instead. Every other request stays as it is.
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
