// The published table sets as PDF in many layouts: what comes back exact, what stays open, and what is silently wrong.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../freshness.mjs'
import { compared, nothing } from '../pdf/compared.mjs'
import { layouts } from '../pdf/layouts.mjs'
import { hasLibreOffice, makePdfs, withBrowser } from '../pdf/make.mjs'
import { pdfTools } from '../pdf/reader.mjs'
import { publishedReports } from '../pdf/reports.mjs'

const LEAST_EXACT = 0.99

async function tryLayout(name, layout, sets, tools, browser, place, say) {
  const sources = sets.map(({ report }) => {
    const document = tools.documentOf(report)
    return { html: tools.toHtml(document), docx: tools.toDocx(document) }
  })
  const made = await makePdfs(layout, sources, browser)
  const sum = { exact: 0, open: 0, wrong: 0, title: 0, narrative: 0 }
  let ms = 0
  for (const [i, { id, report }] of sets.entries()) {
    if (place) writeFileSync(join(place, `${name}-${id}.pdf`), made[i])
    const start = performance.now()
    const source = await tools.readPdf(made[i]).catch((error) => ({ ...nothing, error }))
    ms += performance.now() - start
    const result = compared(report, source)
    sum.exact += result.exact
    sum.open += result.open.length
    sum.wrong += result.wrong.length
    sum.title += result.title.length > 0 ? 1 : 0
    sum.narrative += result.narrative.length > 0 ? 1 : 0
    if (source.error) say(`  ${name} ${id}: ${source.error.message}`)
    if (result.open.length > 0) say(`  ${name} ${id}: ${result.open.length} open, first ${result.open[0]}`)
    for (const one of [...result.wrong.slice(0, 5), ...result.title]) say(`  ${name} ${id}: ${one}`)
    if (result.narrative.length > 0) say(`  ${name} ${id}: other narrative in ${result.narrative}`)
  }
  const { exact, open, wrong, title, narrative } = sum
  say(
    `pdf ${name}: ${exact} exact, ${open} open, ${wrong} wrong; ${title} titles and ${narrative} narratives of ${sets.length} not as printed; ${Math.round(ms / sets.length)} ms a file`,
  )
  return sum
}

/** `only`: names of layouts, else all; `ids`: of the table sets, else all. Files are kept in `keep` where that is given. */
export async function pdf({ only = [], ids = [], keep }, say) {
  const sets = publishedReports().filter(({ id }) => ids.length === 0 || ids.includes(id))
  if (sets.length === 0) {
    say('pdf: skipped, the published reports are not beside the checkout')
    return true
  }
  mkdirSync(join(root, 'out'), { recursive: true })
  const folder = mkdtempSync(join(root, 'out/pdf-'))
  if (keep) mkdirSync(keep, { recursive: true })
  try {
    const tools = await pdfTools(folder)
    const isWanted = ([name, { program }]) =>
      (only.length === 0 || only.includes(name)) && (program !== 'libreoffice' || hasLibreOffice())
    const all = { exact: 0, open: 0, wrong: 0, title: 0 }
    await withBrowser(async (browser) => {
      for (const [name, layout] of Object.entries(layouts).filter(isWanted)) {
        const sum = await tryLayout(name, layout, sets, tools, browser, keep, say)
        for (const key of Object.keys(all)) all[key] += sum[key]
      }
    })
    const share = all.exact / (all.exact + all.open + all.wrong)
    say(`pdf: ${share.toFixed(4)} exact, ${all.wrong} wrong, ${all.title} titles not as printed`)
    return share >= LEAST_EXACT && all.wrong === 0 && all.title === 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
