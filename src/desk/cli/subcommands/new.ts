import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { cliWords as words } from '../../../words/cli'
import { Failure } from '../failure'
import type { Io } from '../io'
import { newWorkbook } from '../new-workbook'
import type { NewFlags } from '../new-workbook'
import { userName } from '../user-name'
import { writeFiles } from '../write-files'

/** Somebody's work may stand in a file of that name. */
function refuseTarget(path: string): void {
  if (extname(path).toLowerCase() !== '.xlsx') throw new Failure(words.usage.newName(path))
  if (existsSync(path)) throw new Failure(words.files.exists(path))
}

/** `new OUT.xlsx`: an empty workbook for the unit and year, last year's figures filled in where they are given. */
export async function newSubcommand(io: Io, path: string, flags: NewFlags): Promise<void> {
  refuseTarget(path)
  if (flags.carry && flags.lastYear === undefined) throw new Failure(words.usage.carry)
  const { bytes, notices } = await newWorkbook(io, flags, userName())
  writeFiles([{ path, content: bytes }])
  io.out([words.made(path), ...notices].join('\n'))
}
