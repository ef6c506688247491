// The published table sets in formats of other programs, saved by LibreOffice: what comes back exact.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../freshness.mjs'
import { compared, nothing } from '../pdf/compared.mjs'
import { byLibreOffice, hasLibreOffice } from '../pdf/make.mjs'
import { pdfTools } from '../pdf/reader.mjs'
import { publishedReports } from '../pdf/reports.mjs'

/** A web page opened as a sheet: its tables stand below one another and share their columns. */
const asSheet = (to) => ({ from: 'html', to, filter: 'HTML (StarCalc)', isConverted: false })
/** `isConverted`: LibreOffice also opens it for us, file by file. */
const asText = (to) => ({ from: 'docx', to, filter: '', isConverted: true })

const formats = {
  xls: asSheet('xls'),
  ods: asSheet('ods'),
  csv: asSheet('csv:Text - txt - csv (StarCalc):44,34,76,1'),
  doc: asText('doc'),
  rtf: asText('rtf'),
  odt: asText('odt'),
}

/** What went wrong with one file, line by line. */
async function faultsOf({ report }, path, { openSource }) {
  const source = await openSource(path).catch((error) => ({ ...nothing, error }))
  const { open, wrong, title, narrative } = compared(report, source)
  const lines = [...open.map((cell) => `${cell} open`), ...wrong, ...title, ...narrative.map((id) => `other ${id}`)]
  return source.error ? [source.error.message, ...lines] : lines
}

async function tryFormat(name, sets, folder, tools, say) {
  const { from, to, filter } = formats[name]
  const sources = sets.map(({ report }) => {
    const document = tools.documentOf(report)
    return from === 'html' ? tools.toHtml(document) : tools.toDocx(document)
  })
  const made = byLibreOffice(sources, from, to, filter)
  let faulty = 0
  for (const [i, set] of sets.entries()) {
    const path = join(folder, `${set.id}.${name}`)
    writeFileSync(path, made[i])
    const faults = await faultsOf(set, path, tools)
    if (faults.length > 0) faulty += 1
    for (const fault of faults.slice(0, 5)) say(`  ${name} ${set.id}: ${fault}`)
  }
  say(`formats ${name}: ${sets.length - faulty} of ${sets.length} sets are the same`)
  return faulty === 0
}

/** `only`: names of formats, else all. Of what LibreOffice opens for us, the first `few` sets. */
export async function otherFormats({ only = [], few }, say) {
  const sets = publishedReports()
  if (sets.length === 0 || !hasLibreOffice()) {
    say('formats: skipped, LibreOffice or the published reports are not there')
    return true
  }
  mkdirSync(join(root, 'out'), { recursive: true })
  const folder = mkdtempSync(join(root, 'out/formats-'))
  try {
    const tools = await pdfTools(folder)
    let hasPassed = true
    for (const name of only.length > 0 ? only : Object.keys(formats)) {
      const own = formats[name].isConverted ? sets.slice(0, few) : sets
      hasPassed = (await tryFormat(name, own, folder, tools, say)) && hasPassed
    }
    return hasPassed
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
