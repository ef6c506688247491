/**
 * Prints how long a check with repairs takes, and how far the narrative and last year's report settle slips in table 4:
 * `node scripts/bench/repairs.mjs [figures.json]` after a build. Nothing is asserted.
 */
import { existsSync, readFileSync } from 'node:fs'
import { check } from '../../dist/index.js'

const PUBLISHED = process.argv[2] ?? '../shared/reports/figures.json'
const example = JSON.parse(readFileSync('test/fixtures/clean-report.json', 'utf8'))
const given = existsSync(PUBLISHED) ? JSON.parse(readFileSync(PUBLISHED, 'utf8')) : []
const withNarrative = (report) => ({ ...report, narrative: example.narrative })
const isSound = ({ edition, figures }) =>
  edition === '2021' &&
  Object.keys(figures).length === 200 &&
  !check(withNarrative({ ...example, figures })).findings.some(({ severity }) => severity === 'error')
const bases = [example, ...given.filter(isSound)].map(withNarrative)

const GROUPS = ['review', 'directLitigation', 'litigationAfterReview']
const RESULTS = ['upheld', 'corrected', 'otherOutcome', 'pending', 'total']
const cells4 = GROUPS.flatMap((group) => RESULTS.map((result) => `table4.${group}.${result}`))
const total = (group) => `table4.${group}.total`

const slipped = (report, cell, growth) => ({
  ...report,
  figures: { ...report.figures, [cell]: report.figures[cell] + growth },
})

/** Every cell of table 4 off by 1 to 9, once each. */
const cases4 = bases.flatMap((base) =>
  cells4.flatMap((cell) => [1, 2, 3, 5, 9].map((growth) => ({ base, report: slipped(base, cell, growth) }))),
)

/** What a narrative that tells the right sums would tell. */
const told = ({ figures }) => [
  { sums: [[total('review')]], value: figures[total('review')], approximate: false },
  {
    sums: [GROUPS.slice(1).map(total)],
    value: GROUPS.slice(1).reduce((sum, group) => sum + figures[total(group)], 0),
    approximate: false,
  },
]

/** A year before with every figure of table 4 a fifth lower. */
const yearBefore = (base) => {
  const figures = { ...base.figures }
  for (const cell of cells4) figures[cell] = Math.round(figures[cell] * 0.8)
  for (const id of Object.keys(figures))
    if (id.startsWith('table3.carriedOut.')) figures[id] = base.figures[id.replace('carriedOut', 'carriedIn')]
  return { ...base, figures }
}

function share(options) {
  let first = 0
  let three = 0
  for (const { base, report } of cases4) {
    const rights = check(report, options(base))
      .repairs.slice(0, 3)
      .map(({ changes }) => changes.length === 1 && changes[0].to === base.figures[changes[0].cell])
    if (rights[0]) first += 1
    if (rights.some(Boolean)) three += 1
  }
  const part = (count) => (count / cases4.length).toFixed(3)
  return `first ${part(first)}, in first three ${part(three)}`
}

export function benchRepairs() {
  const lastYear = (base) => ({ lastYear: yearBefore(base) })
  const claims = (base) => ({ evidence: () => told(base) })
  console.log(`table 4, one cell wrong (${cases4.length}): figures alone ${share(() => ({}))}`)
  console.log(`  with last year’s report ${share(lastYear)}`)
  console.log(`  with the narrative’s claims ${share(claims)}`)
  console.log(`  with both ${share((base) => ({ ...lastYear(base), ...claims(base) }))}`)
  const cells = Object.keys(example.figures).filter((id) => /^table[34]/.test(id))
  const broken = bases.flatMap((base) =>
    cells.map((cell, i) => slipped(slipped(base, cell, 3), cells[(i * 37 + 11) % cells.length], 4)),
  )
  for (const report of broken) check(report)
  const times = broken.map((report) => {
    const started = process.cpuUsage().user
    check(report)
    return (process.cpuUsage().user - started) / 1000
  })
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  console.log(
    `check with two cells wrong: mean ${mean.toFixed(2)} ms, worst ${Math.max(...times).toFixed(1)} ms of processor time`,
  )
}

if (process.argv[1]?.endsWith('repairs.mjs')) benchRepairs()
