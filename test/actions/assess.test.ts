import { readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import type { Report } from '../../src/report'
import type { WorkbookSnapshot } from '../../src/workbook'
import { assess } from '../../src/actions/check/assess'
import { snapshotOf, withCell } from './snapshots'

const clean = snapshotOf(JSON.parse(readFileSync('test/fixtures/clean-report.json', 'utf8')) as Report)

function without(...names: string[]): WorkbookSnapshot {
  return {
    tabs: clean.tabs.filter(({ name }) => !names.includes(name)),
    names: clean.names.filter(({ tab }) => !names.includes(tab)),
  }
}

/** Two labels that are the same: neither row can be told from the other. */
const doubled = withCell(clean, '三、依申请公开', 11, 3, '2.其他法律行政法规禁止公开')
const severalGone = without('基本信息', '一、总体情况')

it.each<[string, WorkbookSnapshot, string[]]>([
  ['nothing', clean, []],
  ['a table', without('四、复议诉讼'), ['LAYOUT.TAB_MISSING']],
  ['unit and year', without('基本信息'), ['LAYOUT.TAB_MISSING']],
  ['a text', without('六、其他事项'), ['LAYOUT.TAB_MISSING']],
  ['several tabs', severalGone, ['LAYOUT.TAB_MISSING', 'LAYOUT.TAB_MISSING']],
  ['two rows', doubled, ['LAYOUT.LABEL_DOUBLED']],
])('what the layout hides is told once, and nobody is asked to call it nothing: %s', (_, snapshot, expected) => {
  const { findings, repairs } = assess(snapshot)
  expect(findings.map(({ rule }) => rule)).toEqual(expected)
  expect(repairs).toEqual([])
})
