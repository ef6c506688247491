// A full disk and a read-only one: told clearly, nothing acknowledged is lost, and it goes on afterwards.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { inputs, startDesk, tableOf, Visitor } from './desk.mjs'

const run = (program, ...args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0

/** Fills the disk to the last byte. */
function fill(path) {
  for (const size of [64 * 1024, 4096, 512, 1]) {
    for (let number = 0; ; number++) {
      try {
        writeFileSync(`${path}.${size}.${number}`, Buffer.alloc(size))
      } catch {
        rmSync(`${path}.${size}.${number}`, { force: true })
        break
      }
      if (number > 4096) break
    }
  }
}

/** Edits until one is refused; then room is made, and the next is taken again. */
async function fullDisk(visitor, sheet, mend, say) {
  const [row, column] = inputs[0]
  const edit = (value) => visitor.post('/api/edit', { sheet, row, column, values: [[value]], base: 0 })
  let kept = 0
  let refusal = null
  // What is left of the last block takes some more edits.
  for (let value = 1; value < 200 && !refusal; value++) {
    const answer = await edit(value)
    if (answer.status === 200) kept = value
    else refusal = answer
  }
  const standing = tableOf((await visitor.get('/api/book')).book).cells[`${row},${column}`]?.value
  mend()
  const after = await edit(777)
  const isTold = refusal?.status === 507 && refusal.body.message.includes('磁盘已满')
  const isKept = kept === 0 || standing === kept
  say(`  full: ${refusal?.body.message ?? 'not refused'}; afterwards ${after.status}`)
  return isTold && isKept && after.status === 200
}

/** A disk that nothing can be written to: the desk says so and ends. */
async function readOnlyDisk(place, folder, say) {
  if (!run('mount', '-o', 'remount,ro', folder)) return false
  const refused = startDesk(place)
  const isRefused = await refused.ready.then(
    () => false,
    () => true,
  )
  await refused.end('SIGKILL')
  say(`  read-only: ${refused.said().trim()}`)
  return run('mount', '-o', 'remount,rw', folder) && isRefused && refused.said().includes('只读')
}

async function onSmallDisk(place, folder, say) {
  const desk = startDesk(place)
  try {
    const visitor = await Visitor.enter(await desk.ready)
    const sheet = tableOf((await visitor.get('/api/book')).book).id
    fill(join(folder, 'filler'))
    const isFullTold = await fullDisk(visitor, sheet, () => run('sh', '-c', 'rm -f "$0"/filler.*', folder), say)
    const code = await desk.end('SIGINT')
    const isReadOnlyTold = await readOnlyDisk(place, folder, say)
    const again = startDesk(place)
    const back = await Visitor.enter(await again.ready)
    const [row, column] = inputs[0]
    const last = tableOf((await back.get('/api/book')).book).cells[`${row},${column}`]?.value
    await again.end('SIGINT')
    say(`disk: full ${isFullTold}, read-only ${isReadOnlyTold}, end with code ${code}, last edit found ${last === 777}`)
    return isFullTold && isReadOnlyTold && code === 0 && last === 777
  } finally {
    await desk.end('SIGKILL')
  }
}

/** Where the disks must be tried: to skip them there would hide that nobody does. */
const isRequired = Boolean(process.env.CI)

export async function disk(place, say) {
  const folder = join(place.home, 'small-disk')
  mkdirSync(folder, { recursive: true })
  if (process.platform !== 'linux' || !run('mount', '-t', 'tmpfs', '-o', 'size=4m', 'nianbao-endurance', folder)) {
    say(`disk: ${isRequired ? 'failed' : 'skipped'}, this user cannot mount a small disk`)
    return !isRequired
  }
  const workbook = join(folder, basename(place.workbook))
  copyFileSync(place.workbook, workbook)
  try {
    return await onSmallDisk({ ...place, workbook }, folder, say)
  } finally {
    run('umount', folder)
  }
}
