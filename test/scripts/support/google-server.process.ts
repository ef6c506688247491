/** Google's addresses as clasp calls them, on this machine: keeps what comes in and answers as Google does. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Request {
  /** `POST www.googleapis.com/drive/v3/files`, without the query. */
  to: string
  body: unknown
}

interface ScriptFile {
  name: string
  type: string
  source: string
}

/** What a new script holds before anything is pushed. */
const googlesOwn: ScriptFile[] = [
  { name: 'appsscript', type: 'JSON', source: '{ "timeZone": "America/New_York", "dependencies": {} }' },
  { name: 'Code', type: 'SERVER_JS', source: 'function myFunction() {}' },
]

const contentOf = (script: string) => `script.googleapis.com/v1/projects/${script}/content`
const content = contentOf('script-1')
/** The script of a copy. */
const copied = contentOf('script-of-copy')

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return text.startsWith('{') ? JSON.parse(text) : text
}

export class GoogleServer {
  readonly requests: Request[] = []
  /** Addresses that are answered with an error. */
  readonly refused = new Set<string>()
  private files = googlesOwn
  private readonly server: Server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const path = request.url?.split('?')[0] ?? ''
      const to = `${request.method ?? ''} ${String(request.headers['x-host'])}${path}`
      this.requests.push({ to, body })
      const answer = this.refused.has(to) ? null : this.answer(to, body)
      response.writeHead(answer ? 200 : 403, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer ?? { error: { code: 403, message: 'refused by the test' } }))
    })
  })

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    return (this.server.address() as AddressInfo).port
  }

  close(): void {
    this.server.closeAllConnections()
    this.server.close()
  }

  /** The files of the script as they were pushed last, by name. */
  get pushed(): Record<string, ScriptFile> {
    return Object.fromEntries(this.files.map((file) => [file.name, file]))
  }

  private answer(to: string, body: unknown): unknown {
    switch (to) {
      case 'POST www.googleapis.com/drive/v3/files':
        return { id: 'sheet-1' }
      case 'POST script.googleapis.com/v1/projects':
        return { scriptId: 'script-1' }
      case 'GET www.googleapis.com/oauth2/v2/userinfo':
        return { id: '1', email: 'li@example.gov.cn' }
      case `PUT ${content}`:
      case `PUT ${copied}`:
        this.files = (body as { files: ScriptFile[] }).files
        return { scriptId: 'script-1', files: this.files }
      case `GET ${content}`:
      case `GET ${copied}`:
        return { scriptId: 'script-1', files: this.files }
      default:
        return null
    }
  }
}
