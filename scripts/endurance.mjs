// `npm run endurance`: kills, a crowd, a full and a read-only disk, against the desk as people start it.
// Options: --kills N, --pages N, --seconds N.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from './build.mjs'
import { crowd } from './endurance/crowd.mjs'
import { disk } from './endurance/disk.mjs'
import { kills } from './endurance/kills.mjs'
import { root } from './freshness.mjs'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    pages: { type: 'string', default: '30' },
    seconds: { type: 'string', default: '60' },
  },
})

const say = (line) => console.log(line)

function newWorkbook(path) {
  const args = [join(root, 'dist/desk/cli.js'), 'new', path, '--unit', '示例局', '--year', '2024']
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

await buildIfStale()
const home = mkdtempSync(join(tmpdir(), 'nianbao-endurance-'))
try {
  const placeOf = (name) => {
    const workbook = join(home, name)
    newWorkbook(workbook)
    return { workbook, home }
  }
  const passed = [
    await kills(placeOf('kills.xlsx'), Number(values.kills), say),
    await crowd(placeOf('crowd.xlsx'), Number(values.pages), Number(values.seconds), say),
    await disk(placeOf('disk.xlsx'), say),
  ]
  if (passed.includes(false)) process.exitCode = 1
} finally {
  rmSync(home, { recursive: true, force: true })
}
