/** Files that a person hands in, read the way the command line reads them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { safeParse } from 'valibot'
import type { InferOutput } from 'valibot'
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

/** Characters that a command reads in a moment. */
const MOST_READ_AT_ONCE = 50_000

type Given = InferOutput<typeof handedFile>['source']

/** Null for a text that the command reads itself. */
async function reportIn(desk: DeskState, given: Given): Promise<object | null> {
  const { name, kind, content, plain = '' } = given
  const { readFile, readText } = desk.options
  if (!textKinds.includes(kind)) return withHandedFile(name, Buffer.from(content, 'base64'), readFile)
  return content.length + plain.length > MOST_READ_AT_ONCE ? readText(given) : null
}

/**
 * `previewImport` is the only command that takes a file. What is not text only the desk can read, and a long text would
 * keep everybody waiting: they are read before the command, which gets the report instead.
 */
export async function withFileRead(desk: DeskState, request: RunRequest): Promise<RunRequest> {
  if (request.functionName !== 'previewImport') return request
  const { success, output: given } = safeParse(handedFile, request.arguments?.[0])
  if (!success) return request
  try {
    const read = await reportIn(desk, given.source)
    return read ? { ...request, arguments: [{ ...given, source: { name: given.source.name, ...read } }] } : request
  } catch (error) {
    throw desk.options.isForUser(error) ? new Refusal(422, error.message) : error
  }
}
