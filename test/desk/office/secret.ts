/** A workbook of which many files hold what is to be erased. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { XlsxError, xlsxToBook } from '../../../src/desk/xlsx'
import { newFolder, smallBook } from '../store/folder'
import { again, desk, li, type } from './desk'
import type { Desk } from './desk'

export const SECRET = '张三 110101199003070011'

/** A workbook that cannot be read holds what it holds all the same: its bytes are looked through as they are. */
async function textOf(path: string): Promise<string> {
  const bytes = readFileSync(path)
  if (extname(path) !== '.xlsx') return bytes.toString('utf8')
  try {
    return JSON.stringify(await xlsxToBook(bytes))
  } catch (error) {
    if (error instanceof XlsxError) return bytes.toString('utf8')
    throw error
  }
}

/** Every file below the folders, as text; workbooks unpacked. */
export async function textsIn(...folders: string[]): Promise<Record<string, string>> {
  const texts: Record<string, string> = {}
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue
      texts[entry.name] = await textOf(join(entry.parentPath, entry.name))
    }
  }
  return texts
}

export const holding = (texts: Record<string, string>): string[] =>
  Object.keys(texts).filter((name) => texts[name]?.includes(SECRET))

export interface Worked extends Desk {
  witnesses: string
}

/** A name was typed, saved, copied and typed over, over two files of the journal and a copy of the day. */
export async function worked(): Promise<Worked> {
  const witnesses = newFolder()
  const options = { witnesses, journalLimit: 10 }
  const first = await desk(smallBook(), options)
  await type(first, li, 30, 3, SECRET)
  await first.office.save()
  const older = readFileSync(first.path)
  await type(first, li, 31, 3, 'x')
  await first.office.save()
  // An older one put over it: a copy stays beside.
  writeFileSync(first.path, older)
  await type(first, li, 32, 3, 'y')
  await first.office.save()
  await first.office.versions.keep(false)
  await type(first, li, 30, 3, '已删除')
  await first.office.close()
  const one = await again(first.path, options)
  return { ...one, witnesses }
}
