import { realpathSync } from 'node:fs'
import { applyRepair } from '../../../checks'
import { printReport } from '../../../report'
import { cliWords as words } from '../../../words/cli'
import { checkedSource, namedLastYear } from '../checked'
import { Failure } from '../failure'
import type { Io } from '../io'
import { writeFiles } from '../write-files'

export interface RepairFlags {
  choose: number
  out: string
  lastYear?: string
}

function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    // One of them does not exist.
    return false
  }
}

/** `repair FILE --choose N --out REPORT.json`: the N-th repair of `check`, into a new file. */
export async function repairSubcommand(io: Io, file: string, { choose, out, lastYear }: RepairFlags): Promise<void> {
  const { report, repairs } = await checkedSource(file, await namedLastYear(lastYear))
  if (isSameFile(file, out)) throw new Failure(words.files.isSource(file))
  const repair = repairs[choose - 1]
  if (repairs.length === 0) throw new Failure(words.noRepairs(file))
  if (!repair) throw new Failure(words.noSuchRepair(choose, repairs.length))
  writeFiles([{ path: out, content: printReport(applyRepair(report, repair)) }])
  io.out(`${words.repaired(choose, repair.label)}\n${words.wrote(out)}`)
}
