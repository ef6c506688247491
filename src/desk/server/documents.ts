import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { DeskFile } from '../bench'
import { findPrograms } from '../programs'
import { makePdf } from '../pdf'
import type { FileLink } from '../protocol'
import { privateFolder } from './private-file'
import { digestOf } from './tokens'

export interface DocumentFile {
  name: string
  contentType: string
  bytes: Uint8Array
}

interface Stored extends DocumentFile {
  id: string
}

const MOST = 60

const types: Readonly<Record<string, string>> = {
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.html': 'text/html',
  '.txt': 'text/plain',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
}

const folderName = (text: string): string => digestOf(text).toString('hex').slice(0, 24)

/** The name without extension, which all formats of a document share. */
const baseOf = (name: string): string => name.slice(0, name.length - extname(name).length)

/** A name that is a plain file name on every system. */
const plain = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(-120)

/** Id and name. */
const stored = /^([\w-]+)~(.+)$/

function readStored(folder: string): Stored[] {
  try {
    const entries = readdirSync(folder).filter((entry) => stored.test(entry))
    return entries
      .map((entry) => ({ entry, time: statSync(join(folder, entry)).mtimeMs }))
      .sort((one, other) => one.time - other.time)
      .slice(-MOST)
      .flatMap(({ entry }) => {
        const [, id, name] = stored.exec(entry) ?? []
        if (id === undefined || name === undefined) return []
        const contentType = types[extname(name)] ?? 'application/octet-stream'
        return [{ id, name, contentType, bytes: readFileSync(join(folder, entry)) }]
      })
  } catch {
    // The folder is missing: nothing has been generated yet.
    return []
  }
}

/** The documents that actions of the open workbook have generated. */
export class Documents {
  private files: Stored[] = []
  private folder = ''

  constructor(
    private readonly top: string,
    private readonly searchPath: string,
  ) {}

  get canMakePdf(): boolean {
    return findPrograms(this.searchPath).length > 0
  }

  /** Another workbook is open: its documents of earlier runs are listed. */
  moveTo(workbook: string): void {
    this.folder = join(this.top, folderName(workbook))
    this.files = readStored(this.folder)
  }

  add({ id, name, contentType, bytes }: DeskFile): void {
    const file = { id: fileKey(id), name, contentType, bytes }
    this.files = [...this.files.filter((one) => one.id !== file.id), file].slice(-MOST)
    this.keep(file)
  }

  /** Newest first. */
  list(): FileLink[] {
    return this.files
      .map(({ id, name, contentType, bytes }) => ({ id, name, contentType, size: bytes.length }))
      .reverse()
  }

  find(id: string): DocumentFile | null {
    return this.files.find((file) => file.id === fileKey(id)) ?? null
  }

  /** The .docx as PDF; null where no program can make one. Throws a PdfError. */
  async pdf({ name, bytes: docx }: DocumentFile): Promise<DocumentFile | null> {
    const [program] = findPrograms(this.searchPath)
    if (!program) return null
    const base = baseOf(name)
    const page = this.files.findLast((file) => file.name === `${base}.html`)
    const html = page ? Buffer.from(page.bytes).toString() : ''
    if (program.kind === 'chromium' && !page) return null
    return { name: `${base}.pdf`, contentType: 'application/pdf', bytes: await makePdf(program, { docx, html }) }
  }

  /** A new journal in the workbook's place counts from 1 again: the old file of an id goes, and those not listed. */
  private removeOld(id: string): void {
    const listed = new Set(this.files.map((file) => file.id).filter((one) => one !== id))
    for (const entry of readdirSync(this.folder)) {
      const old = stored.exec(entry)?.[1]
      if (old !== undefined && !listed.has(old)) rmSync(join(this.folder, entry))
    }
  }

  private keep({ id, name, bytes }: Stored): void {
    try {
      privateFolder(this.folder)
      this.removeOld(id)
      writeFileSync(join(this.folder, `${id}~${plain(name)}`), bytes)
    } catch {
      // Not written to the disk: it can still be downloaded until the desk ends, and be generated again.
    }
  }
}

/** Ids come from a journal: only plain characters of them go into a path. */
const fileKey = (id: string): string => (/^[\w-]{1,64}$/.test(id) ? id : folderName(id))
