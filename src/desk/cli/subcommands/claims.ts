import { claims } from '../../../narrative'
import { cliWords } from '../../../words/cli'
import { Failure } from '../failure'
import { fileKind } from '../file-kind'
import { asJson } from '../io'
import type { Io } from '../io'
import { readBytes } from '../read-file'

const words = cliWords.claims

export interface ClaimsFlags {
  year?: number
  json?: boolean
}

function textAt(path: string): string {
  const file = fileKind(path, readBytes(path))
  if (file.kind === 'refused') throw new Failure(cliWords.files.refused[file.as](path))
  if (file.kind !== 'text') throw new Failure(words.kind(path))
  if (file.text.trim() === '') throw new Failure(cliWords.files.empty(path))
  return file.text
}

/** `claims FILE.txt`: the numbers that a text gives for what the tables hold. */
export function claimsSubcommand(io: Io, file: string, { year, json }: ClaimsFlags): void {
  const list = claims(textAt(file), { year })
  if (json) io.out(asJson(list))
  else if (list.length === 0) io.out(words.none)
  else io.out(list.map((claim) => words.line(claim.kind, claim.value, claim.approximate, claim.quote)).join('\n'))
}
