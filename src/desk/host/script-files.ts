/** The built scripts that a host runs. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

export interface ScriptFiles {
  /** Code of dist/desk/services.js. */
  services: string
  /** Code of dist/google/Code.js. */
  bundle: string
  /** The bundle's HTML files, by their names without the ending; none unless given. */
  htmlFiles?: Readonly<Record<string, string>> | undefined
}

/** Out of the folder that the build has made. */
export function readScriptFiles(dist: string): ScriptFiles {
  const text = (...path: string[]) => readFileSync(join(dist, ...path), 'utf8')
  const html = readdirSync(join(dist, 'google')).filter((name) => name.endsWith('.html'))
  return {
    services: text('desk', 'services.js'),
    bundle: text('google', 'Code.js'),
    htmlFiles: Object.fromEntries(html.map((name) => [basename(name, '.html'), text('google', name)])),
  }
}
