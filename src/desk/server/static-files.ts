import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
}

/** As esbuild names what it makes of parts: `chunk-ABCD1234.js`. */
const isHashed = (name: string): boolean => /[-.][A-Z0-9]{8}\.\w+$/.test(name)

type Encoding = 'br' | 'gzip'

const extensionOf: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' }

const compress: Readonly<Record<Encoding, (bytes: Uint8Array) => Promise<Uint8Array>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes) => promisify(gzip)(bytes),
}

interface StaticFile {
  bytes: Uint8Array
  etag: string
  type: string
}

const WORTH_COMPRESSING = 1024

/** All of them at once: a newer build put in place meanwhile would not fit the parts a page has already. */
function readFolder(folder: string): Map<string, Uint8Array> {
  if (!existsSync(folder)) return new Map()
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(join(folder, name)).isFile())
  return new Map(files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name))]))
}

/** The page's built files, and nothing else: a request names one of them or none. */
export class StaticFiles {
  private readonly built: ReadonlyMap<string, Uint8Array>
  private readonly files = new Map<string, StaticFile>()
  private readonly compressed = new Map<string, Promise<Uint8Array>>()

  constructor(folder: string) {
    this.built = readFolder(folder)
  }

  get isBuilt(): boolean {
    return this.built.has('index.html')
  }

  /** The answer to a request for a file, whose path has no leading slash; null where there is none. */
  async answer(path: string, accepts: string, knows: string | undefined): Promise<Response | null> {
    const file = this.read(path)
    if (!file) return null
    const headers = new Headers({
      'Content-Type': file.type,
      'Cache-Control': isHashed(path) ? 'private, max-age=31536000, immutable' : 'private, no-cache',
      ETag: file.etag,
      Vary: 'Accept-Encoding',
    })
    if (knows === file.etag) return new Response(null, { status: 304, headers })
    const encoding = (['br', 'gzip'] as const).find((one) => new RegExp(`\\b${one}\\b(?!;q=0)`).test(accepts))
    if (!encoding || file.bytes.length < WORTH_COMPRESSING || !/text|json|svg/.test(file.type)) {
      return new Response(new Uint8Array(file.bytes), { headers })
    }
    headers.set('Content-Encoding', encoding)
    return new Response(new Uint8Array(await this.encoded(path, file, encoding)), { headers })
  }

  private read(path: string): StaticFile | null {
    const known = this.files.get(path)
    if (known) return known
    const type = types[extname(path)]
    const bytes = this.built.get(path)
    if (type === undefined || !bytes) return null
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    const file = { bytes, etag, type }
    this.files.set(path, file)
    return file
  }

  /** What the build has compressed, else compressed here once. */
  private encoded(path: string, file: StaticFile, encoding: Encoding): Promise<Uint8Array> {
    const key = path + extensionOf[encoding]
    const known = this.compressed.get(key)
    if (known) return known
    const built = this.built.get(key)
    const made = built ? Promise.resolve(built) : compress[encoding](file.bytes)
    this.compressed.set(key, made)
    return made
  }
}
