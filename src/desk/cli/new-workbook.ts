import { basename } from 'node:path'
import type { ImportItem, ImportPreview } from '../../actions'
import { isBlank } from '../../report'
import { cliWords as words } from '../../words/cli'
import { importWords } from '../../words/import'
import { tabNames } from '../../words/tabs'
import type { OpenBook } from '../bench'
import { summaryOf } from './checked'
import type { Io } from './io'
import { openSource } from './source'
import type { Source } from './source'
import { runToEnd, templateBook, workbookBytes } from './workbook'

export interface NewFlags {
  unit: string
  year: number
  /** A file with last year's report. */
  lastYear?: string
  /** Takes 上年结转 and 现行有效 into this year's tables as well. */
  carry?: boolean
}

export interface NewWorkbook {
  title: string
  bytes: Uint8Array
  /** What was taken from last year's file and what was not, and doubts about it. */
  notices: string[]
}

interface Taken {
  preview: ImportPreview
  /** Figures of this year that last year's report tells. */
  offers: readonly ImportItem[]
}

const isOffer = ({ origin }: ImportItem): boolean => origin !== ''

/** As 导入上年报告 does it: 流程记录 tells it, and it can be taken back. Nothing stands there yet that it could replace. */
function takeLastYear(workbook: OpenBook, { report, findings }: Source, name: string, isCarried: boolean): Taken {
  const request = { into: 'lastYear', source: { name, report, findings }, choices: [] }
  const { preview } = runToEnd(workbook, 'previewImport', [request]).value as { preview: ImportPreview }
  const ticks = preview.items.filter((item) => isCarried || !isOffer(item)).map(({ id }) => id)
  if (ticks.length > 0) runToEnd(workbook, 'applyImport', [{ ...request, ticks }])
  return { preview, offers: preview.items.filter(isOffer) }
}

/** The blank figures of last year's report, by table. */
function blankNotices({ report }: Source): string[] {
  const tables = ['table2', 'table3', 'table4'] as const
  return tables.flatMap((table) => {
    const values = Object.entries(report.figures).filter(([id]) => id.startsWith(`${table}.`))
    const blank = values.filter(([, value]) => isBlank(value)).length
    return blank > 0 ? [words.lastYearBlank(tabNames[table], blank, values.length)] : []
  })
}

function noticesOf(source: Source, { preview, offers }: Taken, isCarried: boolean): string[] {
  const { report, findings } = source
  const count = Object.values(report.figures).filter((value) => !isBlank(value)).length
  const { errors } = summaryOf(findings)
  const { rows, totals, warnings } = preview
  const within = ({ place, tab }: ImportItem): string =>
    place.startsWith(tab) ? place.slice(tab.length).trim() : place
  const named = offers.map((offer) => words.offer(within(offer), offer.comes))
  return [
    words.lastYearTaken(count, report.year === null ? words.unknownYear : words.yearOf(report.year)),
    ...(isCarried ? words.carried(named) : words.notCarried(named)),
    words.inForceLater,
    ...blankNotices(source),
    ...rows.flatMap(({ message, chosen }) => (chosen === null ? [message] : [])),
    ...totals,
    ...warnings.map(words.import.warning),
    ...(errors > 0 ? [words.lastYearFaulty(errors)] : []),
  ]
}

/** An empty workbook for the unit and year, with what is wanted of last year's report. Throws a Failure. */
export async function newWorkbook(io: Io, flags: NewFlags, user = ''): Promise<NewWorkbook> {
  const { unit, year, lastYear, carry = false } = flags
  const source = lastYear === undefined ? null : await openSource(lastYear)
  const title = words.bookTitle(unit, year)
  const workbook = templateBook(io, title, { unit, year }, user)
  const taken = source && takeLastYear(workbook, source, basename(lastYear ?? importWords.pasted), carry)
  const notices = source && taken ? noticesOf(source, taken, carry) : []
  if (notices.length > 0) {
    workbook.log({ event: words.madeEvent, detail: notices.join('\n'), files: basename(lastYear ?? '') })
  }
  return { title, bytes: await workbookBytes(workbook.book), notices }
}
