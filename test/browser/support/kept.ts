/** What takes seconds to make and is the same for every test: made once, kept in a file while its sources stay. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '../../..')
const folder = join(root, 'out/test-workbooks')

/** The build's stamp covers src; examples and the code that makes the files are no part of the build. */
const sources = ['dist/.built-from', 'examples/report-2024.json', 'examples/report-2023.json']
const makers = ['workbook.ts', 'desk.ts'].map((name) => join('test/browser/support', name))

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of [...sources, ...makers]) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}

/** The bytes `make` gives. The file is whole when it appears: another worker may look for it at the same time. */
export async function kept(name: string, make: () => Promise<Uint8Array> | Uint8Array): Promise<Uint8Array> {
  const file = join(folder, `${fingerprint()}-${name}`)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, await make())
    renameSync(draft, file)
  }
  return readFileSync(file)
}
