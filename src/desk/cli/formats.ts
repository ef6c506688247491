import { cliWords } from '../../words/cli'
import { Failure } from './failure'

const formats = ['docx', 'html', 'txt', 'json', 'pdf'] as const
export type Format = (typeof formats)[number]

const isFormat = (name: string): name is Format => (formats as readonly string[]).includes(name)

/** `docx,html` as a list without doubles. Throws a Failure. */
export function parseFormats(given: string): Format[] {
  const names = given.split(/[,，]/).map((name) => name.trim().toLowerCase())
  return [...new Set(names)].map((name) => {
    if (!isFormat(name)) throw new Failure(cliWords.usage.format(name, formats.join('、')))
    return name
  })
}
