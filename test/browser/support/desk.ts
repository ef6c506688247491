/** Desks that run in this process, with workbooks that are made once. */
import { newWorkbook } from '../../../src/desk/cli/new-workbook'
import { cliWords } from '../../../src/words/cli'
import { exampleBytes, io, openDesk } from '../../desk/server/desk'
import type { TestDesk } from '../../desk/server/desk'
import { keptBytes } from '../../support/kept'

/** An empty workbook for the unit and year. */
export const blankWorkbook = (unit: string, year: number): Promise<Uint8Array> =>
  keptBytes('new-workbook', [unit, year], async () => (await newWorkbook(io, { unit, year })).bytes)

/** A desk that opens the example. */
export async function exampleDesk(options: Parameters<typeof openDesk>[0] = {}): Promise<TestDesk> {
  const example = { title: cliWords.bookTitle('示例街道办事处', 2024), bytes: await exampleBytes() }
  return openDesk({ exampleWorkbook: () => Promise.resolve(example), ...options })
}
