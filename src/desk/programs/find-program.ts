import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

export type ProgramKind = 'libreoffice' | 'chromium'

export interface Program {
  kind: ProgramKind
  path: string
}

/** Names on the search path, and places where installers put the program without telling the search path. */
const known: Readonly<Record<ProgramKind, readonly string[]>> = {
  libreoffice: [
    'soffice',
    'libreoffice',
    'soffice.exe',
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
    'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
  ],
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'chrome.exe',
    'msedge.exe',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function located(name: string, folders: readonly string[]): string | undefined {
  const isPlace = isAbsolute(name) || /^[A-Z]:\\/.test(name)
  return isPlace ? [name].find(isProgram) : folders.map((folder) => join(folder, name)).find(isProgram)
}

/** The programs found that can make a PDF, LibreOffice first, because it prints the .docx that is handed over. */
export function findPrograms(searchPath: string): Program[] {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '')
  return (['libreoffice', 'chromium'] as const).flatMap((kind) => {
    const path = known[kind].map((name) => located(name, folders)).find((place) => place !== undefined)
    return path === undefined ? [] : [{ kind, path }]
  })
}
