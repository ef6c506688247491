import { docxSource } from './docx/docx-blocks'
import { readPublished, type Reading } from './published'
import { read, type TextKind } from './read'
import { UnreadableSourceError } from './unreadable-error'

export type SourceKind = TextKind | 'docx'

function readDocx(bytes: Uint8Array): Reading {
  const { blocks, findings } = docxSource(bytes)
  const reading = readPublished(blocks)
  return { ...reading, findings: [...findings, ...reading.findings] }
}

/**
 * Reads a report from any kind of source: text kinds as `read`, and `docx` from the bytes of a Word document. Apart from
 * `read`, because the script bound to a sheet has no files and need not carry what opens them.
 *
 * @throws UnreadableSourceError for bytes that are no .docx, besides what `read` throws
 */
export function readSource(content: string, kind: TextKind): Reading
export function readSource(content: Uint8Array, kind: 'docx'): Reading
export function readSource(content: string | Uint8Array, kind: SourceKind): Reading {
  if (typeof content !== 'string') return readDocx(content)
  if (kind === 'docx') throw new UnreadableSourceError('notWord')
  return read(content, kind)
}
