/** Scenarios of 空白填 0. */
import { blankBook, changed, figure, insertedRow, tabs } from './books'
import type { Sidebar } from '../../src/actions'
import type { Recorder } from './record'
import type { Table } from './table'

/** A person in a table whose cells are blank but for two. */
const onTable = (desk: Recorder) => void desk.call('goToCell', [tabs.table3, 'E12'])
const withBlanks = () =>
  changed(blankBook(), figure('table3.received.naturalPerson', 9), figure('table4.review.upheld', 2))

export const zeros: Table = [
  [
    '空白填 0 of table 3, and taken back',
    withBlanks,
    (desk) => {
      onTable(desk)
      desk.call('fillZeros', [], ['YES'])
      desk.call('fillZeros', [], ['YES'])
      const { undo } = desk.call('showFindings').value as Sidebar
      desk.call('undoRepair', [undo?.id])
    },
  ],
  [
    '空白填 0 answered with no',
    withBlanks,
    (desk) => {
      onTable(desk)
      desk.call('fillZeros', [], ['NO'])
    },
  ],
  [
    '空白填 0 after a check renews its findings and marks',
    withBlanks,
    (desk) => {
      desk.call('checkWorkbook')
      desk.call('goToCell', [tabs.table4, 'B6'])
      desk.call('fillZeros', [], ['YES'])
    },
  ],
  [
    '空白填 0 where a row was put in',
    () => changed(withBlanks(), insertedRow(tabs.table3, 9)),
    (desk) => {
      onTable(desk)
      desk.call('fillZeros', [], ['YES'])
    },
  ],
  [
    '空白填 0 on a tab that is no table',
    withBlanks,
    (desk) => {
      desk.call('goToCell', [tabs.overview, 'A2'])
      desk.call('fillZeros', [], ['YES'])
    },
  ],
]
