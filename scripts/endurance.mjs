// `npm run endurance`: what the desk survives, as people start it. After `--`:
//   (nothing)                   all trials: 400 kills, 30 pages and 100 pages for a minute, 100,000 edits, 100 races for
//                               a lock, a full and a read-only disk, 500 histories of two pages, 2,000 of the office on
//                               a simulated disk, 600 with foreign saves, 400 damaged journals, the published table
//                               sets as PDF in many layouts and in six other formats, an .xlsx of 290,000 cells in 300 MB
//   kills, crowd, clients, soak, contend, disk, pages, model, foreign, damage, pdf, formats, large
//                               only the trials named
//   --kills N                   how often the desk is killed while edits stream in
//   --pages N, --seconds N      how many pages edit at once, and how long
//   --clients N                 how many pages edit at once of which 95 of 100 edits must come back within 150 ms
//   --edits N                   in one desk, whose memory may not grow by 20 %
//   --races N                   of two desks for one workbook, killed or ended after each
//   --foreigns N                histories in which other programs save, replace or delete the workbook
//   --histories N               of two pages: typing, pasting, undoing, offline, loaded anew, killed, their desk killed
//   --models N                  histories of edits, saves, full and read-only disks and power failures
//   --damages N                 journals with wrong bits, zeroed or removed parts, other heads, lines in other places
//   --layouts A,B               of the PDFs, else all: scripts/pdf/layouts.mjs
//   --formats A,B               of the other formats, else all: scripts/endurance/formats.mjs
//   --few N                     how many sets of those that LibreOffice opens file by file, else all
//   --keep FOLDER               where the PDFs are left to be looked at
//   --seed S                    the moments of the kills and the cells of the edits, as in the run that printed S
// The disks are small ones that the trial mounts, which takes root on Linux. Elsewhere that trial is skipped and says so;
// where CI is set, and for root on Linux, it fails instead.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from './build.mjs'
import { newWorkbook } from './desk/new-workbook.mjs'
import { contend } from './endurance/contend.mjs'
import { crowd } from './endurance/crowd.mjs'
import { disk } from './endurance/disk.mjs'
import { otherFormats } from './endurance/formats.mjs'
import { kills } from './endurance/kills.mjs'
import { large } from './endurance/large.mjs'
import { pdf } from './endurance/pdf.mjs'
import { property } from './endurance/properties.mjs'
import { soak } from './endurance/soak.mjs'
import { drawnSeed } from './random.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '400' },
    pages: { type: 'string', default: '30' },
    seconds: { type: 'string', default: '60' },
    clients: { type: 'string', default: '100' },
    edits: { type: 'string', default: '100000' },
    races: { type: 'string', default: '100' },
    foreigns: { type: 'string', default: '600' },
    histories: { type: 'string', default: '500' },
    models: { type: 'string', default: '2000' },
    damages: { type: 'string', default: '400' },
    layouts: { type: 'string', default: '' },
    formats: { type: 'string', default: '' },
    few: { type: 'string', default: '99' },
    keep: { type: 'string' },
    seed: { type: 'string', default: String(drawnSeed()) },
  },
})

/** On two cores. */
const MOST_ECHO_MS = 150

const say = (line) => console.log(line)
const seed = Number(values.seed)

const trials = {
  kills: (place) => kills(place, Number(values.kills), seed, say),
  crowd: (place) => crowd(place, Number(values.pages), Number(values.seconds), seed, say),
  clients: (place) => crowd(place, Number(values.clients), Number(values.seconds), seed, say, MOST_ECHO_MS),
  soak: (place) => soak(place, Number(values.edits), seed, say),
  contend: (place) => contend(place, Number(values.races), seed, say),
  disk: (place) => disk(place, say),
  pages: () => property('pages', Number(values.histories), seed, say),
  model: () => property('model', Number(values.models), seed, say),
  foreign: () => property('foreign', Number(values.foreigns), seed, say),
  damage: () => property('damage', Number(values.damages), seed, say),
  large: () => large(say),
  pdf: () => pdf({ only: values.layouts.split(',').filter(Boolean), keep: values.keep }, say),
  formats: () => otherFormats({ only: values.formats.split(',').filter(Boolean), few: Number(values.few) }, say),
}
const names = positionals.length > 0 ? positionals : Object.keys(trials)
const unknown = names.filter((name) => !Object.hasOwn(trials, name))
if (unknown.length > 0) throw new Error(`no trial ${unknown}: there are ${Object.keys(trials)}`)

await buildIfStale()
say(`seed ${seed}`)
const home = mkdtempSync(join(tmpdir(), 'nianbao-endurance-'))
try {
  const fresh = join(home, 'fresh.xlsx')
  newWorkbook(fresh)
  for (const name of names) {
    const workbook = join(home, `${name}.xlsx`)
    copyFileSync(fresh, workbook)
    const hasPassed = await trials[name]({ workbook, home })
    if (!hasPassed) process.exitCode = 1
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}
