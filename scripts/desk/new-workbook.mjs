import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../freshness.mjs'

/** An empty workbook, made by the command line as built. */
export function newWorkbook(path) {
  const args = [join(root, 'dist/desk/cli.js'), 'new', path, '--unit', '示例局', '--year', '2024']
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}
