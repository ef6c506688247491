/** The scripts that run in the double: the services, and the bundle as it is pushed to Google. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'

export interface ScriptFiles {
  /** Code of the double's services. */
  services: string
  /** Code of dist/google/Code.js. */
  bundle: string
  /** The bundle's HTML files, by their names without the ending; none unless given. */
  htmlFiles?: Readonly<Record<string, string>> | undefined
}

/** Built by jest's global setup. */
const text = (path: string): string => readFileSync(resolve(path), 'utf8')

export const readServices = (): string => text('out/test-double/services.js')

export function readScriptFiles(): ScriptFiles {
  const html = readdirSync(resolve('dist/google')).filter((name) => name.endsWith('.html'))
  return {
    services: readServices(),
    bundle: text('dist/google/Code.js'),
    htmlFiles: Object.fromEntries(html.map((name) => [basename(name, '.html'), text(`dist/google/${name}`)])),
  }
}
