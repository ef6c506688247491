/** 自检: what the program takes for granted of Google, checked one by one. A part of the bundle: few people need it. */
import { runWords } from '../../words/actions'
import { selfTestWords as words, type ProbeId } from '../../words/self-test'
import { alone } from '../lock'
import { version } from '../version'
import { cellProbes } from './cells'
import { judged, resultOf, type Probe, type Result, type Seen } from './probe'
import { driveProbes } from './drive'
import { environmentProbes } from './environment'
import { selfTestPage } from './page'
import { pageSeen, pasteSeen, preparePaste } from './person'
import { lineOf, listingOf, textOf, type Line } from './results'
import { Site } from './site'
import { tabProbes } from './tabs'
import { timingProbes } from './timing'

/** Empty tabs are looked at before anything is written. */
const probes: readonly Probe[] = [...environmentProbes, ...tabProbes, ...cellProbes, ...driveProbes, ...timingProbes]

/** Which button of the page was pressed; absent: the menu. */
export type Pressed = 'page' | 'prepare' | 'see'

export interface SelfTestAnswer {
  /** The whole as text, and its results one by one. */
  text?: string
  lines?: readonly Line[]
  line?: Line
  /** What came in, to be sent back; and the result in case it comes back shortened. */
  echo?: string
  cut?: Line
  message?: string
}

interface Ran {
  results: Result[]
  left: string[]
}

/** Leaves the person where they were. */
function backTo<T>({ spreadsheet }: Site, work: () => T): T {
  const cell = spreadsheet.getCurrentCell() as GoogleAppsScript.Spreadsheet.Range | null
  try {
    return work()
  } finally {
    cell?.activate()
  }
}

function runAll(site: Site): Ran {
  site.clean()
  const results = backTo(site, () => probes.map((probe) => resultOf(probe, site)))
  return { results, left: site.clean() }
}

function show(html: string): void {
  const page = HtmlService.createHtmlOutput(html).setWidth(760).setHeight(600)
  SpreadsheetApp.getUi().showModelessDialog(page, words.title)
}

function testAll(site: Site): SelfTestAnswer {
  const { results, left } = alone(words.title, () => runAll(site), runWords.interrupted)
  const time = Utilities.formatDate(new Date(), site.zone, 'yyyy-MM-dd HH:mm')
  const listing = listingOf(results, left, { time, version })
  show(selfTestPage(listing))
  return { text: textOf(listing), lines: listing.lines }
}

const line = (id: ProbeId, seen: Seen): Line => lineOf({ id, ...seen })

function pageAnswer(text: string): SelfTestAnswer {
  const seen = pageSeen(text)
  return { echo: text, line: line('page', seen), cut: line('page', judged(false, words.letters(text.length))) }
}

export function selfTest(pressed?: Pressed, text = ''): SelfTestAnswer {
  const site = new Site()
  switch (pressed) {
    case 'page':
      return pageAnswer(text)
    case 'prepare':
      preparePaste(site)
      return { message: words.pastePrepared }
    case 'see':
      return { line: lineOf(resultOf({ id: 'paste', run: pasteSeen }, site)) }
    case undefined:
      return testAll(site)
  }
}
