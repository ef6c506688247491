// Reads mutated files in a process of its own, so that a crash, a hang or a full memory is seen from outside.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { mutated, mutatedBytes, mutatedInside, mutatedPainting, mutatedValues, textOf } from './mutate.mjs'
import { randomOf } from '../random.mjs'
import { bases, converted, giants, others } from './sources.mjs'

const [bundle, reportPath, workbookPath, seed, runs, withGiants, each, byLibreOffice] = process.argv.slice(2)
const { library, openSource, printReport, pagesOf, readDrawn, readPdf, paintedReport, pdfFile, csvOf } = await import(
  bundle
)
const folder = mkdtempSync(join(tmpdir(), 'nianbao-fuzz-'))

const NAMED = new Set(['EmptySourceError', 'ReportShapeError', 'UnreadableSourceError', 'Failure'])
const isOneLine = (message) => message.length > 0 && !message.includes('\n') && /[\u4e00-\u9fff]/.test(message)

/** `report` or the name of the error; throws for what is neither a whole report nor one clear error. */
async function outcome(work) {
  try {
    const { report } = await work()
    const again = library.read(printReport(report), 'json').report
    if (!isDeepStrictEqual(again, report)) throw new Error('the report is not the same after being printed')
    return 'report'
  } catch (error) {
    if (NAMED.has(error?.name) && isOneLine(error.message)) return error.name
    throw error
  }
}

/** Kinds that the library reads too. */
const LIBRARY_KINDS = new Set(['text', 'html', 'docx', 'json'])

async function readBoth(kind, name, bytes) {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const byFile = await outcome(() => openSource(path))
  if (!LIBRARY_KINDS.has(kind)) return byFile
  await outcome(() => library.read(kind === 'docx' ? new Uint8Array(bytes) : textOf(bytes), kind))
  return byFile
}

/** Milliseconds of the processor: what a busy machine does besides does not count. */
function cpuSince(before) {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Of so many PDFs one is read as the product does it: in a process of its own, which ends when it takes too much. */
const IN_PROCESS = 25

function readPainted(run) {
  return (_, __, bytes) =>
    outcome(async () => (run % IN_PROCESS === 0 ? readPdf(bytes) : readDrawn(await pagesOf(new Uint8Array(bytes)))))
}

// The library for PDF rejects promises that nobody waits for, of its own kinds of errors.
process.on('unhandledRejection', (error) => {
  if (!/Exception$|^FormatError$/.test(error?.name ?? '')) throw error
})

async function attempt(label, kind, name, make, read = readBoth) {
  process.send({ begin: label })
  const bytes = make()
  const before = process.cpuUsage()
  try {
    const ended = await read(kind, name, bytes)
    process.send({ label, kind, ended, time: cpuSince(before), memory: process.resourceUsage().maxRSS })
  } catch (error) {
    process.send({ label, kind, crash: String(error?.stack ?? error) })
  }
}

const report = library.read(readFileSync(reportPath, 'utf8'), 'json').report
const sources = await bases(library, report, readFileSync(workbookPath))
// Before any change each of them is read whole: else their mutations would all be refused for a fault of ours.
for (const { kind, name, bytes } of sources) {
  process.send({ begin: name })
  const ended = await readBoth(kind, name, bytes).catch(String)
  if (ended !== 'report') process.send({ label: `${name}, as it was made`, crash: ended })
}
const weighted = sources.flatMap((source) => Array.from({ length: source.weight }, () => source))
for (let run = 0; run < Number(runs); run++) {
  const random = randomOf(Number(seed) + run)
  const { kind, name, bytes, isZip } = random.pick(weighted)
  const change = isZip ? random.pick([mutated, mutatedInside, mutatedValues, mutatedValues]) : mutated
  await attempt(`seed ${Number(seed) + run}, ${name}`, kind, name, () => change(bytes, random))
}
const [first, second, third] = paintedReport(report)
const whole = Buffer.from(pdfFile([first, second, third]))
/** Without the largest table: read in half the time. */
const short = Buffer.from(pdfFile([first, third]))
for (let run = 0; run < Number(each); run++) {
  const random = randomOf(Number(seed) + run)
  const change = random.pick([mutated, mutatedPainting, mutatedPainting])
  await attempt(
    `seed ${Number(seed) + run}, PDF`,
    'pdf',
    'fuzz.pdf',
    () => change(run % 5 === 0 ? whole : short, random),
    readPainted(run),
  )
}
async function readMutated({ kind, name, bytes, isZip }, count) {
  for (let run = 0; run < count; run++) {
    const random = randomOf(Number(seed) + run)
    const change = random.pick(isZip ? [mutated, mutatedInside, mutatedValues] : [mutated, mutatedBytes, mutatedBytes])
    await attempt(`seed ${Number(seed) + run}, ${name}`, kind, name, () => change(bytes, random))
  }
}
for (const source of others(report, csvOf)) await readMutated(source, Number(each))
if (Number(byLibreOffice) > 0) {
  for (const source of converted(library, report)) await readMutated(source, Number(byLibreOffice))
}
if (withGiants === 'true') for (const [label, kind, make] of giants) await attempt(label, kind, `giant.${kind}`, make)
rmSync(folder, { recursive: true, force: true })
process.disconnect()
