/** Downloads: the workbook as it stands, and what was generated from it. */
import { basename, extname } from 'node:path'
import { Hono } from 'hono'
import { serverWords as words } from '../../words/server'
import { PdfError } from '../pdf'
import { officeSeen } from './book-routes'
import type { DeskState } from './desk-state'
import type { DocumentFile } from './documents'
import { isFile } from './entry'
import type { Env } from './entry'
import { DOCUMENT_POLICY, PDF_POLICY, withCommonHeaders } from './headers'
import { ticketRequest } from '../requests'
import { Refusal } from './problem'
import { jsonOf } from './read-body'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The name in ASCII for old programs, then the real name. */
function disposition(kind: 'attachment' | 'inline', name: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `${kind}; filename="report${extname(name).replace(/[^.\w]/g, '')}"; filename*=UTF-8''${encoded}`
}

/** Types that a browser shows itself, without running code. */
const isViewable = (contentType: string): boolean => /^(?:text\/(?:html|plain)|application\/pdf)\b/.test(contentType)

function fileAnswer({ name, contentType, bytes }: DocumentFile): Response {
  const isText = contentType.startsWith('text/') && !contentType.includes('charset')
  return new Response(new Uint8Array(bytes), {
    headers: withCommonHeaders({
      'Content-Type': isText ? `${contentType}; charset=utf-8` : contentType,
      'Content-Disposition': disposition(isViewable(contentType) ? 'inline' : 'attachment', name),
      'Content-Security-Policy': contentType === 'application/pdf' ? PDF_POLICY : DOCUMENT_POLICY,
    }),
  })
}

/** Tickets are for files alone. The address must be as it is asked for: `/files/../api` is no file. */
function isTicketed(path: string): boolean {
  if (!path.startsWith('/') || path.startsWith('//')) return false
  const { pathname, search } = new URL(path, 'http://desk')
  return pathname + search === path && isFile(pathname)
}

async function pdfOf(desk: DeskState, file: DocumentFile): Promise<DocumentFile> {
  try {
    const pdf = extname(file.name) === '.docx' ? await desk.documents.pdf(file) : null
    if (!pdf) throw new Refusal(422, words.noPdf)
    return pdf
  } catch (error) {
    if (error instanceof PdfError) throw new Refusal(422, error.message)
    throw error
  }
}

export function fileRoutes(desk: DeskState): Hono<Env> {
  return new Hono<Env>()
    .get('/workbook.xlsx', async (c) => {
      const office = officeSeen(desk, c.var.session)
      const bytes = await office.bytes()
      return fileAnswer({ name: basename(office.workbook), contentType: XLSX, bytes })
    })
    .get('/api/files', (c) => {
      officeSeen(desk, c.var.session)
      return c.json(desk.documents.list())
    })
    .post('/api/ticket', async (c) => {
      const { path } = await jsonOf(c, ticketRequest)
      if (!isTicketed(path)) throw new Refusal(422, words.entry.noTicketFor)
      return c.json({ ticket: desk.tickets.issue(c.var.session.id, path, desk.clock().getTime()) })
    })
    .get('/files/:id', async (c) => {
      officeSeen(desk, c.var.session)
      const file = desk.documents.find(c.req.param('id'))
      if (!file) throw new Refusal(404, words.fileMissing)
      const wanted = c.req.query('as') === 'pdf' ? await pdfOf(desk, file) : file
      return fileAnswer(wanted)
    })
}
