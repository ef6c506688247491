import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { cliWords as words } from '../../../words/cli'
import { Failure } from '../failure'
import type { Io } from '../io'
import { newWorkbook } from '../new-workbook'
import type { NewFlags } from '../new-workbook'
import { writeFiles } from '../write-files'

/** Somebody's work may stand in a file of that name. */
function refuseTarget(path: string): void {
  if (extname(path).toLowerCase() !== '.xlsx') throw new Failure(words.usage.newName(path))
  if (existsSync(path)) throw new Failure(words.files.exists(path))
}

/** `new OUT.xlsx`: an empty workbook for the unit and year, last year's figures filled in where they are given. */
export async function newSubcommand(io: Io, path: string, flags: NewFlags): Promise<void> {
  refuseTarget(path)
  const { bytes, notices } = await newWorkbook(io, flags)
  writeFiles([{ path, content: bytes }])
  io.out([words.made(path), ...notices].join('\n'))
}
