/** Desks that run in this process, with workbooks that are made once. */
import { newWorkbook } from '../../../src/desk/cli/new-workbook'
import { cliWords } from '../../../src/words/cli'
import { exampleBytes, io, openDesk } from '../../desk/server/desk'
import type { TestDesk } from '../../desk/server/desk'
import { kept } from './kept'

/** An empty workbook for the unit and year. */
export const blankWorkbook = (unit: string, year: number): Promise<Uint8Array> =>
  kept(`${unit}-${year}.xlsx`, async () => (await newWorkbook(io, { unit, year })).bytes)

export const exampleWorkbook = (): Promise<Uint8Array> => kept('example.xlsx', exampleBytes)

/** A desk that opens the example. */
export async function exampleDesk(options: Parameters<typeof openDesk>[0] = {}): Promise<TestDesk> {
  const example = { title: cliWords.bookTitle('示例街道办事处', 2024), bytes: await exampleWorkbook() }
  return openDesk({ exampleWorkbook: () => Promise.resolve(example), ...options })
}
