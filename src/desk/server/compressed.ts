/** Answers with a whole workbook or tab are sent compressed. */
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'

const packed = promisify(brotliCompress)

/** A megabyte takes a few milliseconds, as by gzip, and is half as large. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 4 }

const byGzip = compress()

/** Browsers take brotli from this computer and over https, and gzip everywhere. */
const takesBrotli = (accepted: string): boolean =>
  accepted.split(',').some((one) => /^\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/.test(one))

export const compressed: MiddlewareHandler = async (c, next) => {
  if (!takesBrotli(c.req.header('accept-encoding') ?? '')) return byGzip(c, next)
  await next()
  if (!c.res.ok) return
  const headers = new Headers(c.res.headers)
  headers.set('content-encoding', 'br')
  headers.append('vary', 'accept-encoding')
  headers.delete('content-length')
  const bytes = await packed(await c.res.arrayBuffer(), { params })
  c.res = new Response(new Uint8Array(bytes), { status: c.res.status, headers })
}
